/** One line of the pack: a request of the batch contract, and what the answer must hold. */
export interface ConformanceLine {
  readonly request: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** Part of the answer: every field named here must be there with this value. Lists are compared whole. */
  readonly expected: unknown;
  /** Names of the rules that must speak, and no others, in any order. */
  readonly expectedRules?: readonly string[];
  /** Codes of notes that must be among the answer’s. */
  readonly expectedNotes?: readonly string[];
  readonly source: string;
  /** The expectation is somebody else’s own words or figures, not worked out by us from the rule. */
  readonly independent: boolean;
}

/** Figures that are no whole numbers agree to this: a published percentage has fifteen digits. */
const CLOSE_ENOUGH = 1e-9;

/** What of the answer is not as expected, each in one line; empty when it agrees. */
export function differences(line: ConformanceLine, answer: unknown): readonly string[] {
  return [
    ...within(line.expected, answer, ''),
    ...(line.expectedRules === undefined ? [] : ofRules(line.expectedRules, answer)),
    ...(line.expectedNotes ?? [])
      .filter((code) => !listOf(answer, 'notes', 'code').includes(code))
      .map((code) => `notes: expected ${code} among them`),
  ];
}

function ofRules(expected: readonly string[], answer: unknown): readonly string[] {
  const set = (names: readonly string[]) => [...new Set(names)].sort().join(' ') || 'none';
  const [wanted, found] = [set(expected), set(listOf(answer, 'findings', 'rule'))];
  return wanted === found ? [] : [`rules: expected ${wanted}, found ${found}`];
}

function listOf(answer: unknown, list: string, key: string): readonly string[] {
  const items = isRecord(answer) ? answer[list] : undefined;
  return Array.isArray(items) ? items.flatMap((item) => (isRecord(item) ? [String(item[key])] : [])) : [];
}

function within(expected: unknown, found: unknown, path: string): readonly string[] {
  if (typeof expected === 'number' && typeof found === 'number')
    return Math.abs(expected - found) <= CLOSE_ENOUGH ? [] : [differs(path, expected, found)];
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return [differs(path, expected, found)];
    return expected.flatMap((item, i) => within(item, found[i], `${path}[${i}]`));
  }
  if (isRecord(expected)) {
    if (!isRecord(found)) return [differs(path, expected, found)];
    return Object.entries(expected).flatMap(([key, value]) =>
      within(value, found[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return Object.is(expected, found) ? [] : [differs(path, expected, found)];
}

function differs(path: string, expected: unknown, found: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found) ?? 'nothing'}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
