import { showMinute } from '../../rules/calendar/clock.ts';
import { longDate } from '../../rules/calendar/show.ts';
import type { DatedEntry } from '../log.ts';

/** What an entry of the log says, in one plain sentence. */
export function saysOf(entry: DatedEntry): string {
  switch (entry.kind) {
    case 'amended':
      return `the mark of ${of(entry)} was seen to change on the page from ${entry.from} to ${entry.to}.`;
    case 'disagreed':
      return `of ${of(entry)} the page said ${entry.page} and an import said ${entry.imported}; that of the ${entry.stands} stands.`;
    case 'arrived':
      return `for ${of(entry)} an arrival at ${showMinute(entry.arrived)} was logged${entry.reason && `, with the reason: ${entry.reason}`}.`;
    case 'arrival-removed':
      return `the arrival logged for ${of(entry)} was deleted.`;
    case 'finding-kept':
      return `a finding about the mark ${entry.code} of ${of(entry)} was kept as it is${entry.reason === null ? '' : `, with the reason: ${entry.reason}`}.`;
    case 'finding-returned':
      return `a finding about the mark ${entry.code} of ${of(entry)} was no longer kept as it is.`;
    case 'amendment':
      return `the mark of ${of(entry)} was changed from ${entry.from} to ${entry.to} on ${longDate(entry.on)} by ${entry.by} (${entry.role}), with the reason: ${entry.reason}.`;
    case 'kept':
      return `a finding was kept as it is: ${entry.finding}. Reason: ${entry.reason}.`;
    case 'tidied':
      return `marks made before ${longDate(entry.keptFrom)} were erased.`;
    case 'pupil-erased':
      return 'everything about one pupil was erased.';
    case 'restored':
      return 'a backup was put in place.';
  }
}

function of({ date, session }: Extract<DatedEntry, { date: unknown }>): string {
  return `${longDate(date)} ${session}`;
}
