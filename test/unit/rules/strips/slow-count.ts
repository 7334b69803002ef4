import { eachDayOfInterval, format, isWeekend, parseISO, startOfISOWeek } from 'date-fns';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../../../../rules/calendar/dates.ts';
import type { Mark } from '../../../../rules/history/marks.ts';

const iso = (day: Date): string => format(day, 'yyyy-MM-dd');
const within = (day: string, { from, to }: { from: string; to: string }): boolean => from <= day && day <= to;

/** The ten-week count by its definition, over lists of objects and `Date`s: slow, and written apart from `summary.ts`. */
export function slowCount(
  calendar: CalendarInput,
  schoolWeeks: number,
  { date, session }: { readonly date: IsoDate; readonly session: Session },
  marks: readonly Mark[],
) {
  const ends = calendar.terms.flatMap(({ from, to }) => [from, to]).sort();
  const [first, last] = [ends[0], ends.at(-1)];
  const sessions =
    first && last
      ? eachDayOfInterval({ start: parseISO(first), end: parseISO(last) })
          .filter((day) => !isWeekend(day))
          .map(iso)
          .filter((day) => calendar.terms.some((term) => within(day, term)))
          .flatMap((day) => [
            { date: day, session: 'AM', week: iso(startOfISOWeek(parseISO(day))) },
            { date: day, session: 'PM', week: iso(startOfISOWeek(parseISO(day))) },
          ])
          .filter(
            (each) =>
              !calendar.closures.some(
                (closure) =>
                  within(each.date, closure) && ['both', each.session].includes(closure.sessions as string),
              ),
          )
      : [];
  const begun = [...new Set(sessions.map(({ week }) => week))].filter((week) => week <= date).sort();
  const weeks = new Set(begun.slice(-schoolWeeks));
  const looked = sessions
    .filter((each) => weeks.has(each.week) && each.date <= date)
    .filter((each) => !(each.date === date && each.session === session))
    .map((each) => ({
      ...each,
      code: marks.findLast((mark) => mark.date === each.date && mark.session === each.session)?.code,
    }));
  const marked = looked.filter(({ code }) => code !== undefined);
  const stillToCome = looked.filter(
    (each) => each.code === undefined && session === 'AM' && each.date === date && each.session === 'PM',
  );
  return {
    total: marked.filter(({ code }) => /^[GNOU]$/.test(code as string)).length,
    settled: marked.filter(({ code }) => /^[GOU]$/.test(code as string)).length,
    known: marked.length,
    expected: looked.length - stillToCome.length,
  };
}
