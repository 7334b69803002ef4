import type { Counts, OverlayContext } from '../../components/overlay/port.ts';
import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { policyOf } from '../../rules/policy/profiles.ts';
import { countsFor } from '../../store/counts.ts';
import type { Database } from '../../store/database.ts';
import type { PageRequests, WhyAnswer } from '../../store/page-requests.ts';
import { policyInForce } from '../../store/policies.ts';
import { addSeen } from '../../store/seen.ts';
import { readSettings } from '../../store/settings.ts';
import { whyOf } from '../../store/why.ts';
import { managedCounts } from './managed.ts';
import { store } from './opened-store.ts';
import { showingOf } from './showing.ts';

/** A policy without what no page reads: a page asks for it at every load, and most of it is for people who study it. */
function forPages(policy: Policy): Policy {
  return { ...policy, steps: [], shown: [], noted: [], numbering: {} };
}

/** What a page is given before it checks anything. */
export async function overlayContext(): Promise<OverlayContext> {
  const database = await store();
  const settings = await readSettings(database);
  const { role, policyId, calendar, calendarSource, clockOffsetMs, hideAfter } = settings;
  const showing = showingOf(role, hideAfter, await managedCounts());
  const policy = forPages(await policyInForce(database, policyId));
  return { role, ...showing, policy, calendar, inferred: calendarSource === 'marks', clockOffsetMs };
}

/** What stands in for the saved settings where it says something: the practice register's, which has built-in policies alone. */
interface Instead {
  readonly policyId?: string | undefined;
  readonly calendar?: CalendarInput | undefined;
}

/** The counts of a register's pupils. */
export async function counts(
  origin: string,
  ask: PageRequests['counts']['ask'],
  by?: Instead,
): Promise<Counts> {
  const database = await store();
  return countsFor(database, origin, ask, await rulesOf(database, by));
}

/** What the why-card of one pupil shows. */
export async function why(origin: string, ask: PageRequests['why']['ask'], by?: Instead): Promise<WhyAnswer> {
  const database = await store();
  return whyOf(database, origin, ask, await rulesOf(database, by));
}

async function rulesOf(database: Database, { policyId, calendar }: Instead = {}) {
  const settings = await readSettings(database);
  const policy = policyId ? policyOf(policyId) : await policyInForce(database, settings.policyId);
  return { calendar: calendar ?? settings.calendar, policy };
}

/** Marks seen saved on a register. */
export async function seen(origin: string, ask: PageRequests['seen']['ask']): Promise<null> {
  await addSeen(await store(), origin, ask, Date.now());
  return null;
}
