import type { Page } from '@playwright/test';
import { ask } from '../e2e/school.ts';
import type { Running } from './browser.ts';
import { pageDoor } from './browser.ts';
import type { Deed, State } from './journal.ts';
import { deedOf, grown, plant } from './old.ts';
import { oneRegister, parts, someMarks } from './school.ts';

/** What a phase works with. */
export interface Hand {
  readonly running: Running;
  readonly own: Page;
  readonly origin: string;
  readonly random: () => number;
  /** What the journal comes to now. */
  state(): State;
  /**
   * Does one step. What it changes, if anything, is in flight until its reply is here, and then in the journal.
   */
  does<T>(step: string, work: () => Promise<T>, deed?: Deed): Promise<T>;
  /** An import is open, of which nothing may count unless it is committed. */
  opened(id: number): void;
}

/** One kind of work in which the browser is killed. */
export interface Phase {
  /** What must be there before; nothing is killed meanwhile. */
  prepare(hand: Hand): Promise<void>;
  work(hand: Hand): Promise<void>;
}

const nothing = async () => {};

export const PHASES = {
  import: {
    prepare: nothing,
    async work(hand) {
      await importOnce(hand);
      const id = hand.state().undoable.get(hand.origin);
      if (id !== undefined && hand.random() < 0.6)
        await hand.does('undo', () => ask(hand.own, 'undo-import', { id }), {
          ...{ kind: 'undo', id, origin: hand.origin },
        });
      await importOnce(hand);
    },
  },
  marking: {
    prepare: nothing,
    async work({ running, own, origin, random, does }) {
      const atPage = await does('page', () => pageDoor(running.context, `${origin}/`));
      for (let turn = 0; turn < 12; turn++) {
        const marks = oneRegister(random);
        const [{ date, session } = never()] = marks;
        const sent = marks.map(({ pupil, code }) => ({ pupil, code }));
        await does('seen', () => atPage('seen', { date, session, marks: sent }), {
          kind: 'seen',
          origin,
          marks,
        });
        const ms = Math.floor(random() * 100_000);
        if (turn % 4 === 0)
          await does('settings', () => ask(own, 'save-settings', { clockOffsetMs: ms }), {
            kind: 'clock',
            ms,
          });
      }
    },
  },
  migration: {
    async prepare({ own, origin, random, does }) {
      const old = grown(random, origin);
      await does('planting', () => plant(own, old), { kind: 'wipe' });
      await does('planting', nothing, deedOf(old));
    },
    work: async ({ own, does }) => void (await does('migration', () => ask(own, 'kept', {}))),
  },
  wipe: {
    async prepare(hand) {
      if (hand.state().imports.length === 0) await importOnce(hand);
    },
    work: async ({ own, does }) => void (await does('wipe', () => ask(own, 'wipe', {}), { kind: 'wipe' })),
  },
} satisfies Record<string, Phase>;

export type PhaseName = keyof typeof PHASES;

async function importOnce({ own, origin, random, does, opened }: Hand): Promise<void> {
  const marks = someMarks(random);
  const stale = random() < 0.4;
  const head = { origin, file: 'marks.csv', savedAt: stale ? 1_000_000_000_000 : null };
  const { id } = await does('begin', () => ask(own, 'import-begin', head));
  opened(id);
  for (const [part, strips] of parts(marks).entries())
    await does('part', () => ask(own, 'import-part', { id, part, strips }));
  await does('commit', () => ask(own, 'import-commit', { id }), { kind: 'import', id, origin, stale, marks });
}

function never(): never {
  throw new Error('A register has pupils.');
}
