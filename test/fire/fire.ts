import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EXTENSION_ID, launch, turnOn } from '../e2e/extension.ts';
import { ask } from '../e2e/school.ts';
import { randomFrom } from '../perf/school.ts';
import { type Running, run } from './browser.ts';
import { check } from './check.ts';
import { after, type Deed, replay } from './journal.ts';
import { type Hand, PHASES, type PhaseName } from './phases.ts';

/** What came of killing the browser again and again. */
export interface Report {
  /** How often it was killed in each step, as `import: commit`. */
  readonly kills: ReadonlyMap<string, number>;
  /** Of the changes in flight when it was killed: how many were there afterwards, the whole, and how many not at all. */
  readonly inFlight: { readonly there: number; readonly absent: number };
  /**
   * How often the browser itself threw the whole database away and made an empty one, because it took what the kill had left of its
   * files for damaged.
   */
  readonly thrownAway: number;
  /** Everything else that was not as the journal says, one sentence each. */
  readonly losses: readonly string[];
}

const TURNS: readonly PhaseName[] = [
  ...(['import', 'marking', 'migration', 'wipe'] as const),
  ...(['import', 'marking', 'import', 'migration'] as const),
];
/** How long each takes undisturbed, in milliseconds, until it has been seen to end. */
const FIRST_GUESS: Readonly<Record<PhaseName, number>> = {
  import: 700,
  marking: 700,
  migration: 250,
  wipe: 100,
};
/** After so many milliseconds at the latest a browser that is just coming up is killed again. */
const COMING_UP_MS = 600;

/**
 * Kills the browser so many times over one profile, each time in the middle of something, and looks after each whether all that
 * was acknowledged is kept and nothing is kept by halves. Acknowledged is what was answered before the kill.
 */
export async function fire(times: number, seed: number, tell: (line: string) => void): Promise<Report> {
  const random = randomFrom(seed);
  const server = createServer((_, answer) => answer.end('<!doctype html><title>A page</title>'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-fire-'));
  const kills = new Map<string, number>();
  const inFlight = { there: 0, absent: 0 };
  const losses: string[] = [];
  let thrownAway = 0;
  const usual = { ...FIRST_GUESS };

  const now: { journal: readonly Deed[]; flying: Deed | null; open: number | null; step: string } = {
    ...{ journal: [], flying: null, open: null },
    step: 'idle',
  };

  const handOn = (running: Running): Hand => ({
    ...{ running, own: running.own, origin, random },
    state: () => replay(now.journal),
    async does(name, work, deed) {
      Object.assign(now, { step: name, flying: deed ?? null });
      const answer = await work();
      if (deed) now.journal = after(now.journal, deed);
      if (deed?.kind === 'import') now.open = null;
      Object.assign(now, { step: 'idle', flying: null });
      return answer;
    },
    opened: (id) => {
      now.open = id;
    },
  });
  let killed = 0;
  const kill = async (running: Running, phase: PhaseName) => {
    await running.kill();
    killed++;
    kills.set(`${phase}: ${now.step}`, (kills.get(`${phase}: ${now.step}`) ?? 0) + 1);
  };

  // Closed in the ordinary way once, so that the browser itself has noted which site is allowed.
  const first = await launch(profile);
  await turnOn(first, origin);
  await first.close();
  let running = await run(profile);
  try {
    for (let turn = 0; killed < times; turn++) {
      const phase = TURNS[turn % TURNS.length] as PhaseName;
      const hand = handOn(running);
      await PHASES[phase].prepare(hand);
      const began = performance.now();
      let dead = false;
      const work = PHASES[phase].work(hand).then(
        () => {
          usual[phase] = performance.now() - began;
        },
        (error: unknown) => {
          if (!dead)
            losses.push(`${phase}, ${now.step}: ${error instanceof Error ? error.message : String(error)}`);
        },
      );
      await delay(random() * usual[phase]);
      dead = true;
      await kill(running, phase);
      // A driver does not always notice that what it waits for is gone.
      await Promise.race([work, delay(2000)]);
      const at = `kill ${killed}, ${phase}: ${now.step}`;
      const launched = Date.now();
      running = await run(profile);
      while (killed < times && random() < (phase === 'migration' ? 0.4 : 0.1)) {
        // What was cut short is taken up again by the first question, and is cut short again.
        void ask(running.own, 'kept', {}).catch(() => {});
        now.step = 'coming up again';
        await delay(random() * COMING_UP_MS);
        await kill(running, phase);
        running = await run(profile);
      }
      const kept = await check(running.own, origin, now);
      const anew = kept.loss !== null && madeSince(profile, launched);
      if (anew) thrownAway++;
      else if (kept.loss !== null) losses.push(`${at}: ${kept.loss}`);
      if (now.flying && kept.loss === null) inFlight[kept.there ? 'there' : 'absent']++;
      if (now.flying && kept.there) now.journal = after(now.journal, now.flying);
      Object.assign(now, { flying: null, open: null, step: 'idle' });
      tell(
        `${at}${kept.loss === null ? '' : `: ${anew ? 'THE BROWSER MADE THE DATABASE ANEW' : 'LOSS'}: ${kept.loss}`}`,
      );
      if (kept.loss !== null) {
        // What is kept now is no longer what the journal is of.
        await ask(running.own, 'wipe', {});
        now.journal = [];
      }
    }
  } finally {
    await running.context.close();
    server.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { kills, inFlight, thrownAway, losses };
}

/** Whether the browser began the files of our database after that moment: this one is written when they are begun, and kept. */
function madeSince(profile: string, moment: number): boolean {
  const files = path.join(profile, `Default/IndexedDB/chrome-extension_${EXTENSION_ID}_0.indexeddb.leveldb`);
  return fs.statSync(path.join(files, 'CURRENT')).mtimeMs > moment;
}

function delay(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
