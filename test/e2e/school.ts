import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { Role } from '../../components/overlay/port.ts';
import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import { fromDay, type IsoDate, mondayOf, toDay, weekday } from '../../rules/calendar/dates.ts';
import type { SiteProfile } from '../../sites/profile.ts';
import type { OwnRequests } from '../../store/own-requests.ts';
import type { Reply } from '../../store/requests.ts';
import { pupils } from '../pages/pupils.mjs';

/** The latest weekday, today included: the day on which the made-up school is open. */
export const schoolDay: IsoDate = (() => {
  let day = toDay(schoolTime(Date.now()).date);
  while (weekday(day) > 4) day--;
  return fromDay(day);
})();

/** What a why-card asks about besides the pupil, where only the marks of its answer are wanted. */
export const anyMark = { date: schoolDay, session: 'PM', code: null, at: 0 } as const;

const monday = mondayOf(toDay(schoolDay));
const week = (back: number, days = 4) => ({
  from: fromDay(monday - back * 7),
  to: fromDay(monday - back * 7 + days),
});

/** Twelve school weeks to this one, with a week's holiday three weeks ago that the window must skip. */
export const calendar: CalendarInput = {
  terms: [
    { from: week(13).from, to: week(4).to },
    { from: week(2).from, to: fromDay(monday + 4 * 7 + 4) },
  ],
  closures: [],
};

/** Every school session before this one's day, oldest first. */
export const earlier: readonly { date: IsoDate; session: 'AM' | 'PM' }[] = calendar.terms.flatMap(
  ({ from, to }) => {
    const sessions: { date: IsoDate; session: 'AM' | 'PM' }[] = [];
    for (let day = toDay(from); day <= toDay(to) && day < toDay(schoolDay); day++)
      if (weekday(day) < 5)
        for (const session of ['AM', 'PM'] as const) sessions.push({ date: fromDay(day), session });
    return sessions;
  },
);

/** Milliseconds from this computer's clock to a school clock that says `clock` (`HH:MM`) on the school day. */
export function offsetTo(clock: string): number {
  const wanted = { date: schoolDay, minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) };
  const asUtc = Date.parse(`${schoolDay}T${clock}:10Z`);
  const summer = schoolTime(asUtc).minute !== wanted.minute;
  return asUtc - (summer ? 3_600_000 : 0) - Date.now();
}

/** A file of marks as a school's MIS exports one: everybody present, but for the last `absences` sessions of each pupil named. */
export function csv(
  pupils: readonly string[],
  absences: Readonly<Record<string, readonly string[]>>,
): string {
  const lines = pupils.flatMap((pupil) => {
    const codes = absences[pupil] ?? [];
    return earlier.map(({ date, session }, i) => {
      const late = codes[codes.length - (earlier.length - i)];
      return `${pupil},${date},${session},${late ?? (session === 'AM' ? '/' : '\\')}`;
    });
  });
  return ['Pupil ID,Date,Session,Mark', ...lines].join('\n');
}

/** Asks the background from one of the extension's own pages. */
export async function ask<K extends keyof OwnRequests>(
  page: Page,
  type: K,
  question: OwnRequests[K]['ask'],
): Promise<OwnRequests[K]['answer']> {
  const reply = (await page.evaluate(
    (message) => (globalThis as unknown as Sender).chrome.runtime.sendMessage(message),
    { door: 'own', type, ...question },
  )) as Reply<OwnRequests[K]['answer']>;
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

type Sender = { chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } };

/** An own page, opened in a tab. */
export async function open(context: BrowserContext, extensionId: string, file: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${file}`);
  return page;
}

/** The options page of a school that has set itself up: Walton Oak's policy, term dates, and an office clock that says `clock`. */
export async function ready(
  context: BrowserContext,
  extensionId: string,
  { clock = '09:24', role = 'office' }: { clock?: string; role?: Role } = {},
): Promise<Page> {
  const options = await open(context, extensionId, 'options.html');
  await ask(options, 'save-settings', {
    role,
    policyId: 'walton-oak',
    calendar,
    clockOffsetMs: offsetTo(clock),
  });
  return options;
}

/** Keeps what a person confirms of the plain register: drop-downs, with the pupils' numbers in links. */
export async function confirmPlain(options: Page, origin: string): Promise<void> {
  const profile: SiteProfile = {
    ...{ version: 1, id: 'plain', name: 'Plain register', route: '/plain/register.html' },
    ...{
      marks: 'drop-down',
      pupils: 'links',
      codes: {},
      session: 'page',
      date: 'page',
      picks: null,
      confirmed: schoolDay,
    },
  };
  await ask(options, 'save-site-profiles', { origin, profiles: [profile] });
}

/** Imports marks through the options page, as the office would: of the test class and the first site, unless others are named. */
export async function importMarks(
  options: Page,
  absences: Readonly<Record<string, readonly string[]>>,
  of: readonly string[] = pupils.map(({ id }) => id),
  site?: string,
): Promise<void> {
  const text = csv(of, absences);
  await options.reload();
  if (site) await options.getByLabel('Whose marks are they?').selectOption(site);
  await options.setInputFiles('#marks input[type=file]', {
    name: 'marks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await options.getByRole('button', { name: /^Import [\d,]+ marks$/ }).click();
  await options.getByText('Imported.').first().waitFor();
}

/** The RosarioSIS-shaped register of the school day. Each test has a class of its own, so that no two share what is saved. */
export function rosario(group: string): string {
  return `/rosariosis/Modules.php?modname=Attendance/TakeAttendance.php&today=${schoolDay}&class=${encodeURIComponent(group)}`;
}

/** The radio of one pupil and code on that page. */
export function radio(page: Page, pupil: string, code: string) {
  const column = ['/', 'L', 'N', 'U', 'O', 'I', 'M', 'B', 'C', '\\'].indexOf(code) + 1;
  return page.locator(`input[name="attendance[${pupil}]"][value="CODE_${column}"]`);
}

/** What the browser does when Alt+Shift+C is pressed with `page` in front: no test can press the browser's own keys. */
export async function pressShortcut(page: Page, sw: Worker): Promise<void> {
  await page.bringToFront();
  await sw.evaluate(async () => {
    const { tabs, commands } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    (commands.onCommand as unknown as { dispatch: (...args: unknown[]) => void }).dispatch(
      'switch-counts',
      tab,
    );
  });
}
