import { levelWord, many } from '../texts.ts';
import type { CheckedRow } from './checked-rows.ts';

/** Says each new finding once, in words for a screen reader; between new findings the last words stand. */
export function announcer(): (rows: readonly CheckedRow[]) => string {
  let before = new Set<string>();
  let words = '';
  return (rows) => {
    const now = rows.flatMap(({ row, findings }) =>
      findings.map((finding) => ({ key: `${row.pupilKey} ${row.code} ${finding.rule}`, row, finding })),
    );
    const fresh = now.filter(({ key }) => !before.has(key));
    before = new Set(now.map(({ key }) => key));
    const [first] = fresh;
    if (fresh.length > 1)
      words = `${many(new Set(fresh.map(({ row }) => row.pupilKey)).size, 'mark')} to check`;
    if (fresh.length === 1 && first)
      words = `${levelWord(first.finding.level)}: ${first.row.name ?? 'one pupil'}. ${first.finding.message}`;
    return words;
  };
}
