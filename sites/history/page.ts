import type { Basis } from '../contract.ts';
import { isUnsent } from '../unsent.ts';

/** A mark in a cell, as it stands there. */
export interface ShownMark {
  /** What it is called, and looked up by. */
  readonly label: string;
  /** What is written in the cell. */
  readonly text: string;
  /** What the page's colours say of it beside its name; null where they say nothing. */
  readonly state: 'present' | 'absent' | 'half-day' | null;
}

/** How one system shows its pupils' histories. */
export interface HistoryShape {
  readonly adapter: string;
  /** Selector of the form in which the days and the period are chosen. */
  readonly form: string;
  /** As the system's registers are confirmed. */
  readonly kind: Pick<Basis, 'marks' | 'pupils'>;
  /** Whether a mark is called here as it is in the headings of the register. */
  readonly calledAsOnRegister: boolean;
  /** The elements in a cell that are marks. */
  marksIn(cell: Element): readonly Element[];
  shown(mark: Element): ShownMark;
}

/** What the rows of a history are: the periods of one pupil, or the pupils of one period. */
export type Rows =
  | { readonly kind: 'periods'; readonly pupil: string | null }
  | { readonly kind: 'pupils'; readonly period: string }
  /** Whole days, which are no sessions. */
  | { readonly kind: 'days' };

/** The form of a page of histories; null where the page is none. The browser lists forms, so that this costs other pages nothing. */
export function historyForm(document: Document, selector: string): HTMLFormElement | null {
  for (const form of document.forms) if (form.matches(selector) && periodOf(form)) return form;
  return null;
}

/** What the page was asked for. */
export function rowsOf(form: HTMLFormElement): Rows {
  const period = periodOf(form);
  const chosen = period?.selectedOptions[0];
  const value = chosen?.value ?? '';
  if (/^\d+$/.test(value)) return { kind: 'pupils', period: chosen?.text ?? '' };
  if (value !== 'PERIOD' && value !== 'TEACHER') return { kind: 'days' };
  return { kind: 'periods', pupil: pupilIn(form.getAttribute('action') ?? '') };
}

/** The pupil's number that an address carries; null where it carries none. */
export function pupilIn(address: string): string | null {
  return /[?&]student_id=(\d+)(?:&|#|$)/.exec(address)?.[1] ?? null;
}

/** Whether other days or another period have been chosen, whose marks have not come yet. */
export function isTurning(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('select')].some(isUnsent);
}

function periodOf(form: HTMLFormElement): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>('select[name=period_id]');
}
