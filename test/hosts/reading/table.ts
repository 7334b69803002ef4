import type { Reporter, TestCase } from '@playwright/test/reporter';

/** Prints a table, host by step, of what the reading tests noted; what was not right is listed with its words below it. */
export default class Table implements Reporter {
  readonly #noted = new Map<string, Map<string, string>>();

  onTestEnd(
    _test: TestCase,
    { annotations }: { annotations: readonly { type: string; description?: string }[] },
  ): void {
    for (const { type, description } of annotations) {
      const [host, step] = type.split(' | ');
      if (!host || !step) continue;
      if (!this.#noted.has(host)) this.#noted.set(host, new Map());
      this.#noted.get(host)?.set(step, description ?? '');
    }
  }

  onEnd(): void {
    if (this.#noted.size === 0) return;
    const steps = [...new Set([...this.#noted.values()].flatMap((row) => [...row.keys()]))];
    const line = (cells: readonly string[]) =>
      cells.map((cell, i) => cell.padEnd(i === 0 ? 18 : 10)).join(' ');
    console.log(`\n${line(['', ...steps])}`);
    for (const [host, row] of this.#noted)
      console.log(line([host, ...steps.map((step) => (row.get(step) ?? '–').split(':')[0] ?? '')]));
    const count = new Map<string, number>();
    for (const row of this.#noted.values())
      for (const words of row.values()) {
        const kind = words.split(':')[0] ?? '';
        count.set(kind, (count.get(kind) ?? 0) + 1);
      }
    console.log(`\n${[...count].map(([kind, times]) => `${times} ${kind}`).join(', ')}\n`);
    for (const [host, row] of this.#noted) {
      const steps = new Map<string, string[]>();
      for (const [step, words] of row)
        if (words !== 'right') steps.set(words, [...(steps.get(words) ?? []), step]);
      for (const [words, where] of steps) console.log(`${host} (${where.join(', ')}): ${words}`);
    }
  }
}
