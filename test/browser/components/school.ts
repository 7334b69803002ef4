import { keptBook } from '../../../components/overlay/kept-book.ts';
import { startOverlay } from '../../../components/overlay/overlay.ts';
import type {
  Keeping,
  KeptFinding,
  LoggedArrival,
  MarkChange,
  OverlayContext,
  OverlayPort,
  PageState,
  PortChange,
  SetUp,
  Sight,
} from '../../../components/overlay/port.ts';
import type { LateQuestion, WhyQuestion } from '../../../components/overlay/questions.ts';
import { seenBook } from '../../../components/overlay/seen-book.ts';
import type { ToldMark } from '../../../components/overlay/until-kept.ts';
import type { CountWithout } from '../../../rules/history/count.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { observe } from '../../../sites/observe.ts';
import { practice } from '../../../sites/practice/practice.ts';

/** A count with nothing missing. */
export const count = (total: number, settled = total): CountWithout => ({
  total,
  settled,
  known: 99,
  expected: 99,
  schoolWeeks: 10,
  notApplicable: null,
});

const later = (ms: number, again: () => void) => void setTimeout(again, ms);

/** A port that answers from what it is given and remembers what it was told. */
export function fakePort(
  counts: Record<string, CountWithout>,
  context: Partial<OverlayContext> = {},
  kept: readonly KeptFinding[] = [],
) {
  const policy = builtInPolicy('walton-oak');
  if (!policy) throw new Error('no such policy');
  const told = {
    counts: [] as unknown[],
    seen: [] as unknown[],
    keeping: [] as Keeping[],
    changes: [] as MarkChange[],
    history: [] as (readonly ToldMark[])[],
    why: [] as WhyQuestion[],
    states: [] as PageState[],
    setUps: [] as SetUp[],
    lates: [] as LateQuestion[],
    arrivals: [] as LoggedArrival[],
    listeners: [] as ((change: PortChange) => void)[],
  };
  const port: OverlayPort = {
    context: async () => ({
      role: 'office',
      countsShown: true,
      policy,
      calendar: { terms: [{ from: '2026-09-02', to: '2026-12-18' }], closures: [] } as unknown as NonNullable<
        OverlayContext['calendar']
      >,
      clockOffsetMs: 0,
      ...context,
    }),
    counts: async (question) => {
      told.counts.push(question);
      return counts;
    },
    seen: seenBook(async (sight) => void told.seen.push(sight), later),
    kept: keptBook(
      { keptFindings: async () => kept, keep: async (keeping) => void told.keeping.push(keeping) },
      later,
    ),
    amend: async (change) => {
      told.changes.push(change);
      return null;
    },
    seenHistory: async (marks) => void told.history.push(marks),
    why: async (question) => void told.why.push(question),
    arrivals: async () => told.arrivals,
    late: async (question) => void told.lates.push(question),
    setUp: async (how) => void told.setUps.push(how),
    report: (state) => void told.states.push(state),
    onChange: (_signal, listener) => void told.listeners.push(listener),
  };
  return { port, told };
}

/** A register of `pupils` on the page, in the practice register's markup, in front of everything else. */
export function showRegister(pupils: readonly string[], codes = ['/', 'L', 'U', 'N', 'H']): HTMLTableElement {
  const rows = pupils.map(
    (name, index) =>
      `<tr data-pupil="p${index + 1}"><th scope="row" class="name">${name}</th><td>${codes
        .map((code) => `<label><input type="radio" name="mark-p${index + 1}" value="${code}">${code}</label>`)
        .join(' ')}</td><td style="width:45%"></td></tr>`,
  );
  document.body.innerHTML = `<table data-practice-register data-date="2026-11-20" data-session="AM" data-group="6H"
    style="width:1100px;border-collapse:collapse">${rows.join('')}</table><button>Save</button>`;
  const table = document.querySelector('table');
  if (!table) throw new Error('no table');
  return table;
}

/** What the practice register's own adapter sees. */
function practiceRegister(): Sight {
  const [first, ...others] = practice.read(document, null);
  return first ? { kind: 'registers', readings: [first, ...others] } : { kind: 'no-register' };
}

/** Lays the overlay over the page with open roots, at `time` on the practice day. */
export function lay(port: OverlayPort, time = '09:10', look: () => Sight = practiceRegister) {
  const stop = new AbortController();
  const clock = { time };
  startOverlay({
    document,
    port,
    source: {
      look,
      observe: (signal, onChange) => observe(document, signal, onChange),
    },
    now: () => Date.parse(`2026-11-20T${clock.time}:00Z`),
    signal: stop.signal,
    mode: 'open',
  });
  return { stop, clock };
}

/** Everything ours that is in the page: its markup, roots and attributes included. */
export const ours = (): string =>
  hosts()
    .map((host) => host.outerHTML + (host.shadowRoot?.innerHTML ?? ''))
    .join('\n');

/** Our hosts, in document order. */
export const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-rw]')];

/** The first element of ours that matches, whatever root it is in. */
export function find<E extends Element>(selector: string, within: ParentNode = document): E | null {
  for (const host of within.querySelectorAll('[data-rw]')) {
    const found = host.shadowRoot?.querySelector<E>(selector);
    if (found) return found;
  }
  return null;
}

/** Chooses a mark as a bulk button would: by script, with no event. */
export function setMark(pupil: string, code: string): void {
  const radio = document.querySelector<HTMLInputElement>(
    `[name="mark-${pupil}"][value="${CSS.escape(code)}"]`,
  );
  if (radio) radio.checked = true;
}
