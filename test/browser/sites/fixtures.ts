import type { RegisterReading } from '../../../sites/contract.ts';
import type { SightOfPage } from '../../../sites/registry.ts';

/** What a page shows, as written in its `expected.json`: a sight without its elements. */
export type ExpectedSight =
  | Exclude<SightOfPage, { kind: 'register' }>
  | { readonly kind: 'register'; readonly reading: object };

/** One page of `test/pages/<system>/<version>/<page>/`. */
export interface Fixture {
  readonly name: string;
  readonly url: URL;
  readonly html: string;
  readonly expected: ExpectedSight;
}

const pages = import.meta.glob<string>('../../pages/*/*/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const abouts = import.meta.glob<{ url: string }>('../../pages/*/*/*/about.json', {
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<ExpectedSight>('../../pages/*/*/*/expected.json', {
  import: 'default',
  eager: true,
});

/** Every page on disk; throws where a file of the three is missing. */
export const fixtures: readonly Fixture[] = Object.entries(pages).map(([path, html]) => {
  const folder = path.slice(0, -'page.html'.length);
  const about = abouts[`${folder}about.json`];
  const expected = expectations[`${folder}expected.json`];
  if (!(about && expected)) throw new Error(`${folder} lacks about.json or expected.json`);
  return { name: folder.slice('../../pages/'.length, -1), url: new URL(about.url), html, expected };
});

/** A document of its own, without a window: nothing in it runs. */
export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** A sight without its elements, to be compared with what is written down. */
export function plain(sight: SightOfPage): ExpectedSight {
  return sight.kind === 'register' ? { kind: 'register', reading: plainReading(sight.reading) } : sight;
}

function plainReading({ root: _root, rows, ...reading }: RegisterReading): object {
  return { ...reading, rows: rows.map(({ markElement: _mark, anchor: _anchor, ...row }) => row) };
}
