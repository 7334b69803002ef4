const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const parts = (iso) => iso.split('-').map(Number);
const at = (iso) => new Date(`${iso}T12:00:00Z`);
const isoOf = (date) => date.toISOString().slice(0, 10);

/** A day in the ways systems write it. */
export const written = {
  /** 20/11/2026 */
  uk: (iso) => iso.split('-').reverse().join('/'),
  /** Friday 20 November 2026 */
  long: (iso) =>
    `${DAYS[at(iso).getUTCDay()]} ${parts(iso)[2]} ${MONTHS[parts(iso)[1] - 1]} ${parts(iso)[0]}`,
  /** Fri, 20 Nov 2026 */
  short: (iso) =>
    `${DAYS[at(iso).getUTCDay()].slice(0, 3)}, ${parts(iso)[2]} ${MONTHS[parts(iso)[1] - 1].slice(0, 3)} ${parts(iso)[0]}`,
};

/** The school day `by` school days on. */
export function schoolDay(iso, by) {
  const date = at(iso);
  for (let left = Math.abs(by); left > 0; ) {
    date.setUTCDate(date.getUTCDate() + Math.sign(by));
    if (date.getUTCDay() % 6 !== 0) left--;
  }
  return isoOf(date);
}

/** The Monday of a day's week. */
export function monday(iso) {
  const date = at(iso);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return isoOf(date);
}
