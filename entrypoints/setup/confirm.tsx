import { type Answers, ConfirmPanel, type Understood } from '../../components/setup/confirm-panel.tsx';
import type { Outline } from '../../components/setup/outlines.tsx';
import type { Basis, RegisterReading, RegisterRow } from '../../sites/contract.ts';
import { observe } from '../../sites/observe.ts';
import { confirmationOf, isAsConfirmed, routeOf } from '../../sites/profile.ts';
import { codesSaid, keepProfile, newId, plainName } from './saved.ts';
import type { Stage } from './stage.ts';
import { teach } from './teach.tsx';
import { tellReading } from './words.ts';

const SHOWN = 3;
const TITLE = 'Is this right?';

type Confirmable = RegisterReading & { readonly basis: Basis };

/** Shows what the generic reader understood, and keeps it once somebody says that it is right. */
export function confirm(stage: Stage): void {
  const { document, outlines, signal } = stage;
  const [first] = readings(stage);
  if (!first) {
    teach(stage);
    return;
  }
  const leave = new AbortController();
  signal.addEventListener('abort', () => leave.abort());
  const sample = sampleOf(first, document).map(({ pupilKey }) => pupilKey);
  const draw = () => {
    const all = readings(stage);
    const [reading] = all;
    if (!reading) return;
    const rows = sample.flatMap((key) => reading.rows.find(({ pupilKey }) => pupilKey === key) ?? []);
    outlines.show(rows.flatMap(outlinesOf));
    stage.show(
      TITLE,
      <ConfirmPanel
        understood={understoodOf(stage, reading, all, rows)}
        onYes={(answers) => keep(stage, reading, answers)}
        onTeach={() => {
          leave.abort();
          teach(stage);
        }}
        onLater={stage.close}
      />,
      reading.root,
    );
  };
  // A click in the panel is heard here as well: it must come to its end before the panel is drawn anew.
  observe(document, leave.signal, () => requestAnimationFrame(() => leave.signal.aborted || draw()));
  draw();
}

/** The registers somebody can confirm. */
function readings({ document, readers, today }: Stage): readonly Confirmable[] {
  try {
    return readers.understood(new URL(document.URL), document, today).flatMap((reading) => {
      const { basis, health } = reading;
      return basis && health.paused === null ? [{ ...reading, basis }] : [];
    });
  } catch {
    return [];
  }
}

function understoodOf(
  { document, readers, today }: Stage,
  reading: Confirmable,
  all: readonly Confirmable[],
  rows: readonly RegisterRow[],
): Understood {
  const { marks, pupils } = reading.basis;
  const url = new URL(document.URL);
  const status = readers.statusOf(url);
  const same = all.filter(({ basis }) => basis.marks === marks && basis.pupils === pupils).length;
  return {
    told: [...tellReading(reading, { today, same, all: all.length }), ...(status ? [status] : [])],
    pupils: rows.map(({ name, pupilKey, code }) => ({ name: name ?? pupilKey, mark: code ?? 'no mark' })),
    labels: reading.basis.labels.map((each) => ({ ...each, note: readers.noteOn(url, each.label) })),
    asksSession: reading.session === null && reading.lesson === null,
  };
}

/** A few pupils to look at: on the screen where that can be, and with different marks. */
function sampleOf({ rows }: Confirmable, document: Document): readonly RegisterRow[] {
  const height = document.documentElement.clientHeight;
  const near = rows.filter(({ anchor }) => {
    const { top, bottom } = anchor.getBoundingClientRect();
    return top >= 0 && bottom <= height * 0.6;
  });
  const pool = near.length >= SHOWN ? near : rows;
  const unlike = pool.filter((row, i) => pool.findIndex(({ code }) => code === row.code) === i);
  const chosen = [...new Set([...unlike, ...pool])].slice(0, SHOWN);
  return rows.filter((row) => chosen.includes(row));
}

function outlinesOf({ anchor, markElement }: RegisterRow, i: number): readonly Outline[] {
  return [
    { elements: [anchor], kind: 'understood', tag: String(i + 1) },
    { elements: [markElement], kind: 'understood' },
  ];
}

async function keep(stage: Stage, reading: Confirmable, { codes, session }: Answers): Promise<void> {
  const { document, profiles, today } = stage;
  const route = routeOf(new URL(document.URL));
  const before = profiles.find(
    (each) => each.picks === null && each.route === route && isAsConfirmed(each, reading.basis),
  );
  const name = plainName(profiles, reading.lesson !== null || session === 'lesson');
  const given = { id: before?.id ?? newId(), name: before?.name ?? name, route, confirmed: today };
  const confirmed = confirmationOf(reading, given);
  await keepProfile(stage, {
    ...confirmed,
    codes: codesSaid(codes),
    session: session ?? confirmed.session,
  });
}
