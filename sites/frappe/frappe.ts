import type { RegisterReading, SiteAdapter } from '../contract.ts';
import { agreedDay, datesIn } from '../day.ts';
import type { SiteProfile } from '../profile.ts';
import { filled } from '../text.ts';
import { type Titles, titlesOf } from '../titles.ts';

const AREA = 'div.student-attendance-checks';
const TICK = 'input[type=checkbox].students-check[data-student]';
const areaOf = (document: Document): Element | null =>
  [...document.getElementsByClassName('student-attendance-checks')].find(
    (area) => area.matches(AREA) && area.querySelector(TICK),
  ) ?? null;
const PRESENT = 'Present';
const ABSENT = 'Absent';
const WHOLE_DAY = 'the whole day';

/**
 * Frappe Education's Student Attendance Tool: a tick for each student, present with it and absent without. There is no
 * late, no code and no session: a mark is of a whole day or of a lesson, so only codes are checked, once a person has said
 * what the two stand for. A student nobody has marked yet looks like an absent one, so no mark is ever taken as saved.
 */
export const frappe: SiteAdapter = Object.freeze({
  id: 'frappe',
  name: 'Frappe Education',
  version: 1,
  verified: null,
  matches: (_url: URL, document: Document) => (areaOf(document) ? 0.9 : 0),
  read(document: Document, profile: SiteProfile | null): readonly RegisterReading[] {
    const root = areaOf(document);
    if (!root) return [];
    const lesson = field(document, 'course_schedule') ?? WHOLE_DAY;
    const titles = titlesOf({
      titles: [PRESENT, ABSENT],
      sitting: { session: null, lesson, both: null },
      profile,
      kind: { marks: 'tick', pupils: 'Frappe’s own student numbers' },
      always: true,
    });
    const lines = [...root.querySelectorAll<HTMLInputElement>(TICK)].map((tick) => readTick(tick, titles));
    return [
      {
        adapter: 'frappe',
        date: agreedDay(datesIn(field(document, 'date') ?? '')),
        session: null,
        lesson,
        group: field(document, 'student_group'),
        root,
        rows: lines.flatMap(({ row, pupilKey }) => (pupilKey === null ? [] : [{ ...row, pupilKey }])),
        basis: titles.basis,
        health: titles.health(lines),
      },
    ];
  },
});

/** The tick's own block: several stand in a row. */
function readTick(tick: HTMLInputElement, titles: Titles) {
  const label = titles.read(tick.checked ? PRESENT : ABSENT);
  const { student, studentName } = tick.dataset;
  return {
    pupilKey: student?.trim() || null,
    label,
    row: {
      name: studentName?.trim() || null,
      code: label?.code ?? null,
      state: 'unknown' as const,
      minutesLate: null,
      note: null,
      markElement: tick,
      anchor: tick.closest('label') ?? tick,
    },
  };
}

/** What a field of the form above holds. Desk keeps several forms in one document: only the one on the screen. */
function field(document: Document, name: string): string | null {
  const inputs = [...document.querySelectorAll<HTMLInputElement>(`input[data-fieldname="${name}"]`)];
  const form = inputs.filter((input) => input.dataset.doctype === 'Student Attendance Tool');
  return form.length === 1 ? filled(form[0] ?? null) : null;
}
