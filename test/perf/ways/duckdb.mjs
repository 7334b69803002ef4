import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConsoleLogger, createDuckDB, LogLevel, NODE_RUNTIME } from '@duckdb/duckdb-wasm/blocking';
import { CODES } from '../../../rules/codes/table.ts';
import { figureOf } from '../../../rules/history/attendance.ts';
import { marksOf, PUPILS, plan, sessions } from '../school.ts';
import { oneOf } from '../time.ts';

const dist = path.dirname(fileURLToPath(import.meta.resolve('@duckdb/duckdb-wasm/blocking')));

const SUMMARIES = `
  WITH held AS (
    SELECT pupil, place, code, week, figure, in_year, in_window
    FROM marks JOIN sessions USING (place) JOIN codes USING (code)
  ), absences AS (
    SELECT pupil, place, week, lag(week, 9) OVER (PARTITION BY pupil ORDER BY place) AS oldest
    FROM held WHERE figure = 'unauthorised'
  ), met AS (
    SELECT pupil, min(place) AS first_met FROM absences WHERE week - oldest < 10 GROUP BY pupil
  ), sums AS (
    SELECT pupil,
      count(*) FILTER (in_window AND figure = 'unauthorised')::INTEGER AS total,
      count(*) FILTER (in_year AND figure = 'attended')::INTEGER AS attended,
      count(*) FILTER (in_year AND figure = 'authorised')::INTEGER AS authorised,
      count(*) FILTER (in_year AND figure = 'unauthorised')::INTEGER AS unauthorised,
      count(*) FILTER (in_year AND figure = 'notPossible')::INTEGER AS not_possible
    FROM held GROUP BY pupil
  )
  SELECT * FROM sums LEFT JOIN met USING (pupil) ORDER BY pupil`;

/** DuckDB compiled to WebAssembly, in this process, with the marks in a table and one query for everything. */
export const way = {
  name: 'DuckDB-WASM 1.32.0, SQL',
  computes: 'window, first met, year, in one query over tables of marks, sessions and codes',
  runs: 7,
  async load() {
    const bundle = (kind) => ({ mainModule: path.join(dist, `duckdb-${kind}.wasm`), mainWorker: null });
    const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
    const database = await createDuckDB(bundles, new ConsoleLogger(LogLevel.ERROR), NODE_RUNTIME);
    await database.instantiate(() => {});
    database.open({ path: ':memory:' });
    const connection = database.connect();
    const table = (name, columns, rows) => {
      database.registerFileBuffer(`${name}.csv`, Buffer.from(rows));
      const types = Object.entries(columns).map(([column, type]) => `'${column}': '${type}'`);
      connection.query(
        `CREATE TABLE ${name} AS SELECT * FROM read_csv('${name}.csv', header = false, delim = ';', quote = '', escape = '', columns = {${types.join(', ')}})`,
      );
      database.dropFile(`${name}.csv`);
    };
    const { weeks, windowFrom, yearFrom } = plan();
    const marks = [];
    for (let pupil = 0; pupil < PUPILS; pupil++)
      marks.push(
        marksOf(pupil)
          .map(({ code }, at) => `${pupil};${at};${code}\n`)
          .join(''),
      );
    table('marks', { pupil: 'INTEGER', place: 'INTEGER', code: 'VARCHAR' }, marks.join(''));
    table(
      'sessions',
      { place: 'INTEGER', week: 'INTEGER', in_year: 'BOOLEAN', in_window: 'BOOLEAN' },
      sessions.map((_, at) => `${at};${weeks[at]};${at >= yearFrom};${at >= windowFrom}\n`).join(''),
    );
    table(
      'codes',
      { code: 'VARCHAR', figure: 'VARCHAR' },
      CODES.map((entry) => `${entry.code};${figureOf(entry.class)}\n`).join(''),
    );
    const last = sessions.length - 1;
    return {
      one: () =>
        oneOf(20, (pupil) => {
          connection.query(`UPDATE marks SET code = 'U' WHERE pupil = ${pupil} AND place = ${last}`);
          connection
            .query(SUMMARIES.replace('FROM marks', `FROM (FROM marks WHERE pupil = ${pupil})`))
            .toArray();
        }),
      run: () =>
        connection
          .query(SUMMARIES)
          .toArray()
          .map((row) => {
            const { total, attended, authorised, unauthorised, not_possible, first_met } = row.toJSON();
            const met = first_met === null ? undefined : sessions[first_met];
            const firstMet = met ? `${met.date} ${met.session}` : null;
            return { total, firstMet, year: [attended, authorised, unauthorised, not_possible] };
          }),
    };
  },
};
