import type { Resolve } from '../../components/setup/pointing.ts';
import { ReviewPanel } from '../../components/setup/review-panel.tsx';
import { observe } from '../../sites/observe.ts';
import { routeOf, type SessionAnswer } from '../../sites/profile.ts';
import { askFor } from './ask-for.tsx';
import {
  corrected,
  type Draft,
  type DraftReading,
  draftFrom,
  type Next,
  profileFrom,
  readDraft,
  withDate,
  withNumber,
  without,
  withSession,
} from './draft.ts';
import { aMark, aName, anything } from './pointable.ts';
import { lineOf, outlinesOf, reviewOf } from './review.ts';
import { codesSaid, GONE, inTheWay, keepProfile, newId, plainName } from './saved.ts';
import type { Stage } from './stage.ts';

const TITLE = 'Show where things are';
const SKIP = 'Skip, it is not on the page';
const NONE_SHOWN =
  'Without a number pupils cannot be told apart for certain, so Registerwise cannot check this page.';

/** Lets somebody point at a name and a mark, and at what else is not found by itself, and keeps what that comes to. */
export function teach(stage: Stage): void {
  nameStep(stage, null);
}

function nameStep(stage: Stage, problem: string | null): void {
  askFor(stage, {
    ...{ title: TITLE, ask: 'Point at one pupil’s name.', problem, resolve: aName, picked: [] },
    onPick: ([name]) => name && markStep(stage, name, null),
  });
}

function markStep(stage: Stage, name: Element, problem: string | null): void {
  askFor(stage, {
    ...{ title: TITLE, problem, resolve: aMark, picked: [name] },
    ask: `Now point at the mark of ${nameIn(name)}.`,
    onBack: () => nameStep(stage, null),
    onPick: (mark) => {
      const next = draftFrom(stage, { name, mark });
      if ('problem' in next) markStep(stage, name, next.problem);
      else numberStep(stage, next);
    },
  });
}

/** Each of these asks only for what the page does not say by itself, and goes on to the next. */
function numberStep(stage: Stage, draft: Draft): void {
  if (draft.key !== null) {
    dateStep(stage, draft);
    return;
  }
  const name = readDraft(stage, draft)?.lines.find(({ fault }) => fault === 'no-number')?.anchor;
  point(stage, draft, {
    ...{ ask: `Point at the pupil number${name ? ` of ${nameIn(name)}` : ''}.`, resolve: anything },
    ...{ skip: 'The page shows none', onSkip: (ask) => ask(NONE_SHOWN) },
    take: (pointed) => withNumber(stage, draft, pointed),
    go: (next) => dateStep(stage, next),
    back: () => nameStep(stage, null),
  });
}

function dateStep(stage: Stage, draft: Draft): void {
  if (readDraft(stage, draft)?.reading.date !== null) {
    sessionStep(stage, draft);
    return;
  }
  point(stage, draft, {
    ...{ ask: 'Point at the date of this register.', resolve: anything },
    ...{ skip: SKIP, onSkip: () => sessionStep(stage, draft) },
    take: (pointed) => withDate(stage, draft, pointed),
    go: (next) => sessionStep(stage, next),
    back: () => nameStep(stage, null),
  });
}

function sessionStep(stage: Stage, draft: Draft): void {
  const reading = readDraft(stage, draft)?.reading;
  if (!reading || reading.session !== null || reading.lesson !== null) {
    review(stage, draft, null);
    return;
  }
  point(stage, draft, {
    ...{ ask: 'Point at where it says morning or afternoon.', resolve: anything },
    ...{ skip: SKIP, onSkip: () => review(stage, draft, null) },
    take: (pointed) => withSession(stage, draft, pointed),
    go: (next) => review(stage, next, null),
    back: () => nameStep(stage, null),
  });
}

interface Point {
  readonly ask: string;
  readonly resolve: Resolve;
  readonly skip?: string;
  readonly onSkip?: (again: (problem: string) => void) => void;
  readonly take: (pointed: Element) => Next;
  readonly go: (draft: Draft) => void;
  readonly back: () => void;
}

