import { readMark, sessionReader } from './cells.ts';
import { readBothWays } from './days.ts';
import type { Column } from './layout.ts';

/** What a column can be recognised as by its heading. */
export type Recognised = 'pupil' | 'date' | 'session' | 'code' | 'week' | 'start' | 'marks';

/** Headings as systems write them in exports, likeliest first; small letters and digits only. */
const LIKELY: Readonly<Record<Recognised, readonly string[]>> = {
  pupil: [
    ...[
      'pupilid',
      'studentid',
      'pupilkey',
      'learnerid',
      'misid',
      'studentmisid',
      'personid',
      'arborid',
      'studentarborid',
    ],
    ...[
      'adno',
      'admissionnumber',
      'admissionno',
      'admno',
      'upn',
      'uniquepupilnumber',
      'pupil',
      'student',
      'learner',
      'id',
    ],
  ],
  date: [
    ...[
      'date',
      'markdate',
      'sessiondate',
      'attendancedate',
      'registerdate',
      'recorddate',
      'rollcalldate',
      'day',
    ],
    ...['calendarstartdate', 'startdate'],
  ],
  session: [
    ...[
      'session',
      'ampm',
      'amorpm',
      'sessionname',
      'sessiontype',
      'rollcall',
      'attendancerollcall',
      'rollcallname',
    ],
    ...['period', 'perioddisplayname', 'periodname'],
  ],
  code: [
    ...[
      'mark',
      'code',
      'attendancecode',
      'attendancemark',
      'markcode',
      'registermark',
      'sessionmark',
      'rollcallmark',
    ],
    ...['attendancecodecode', 'attendancecodedatacode', 'attendancemarkcode'],
  ],
  week: [
    ...[
      'weekbeginning',
      'weekcommencing',
      'wb',
      'wc',
      'weekstarting',
      'weekstart',
      'weekstartdate',
      'weekof',
      'week',
    ],
    ...['monday', 'startdate', 'date', 'calendarstartdate'],
  ],
  start: [
    ...[
      'startdate',
      'attendancestartdate',
      'markstartdate',
      'marksstartdate',
      'firstdate',
      'datefrom',
      'from',
      'fromdate',
    ],
    ...['start', 'firstday', 'date'],
  ],
  marks: [
    'attendancemarks',
    'marks',
    'markstring',
    'marksstring',
    'attendance',
    'registermarks',
    'codes',
    'sessionmarks',
  ],
};

/** Whether what stands under a heading can be what it is taken for; a column that is empty can be anything. */
const FITS: Readonly<Record<Recognised, (text: string) => boolean>> = {
  pupil: () => true,
  date: isDay,
  session: (text) => sessionReader().read(text).ok || /\d/.test(text),
  code: (text) => readMark(text).ok,
  week: isDay,
  start: isDay,
  marks: (text) => text.length > 1 || readMark(text).ok,
};

/** Finds the column of a kind by its heading, made plain by `plainHeading`, over the rows under it. */
export function findColumn(
  kind: Recognised,
  plain: readonly string[],
  under: readonly (readonly string[])[],
): Column {
  for (const name of LIKELY[kind])
    for (let place = plain.indexOf(name); place !== -1; place = plain.indexOf(name, place + 1))
      if (halfFits(place, under, FITS[kind])) return place;
  return null;
}

/** Columns that make up a pupil's name: one, or forename and surname. */
export function findName(plain: readonly string[]): readonly number[] {
  const at = (...names: string[]): number => plain.findIndex((heading) => names.includes(heading));
  const whole = at('name', 'pupilname', 'studentname', 'fullname', 'displayname', 'preferredname');
  if (whole !== -1) return [whole];
  const forename = at(
    'forename',
    'firstname',
    'legalforename',
    'preferredforename',
    'preferredfirstname',
    'givenname',
  );
  const surname = at(
    'surname',
    'lastname',
    'legalsurname',
    'preferredsurname',
    'preferredlastname',
    'familyname',
  );
  return [forename, surname].filter((place) => place !== -1);
}

const DAYS: Readonly<Record<string, number>> = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4 };
const DAY_AND_HALF =
  /^(mon|tue|wed|thu|fri)(day|s|sday|nesday|r|rs|ur|urs|ursday)?(am|pm|morning|afternoon)$/;

/** The ten columns of a week, Monday morning first, by headings such as `Mon AM`, `monAM` and `Monday morning`. */
export function findWeek(plain: readonly string[]): readonly Column[] {
  const days: Column[] = Array.from({ length: 10 }, () => null);
  plain.forEach((heading, place) => {
    const [, day, , half] = DAY_AND_HALF.exec(heading) ?? [];
    if (!day || !half) return;
    const at = (DAYS[day] ?? 0) * 2 + (half === 'pm' || half === 'afternoon' ? 1 : 0);
    days[at] ??= place;
  });
  return days;
}

function isDay(text: string): boolean {
  const { dayFirst, monthFirst } = readBothWays(text);
  return dayFirst !== null || monthFirst !== null;
}

function halfFits(
  place: number,
  under: readonly (readonly string[])[],
  fits: (text: string) => boolean,
): boolean {
  const filled = under.map((cells) => cells[place]?.trim() ?? '').filter(Boolean);
  return filled.length === 0 || filled.filter(fits).length * 2 >= filled.length;
}
