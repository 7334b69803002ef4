import Holidays from 'date-holidays';

/** The bank holidays of England from 1 January of `first` to 31 December of `last`, as date and name, weekends left out. */
export function bankHolidaysBetween(first: number, last: number): readonly [string, string][] {
  const england = new Holidays('GB', 'ENG');
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => england.getHolidays(year))
    .filter(({ type }) => type === 'public')
    .map(({ date, name }): [string, string] => [date.slice(0, 10), name])
    .filter(([date]) => new Date(date).getUTCDay() % 6 !== 0);
}
