import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

async function run(input: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const child = spawn('node', ['rules/batch/cli.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const piece of input) child.stdin.write(piece);
  child.stdin.end();
  const [code] = await once(child, 'close');
  return { code, lines: Buffer.concat(chunks).toString().split('\n') };
}

const tally = (id: number) => `{"id":${id},"kind":"tally","asOf":"2026-07-01","counts":{"/":1}}`;

test('lines are answered in order, bad ones too, and the run ends well', async () => {
  const { code, lines } = await run([
    `${tally(1)}\r\n\nnonsense\n${tally(2).slice(0, 20)}`,
    `${tally(2).slice(20)}\n${tally(3)}`,
  ]);
  expect(code).toBe(0);
  expect(lines.slice(0, -1).map((line) => JSON.parse(line).id)).toEqual([1, null, 2, 3]);
  expect(lines.at(-1)).toBe('');
});

test('a line separator inside a string does not cut a line', async () => {
  const { lines } = await run([`{"id":"a\u2028b","kind":"tally","asOf":"2026-07-01","counts":{}}\n`]);
  expect(JSON.parse(lines[0] ?? '').id).toBe('a\u2028b');
});
