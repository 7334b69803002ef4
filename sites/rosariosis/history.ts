import type { HistoryShape } from '../history/page.ts';
import { collapse, textOf } from '../text.ts';
import { KIND } from './kind.ts';

const STATES = ['present', 'absent', 'half-day'] as const;

/** RosarioSIS's pages of a pupil's marks by period, and of a class's marks in one period. A mark's title is its code's. */
export const history: HistoryShape = {
  adapter: 'rosariosis',
  form: 'form[action*="Attendance/DailySummary.php"]',
  kind: KIND,
  calledAsOnRegister: true,
  marksIn: (cell) => [...cell.querySelectorAll('div.attendance-code')],
  shown: (mark) => ({
    label: collapse(mark.getAttribute('title') ?? ''),
    text: textOf(mark),
    state: STATES.find((state) => mark.classList.contains(state)) ?? null,
  }),
};
