import { offered } from '../../components/overlay/door.ts';
import type { RegisterSource } from '../../components/overlay/port.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import { observe } from '../../sites/observe.ts';
import { routeOf, type SiteProfile } from '../../sites/profile.ts';
import type { Readers } from '../../sites/readers.ts';
import { mayHoldRegister } from '../../sites/sign.ts';
import type { PagePort } from './page-port.ts';

/** Readings of a real page, with what people confirmed or taught of its site. */
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
  const tell = () => {
    for (const onChange of [...watchers]) onChange();
  };
  const learn = async (loading?: true) => {
    profiles = await port.profiles(loading);
  };
  const isTaught = () =>
    profiles.some(({ picks, route }) => picks !== null && route === routeOf(new URL(page.URL)));
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
      if (readers) return readers.readPage(new URL(page.URL), page, profiles, schoolTime(port.now()).date);
      if (!sentFor && (isTaught() || mayHoldRegister(page))) sendForReaders();
      return { kind: 'no-register' };
    },
    observe(until, onChange) {
      watchers.add(onChange);
      until.addEventListener('abort', () => watchers.delete(onChange));
      observe(page, until, onChange);
    },
  };
}
