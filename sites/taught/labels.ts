import type { Session } from '../../rules/calendar/dates.ts';
import type { ReadLabel } from '../contract.ts';
import { type Label, readLabel } from '../label.ts';
import type { SiteProfile } from '../profile.ts';
import { proposeCode } from '../propose.ts';
import type { TaughtLine } from './lines.ts';

/** Far more than a school has codes: a page with more different marks shows something else. */
const MOST_LABELS = 40;

/** The code a label stands for: what a person said of it, else what it says by itself. Null: no mark. */
export function codeOf(text: string, session: Session | null, codes: SiteProfile['codes']): Label | null {
  const said = Object.hasOwn(codes, text) ? codes[text] : undefined;
  return said === undefined ? readLabel(text, session) : { code: inSession(said, session), known: true };
}

/** A page's word for present is the same morning and afternoon, and was confirmed in one of them. */
function inSession(code: string, session: Session | null): string {
  if (session === null || (code !== '/' && code !== '\\')) return code;
  return session === 'AM' ? '/' : '\\';
}

/** Every label the marks have or can have, each once. */
export function labelsOf(lines: readonly TaughtLine[], session: Session | null): readonly ReadLabel[] {
  const shown = lines.flatMap(({ mark }) => (mark ? [mark.label, ...(mark.labels ?? [])] : []));
  return [...new Set(shown)].slice(0, MOST_LABELS).flatMap((label): readonly ReadLabel[] => {
    const read = readLabel(label, session);
    return read
      ? [
          {
            label,
            code: read.known ? read.code : null,
            proposed: read.known ? null : proposeCode(label, session),
          },
        ]
      : [];
  });
}
