import type { Hiding, Role } from '../../components/overlay/port.ts';
import type { CountsShown, HideAfter } from '../../store/records.ts';

const MINUTE_MS = 60_000;
/** A register is taken in a few minutes, and what a teacher looked up is read by then. */
const TEACHERS_AFTER_MS = 2 * MINUTE_MS;

/**
 * How counts start and when they hide: what the school's IT has set, then who the browser is used by. Of a browser nobody has
 * said that of, as of a teacher's.
 */
export function showingOf(
  role: Role | null,
  hideAfter: HideAfter,
  managed: CountsShown,
): { readonly countsShown: boolean; readonly hiding: Hiding } {
  const office = role === 'office' || role === 'lead';
  const countsShown = managed === 'by-role' ? office : managed === 'shown';
  const byRole = office || countsShown ? null : TEACHERS_AFTER_MS;
  const minutes = hideAfter === 'never' ? null : Number(hideAfter) * MINUTE_MS;
  return {
    countsShown,
    hiding: { afterMs: hideAfter === 'by-role' ? byRole : minutes, onLeave: !office && !countsShown },
  };
}
