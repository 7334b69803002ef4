import type { Report, Result } from '../hosts/mutations/run.ts';

const KINDS = ['right', 'paused', 'silent', 'wrong'] as const;

/** How many readings came out each way. */
export function counts(results: readonly Result[]): Record<(typeof KINDS)[number], number> {
  const count = (kind: string): number => results.filter(({ outcome }) => outcome.kind === kind).length;
  return { right: count('right'), paused: count('paused'), silent: count('silent'), wrong: count('wrong') };
}

/** Host by outcome, with the sum and the share of right ones. */
export function table(reports: ReadonlyMap<string, Report>): string {
  const line = (name: string, results: readonly Result[], more: string): string => {
    const found = counts(results);
    const share = results.length === 0 ? '–' : `${Math.round((100 * found.right) / results.length)} %`;
    const cells = [results.length, ...KINDS.map((kind) => found[kind]), share];
    return `${name.padEnd(11)}${cells.map((cell) => String(cell).padStart(8)).join('')}   ${more}`;
  };
  const head = `${'host'.padEnd(11)}${['mutated', ...KINDS, 'right'].map((cell) => cell.padStart(8)).join('')}   read by`;
  const rows = [...reports].map(([host, { results, basis, ms }]) =>
    line(host, results, `${basis ?? 'not read'} (${ms} ms)`),
  );
  const all = [...reports.values()].flatMap(({ results }) => results);
  return [head, ...rows, line('all', all, '')].join('\n');
}

/** One wrong reading in a few lines, with what makes it again. */
export function wrongLines(host: string, { seed, mutations, outcome }: Result): readonly string[] {
  if (outcome.kind !== 'wrong') return [];
  const shown = outcome.wrongs
    .slice(0, 3)
    .map(({ field, read, truth }) => `    ${field}: read “${read}”, true is “${truth}”`);
  const more = outcome.wrongs.length > 3 ? [`    and ${outcome.wrongs.length - 3} more`] : [];
  return [`  ${host} ${seed}: ${mutations.join(' + ')}`, ...shown, ...more];
}

/** Why readings paused, the most frequent reason first. */
export function reasons(results: readonly Result[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { outcome } of results)
    if (outcome.kind === 'paused') times.set(outcome.why, (times.get(outcome.why) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([why, n]) => `  ${n} × ${why}`);
}
