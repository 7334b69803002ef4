import { afterEach, beforeEach, vi } from 'vitest';
import type { SetUp } from '../../../components/overlay/port.ts';
import { mountWith } from '../../../entrypoints/setup/mount.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { readers } from '../../../sites/readers.ts';

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** Opens the panel over the page as it is, with open roots, and remembers what it keeps. */
export function openPanel(how: SetUp, profiles: readonly SiteProfile[] = []) {
  const saved: SiteProfile[] = [];
  const forgotten: string[] = [];
  mountWith(readers)(
    document,
    {
      ...{ how, profiles, today: '2026-11-20' as IsoDate },
      save: async (profile) => saved.push(profile),
      forget: async (id) => forgotten.push(id),
    },
    stop.signal,
    'open',
  );
  return { saved, forgotten };
}

/** Every piece of ours in the page. */
export const pieces = () =>
  [...document.querySelectorAll('[data-rw]')].flatMap(({ shadowRoot }) => shadowRoot ?? []);

/** The panel; null when it is closed. */
export const panel = () =>
  pieces()
    .map((root) => root.querySelector<HTMLElement>('.panel'))
    .find(Boolean) ?? null;

/** The frames on the page, by kind. */
export const frames = (kind: string) =>
  pieces().flatMap((root) => [...root.querySelectorAll(`.box.${kind}`)]);

/** Where a button of the panel is, to be clicked as a person does. */
export function button(says: string | RegExp): HTMLElement {
  const all = [...(panel()?.querySelectorAll<HTMLElement>('button') ?? [])];
  const fits = (text: string) => (typeof says === 'string' ? text === says : says.test(text));
  const found = all.find((each) => fits(each.ariaLabel ?? each.textContent?.trim() ?? ''));
  if (!found) throw new Error(`no button ${says} among ${all.map((each) => each.textContent).join(' | ')}`);
  return found;
}

/** What a person reads in the panel; the options of drop-downs are not read until one is opened. */
function wordsOf(shown: HTMLElement | null): string {
  const copy = shown?.cloneNode(true) as HTMLElement | undefined;
  for (const option of copy?.querySelectorAll('option') ?? []) option.remove();
  return copy?.textContent ?? '';
}

export const says = (text: string | RegExp) =>
  vi.waitFor(() => {
    const said = wordsOf(panel());
    if (typeof text === 'string' ? !said.includes(text) : !text.test(said))
      throw new Error(`“${text}” not in: ${said}`);
  });
