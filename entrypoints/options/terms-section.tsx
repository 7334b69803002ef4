import { CalendarEditor } from '../../components/forms/calendar/calendar-editor.tsx';
import type { DatesRead } from '../../components/forms/calendar/read-dates.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { policyOf } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import { entriesOf, readCalendarJson, writeCalendarJson } from '../../store/calendar/calendar-json.ts';
import { readList } from '../../store/calendar/list.ts';
import type { Settings } from '../../store/records.ts';

const NOT_READ = 'This is neither a calendar file (.ics) nor term dates exported as JSON.';

/** Term dates. What reads and writes calendar files is loaded when one is: most people paste a list. */
export function TermsSection(props: {
  ask: Ask;
  settings: Settings;
  /** All that can be chosen. */
  policies: readonly Policy[];
  put: (settings: Settings) => void;
  now: () => number;
}) {
  const { ask, settings, put } = props;
  const former = useLoaded(() => ask('former-calendars', {}));
  const change = async (asked: Promise<Settings>) => {
    put(await asked);
    former.put(await ask('former-calendars', {}));
  };
  return (
    <Await {...former} what="earlier term dates">
      {(earlier) => (
        <CalendarEditor
          calendar={settings.calendar}
          source={settings.calendarSource}
          former={earlier}
          today={schoolTime(props.now()).date}
          schoolWeeks={policyOf(settings.policyId, props.policies).threshold.schoolWeeks}
          door={{
            readText: (text) => ({ source: 'list', ...readList(text) }),
            readFile,
            fromMarks: () => ask('calendar-from-marks', {}),
            save: (calendar, source) => change(ask('save-calendar', { calendar, source })),
            restore: (at) => change(ask('restore-calendar', { at })),
            recount: () => ask('recompute-state', {}),
            async download(calendar, as) {
              if (as === 'json')
                return saveAs('term-dates.json', writeCalendarJson(calendar), 'application/json');
              const { writeIcs } = await import('../../store/calendar/ics-write.ts');
              const stamp = `${new Date(props.now()).toISOString().slice(0, 19)}Z`;
              return saveAs('term-dates.ics', writeIcs(calendar, stamp), 'text/calendar');
            },
          }}
        />
      )}
    </Await>
  );
}

/** Throws one plain sentence for what is no file of term dates. */
async function readFile(file: File): Promise<DatesRead> {
  const text = await file.text();
  if (text.trimStart().startsWith('{')) {
    const calendar = readCalendarJson(text);
    if (!calendar) throw new Error(NOT_READ);
    return { source: 'file', entries: entriesOf(calendar), problems: [], passedOver: [] };
  }
  const { readIcs } = await import('../../store/calendar/ics.ts');
  const reading = readIcs(text);
  if (!reading.ok) throw new Error(reading.why);
  return { source: 'file', ...reading, passedOver: [] };
}
