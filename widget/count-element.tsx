import { render } from 'preact';
import { dress } from '../components/overlay/container.ts';
import { Badge } from '../components/register/badge.tsx';
import { rowCss } from '../components/register/styles.ts';
import type { CalendarInput } from '../rules/calendar/calendar.ts';
import { schoolCalendar } from '../rules/calendar/calendar.ts';
import type { Count } from '../rules/history/count.ts';
import { type History, type HistoryQuestion, history } from '../rules/history/history.ts';

/** One pupil's marks and what to count them by, as a vendor's page hands them over. */
export interface CountFacts extends Omit<HistoryQuestion, 'calendar'> {
  readonly calendar: CalendarInput;
}

/** Fired, bubbling and composed, when somebody asks what is behind a count; `detail` is the whole {@link History}. */
export const WHY_EVENT = 'registerwise:why';

/** Importing the widget where there is no document, as a server does, must not fail. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** `<registerwise-count>`: one pupil's count beside a name. Shows nothing until its `facts` are set; sets nothing outside itself. */
export class RegisterwiseCount extends Base {
  readonly #root = this.attachShadow({ mode: 'closed', delegatesFocus: true });
  #facts: CountFacts | null = null;

  get facts(): CountFacts | null {
    return this.#facts;
  }

  set facts(facts: CountFacts | null) {
    this.#facts = facts;
    if (this.isConnected) this.#draw();
  }

  connectedCallback(): void {
    dress(this.#root, this.ownerDocument, `${rowCss}:host{display:inline-block}`);
    this.#draw();
  }

  disconnectedCallback(): void {
    render(null, this.#root);
  }

  #draw(): void {
    const facts = this.#facts;
    if (!facts) {
      render(null, this.#root);
      return;
    }
    const result = history({ ...facts, calendar: schoolCalendar(facts.calendar) });
    const reason = result.notes.find(
      ({ code }) => code === 'provision-register' || code === 'not-compulsory-age',
    );
    const why = () => {
      this.dispatchEvent(new CustomEvent(WHY_EVENT, { detail: result, bubbles: true, composed: true }));
    };
    render(
      <span class="in">
        <Badge
          view={{ kind: 'shown', count: countOf(result), reason: reason?.message ?? null, before: null }}
          name={null}
          threshold={facts.policy.threshold}
          onShow={() => {}}
          onWhy={why}
        />
      </span>,
      this.#root,
    );
  }
}

function countOf({ unauthorised: { total, settled }, status, coverage, window }: History): Count {
  if (coverage.known === 0) return { kind: 'not-counted', why: 'No marks in the last ten school weeks' };
  const schoolWeeks = window.weeks.length;
  return coverage.known < coverage.expected
    ? { kind: 'at-least', total, settled, status, ...coverage, schoolWeeks }
    : { kind: 'exact', total, settled, status };
}
