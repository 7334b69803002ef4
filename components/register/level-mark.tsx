import type { Level } from '../../rules/marks/finding.ts';

const OUTLINE: Readonly<Record<Level, string>> = {
  warn: 'M8 1.2 15.2 14.4H.8z',
  check: 'M8 1a7 7 0 1 0 .01 0z',
  note: 'M2 1.5h12v13H2z',
};
const SIGN: Readonly<Record<Level, string>> = {
  warn: 'M8 5.6v4M8 11.6v1.2',
  check: 'M5.9 6.2c0-2.8 4.2-2.6 4.2 0 0 1.6-2.1 1.7-2.1 3.2M8 11.2v1.3',
  note: 'M8 4v1.3M8 7v5',
};

/** A level as a shape: triangle to warn, disc to check, square to note. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <svg class="level" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={OUTLINE[level]} fill="currentColor" />
      <path d={SIGN[level]} fill="none" stroke="var(--sign)" stroke-width="1.7" stroke-linecap="round" />
    </svg>
  );
}
