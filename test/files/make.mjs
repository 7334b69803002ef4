// make.mjs: writes the files beside it with LibreOffice Calc (`soffice` has to be installed), as somebody saves them who opened a CSV file.
// The names are made up. Run it with: npx node test/files/make.mjs
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'calc-'));

const LONG = [
  'Pupil ID,Name,Date,Session,Mark',
  '001234,"Oak, Ash",15/09/2025,AM,/',
  '001234,"Oak, Ash",15/09/2025,PM,\\',
  '',
  '001235,Zoë Elm,16/09/2025,AM,C1',
  '001235,Zoë Elm,16/09/2025,PM,#',
  '001235,Zoë Elm,20/09/2025,AM,L',
];
const WEEK = [
  'Attendance by week',
  'UPN,Week beginning,Mon AM,Mon PM,Tue AM,Tue PM,Wed AM,Wed PM,Thu AM,Thu PM,Fri AM,Fri PM',
  'A820200123456,15/09/2025,/,\\,/,\\,L,\\,U,O,/,',
  'A820200123457,22/09/2025,I,I,/,\\,,,#,#,?,\\',
];

// Tokens of Calc's CSV filter: separator, quotation mark, UTF-8, first line, and for each column text (2) or a date day first (4).
const asText = (columns, date) =>
  Array.from({ length: columns }, (_, at) => `${at + 1}/${at === date ? 4 : 2}`).join('/');
make('long', LONG, asText(5, 2));
make('week', WEEK, asText(12, 1));
fs.rmSync(scratch, { recursive: true });

function make(name, lines, columns) {
  fs.writeFileSync(path.join(scratch, `${name}.csv`), lines.join('\n'));
  convert(`${name}.csv`, 'xlsx', `--infilter=CSV:44,34,76,1,${columns}`);
  fs.copyFileSync(path.join(scratch, `${name}.xlsx`), path.join(here, `calc-${name}.xlsx`));
  convert(`${name}.xlsx`, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
  fs.copyFileSync(path.join(scratch, `${name}.csv`), path.join(here, `calc-${name}.csv`));
}

function convert(file, to, ...words) {
  const done = spawnSync('soffice', ['--headless', ...words, '--convert-to', to, file], {
    cwd: scratch,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
}
