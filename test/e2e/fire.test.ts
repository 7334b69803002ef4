import { spawn } from 'node:child_process';
import { expect, test } from './fixtures.ts';

/** In a process of its own: what is killed there is not this one's browser. */
function fire(
  kills: number,
  seed: number,
): Promise<{ readonly status: number | null; readonly said: string }> {
  const run = spawn(process.execPath, ['scripts/fire.mjs', String(kills), String(seed), '--built']);
  let said = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (text: Buffer) => {
      said += text;
    });
  return new Promise((done) => {
    run.on('close', (status) => done({ status, said }));
  });
}

test('the browser killed in the middle of things: what was acknowledged is kept, the rest the whole or not at all', async () => {
  test.setTimeout(400_000);
  const { status, said } = await fire(6, 20);
  expect(said).toMatch(/6 kills in .*, 0 losses of ours\./);
  expect(status).toBe(0);
});
