import { codesFor } from './codes.mjs';
import { firstMarks, madeUp } from './pupils.mjs';

const DEFAULTS = {
  pupils: 28,
  date: '2026-11-20',
  session: 'AM',
  lesson: null,
  labels: 'codes',
  codes: 'some',
  group: '6B',
  saved: false,
};
const MOST = 1500;

/** The registers of one test, by its key: what was set, and what was marked. */
export function createState() {
  const kept = new Map();
  const of = (key) => {
    if (!kept.has(key)) kept.set(key, { settings: {}, marks: new Map(), saved: new Set() });
    return kept.get(key);
  };

  /** What a page is made from: settings, then what the address asks for. */
  function view(query) {
    const key = query.get('k') ?? 'default';
    const { settings, marks, saved } = of(key);
    const asked = Object.fromEntries(
      Object.keys(DEFAULTS).flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])),
    );
    const all = { ...DEFAULTS, ...settings, ...asked };
    const lesson = all.lesson ? String(all.lesson) : null;
    const session = lesson ? null : all.session;
    const pupils = madeUp(Math.min(Number(all.pupils), MOST));
    const codes = codesFor({ session, set: all.codes });
    const place = `${all.date}|${session ?? `lesson ${lesson}`}`;
    marks.set(place, { ...firstMarks(pupils, { session, codes }), ...marks.get(place) });
    return {
      key,
      date: all.date,
      session,
      lesson: lesson ? `Period ${lesson}` : null,
      group: all.group,
      labels: all.labels,
      codes,
      pupils,
      marks: { ...marks.get(place) },
      saved: all.saved === true || all.saved === 'true' || saved.has(place),
      query: Object.fromEntries(query),
    };
  }

  /** Marks some pupils of a day and session; `saved` when the page's save did it. */
  function mark(query, changes, isSaved) {
    const { key, date, session, lesson } = view(query);
    const place = `${date}|${session ?? lesson.replace('Period', 'lesson')}`;
    Object.assign(of(key).marks.get(place), changes);
    if (isSaved) of(key).saved.add(place);
  }

  /** Sets how the registers of a key are from now on; marks are of the day and session that are set. */
  function set(key, { marks, ...settings }) {
    kept.delete(key);
    of(key).settings = settings;
    if (marks) mark(new URLSearchParams({ k: key }), marks, false);
  }

  return { view, mark, set };
}
