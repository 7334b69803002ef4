import type { RegisterReading, SiteAdapter } from '../contract.ts';

const DAILY = 'td.td-mark[id^="attendance-student-"][id*="-class-hour-"]';
const BY_SUBJECT = 'td.td-mark[id^="student-"][id*="-timing-"]';

const MONTH =
  'This Fedena page shows a month of days. It does not say whether an absence was in the morning or the afternoon, so its marks cannot be checked.';
const LESSONS =
  'This Fedena page shows a month of lessons, not one register, so its marks cannot be checked.';

/**
 * Fedena's month grid, which is recognised and never checked: a cell is a whole day, forenoon and afternoon stand in a
 * dialog only, and its letters say the opposite of England's codes: O is present, X absent.
 */
export const fedena: SiteAdapter = Object.freeze({
  id: 'fedena',
  name: 'Fedena',
  version: 1,
  verified: null,
  matches: (_url: URL, document: Document) =>
    [...document.getElementsByClassName('td-mark')].some((cell) => cell.matches(`${DAILY}, ${BY_SUBJECT}`))
      ? 0.9
      : 0,
  read(document: Document): readonly RegisterReading[] {
    const cells = [...document.querySelectorAll(`${DAILY}, ${BY_SUBJECT}`)];
    const root = cells[0]?.closest('table');
    if (!root) return [];
    const days = cells[0]?.matches(DAILY) === true;
    return [
      {
        adapter: 'fedena',
        date: null,
        session: null,
        lesson: null,
        group: null,
        root,
        rows: [],
        basis: null,
        health: {
          rowsSeen: new Set(cells.map((cell) => cell.parentElement)).size,
          pupilsIdentified: 0,
          unknownCodes: [],
          duplicateKeys: [],
          rowsInAll: null,
          paused: days ? MONTH : LESSONS,
        },
      },
    ];
  },
});