function point(stage: Stage, draft: Draft, step: Point, problem: string | null = null): void {
  const again = (why: string) => point(stage, draft, step, why);
  const { skip = null, onSkip } = step;
  askFor(stage, {
    ...{ title: TITLE, ask: step.ask, problem, resolve: step.resolve, picked: [], skip },
    onSkip: () => onSkip?.(again),
    onBack: step.back,
    onPick: ([pointed]) => {
      if (!pointed) return;
      const next = step.take(pointed);
      if ('problem' in next) again(next.problem);
      else step.go(next);
    },
  });
}

/** Every row as it is understood now, with a frame around it; the odd ones are listed and can be put right. */
function review(stage: Stage, draft: Draft, problem: string | null): void {
  const { document } = stage;
  const leave = new AbortController();
  stage.signal.addEventListener('abort', () => leave.abort());
  const leaving =
    <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      leave.abort();
      act(...args);
    };
  const take = (next: Next) =>
    'problem' in next ? review(stage, draft, next.problem) : review(stage, next, null);
  const draw = () => {
    const now = readDraft(stage, draft);
    stage.outlines.show(now ? outlinesOf(now.lines) : []);
    stage.show(
      'Is every row right?',
      <ReviewPanel
        review={reviewOf(now, stage, problem)}
        onCorrect={leaving((id, part) => correct(stage, draft, lineOf(now, id), part))}
        onLeaveOut={leaving((id) => {
          const line = lineOf(now, id);
          if (line) take(without(stage, draft, line.line));
        })}
        onChange={leaving((what) => change(stage, draft, what))}
        onBack={leaving(() => nameStep(stage, null))}
        onSave={(answers) => keep(stage, draft, now, answers)}
      />,
      now?.reading.root ?? null,
    );
  };
  // A click in the panel is heard here as well: it must come to its end before the panel is drawn anew.
  observe(document, leave.signal, () => requestAnimationFrame(() => leave.signal.aborted || draw()));
  draw();
}

function change(stage: Stage, draft: Draft, what: 'number' | 'date' | 'session'): void {
  const how = {
    number: ['Point at one pupil’s number.', withNumber],
    date: ['Point at the date of this register.', withDate],
    session: ['Point at where it says morning or afternoon.', withSession],
  } as const;
  const [ask, take] = how[what];
  point(stage, draft, {
    ...{ ask, resolve: anything, back: () => review(stage, draft, null) },
    take: (pointed) => take(stage, draft, pointed),
    go: (next) => review(stage, next, null),
  });
}

type Line = DraftReading['lines'][number];

function correct(stage: Stage, draft: Draft, line: Line | null, part: 'name' | 'mark'): void {
  const back = () => review(stage, draft, null);
  if (!line) {
    back();
    return;
  }
  const take = (name: Element, mark: readonly Element[]) => {
    const next = corrected(stage, draft, { name, mark });
    review(stage, 'problem' in next ? draft : next, 'problem' in next ? next.problem : null);
  };
  const marks = [...line.line.querySelectorAll(draft.lines.mark)];
  const markAfter = (name: Element) =>
    askFor(stage, {
      ...{ title: TITLE, ask: 'Point at the mark on the same row.', problem: null, resolve: aMark },
      ...{ picked: [name], start: line.line, onBack: back, onPick: (mark) => take(name, mark) },
    });
  if (part === 'mark' && line.name !== null) {
    markAfter(line.anchor);
    return;
  }
  askFor(stage, {
    ...{ title: TITLE, ask: 'Point at the pupil’s name on this row.', problem: null, resolve: aName },
    ...{ picked: [line.line], start: line.line, onBack: back },
    onPick: ([name]) => {
      if (!name) return;
      if (stage.readers.marksIn([marks]).marks[0]) take(name, marks);
      else markAfter(name);
    },
  });
}

async function keep(
  stage: Stage,
  draft: Draft,
  now: DraftReading | null,
  said: Parameters<Parameters<typeof ReviewPanel>[0]['onSave']>[0],
): Promise<void> {
  const { document, profiles, today } = stage;
  if (!now) throw new Error(GONE);
  const [before] = inTheWay(stage);
  const session: SessionAnswer = said.session ?? 'page';
  const profile = profileFrom(draft, now.reading, {
    ...{ id: before?.id ?? newId(), name: said.name || plainName(profiles, false), confirmed: today },
    ...{ route: routeOf(new URL(document.URL)), codes: codesSaid(said.codes), session },
  });
  await keepProfile(stage, profile);
}

const nameIn = (name: Element): string => (name.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
