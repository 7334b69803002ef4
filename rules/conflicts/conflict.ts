/** How much a conflict matters to what is recorded. */
export type Severity = 'high' | 'medium' | 'low';

/** One place where a policy disagrees with the law, with itself, or leaves out what it must say. */
export interface Conflict {
  /** Number of a known conflict, such as `001-01`; else the name of the check that found it. */
  readonly id: string;
  /** What it is about, such as `times.AM.closes`, `retention` or `threshold`. */
  readonly field: string;
  readonly severity: Severity;
  /** What the policy says, in its own words where it has them. */
  readonly statement: string;
  /** What the law or guidance says, or the policy's other sentence. */
  readonly law: string;
  /** The safest reading, and what the engine does. */
  readonly reading: string;
}

/** A conflict a person read in the policy; `clause` is a key into the policy's clauses, null where it is an omission. */
export interface NotedConflict extends Conflict {
  readonly clause: string | null;
}
