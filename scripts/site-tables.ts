// Writes docs/sites.md, what is known of each system, and prints the matrix of test pages: npm run sites.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KNOWN_SITES } from '../sites/known/sites.ts';
import { made } from '../sites/made.ts';

/** Where the tables are published, from the root of the project. */
export const PUBLISHED = 'docs/sites.md';

/** The whole document, as text. */
export function siteTables(): string {
  const adapters = made.map(
    ({ id, name, verified, history }) =>
      `| ${name} | \`sites/${id}/\` | ${verified ?? 'not on a live page: nothing is checked before somebody has confirmed it, if at all'} | ${history ? 'read' : 'not read'} |`,
  );
  const known = KNOWN_SITES.map(
    ({ name, hosts, path, trustBareCodes, about }) =>
      `| ${name} | ${hosts.map((host) => `\`${host}${path ?? ''}\``).join(', ')} | ${trustBareCodes ? 'yes' : 'only once confirmed'} | ${about.join(' ')} |`,
  );
  return `# Which pages are read, and how

Written by \`npm run sites\` from \`sites/\`. How to add one: [add-a-site.md](add-a-site.md).

## Adapters made for one system

| System | Where | Proved on | Pages of earlier marks |
|---|---|---|---|
${adapters.join('\n')}

Every other page is read by the generic reader, and nothing of it is checked before a person has confirmed once that it was
understood, or has taught it. Pages of earlier marks are read only where the table says so ([reading.md](reading.md)).

## Systems known by their address

No vendor publishes its register. These are recognised and read by the generic reader; none has been verified on a live page.

| System | Address | A bare letter is a code | What is publicly known |
|---|---|---|---|
${known.join('\n')}
`;
}

/** Every test page with what comes of it, a line each. */
function matrix(): readonly string[] {
  return globSync('test/pages/*/*/*/expected.json')
    .sort()
    .map((file) => {
      const folder = file.slice('test/pages/'.length, -'/expected.json'.length);
      const { title } = JSON.parse(readFileSync(file.replace('expected', 'about'), 'utf8'));
      const { kind, readings = [], reading, why = '' } = JSON.parse(readFileSync(file, 'utf8'));
      const earlier = reading ? `${reading.marks.length} marks by ${reading.adapter}` : '';
      const read = readings.map(
        ({ adapter, rows }: { adapter: string; rows: readonly unknown[] }) =>
          `${rows.length} pupils by ${adapter}`,
      );
      return `${folder.padEnd(36)} ${kind.padEnd(13)} ${read.join(', ') || earlier || why || '-'}\n${' '.repeat(37)}${title}`;
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PUBLISHED, siteTables());
  console.log(matrix().join('\n'));
}
