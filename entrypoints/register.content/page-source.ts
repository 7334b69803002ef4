import type { RegisterSource } from '../../components/overlay/port.ts';
import { observe } from '../../sites/observe.ts';
import type { SiteProfile } from '../../sites/profile.ts';
import { readPage } from '../../sites/registry.ts';
import type { PagePort } from './page-port.ts';

/** Readings of a real page, with what people confirmed or taught of its site. */
export interface PageSource extends RegisterSource {
  /** Asks what has been confirmed or taught, before the first look. Rejects where the site is switched off. */
  learn(): Promise<void>;
}

/** A source that knows of nothing confirmed until it has learnt, and learns again when settings change. */
export function pageSource(
  page: Document,
  port: Pick<PagePort, 'profiles' | 'onChange'>,
  signal: AbortSignal,
): PageSource {
  const watchers = new Set<() => void>();
  let profiles: readonly SiteProfile[] = [];
  const learn = async (loading?: true) => {
    profiles = await port.profiles(loading);
  };
  port.onChange(signal, ({ kind }) => {
    if (kind !== 'reload') return;
    learn().then(
      () => {
        for (const onChange of [...watchers]) onChange();
      },
      () => {},
    );
  });
  return {
    learn: () => learn(true),
    look: () => readPage(new URL(page.URL), page, profiles),
    observe(until, onChange) {
      watchers.add(onChange);
      until.addEventListener('abort', () => watchers.delete(onChange));
      observe(page, until, onChange);
    },
  };
}
