import { HyperFormula } from 'hyperformula';
import { everyPupil, marksOf, plan } from '../school.ts';
import { oneOf } from '../time.ts';

/** The spreadsheet: a row for each pupil, a column for each session of the window, and one formula at the row's end. */
export const way = {
  name: `HyperFormula ${HyperFormula.version}, a spreadsheet`,
  computes: 'window only: the sheet of the ten weeks is built and one COUNTIF sum for each pupil worked out',
  runs: 5,
  async load() {
    const { windowFrom, days } = plan();
    const columns = days.length - windowFrom;
    const rows = everyPupil((pupil) =>
      marksOf(pupil)
        .slice(windowFrom)
        .map(({ code }) => code),
    );
    const last = letters(columns - 1);
    const sheet = rows.map((codes, row) => {
      const range = `A${row + 1}:${last}${row + 1}`;
      return [...codes, `=${['G', 'N', 'O', 'U'].map((code) => `COUNTIF(${range},"${code}")`).join('+')}`];
    });
    const build = () => HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' });
    const open = build();
    return {
      run: () => {
        const built = build();
        const answers = rows.map((_, row) => ({
          total: built.getCellValue({ sheet: 0, row, col: columns }),
        }));
        built.destroy();
        return answers;
      },
      one: () =>
        oneOf(200, (row) => {
          open.setCellContents({ sheet: 0, row, col: columns - 1 }, row % 2 ? 'U' : 'I');
          open.getCellValue({ sheet: 0, row, col: columns });
        }),
    };
  },
};

/** The name of a column: 0 is A, 26 is AA. */
function letters(column) {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
