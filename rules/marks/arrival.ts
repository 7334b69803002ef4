import { type Minute, showMinute, toMinute } from '../calendar/clock.ts';
import { boundaryMinute, closedAt, closeUnknown } from './clock-findings.ts';
import { type Check, clauses, endOf, finding, presentMark, sessionName } from './context.ts';
import { LAW } from './law.ts';
import { AFTER_CLOSE, MISSED, placeOf } from './place.ts';

/** With a known arrival, the arrival alone decides, whenever the mark is entered (decision table 7.1). */
export const checkArrival: Check = (marked) => {
  const { entry, policy, times, code } = marked;
  if (entry.arrived === undefined) return [];
  const present = code === '/' || code === '\\';
  if (!present && code !== 'L' && code !== 'U') return [];
  const at = showMinute(entry.arrived);
  const place = placeOf(entry.arrived, marked);
  const says = (law: string) => clauses(policy, times.clause, law);

  if (place === 'close-minute') return [boundaryMinute(marked, entry.arrived)];
  if (place === 'close-unknown') return [closeUnknown(marked)];
  if (code === 'U') {
    if (place === 'after-close') return [];
    if (place === 'after-end') {
      const end = showMinute(endOf(marked) as Minute);
      const message = `The ${sessionName(entry.session)} session ended at ${end}. Arrived ${at}: U needs an arrival before that.`;
      return [finding('late-after-session', 'warn', message, MISSED, says(LAW.afterClose))];
    }
    const suggest = place === 'before-taken' ? [presentMark(entry.session), 'L'] : ['L'];
    const message =
      place === 'before-taken'
        ? `Arrived ${at}, before the register was taken. Use ${presentMark(entry.session)}.`
        : `Arrived ${at}, while the register was open. Use L.`;
    return [finding('late-before-close', 'warn', message, suggest, says(LAW.late))];
  }
  if (place === 'after-close')
    return [
      finding(
        'late-after-close',
        'warn',
        `${closedAt(marked)} Arrived ${at}. Use U, or another absence code if the reason fits.`,
        AFTER_CLOSE,
        says(LAW.afterClose),
      ),
    ];
  if (place === 'after-end')
    return [
      finding(
        'late-after-close',
        'warn',
        `Arrived ${at}, after the ${sessionName(entry.session)} session had ended. Use the absence code that fits; not U.`,
        MISSED,
        says(LAW.afterClose),
      ),
    ];
  if (times.taken === null) return [];
  const taken = showMinute(toMinute(times.taken));
  if (present && place === 'open') {
    const message = `Register taken at ${taken}. Arrived ${at}. Use L.`;
    return [finding('present-after-start', 'check', message, ['L'], says(LAW.present))];
  }
  if (code === 'L' && place === 'before-taken') {
    const message = `Arrived ${at}, before the register was taken at ${taken}. Use ${presentMark(entry.session)}.`;
    return [finding('late-before-start', 'check', message, [presentMark(entry.session)], says(LAW.present))];
  }
  return [];
};
