import { useId } from 'preact/hooks';
import type { ImportChoice, ImportFile } from './import-file.ts';
import { howMany } from './kept.tsx';

/** How a file is read, over its first real rows; every part of it can be put right. */
export function ImportLayout(props: { file: ImportFile; onChoose: (id: string, value: string) => void }) {
  const { choices, known } = props.file;
  const groups = [...new Set(choices.map(({ group }) => group))];
  const fields = (of: string | null) => (
    <div class="mapping">
      {choices
        .filter(({ group }) => group === of)
        .map((choice) => (
          <Field key={choice.id} choice={choice} onChoose={props.onChoose} />
        ))}
    </div>
  );
  return (
    <fieldset>
      <legend>How is the file read?</legend>
      {known && (
        <p class="note">It is read as the last file with these headings was. Change what is not right.</p>
      )}
      {groups.map((group) =>
        group === null ? (
          fields(null)
        ) : (
          <details
            key={group}
            open={choices.every((choice) => choice.group !== group || choice.value === '')}
          >
            <summary>{group}</summary>
            {fields(group)}
          </details>
        ),
      )}
      <Preview file={props.file} />
    </fieldset>
  );
}

function Field({
  choice,
  onChoose,
}: {
  choice: ImportChoice;
  onChoose: (id: string, value: string) => void;
}) {
  const id = `${useId()}-${choice.id}`;
  const change = (event: { currentTarget: { value: string } }) =>
    onChoose(choice.id, event.currentTarget.value);
  return (
    <div class={choice.id === 'shape' ? 'whole' : ''}>
      <label for={id}>{choice.label}</label>
      {choice.options === null ? (
        <input id={id} type="date" value={choice.value} onChange={change} />
      ) : (
        <select id={id} onChange={change}>
          {choice.options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === choice.value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function Preview({ file }: { file: ImportFile }) {
  const { columns, rows, more, above } = file.preview;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled from the keyboard */}
      <section class="scroll" aria-label="First rows of the file" tabIndex={0}>
        <table>
          <caption>The first rows of the file</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {file.unit === 'line' ? 'Line' : file.unit === 'row' ? 'Row' : 'Record'}
              </th>
              {columns.map(({ heading, use }, place) => (
                <th scope="col" key={place} data-used={use !== null}>
                  {heading} <span class="hint">{use === null ? 'not read' : `read as ${use}`}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <td class="number">{line}</td>
                {cells.map((cell, place) => (
                  <td key={place} class="as-typed" data-used={columns[place]?.use !== null}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p class="hint">{howMany(more, 'more column')} not shown here.</p>}
      {above > 0 && <p class="hint">{howMany(above, 'row')} above the headings, not read.</p>}
    </>
  );
}
