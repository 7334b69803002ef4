import { many } from '../texts.ts';
import { levelWord } from '../texts-findings.ts';
import type { CheckedRow } from './checked-rows.ts';

/** What was newly found, last. */
export interface Announcement {
  /** For a screen reader, said once; between new findings the last words stand. */
  readonly said: string;
  /** The pupil whose mark it was about; null when it was about several. */
  readonly pupil: string | null;
}

/** Says each new finding once. */
export function announcer(): (rows: readonly CheckedRow[]) => Announcement {
  let before = new Set<string>();
  let last: Announcement = { said: '', pupil: null };
  return (rows) => {
    const now = rows.flatMap(({ row, findings }) =>
      findings.map((finding) => ({ key: `${row.pupilKey} ${row.code} ${finding.rule}`, row, finding })),
    );
    const fresh = now.filter(({ key }) => !before.has(key));
    before = new Set(now.map(({ key }) => key));
    const [first] = fresh;
    if (!first) return last;
    const pupils = new Set(fresh.map(({ row }) => row.pupilKey));
    const words = `${levelWord(first.finding.level)}: ${first.row.name ?? 'one pupil'}. ${first.finding.message}`;
    last =
      pupils.size > 1
        ? { said: `${many(pupils.size, 'mark')} to check`, pupil: null }
        : { said: words, pupil: first.row.pupilKey };
    return last;
  };
}
