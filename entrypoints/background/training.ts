import browser from 'webextension-polyfill';
import type { OverlayContext } from '../../components/overlay/port.ts';
import { type ClockTime, schoolTime, toMinute } from '../../rules/calendar/clock.ts';
import { readSettings } from '../../store/settings.ts';
import { store } from './opened-store.ts';

/** A training clock: what it was set to, and how far it is ahead of this computer's, in milliseconds. */
interface Training {
  readonly time: ClockTime;
  readonly offsetMs: number;
}

const keyOf = (tabId: number) => `training:${tabId}`;
const MINUTE_MS = 60_000;

/** What a tab's training clock was set to; null where there is none. */
export async function trainingTime(tabId: number): Promise<ClockTime | null> {
  return (await trainingOf(tabId))?.time ?? null;
}

/** Sets a tab's training clock: it shows `time` now, on today's date, and goes on from there. Null takes it away. */
export async function setTraining(tabId: number, time: ClockTime | null): Promise<void> {
  if (time === null) return forgetTraining(tabId);
  const { clockOffsetMs } = await readSettings(await store());
  const school = Date.now() + clockOffsetMs;
  const ahead = (toMinute(time) - schoolTime(school).minute) * MINUTE_MS - (school % MINUTE_MS);
  const training: Training = { time, offsetMs: clockOffsetMs + ahead };
  await browser.storage.session.set({ [keyOf(tabId)]: training });
}

/** Takes a tab's training clock away: it closed, or training is over. */
export async function forgetTraining(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Milliseconds from this computer's clock to the one a tab's pages go by: its training clock, or the school's. */
export async function clockOffset(tabId: number): Promise<number> {
  return (await trainingOf(tabId))?.offsetMs ?? (await readSettings(await store())).clockOffsetMs;
}

/** The context of a tab's pages, by its training clock where it has one. */
export async function inTraining(context: OverlayContext, tabId: number): Promise<OverlayContext> {
  const training = await trainingOf(tabId);
  return training ? { ...context, clockOffsetMs: training.offsetMs, training: true } : context;
}

async function trainingOf(tabId: number): Promise<Training | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as Training | undefined;
}
