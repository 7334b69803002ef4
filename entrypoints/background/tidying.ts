import browser from 'webextension-polyfill';
import { tidyNow } from './rights-answers.ts';

const ALARM = 'tidy';
const DAY_MINUTES = 24 * 60;
/** Not at once: the browser has just started, and somebody may be taking a register. */
const FIRST_MINUTES = 15;

/** Tidies what is kept once a day. Must be called as the background starts, so that the browser can wake it for the alarm. */
export function tidyDaily(): void {
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    // A store that cannot be opened says so to whoever asks it next; tomorrow it is tried again.
    if (name === ALARM) await tidyNow(false).catch(() => undefined);
  });
  void keepAlarm();
}

/** The browser may forget alarms, when it is updated or restored: there is one whenever the background starts. */
async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  browser.alarms.create(ALARM, { delayInMinutes: FIRST_MINUTES, periodInMinutes: DAY_MINUTES });
}
