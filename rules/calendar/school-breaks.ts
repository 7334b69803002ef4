import { BANK_HOLIDAYS } from './bank-holidays.ts';
import { type Day, type IsoDate, toDay } from './dates.ts';

/** A time of year at which schools in England are closed, by month and day, and the most days in a row they are. */
interface Season {
  readonly from: string;
  readonly to: string;
  readonly most: number;
}

/** Wide enough for every council's dates; a run of days without school lies inside one of them. */
const SEASONS: readonly Season[] = [
  { from: '10-10', to: '11-10', most: 17 },
  { from: '12-12', to: '12-31', most: 24 },
  { from: '01-01', to: '01-10', most: 24 },
  { from: '02-05', to: '03-03', most: 12 },
  { from: '05-19', to: '06-12', most: 17 },
  { from: '07-08', to: '09-14', most: 62 },
];
const EASTER_MOST = 26;

/** Whether the days from `from` to `to` can be a half term or a holiday by the time of year and their number. */
export function schoolBreakIn(from: IsoDate, to: IsoDate): boolean {
  const days = toDay(to) - toDay(from) + 1;
  return atEaster(toDay(from), toDay(to), days) || SEASONS.some((season) => fits(season, from, to, days));
}

function fits(season: Season, from: IsoDate, to: IsoDate, days: number): boolean {
  if (days > season.most) return false;
  const overNewYear = from.slice(0, 4) !== to.slice(0, 4);
  if (overNewYear) return from.slice(5) >= '12-12' && to.slice(5) <= '01-10';
  return from.slice(5) >= season.from && to.slice(5) <= season.to;
}

/** Easter holidays hold Good Friday or Easter Monday, or lie within a fortnight of them. */
function atEaster(from: Day, to: Day, days: number): boolean {
  if (days > EASTER_MOST) return false;
  return BANK_HOLIDAYS.some(({ date, name }) => {
    const day = toDay(date);
    return (name === 'Good Friday' || name === 'Easter Monday') && from - 17 <= day && day <= to + 17;
  });
}
