import { offered } from '../../components/overlay/door.ts';
import type { RegisterSource, Sight } from '../../components/overlay/port.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import { observe, type Watch } from '../../sites/observe.ts';
import { routeOf, type SiteProfile } from '../../sites/profile.ts';
import type { Readers } from '../../sites/readers.ts';
import { mayHoldRegister } from '../../sites/sign.ts';
import { isTranslated } from '../../sites/translated.ts';
import type { PagePort } from './page-port.ts';

/**
 * Readings of a real page, with what people confirmed or taught of its site. While nothing changes, a look costs nothing:
 * what was read last is answered.
 */
export interface PageSource extends RegisterSource {
  /** Asks what has been confirmed or taught, before the first look. Rejects where the site is switched off. */
  learn(): Promise<void>;
}

/**
 * A source that sees no register until the page has shown a sign of one and the readers it sends for have come, and that
 * learns again when settings change.
 */
export function pageSource(
  page: Document,
  port: Pick<PagePort, 'profiles' | 'readers' | 'onChange' | 'now'>,
  signal: AbortSignal,
): PageSource {
  const watchers = new Set<() => void>();
  let profiles: readonly SiteProfile[] = [];
  // Readers that stand here before ours have come are those of a version that is gone.
  let readers: Readers | undefined;
  let sentFor = false;
  let watch: Watch | null = null;
  /** The last look, and what it was taken with. */
  let seen: { readonly by: readonly unknown[]; readonly sight: Sight } | null = null;
  const tell = () => {
    for (const onChange of [...watchers]) onChange();
  };
  const learn = async (loading?: true) => {
    profiles = await port.profiles(loading);
  };
  /** Its words for marks and titles say nothing where it was taught, or the browser has translated it. */
  const isKnown = () => {
    const here = profiles.filter(({ route }) => route === routeOf(new URL(page.URL)));
    return here.some(({ picks }) => picks !== null) || (here.length > 0 && isTranslated(page));
  };
  const sendForReaders = () => {
    sentFor = true;
    port.readers().then(
      () => {
        readers = offered('readers');
        tell();
      },
      () => {},
    );
  };
  port.onChange(signal, ({ kind }) => {
    if (kind === 'reload') learn().then(tell, () => {});
  });
  return {
    learn: () => learn(true),
    look() {
      if (!readers) {
        if (!sentFor && (isKnown() || mayHoldRegister(page))) sendForReaders();
        return { kind: 'no-register' };
      }
      const today = schoolTime(port.now()).date;
      const by = [page.URL, today, profiles];
      const isFresh = seen?.by.every((one, i) => one === by[i]) && watch?.isBehind() === false;
      if (!seen || !isFresh) seen = { by, sight: readers.readPage(new URL(page.URL), page, profiles, today) };
      return seen.sight;
    },
    observe(until, onChange) {
      watchers.add(onChange);
      until.addEventListener('abort', () => watchers.delete(onChange));
      watch ??= observe(page, signal, () => {
        seen = null;
        tell();
      });
    },
  };
}
