// bench.ts, as npm run bench:import: a school's two years of marks from a file to the disk and back to a register, beside Papa Parse
// alone and a database row for each mark, in one browser.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EXTENSION_ID, launch, start, turnOn } from '../../e2e/extension.ts';
import { ask, open } from '../../e2e/school.ts';
import { everyPupil, marksOf, PUPILS } from '../school.ts';
import { median } from '../time.ts';
import { type Imported, importFile, message, register, stopWorker } from './ours.ts';
import { papaAlone, rowForEachMark } from './peers.ts';
import { startServer } from './server.ts';

/** `bench:import -- 7` for more. */
const TURNS = Number(process.argv[2] ?? 5);
const SHARES = [28_500, 57_000, 114_000];
const FROM = '2024-09-01';

const id = (pupil: number) => `P${100_000 + pupil}`;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-bench-'));
const [profile, file] = [path.join(folder, 'profile'), path.join(folder, 'marks.csv')];
const marks = writeFile();
const { origin, close } = await startServer();
let context = await launch(profile);
const print = (line: string) => console.log(line);
const ms = (times: readonly number[]) =>
  `${median(times).toFixed(1)} (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`;

try {
  print(
    `${new Date().toISOString().slice(0, 10)}, Chromium ${context.browser()?.version()}, ${os.cpus().length} × ${os.cpus()[0]?.model}, load ${os.loadavg()[0]?.toFixed(0)}`,
  );
  print(
    `${PUPILS.toLocaleString('en-GB')} pupils, ${marks.toLocaleString('en-GB')} marks, ${(fs.statSync(file).size / 1e6).toFixed(0)} MB of CSV. Milliseconds: median of ${TURNS} (least to most).\n`,
  );
  await turnOn(context, origin);
  const options = await open(context, EXTENSION_ID, 'options.html');
  const peers = await context.newPage();
  await peers.goto(`${origin}/`);

  const papa: number[] = [];
  const [first, repeated]: [Imported[], Imported[]] = [[], []];
  const once: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await peers.bringToFront();
    papa.push(await papaAlone(peers, file));
    await options.bringToFront();
    // A first import has nothing to be laid over, one that is repeated has every mark of it.
    await ask(options, 'wipe', {});
    await ask(options, 'set-site', { origin, on: true });
    first.push(await importFile(options, file));
    once.push(sizes().ours);
    repeated.push(await importFile(options, file));
  }
  const sums = (all: readonly Imported[]) => all.map(({ read, keep }) => read + keep);
  const against = (times: readonly number[]) => (median(times) / median(papa)).toFixed(2);
  const rows = (what: string, all: readonly Imported[]) => {
    const parts = { reading: all.map(({ read }) => read), keeping: all.map(({ keep }) => keep) };
    return [
      [`Registerwise, file chosen to kept, ${what}`, ms(sums(all)), against(sums(all))],
      ...Object.entries(parts).map(([part, times]) => [`– ${part}`, ms(times), against(times)]),
    ];
  };
  const shares: number[] = [];
  for (const share of SHARES) shares.push(await rowForEachMark(peers, share));
  const whole = ((shares.at(-1) ?? 0) * marks) / (SHARES.at(-1) ?? 1);
  table(
    ['import', 'ms', 'times Papa Parse'],
    [
      ['Papa Parse alone, in a worker', ms(papa), '1.0'],
      ...rows('the first', first),
      ...rows('the same again', repeated),
      ...SHARES.map((share, i) => [
        `a row for each mark, ${share.toLocaleString('en-GB')} of them`,
        (shares[i] ?? 0).toFixed(0),
        '',
      ]),
      ['a row for each mark, all, scaled from the last', whole.toFixed(0), (whole / median(papa)).toFixed(1)],
    ],
  );
  print(`\nA row for each mark takes ${(whole / median(sums(first))).toFixed(0)} times as long as ours.\n`);

  await peers.close();
  await options.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  const everybody = everyPupil(id);
  const again = async (times: number, work: (turn: number) => Promise<number>) => {
    const all: number[] = [];
    for (let turn = 0; turn < times; turn++) all.push(await work(turn));
    return all;
  };
  const asleep = async (work: () => Promise<number>) => {
    await stopWorker(context);
    return work();
  };
  await register(options, origin, everybody.slice(0, 30));
  table(
    ['a register, as a page sees it', 'ms'],
    [
      ['a message alone', ms(await again(30, () => message(options)))],
      ['30 pupils, warm', ms(await again(30, () => register(options, origin, everybody.slice(0, 30))))],
      [
        'another 30 of that day',
        ms(
          await again(20, (turn) =>
            register(options, origin, everybody.slice(turn * 30 + 30, turn * 30 + 60)),
          ),
        ),
      ],
      [
        '30 pupils, background stopped',
        ms(await again(9, () => asleep(() => register(options, origin, everybody.slice(0, 30))))),
      ],
      ['a message alone, background stopped', ms(await again(9, () => asleep(() => message(options))))],
      [
        'all 1,500, each counted anew',
        ms(await again(7, (turn) => register(options, origin, everybody, turn + 1))),
      ],
    ],
  );

  const kept = await ask(options, 'kept', {});
  const [ownMarks] = kept.map(({ marks: many }) => many);
  if (ownMarks !== marks) throw new Error(`${ownMarks} marks are kept, not ${marks}.`);
  const atOnce = sizes();
  for (let round = 0; round < 2; round++) {
    await context.close();
    context = await start(profile);
    const own = await open(context, EXTENSION_ID, 'popup.html');
    await ask(own, 'kept', {});
    const rows = await context.newPage();
    await rows.goto(`${origin}/`);
    await rows.evaluate(async () => (await indexedDB.databases()).length);
  }
  await context.close();
  const rested = sizes();
  const [mine, theirs] = [marks, SHARES.at(-1) ?? 1];
  print('');
  table(
    ['bytes on the disk, a mark', 'after one import', 'after two', 'opened again twice'],
    [
      [
        'Registerwise',
        ((once[0] ?? 0) / mine).toFixed(2),
        (atOnce.ours / mine).toFixed(2),
        (rested.ours / mine).toFixed(2),
      ],
      ['a row for each mark', '', (atOnce.rows / theirs).toFixed(1), (rested.rows / theirs).toFixed(1)],
    ],
  );
} finally {
  await context.close().catch(() => {});
  close();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Writes the file, a row for each session, pupil by pupil; says how many marks are in it. */
function writeFile(): number {
  const out = fs.openSync(file, 'w');
  fs.writeSync(out, 'Pupil ID,Date,Session,Mark\n');
  let rows = 0;
  for (let pupil = 0; pupil < PUPILS; pupil++) {
    const lines = marksOf(pupil)
      .filter(({ date }) => date >= FROM)
      .map(({ date, session, code }) => `${id(pupil)},${date},${session},${code}\n`);
    rows += lines.length;
    fs.writeSync(out, lines.join(''));
  }
  fs.closeSync(out);
  return rows;
}

/** Bytes of the two databases' folders on the disk. Ours is in a storage bucket, which has a folder of its own. */
function sizes(): { ours: number; rows: number } {
  const of = (folder: string, start: string) => {
    const all = path.join(profile, 'Default', folder);
    if (!fs.existsSync(all)) return 0;
    return fs
      .readdirSync(all, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.startsWith(start))
      .map((name) => fs.statSync(path.join(all, name)))
      .filter((entry) => entry.isFile())
      .reduce((sum, { size }) => sum + size, 0);
  };
  return {
    ours: of('IndexedDB', 'chrome-extension_') + of('WebStorage', ''),
    rows: of('IndexedDB', 'http_localhost_'),
  };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const row of [head, head.map(() => '---'), ...rows]) print(`| ${row.join(' | ')} |`);
}
