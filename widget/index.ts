import { RegisterwiseCount } from './count-element.tsx';

export type { CalendarInput, Closure, SchoolCalendar, Term } from '../rules/calendar/calendar.ts';
export { schoolCalendar } from '../rules/calendar/calendar.ts';
export { type ClockTime, parseSchoolTime, type SchoolTime, schoolTime } from '../rules/calendar/clock.ts';
export { type IsoDate, parseIsoDate, type Session } from '../rules/calendar/dates.ts';
export { type History, type HistoryQuestion, history } from '../rules/history/history.ts';
export type { Mark } from '../rules/history/marks.ts';
export { checkMark, type MarkEntry } from '../rules/marks/check.ts';
export type { Finding, RuleName } from '../rules/marks/finding.ts';
export type { Policy } from '../rules/policy/policy.ts';
export { readPolicy } from '../rules/policy/schema.ts';
export { type CountFacts, RegisterwiseCount, WHY_EVENT } from './count-element.tsx';

/** Makes `<registerwise-count>` known to the page, once. Does nothing where there are no custom elements. */
export function defineElements(): void {
  if (!globalThis.customElements || customElements.get('registerwise-count')) return;
  customElements.define('registerwise-count', RegisterwiseCount);
}

defineElements();
