import type { Session } from '../rules/calendar/dates.ts';
import { sessionIn } from './session.ts';

/** Names schools and their systems give to codes. One that may as well be another code ("Holiday", "Leave") is not here. */
const NAMES: Readonly<Record<string, string>> = {
  '/': 'present; here; in; in school; in class; on time; attended; attending; present in school; present in class; ✓; ✔; ☑; ✅; tick; green tick; check; green check; green circle',
  L: 'late; tardy; slightly late; arrived late; late arrival; lateness; late to class; late before register closed; late arrival before register closed; yellow clock; amber clock; orange clock',
  U: 'very late; late u; late unauthorised; unauthorised late; late after register closed; late arrival after register closed; arrived after register closed; arrived late after register closed; arrived in school after register closed; red clock',
  N: 'absent; absence; away; not present; not here; not in; missing; unexplained; unexplained absence; absent unexplained; no reason; no reason yet; no reason given; no reason provided; no reason yet provided; no reason yet given; no reason yet provided for absence; no reason for absence; no reason known; absent no reason; reason not yet established; reason not yet provided; reason for absence not yet provided; unknown; unknown reason',
  O: 'unauthorised; unauthorised absence; absent unauthorised; absence unauthorised; other unauthorised; other unauthorised absence; unexcused; unexcused absence; truant; truancy; truanting',
  C: 'authorised; authorised absence; absent authorised; absence authorised; approved absence; other authorised; other authorised absence; other authorised circumstances; authorised circumstances; authorised leave; excused; excused absence; leave of absence; exceptional circumstances',
  I: 'ill; illness; sick; sickness; unwell; poorly; absent ill; absent sick; illness not medical or dental appointment; illness not medical dental etc appointment; illness not medical or dental etc appointment',
  M: 'medical; dental; medical appointment; dental appointment; medical dental; medical dental appointment; medical or dental appointment; medical dental appointments; doctor; doctors; dentist; hospital; hospital appointment',
  G: 'unauthorised holiday; holiday unauthorised; holiday not authorised; holiday not agreed; family holiday not agreed; family holiday unauthorised; holiday not approved; family holiday not authorised',
  V: 'visit; trip; school trip; school visit; educational visit; educational trip; educational visit or trip',
  P: 'sport; sports; sporting activity; approved sporting activity; sports fixture',
  W: 'work experience',
  B: 'off site; educated off site; educated off site not dual registration; off site education; off site educational activity; approved education activity; other approved educational activity',
  D: 'dual registered; dual registration; dual',
  S: 'study leave',
  R: 'religious observance',
  T: 'traveller; traveller absence; gypsy roma and traveller absence',
  E: 'excluded; exclusion; suspended; suspension; permanently excluded; fixed term exclusion; fixed period exclusion',
  J1: 'interview; job interview; college interview',
  C2: 'part time timetable; reduced timetable',
  X: 'not required; not required to attend; non compulsory school age; non compulsory school age absence',
  Z: 'not on roll; not yet on roll; pupil not on roll; pupil not yet on roll',
  '#': 'school closed; school closed to pupils; school closed to pupils and staff; planned closure; school closure; closure',
};

const codes = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split('; ').map((name) => [name, code] as const)),
);

/** By the code its words would propose, the letters that may well stand beside them: with any other, one of the two is wrong. */
const BESIDE: Readonly<Record<string, string>> = {
  '/': '/ \\',
  L: 'L U',
  U: 'L U',
  N: 'N O G U',
  O: 'O N G U',
  C: 'C C1 C2 M J J1 S T R I H',
  I: 'I M',
  M: 'M I',
  G: 'G O',
  V: 'V B P W K',
  P: 'P B V K',
  W: 'W B K',
  B: 'B V P W K',
  J1: 'J1 J C',
  C2: 'C2 C',
};

const SAID_OF_WORK = /time|tick|check|circle|[✓✔☑✅]/i;
const ABSENCE_OR_CLOCK = /absen|clock|unauthori/i;
const HALF = / (?:am|pm|morning|afternoon|a m|p m)$/;
const OWN_LETTER = /^[\p{L}\d]{1,2}\s*[-–—:=|]\s*(?=\S\S)|\s*[([][\p{L}\d]{1,2}[\])]$/gu;

/**
 * A likely code for a school's own name or sign of one; null when there is none, or when two are as likely. Only a proposal,
 * until a person confirms it. "Present" is `/` unless the label or the session says afternoon.
 */
export function proposeCode(label: string, session: Session | null): string | null {
  const code = codeOf(label) ?? codeOf(label.replace(OWN_LETTER, ''));
  if (code !== '/') return code;
  return (sessionIn(label) ?? session) === 'PM' ? '\\' : '/';
}

/** Whether words say plainly that something else is meant than the code they stand beside: "P - Present", "S (Sick)". */
export function contradicts(code: string, words: string): boolean {
  const meant = codeOf(words);
  return meant !== null && !(BESIDE[meant] ?? meant).split(' ').includes(code);
}

/**
 * Whether labels in a school's own words are those of attendance: some say present, others absent or late. "On time" and
 * "Late" are said of homework too, and a tick of anything.
 */
export function looksLikeAttendance(labels: readonly string[]): boolean {
  const meant = labels.map((label) => ({ label, code: proposeCode(label, 'AM') }));
  const present = meant.filter(({ code }) => code === '/' || code === '\\');
  const others = meant.filter(({ code }) => code !== null && 'LUNO'.includes(code));
  if (others.length === 0) return false;
  return (
    present.some(({ label }) => !SAID_OF_WORK.test(label)) ||
    (present.length > 0 && others.some(({ label }) => ABSENCE_OR_CLOCK.test(label)))
  );
}

function codeOf(label: string): string | null {
  const name = simplified(label);
  return codes.get(name) ?? codes.get(name.replace(HALF, '')) ?? null;
}

/** The bare words: no case, marks or small words, and one spelling of what is written in several ways. */
function simplified(label: string): string {
  return label
    .toLowerCase()
    .replace(/authoriz/g, 'authoris')
    .replace(/[^\p{L}\p{N}✓✔☑✅]+/gu, ' ')
    .replace(/\b(?:the|is|are|has|have|been|just|any)\b/g, ' ')
    .replace(/\breg(?:isters|istration)?\b/g, 'register')
    .replace(/\bclos(?:e|es|ing)\b/g, 'closed')
    .replace(/\s+/g, ' ')
    .trim();
}
