import { type RegisterReading, type RegisterRow, type SiteAdapter, SiteReadError } from '../contract.ts';
import { datesIn } from '../day.ts';
import { assess } from '../health.ts';
import { readLabel } from '../label.ts';
import { filled, minutesIn, textOf } from '../text.ts';

const REGISTER = 'table[data-practice-register]';

/** The practice register that comes with the extension: nobody's pupils, everything stated in its markup. */
export const practice: SiteAdapter = Object.freeze({
  id: 'practice',
  name: 'Practice register',
  version: 1,
  verified: 'the practice register of this version',
  matches: (_url: URL, document: Document) => (document.querySelector(REGISTER) ? 1 : 0),
  read(document: Document): readonly RegisterReading[] {
    const root = document.querySelector<HTMLTableElement>(REGISTER);
    if (!root) return [];
    const { date = '', session, group = null } = root.dataset;
    const rows = [...root.querySelectorAll<HTMLTableRowElement>('tr[data-pupil]')].map(readRow);
    if (rows.length === 0) throw new SiteReadError('This practice register has no pupils in it.');
    const lines = rows.map(({ pupilKey, code }) => ({
      pupilKey,
      label: code === null ? null : readLabel(code, null),
    }));
    return [
      {
        adapter: 'practice',
        date: datesIn(date)[0]?.[0] ?? null,
        session: session === 'AM' || session === 'PM' ? session : null,
        lesson: null,
        group,
        root,
        rows,
        basis: null,
        health: assess(lines, null),
      },
    ];
  },
});

function readRow(row: HTMLTableRowElement): RegisterRow {
  const pupilKey = row.dataset.pupil ?? '';
  const field = (name: string) => row.querySelector(`input[name="${CSS.escape(`${name}-${pupilKey}`)}"]`);
  const radios = [
    ...row.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(`mark-${pupilKey}`)}"]`),
  ];
  const chosen = radios.find((radio) => radio.checked);
  const name = row.querySelector('th.name');
  return {
    pupilKey,
    name: name ? textOf(name) || null : null,
    code: chosen?.value || null,
    state: row.hasAttribute('data-saved') ? 'saved' : 'draft',
    minutesLate: minutesIn(filled(field('minutes'))),
    note: filled(field('note')),
    markElement: (chosen ?? radios[0])?.closest('td, fieldset') ?? row,
    anchor: name ?? row,
  };
}
