import { useEffect, useRef } from 'preact/hooks';
import { PRACTICE_CLASS, PRACTICE_DAY, PRACTICE_GROUP } from '../../components/practice/class.ts';
import type { Session } from '../../rules/calendar/dates.ts';

const REST = ['L', 'N', 'U', 'O', 'I', 'M', 'B', 'C', 'H'];

const form = (table: HTMLElement | null) => [
  ...(table?.querySelectorAll<HTMLTableRowElement>('tr[data-pupil]') ?? []),
];

/** Sets every pupil without a mark to present by script, with no event: as bulk buttons of real registers do. */
export function markAllPresent(table: HTMLElement | null): void {
  for (const row of form(table)) {
    if (row.querySelector('input[type=radio]:checked')) continue;
    const first = row.querySelector<HTMLInputElement>('input[type=radio]');
    if (first) first.checked = true;
  }
}

/** Marks every pupil that has a mark as saved, and answers how many. */
export function saveAll(table: HTMLElement | null): number {
  const marked = form(table).filter((row) => row.querySelector('input[type=radio]:checked'));
  for (const row of marked) row.dataset.saved = '';
  return marked.length;
}

/** The practice register itself: an ordinary web page's register, with nothing of the overlay in it. */
export function RegisterTable(props: {
  session: Session;
  onTable: (table: HTMLTableElement | null) => void;
}) {
  const { session, onTable } = props;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => onTable(table.current), [onTable]);
  const codes = [session === 'AM' ? '/' : '\\', ...REST];
  const unsave = (event: Event) => {
    if (event.target instanceof Element) event.target.closest('tr')?.removeAttribute('data-saved');
  };
  return (
    <table
      ref={table}
      data-practice-register
      data-date={PRACTICE_DAY}
      data-session={session}
      data-group={PRACTICE_GROUP}
      onChange={unsave}
    >
      <caption>
        {PRACTICE_GROUP}, {session === 'AM' ? 'morning' : 'afternoon'} register, Friday 20 November 2026
      </caption>
      <thead>
        <tr>
          <th scope="col">Pupil</th>
          <th scope="col">Mark</th>
          <th scope="col">Minutes late</th>
          <th scope="col">Saved</th>
        </tr>
      </thead>
      <tbody>
        {PRACTICE_CLASS.map(({ key, name }) => (
          <tr key={key} data-pupil={key}>
            <th scope="row" class="name">
              {name}
            </th>
            <td class="codes">
              {codes.map((code) => (
                <label key={code}>
                  <input type="radio" name={`mark-${key}`} value={code} aria-label={`${code} for ${name}`} />
                  <span aria-hidden="true">{code}</span>
                </label>
              ))}
            </td>
            <td>
              <input
                class="minutes"
                name={`minutes-${key}`}
                inputMode="numeric"
                aria-label={`Minutes late: ${name}`}
              />
            </td>
            <td class="saved" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
