import { useId } from 'preact/hooks';
import type { ImportColumn, ImportMapping } from './import-plan.ts';

const COLUMNS: readonly { id: ImportColumn; label: string; tag: string }[] = [
  { id: 'pupil', label: 'Pupil’s id', tag: 'pupil’s id' },
  { id: 'date', label: 'Date', tag: 'date' },
  { id: 'session', label: 'Session (AM or PM)', tag: 'session' },
  { id: 'code', label: 'Mark', tag: 'mark' },
];

/** Which column holds what, over the file's first real rows; every one can be put right. */
export function ColumnMapping(props: {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  mapping: ImportMapping;
  onMap: (mapping: ImportMapping) => void;
}) {
  const name = useId();
  const { headings, rows, mapping } = props;
  const nameOf = (place: number): string => headings[place]?.trim() || `Column ${place + 1}`;
  const choose = (id: ImportColumn, value: string) =>
    props.onMap({ ...mapping, [id]: value === '' ? null : Number(value) });
  return (
    <fieldset>
      <legend>Which column holds what?</legend>
      <div class="mapping">
        {COLUMNS.map(({ id, label }) => (
          <div key={id}>
            <label for={`${name}-${id}`}>{label}</label>
            <select id={`${name}-${id}`} onChange={(event) => choose(id, event.currentTarget.value)}>
              <option value="" selected={mapping[id] === null}>
                Not chosen
              </option>
              {headings.map((_, place) => (
                <option key={place} value={place} selected={mapping[id] === place}>
                  {nameOf(place)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled from the keyboard */}
      <section class="scroll" aria-label="First rows of the file" tabIndex={0}>
        <table>
          <caption>The first rows of the file</caption>
          <thead>
            <tr>
              {headings.map((_, place) => {
                const use = COLUMNS.find(({ id }) => mapping[id] === place);
                return (
                  <th scope="col" key={place} data-used={use !== undefined}>
                    {nameOf(place)} <span class="hint">{use ? `read as ${use.tag}` : 'not read'}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {headings.map((_, place) => (
                  <td key={place}>{cells[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}
