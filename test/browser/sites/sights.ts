import type { IsoDate } from '../../../rules/calendar/dates.ts';
import type { SightOfPage } from '../../../sites/confirmed.ts';
import type { RegisterReading } from '../../../sites/contract.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';

/** What a page shows, as written in its `expected.json`: a sight without its elements. */
export type ExpectedSight =
  | Exclude<SightOfPage, { kind: 'registers' }>
  | { readonly kind: 'registers'; readonly readings: readonly object[] };

/** A document of its own, without a window, with the shadow roots it declares: nothing in it runs. */
export function parse(html: string): Document {
  return Document.parseHTMLUnsafe(html);
}

/** The page as it reads once somebody has said that what was understood of it is right. */
export function readConfirmed(url: URL, document: Document, today?: IsoDate): SightOfPage {
  const sight = readPage(url, document, [], today);
  if (sight.kind !== 'not-checking' || sight.setUp !== 'confirm') return sight;
  return readPage(url, document, confirmations(url, document), today);
}

/** What somebody confirms who finds right how a page was understood. */
export function confirmations(url: URL, document: Document): readonly SiteProfile[] {
  const given = {
    id: 'page',
    name: 'Class register',
    route: routeOf(url),
    confirmed: '2026-09-01' as IsoDate,
  };
  return understood(url, document).flatMap((reading) => {
    const { basis } = reading;
    return basis ? [confirmationOf({ ...reading, basis }, given)] : [];
  });
}

/** A sight without its elements, to be compared with what is written down. */
export function plain(sight: SightOfPage): ExpectedSight {
  return sight.kind === 'registers'
    ? { kind: 'registers', readings: sight.readings.map(plainReading) }
    : sight;
}

function plainReading({ root: _root, rows, ...reading }: RegisterReading): object {
  return { ...reading, rows: rows.map(({ markElement: _mark, anchor: _anchor, ...row }) => row) };
}
