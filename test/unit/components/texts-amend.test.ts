import { expect, test } from 'vitest';
import { AMEND, amendmentLine } from '../../../components/texts-amend.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';

const of = { date: '2026-11-26' as IsoDate, session: 'AM' } as const;
const record = {
  ...{ from: '/', to: 'M', reason: 'dental appointment card seen', by: 'A. Clerk', role: 'office' },
  on: '2026-11-27' as IsoDate,
};

test('the finished line has the five details', () => {
  expect(amendmentLine(record, of)).toBe(
    '/ to M, 26 Nov AM: dental appointment card seen. A. Clerk, office, 27 Nov 2026',
  );
});

test('a full stop that was typed is not doubled, and a line that spans two years says which', () => {
  const line = amendmentLine(
    { ...record, reason: ' Card seen. ', on: '2027-01-05' as IsoDate },
    { date: '2026-12-18' as IsoDate, session: 'PM' },
  );
  expect(line).toBe('/ to M, 18 Dec 2026 PM: Card seen. A. Clerk, office, 5 Jan 2027');
});

test('what is missing is a gap that can be seen', () => {
  expect(amendmentLine({ ...record, reason: '', by: ' ' }, of)).toBe(
    '/ to M, 26 Nov AM: [reason]. [name], office, 27 Nov 2026',
  );
});

test('no word of it decides or blames', () => {
  expect(Object.values(AMEND).join(' ')).not.toMatch(/\b(fine|truant|at risk|invalid)\b/i);
});
