import { agreedDay, datesIn, isoDay } from '../day.ts';
import { filled } from '../text.ts';

/** Why a register is not checked while its page is on the way to another. */
export const TURNING = 'The page is changing to another session or day.';

/**
 * The day of the marks on the page. A day chosen in the calendar goes into the hidden fields at once, but its marks come
 * only with "Go": the date that was sent with the page stays beside it, in a field that cannot be written to.
 */
export function dayOf(form: HTMLFormElement): { readonly date: string | null; readonly turning: boolean } {
  const part = (name: string) =>
    Number(filled(form.querySelector(`input[name="${name}"], select[name="${name}"]`)) ?? Number.NaN);
  const chosen = isoDay(part('year_date'), part('month_date'), part('day_date'));
  const sent = agreedDay(
    [...form.querySelectorAll<HTMLInputElement>('input[readonly], input.daterange-single')].flatMap(
      ({ defaultValue }) => datesIn(defaultValue),
    ),
  );
  if (sent !== null && chosen !== null && sent !== chosen) return { date: null, turning: true };
  return { date: chosen, turning: false };
}
