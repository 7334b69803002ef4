import type { HistoryShape } from '../history/page.ts';
import { textOf } from '../text.ts';
import { KIND } from './kind.ts';

/** By the colour behind a mark. Yellow is a code of presence or of half a day, which it does not tell apart. */
const STATES = { '#00ff00': 'present', '#ffcc00': 'present', '#ff0000': 'absent' } as const;
const isColour = (colour: string): colour is keyof typeof STATES => Object.hasOwn(STATES, colour);

/**
 * openSIS's pages of a pupil's marks by course period, and of a class's marks in one period. A mark is called by its short
 * name, which need not be the title that the register has above its column.
 */
export const history: HistoryShape = {
  adapter: 'opensis',
  form: 'form[action*="attendance/DailySummary.php"]',
  kind: KIND,
  calledAsOnRegister: false,
  marksIn: (cell) => [...cell.querySelectorAll(':scope > table[bgcolor] td')],
  shown(mark) {
    const colour = mark.closest('table')?.getAttribute('bgcolor')?.toLowerCase() ?? '';
    const text = textOf(mark);
    return { label: text, text, state: isColour(colour) ? STATES[colour] : null };
  },
};
