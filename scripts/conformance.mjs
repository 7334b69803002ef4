// npm run conformance [-- [file…] [--command "…"]]: which requests of the pack a counter answers as its sources say.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { differences } from '../test/conformance/compare.ts';
import { pack } from '../test/conformance/pack.ts';
import { root } from './ready.mjs';

/** So many disagreements are printed in full for each file; the rest are counted. */
const SHOWN = 20;

const words = process.argv.slice(2);
const at = words.indexOf('--command');
const command = at === -1 ? null : words[at + 1];
const names = words.filter((_, i) => at === -1 || (i !== at && i !== at + 1));
const unknown = names.filter((name) => !pack.some((file) => file.name === name));
if (command === undefined || unknown.length > 0) {
  console.error('npm run conformance -- [file…] [--command "your counter, speaking JSON lines"]');
  console.error(`Files: ${pack.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const files = pack.filter(({ name }) => names.length === 0 || names.includes(name));
const answers = await answersTo(
  files.flatMap(({ lines }) => lines.map(({ request }) => JSON.stringify(request))),
);
let agreed = 0;
let asked = 0;
for (const { name, lines } of files) {
  const wrong = lines.flatMap((line) => {
    const found = differences(line, parse(answers[asked++]));
    return found.length === 0 ? [] : [{ line, found }];
  });
  agreed += lines.length - wrong.length;
  const independent = lines.filter((line) => line.independent).length;
  console.log(
    `${name}: ${lines.length - wrong.length} of ${lines.length} agree (${independent} independent)`,
  );
  for (const { line, found } of wrong.slice(0, SHOWN)) {
    console.log(`  ${line.request.id}`);
    for (const difference of found) console.log(`    ${difference}`);
    console.log(`    source: ${line.source}`);
  }
  if (wrong.length > SHOWN) console.log(`  and ${wrong.length - SHOWN} more`);
}
console.log(`${agreed} of ${asked} answers agree.`);
process.exitCode = agreed === asked && answers.length === asked ? 0 : 1;

/** The counter's answers, a line for a line; what it says on its error stream goes through. */
async function answersTo(requests) {
  const counter = command
    ? spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
    : spawn(process.execPath, [path.join(root, 'rules/batch/cli.ts')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
  const chunks = [];
  counter.stdout.on('data', (chunk) => chunks.push(chunk));
  // A counter that stops reading is told of by the answers it does not give.
  counter.stdin.on('error', () => {});
  counter.stdin.end(`${requests.join('\n')}\n`);
  await new Promise((done) => counter.on('close', done));
  return Buffer.concat(chunks).toString().split('\n').filter(Boolean);
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
