import { schoolTime } from '../../rules/calendar/clock.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { longDate } from '../../rules/calendar/show.ts';

/** How much is kept of one site. */
export interface KeptSite {
  readonly origin: string;
  readonly pupils: number;
  readonly marks: number;
  /** From the first to the last day of which a mark is kept; null where none is. */
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Pupils whose name is kept. */
  readonly named: number;
  /** When marks were last imported, in milliseconds since 1970; null where none of those kept now were. */
  readonly lastImport: number | null;
  /** Part of what is kept does not open, and is not among these figures. */
  readonly unreadable: boolean;
}

const number = new Intl.NumberFormat('en-GB');

/** `1 pupil`, `1,204 pupils`. */
export function howMany(count: number, one: string): string {
  return `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** The day of a moment (milliseconds since 1970), as people write it. */
export function dayOf(at: number): string {
  return longDate(schoolTime(at).date);
}

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** A moment (milliseconds since 1970) to the minute on a school's clock: `28 November 2026 at 09:12`. */
export function momentOf(at: number): string {
  return moment.format(at);
}

/** Bytes as people say them: `340 kB`, `2.4 MB`. */
export function howLarge(bytes: number): string {
  return bytes < 1_000_000
    ? `${number.format(Math.ceil(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What is kept on this device, site by site. `bytes` is how much room it takes; null where the browser does not say. */
export function Kept(props: {
  kept: readonly KeptSite[];
  bytes: number | null;
  nameOf: (origin: string) => string;
}) {
  const room = props.bytes === null ? '' : ` About ${howLarge(props.bytes)} on this device in all.`;
  if (props.kept.length === 0) return <p class="note">No marks are kept on this device.</p>;
  return (
    <>
      {props.kept.map((site) => (
        <div class="kept" key={site.origin}>
          <h3>{props.nameOf(site.origin)}</h3>
          <dl class="figures">
            <Figure of="Marks">{`${howMany(site.marks, 'mark')} of ${howMany(site.pupils, 'pupil')}`}</Figure>
            {site.span && (
              <Figure of="Dates">{`${longDate(site.span.from)} to ${longDate(site.span.to)}`}</Figure>
            )}
            <Figure of="Last import">{site.lastImport === null ? 'None' : dayOf(site.lastImport)}</Figure>
            <Figure of="Names">
              {site.named === 0 ? 'Not kept' : `Kept of ${howMany(site.named, 'pupil')}`}
            </Figure>
          </dl>
          {site.unreadable && (
            <p class="note problem">
              Part of what is kept of this site cannot be read and is not in these figures. Wipe everything
              and import the marks again.
            </p>
          )}
        </div>
      ))}
      <p class="quiet">Everything is sealed with a key that stays in this browser.{room}</p>
    </>
  );
}

function Figure(props: { of: string; children: string }) {
  return (
    <div>
      <dt>{props.of}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
