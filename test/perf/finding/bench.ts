// bench.ts, as npm run bench:finding: from a trusted mark to its finding in the page, and what showing thirty counts takes.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EXTENSION_ID, launch, turnOn } from '../../e2e/extension.ts';
import { slowness } from '../../e2e/hosts/frames.ts';
import { ask, confirmPlain, importMarks, ready, schoolDay } from '../../e2e/school.ts';
import { startServer } from '../pages/server.ts';
import { median } from '../time.ts';
import { leastFinding, type Marked, mark, percentile, processor, reveal } from './measure.ts';

const MARKS = Number(process.argv[2] ?? 1000);
const REVEALS = 15;
const ROWS = 30;

const { port, close } = await startServer('', schoolDay);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-bench-'));
const context = await launch(profile);
try {
  const origin = `http://localhost:${port}`;
  await turnOn(context, origin);
  const options = await ready(context, EXTENSION_ID, { clock: '09:24', role: 'office' });
  await importMarks(options, {});
  await confirmPlain(options, origin);
  const day = new Date().toISOString().slice(0, 10);
  const [load] = os.loadavg();
  console.log(
    `${day}, Chromium ${context.browser()?.version() ?? ''}, ${os.cpus().length} × ${os.cpus()[0]?.model}, load ${load?.toFixed(1)}\n`,
  );
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/register?rows=${ROWS}&peer=none`);
  await page.evaluate(leastFinding);
  const floor = await mark(page, MARKS, ROWS);
  await page.goto(`${origin}/register?rows=${ROWS}&peer=none`);
  await page.waitForFunction((rows) => document.querySelectorAll('table [data-rw]').length >= rows, ROWS);
  const ours = await mark(page, MARKS, ROWS);
  const line = (name: string, all: readonly Marked[]) => {
    const p = (share: number) =>
      percentile(
        all.map(({ ms }) => ms),
        share,
      );
    const times =
      p(0.95) /
      percentile(
        floor.map(({ ms }) => ms),
        0.95,
      );
    const late = all.filter(({ inNextFrame }) => !inNextFrame).length;
    const figures = [p(0.5), p(0.95), p(0.99), p(1)].map((ms) => ms.toFixed(1));
    console.log(`| ${[name, ...figures, times.toFixed(1), all.length - late, late].join(' | ')} |`);
  };
  console.log(
    `${MARKS} marks by key on ${ROWS} rows: milliseconds from the event to the finding in the document, or out of it\n`,
  );
  console.log('| way | median | 95% | 99% | most | times the floor at 95% | in the next frame | later |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  line('Registerwise', ours);
  line('Floor: a host with its words, nothing else', floor);
  const own = await processor(page, MARKS / 4, ROWS);
  console.log(
    `\nOf the processor, from the event to the finding: median ${median(own).toFixed(1)} ms, 95% ${percentile(own, 0.95).toFixed(1)} ms. ` +
      `This machine is now ${(await slowness(page)).toFixed(1)} times slower than alone`,
  );

  await ask(options, 'save-settings', { role: 'teacher' });
  await page.reload();
  await page.waitForFunction((rows) => document.querySelectorAll('table [data-rw]').length >= rows, ROWS);
  const shown = await reveal(page, REVEALS);
  console.log(
    `\n${ROWS} counts shown at once, ${REVEALS} times: ${median(shown).toFixed(1)} ms of the processor, with the layout asked for; ` +
      `${Math.min(...shown).toFixed(1)} at least, ${Math.max(...shown).toFixed(1)} at most`,
  );
} finally {
  await context.close();
  close();
  fs.rmSync(profile, { recursive: true, force: true });
}
