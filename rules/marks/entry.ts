import { showMinute, toMinute } from '../calendar/clock.ts';
import { boundaryMinute, closedAt, closeUnknown } from './clock-findings.ts';
import { type Check, clauses, finding, type Marked } from './context.ts';
import { LAW } from './law.ts';
import { AFTER_CLOSE, placeOf } from './place.ts';

/** With no arrival known, the time of entry on the session's own day is all there is to go by; it may only mean a late entry. */
export const checkEntry: Check = (marked) => {
  const { entry, policy, times, code } = marked;
  if (!isTimed(marked)) return [];
  const { minute } = entry.entered;
  const place = placeOf(minute, marked);
  if (place === 'close-minute') return [boundaryMinute(marked, minute)];
  if (place === 'close-unknown') return [closeUnknown(marked)];
  const closed = place === 'after-close' || place === 'after-end';
  if (code === 'U') {
    if (closed) return [];
    const closes =
      times.closes === null ? 'has not closed' : `closes at ${showMinute(toMinute(times.closes))}`;
    const message = `The register ${closes}, so nobody has yet arrived after that. Use L if the pupil is late.`;
    return [finding('late-before-close', 'check', message, ['L'], clauses(policy, times.clause, LAW.late))];
  }
  if (!closed) return [];
  const message = `${closedAt(marked)} It is ${showMinute(minute)}. Use U, or another absence code if the reason fits. Keep ${code} if the pupil was here in time.`;
  return [
    finding(
      'entry-after-close',
      'check',
      message,
      AFTER_CLOSE,
      clauses(policy, times.clause, LAW.afterClose),
    ),
  ];
};

/** Whether the time of entry says anything: made now, on the session's own day, no arrival, and a first present or late mark, or a U. */
export function isTimed({ entry, code }: Marked): boolean {
  if (entry.standing || entry.arrived !== undefined || entry.entered.date !== entry.date) return false;
  if (code === 'U') return true;
  return isPresentOrLate(code) && !isPresentOrLate(entry.previousCode?.trim() ?? null);
}

function isPresentOrLate(code: string | null): boolean {
  return code === '/' || code === '\\' || code === 'L';
}
