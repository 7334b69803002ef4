import type { Frame, Page } from '@playwright/test';
import { build } from 'vite';
import type { ReadLabel } from '../../../sites/contract.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import type { Truth } from '../truth.ts';

interface ReadRow {
  readonly pupilKey: string;
  readonly name?: string | null;
  readonly code: string | null;
}

/** A register as read, as far as it can be carried out of the page. */
export interface ReadRegister {
  readonly date: string | null;
  readonly session: string | null;
  readonly lesson: string | null;
  readonly paused: string | null;
  readonly rowsInAll: number | null;
  readonly duplicates: readonly string[];
  readonly rows: readonly Required<ReadRow>[];
}

export interface SeenPage {
  readonly kind: 'registers' | 'not-checking' | 'no-register';
  readonly why: string | null;
  readonly registers: readonly ReadRegister[];
  /** Whether a second reading gave the same. */
  readonly same: boolean;
  /** Changes to the document while it was read. */
  readonly writes: number;
}

/** What is shown once to be confirmed, and the profile that a confirmation as it stands makes. */
export interface Confirmed {
  readonly profile: SiteProfile;
  readonly labels: readonly ReadLabel[];
  readonly rows: readonly ReadRow[];
  readonly paused: string | null;
}

interface Reader {
  readonly confirm: () => Confirmed | null;
  readonly read: (profile: SiteProfile | null) => SeenPage;
  readonly still: (quiet: number, most: number) => Promise<void>;
  readonly told: () => number;
}
type Holder = { readonly __reader: Reader };

/** The readers as one script that can be put into any page. */
export async function readerScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('./reader.ts', import.meta.url).pathname, formats: ['iife'], name: 'reader' },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error('The readers could not be bundled.');
  return output.output[0].code;
}

/** The frame that has the register: the first in which there is a sign of one. */
async function registerFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    const { kind } = await frame.evaluate(() => (globalThis as unknown as Holder).__reader.read(null));
    if (kind !== 'no-register') return frame;
  }
  return page.mainFrame();
}

/** The profile of a person who says of each label on the page what it truly stands for, and of the others what is proposed. */
export async function confirmed(page: Page, truth: Truth): Promise<SiteProfile | null> {
  const frame = await registerFrame(page);
  const asked = await frame.evaluate(() => (globalThis as unknown as Holder).__reader.confirm());
  if (!asked) return null;
  const codes = new Map<string, string>(Object.entries(asked.profile.codes));
  const known = new Set(asked.labels.flatMap(({ label, code }) => (code === null ? [] : [label])));
  for (const { pupilKey, code } of asked.rows) {
    const pupil = truth.pupils.find(({ id, also }) => [id, ...also].includes(pupilKey));
    if (code !== null && pupil?.code && !known.has(code)) codes.set(code, pupil.code);
  }
  return { ...asked.profile, codes: Object.fromEntries(codes) };
}

/** A page may draw what it was told only a moment later: longer than this, in ms, none here waits in the middle of it. */
const QUIET = 250;
const AT_MOST = 2500;

/** Waits until no frame changes any more, nor is left for another document. */
export async function settled(page: Page): Promise<void> {
  await Promise.all(page.frames().map(stillIn)).catch(async (error: unknown) => {
    if (!(error instanceof Error && /navigation|detached/i.test(error.message))) throw error;
    await page.waitForLoadState('load');
    await settled(page);
  });
}

const stillIn = (frame: Frame): Promise<void> =>
  frame.evaluate(([quiet, most]) => (globalThis as unknown as Holder).__reader.still(quiet, most), [
    QUIET,
    AT_MOST,
  ] as const);

export async function readNow(page: Page, profile: SiteProfile | null): Promise<SeenPage> {
  const frame = await registerFrame(page);
  return frame.evaluate((given) => (globalThis as unknown as Holder).__reader.read(given), profile);
}

/** How often the observers of all frames have told of a change. */
export async function timesTold(page: Page): Promise<number> {
  let times = 0;
  for (const frame of page.frames())
    times += await frame.evaluate(() => (globalThis as unknown as Holder).__reader.told());
  return times;
}
