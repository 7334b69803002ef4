/** The names of the checks on one mark, as the batch contract fixes them. */
export type RuleName =
  | 'late-after-close'
  | 'late-before-close'
  | 'present-after-start'
  | 'late-before-start'
  | 'late-after-session'
  | 'entry-after-close'
  | 'boundary-minute'
  | 'close-unknown'
  | 'wrong-session'
  | 'unknown-code'
  | 'withdrawn-code'
  | 'not-yet-code'
  | 'not-a-school-session'
  | 'future-session'
  | 'n-unsettled'
  | 'n-overdue'
  | 'age-check'
  | 'remote-not-attended'
  | 'amendment-incomplete'
  | 'policy-note';

/** `warn`: known to be wrong by the rule named. `check`: may be right, someone should look. `note`: worth knowing. */
export type Level = 'warn' | 'check' | 'note';

/** One thing worth saying about one mark. It advises; it never decides. */
export interface Finding {
  readonly rule: RuleName;
  readonly level: Level;
  /** Plain English: what is wrong, and what to use. */
  readonly message: string;
  /** Codes that may fit, the likeliest first. */
  readonly suggest: readonly string[];
  readonly clause: { readonly policy?: string; readonly law?: string };
}
