import { CODE_NAMES } from '../../rules/codes/names.ts';
import { CODES } from '../../rules/codes/table.ts';
import { many } from '../texts.ts';

/** A label of the page, the code it is known to stand for, and a likely one that somebody has yet to confirm. */
export interface PageLabel {
  readonly label: string;
  readonly code: string | null;
  readonly proposed: string | null;
  /** What somebody should know who says the code. */
  readonly note?: string | null;
}

/** What somebody said of the labels that are not known: a code, or null for one that is no attendance code. */
export type Said = Readonly<Record<string, string | null>>;

const CURRENT = CODES.filter(({ until }) => until === null);
const LEAVE_OUT = '';

/** What was proposed, as it stands before anybody said otherwise. */
export function proposals(labels: readonly PageLabel[]): Said {
  return Object.fromEntries(
    labels.flatMap(({ label, code, proposed }) => (code === null ? [[label, proposed]] : [])),
  );
}

/** The page's own labels: those whose code is known, and a question for each of the others. */
export function LabelTable(props: { labels: readonly PageLabel[]; said: Said; onSay: (said: Said) => void }) {
  const known = props.labels.filter(({ code }) => code !== null);
  const asked = props.labels.filter(({ code }) => code === null);
  return (
    <>
      {asked.length > 0 && (
        <table class="labels">
          <caption>Which code does each of these stand for?</caption>
          <thead>
            <tr>
              <th scope="col">On the page</th>
              <th scope="col">Attendance code</th>
            </tr>
          </thead>
          <tbody>
            {asked.map(({ label, note }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <CodeChoice
                    label={label}
                    code={props.said[label] ?? null}
                    onChoose={(code) => props.onSay({ ...props.said, [label]: code })}
                  />
                  {note && <p class="soft">{note}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked.some(({ label }) => isPresent(props.said[label])) && (
        <p class="soft">A word for present is read as / in the morning and \ in the afternoon.</p>
      )}
      {known.length > 0 && <Known labels={known} />}
    </>
  );
}

const isPresent = (code: string | null | undefined): boolean => code === '/' || code === '\\';

function CodeChoice(props: { label: string; code: string | null; onChoose: (code: string | null) => void }) {
  return (
    <select
      aria-label={`Attendance code for “${props.label}”`}
      value={props.code ?? LEAVE_OUT}
      onChange={({ currentTarget }) => props.onChoose(currentTarget.value || null)}
    >
      <option value={LEAVE_OUT}>Not an attendance code: leave out</option>
      {CURRENT.map(({ code }) => (
        <option key={code} value={code}>
          {code} – {CODE_NAMES[code]}
        </option>
      ))}
    </select>
  );
}

function Known({ labels }: { labels: readonly PageLabel[] }) {
  const plain = labels.filter(({ label, code }) => label === code);
  const named = labels.filter(({ label, code }) => label !== code);
  return (
    <details>
      <summary>{many(labels.length, 'mark')} on this page already understood</summary>
      {plain.length > 0 && (
        <p class="codes">
          {plain.map(({ code }) => (
            <b key={code}>{code}</b>
          ))}
        </p>
      )}
      {named.length > 0 && (
        <ul class="plain">
          {named.map(({ label, code }) => (
            <li key={label}>
              “{label}” is <b>{code}</b>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
