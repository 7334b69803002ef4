import type { IsoDate } from '../../../rules/calendar/dates.ts';
import type { ExpectedSight } from './sights.ts';

export { confirmations, type ExpectedSight, parse, plain, readConfirmed } from './sights.ts';

/** One page of `test/pages/<system>/<version>/<page>/`. */
export interface Fixture {
  readonly name: string;
  readonly url: URL;
  readonly html: string;
  /** The day on which the page was opened, where it matters. */
  readonly today: IsoDate | undefined;
  readonly expected: ExpectedSight;
}

const pages = import.meta.glob<string>('../../pages/*/*/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const abouts = import.meta.glob<{ url: string; today?: IsoDate }>('../../pages/*/*/*/about.json', {
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
  const { url, today } = about;
  return { name: folder.slice('../../pages/'.length, -1), url: new URL(url), html, today, expected };
});
