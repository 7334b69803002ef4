import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { startOverlay } from '../../components/overlay/overlay.ts';
import { builtInPolicies, nationalPolicy } from '../../rules/policy/profiles.ts';
import { observe } from '../../sites/observe.ts';
import { readPage } from '../../sites/registry.ts';
import type { Ask } from '../../store/ask.ts';
import { Controls, type Setting } from './controls.tsx';
import { practicePort } from './practice-port.ts';
import { markAllPresent, RegisterTable, saveAll } from './register-table.tsx';
import { seedPractice } from './seed.ts';
import { trainingClock } from './training-clock.ts';

const START: Setting = { time: '09:18', session: 'AM', policyId: 'walton-oak', role: 'office' };

/** Hears the keyboard shortcut that shows and hides counts; what it returns stops hearing. */
export type OnSwitch = (listener: () => void) => () => void;

/** The practice register: a made-up class, a training clock, and the same overlay that real registers get. */
export function Practice({ ask, onSwitch }: { ask: Ask; onSwitch: OnSwitch }) {
  const [setting, setSetting] = useState(START);
  const [said, setSaid] = useState('');
  const clock = useMemo(() => trainingClock(START.time), []);
  const chosen = useRef(setting);
  const changed = useRef(() => {});
  const table = useRef<HTMLTableElement | null>(null);
  const onTable = useCallback((element: HTMLTableElement | null) => {
    table.current = element;
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const policy = () => builtInPolicies.find(({ id }) => id === chosen.current.policyId) ?? nationalPolicy;
    const port = practicePort(ask, clock.now, () => ({ policy: policy(), role: chosen.current.role }));
    changed.current = () => port.changed({ kind: 'reload' });
    const source = {
      look: () => readPage(new URL(document.URL), document, []),
      observe: (signal: AbortSignal, onChange: () => void) => observe(document, signal, onChange),
    };
    seedPractice(ask)
      .catch((error: Error) => setSaid(`The made-up marks could not be loaded: ${error.message}`))
      .then(() => startOverlay({ document, source, port, now: clock.now, signal: stop.signal }));
    const deaf = onSwitch(() => port.changed({ kind: 'switch-counts' }));
    return () => {
      deaf();
      stop.abort();
    };
  }, [ask, clock, onSwitch]);

  const set = (change: Partial<Setting>) => {
    const next = { ...chosen.current, ...change };
    chosen.current = next;
    if (change.time) clock.set(change.time);
    setSetting(next);
    setSaid('');
    changed.current();
  };

  return (
    <>
      <header class="banner">
        <b>Practice – training clock</b> Nobody here is real. Nothing you do on this page reaches a register.
      </header>
      <main>
        <h1>Practice register</h1>
        <ol class="steps">
          <li>
            Mark somebody <kbd>L</kbd> at 9:20, then set the clock to 9:21 and mark somebody else <kbd>L</kbd>
            .
          </li>
          <li>
            Open a count beside a name to see the sessions behind it. Then give that pupil <kbd>U</kbd>.
          </li>
          <li>Set “Who is it for” to a teacher: the counts go from the screen until you ask for them.</li>
        </ol>
        <Controls setting={setting} policies={builtInPolicies} onSet={set} />
        <RegisterTable key={setting.session} session={setting.session} onTable={onTable} />
        <p class="actions">
          <button type="button" onClick={() => markAllPresent(table.current)}>
            Mark all present
          </button>
          <button
            type="button"
            class="main"
            onClick={() => setSaid(`Saved ${saveAll(table.current)} marks, on this page only.`)}
          >
            Save register
          </button>
          <span role="status">{said}</span>
        </p>
      </main>
    </>
  );
}
