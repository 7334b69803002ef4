// npm run fire [-- kills seed --built]: kills the browser with the built extension in it in the middle of imports, marks, the sealing of
// old databases and wipes, again and again over one profile, and compares what is kept with what was acknowledged. A killed
// browser is not a power cut: what the system has taken over to write is written. Exits with 1 when anything is lost.
import { spawnSync } from 'node:child_process';
import { root, seconds, stop } from './ready.mjs';

const words = process.argv.slice(2);
const isBuilt = words.includes('--built');
const [times = 100, seed = Date.now() % 2 ** 31] = words.filter((word) => word !== '--built').map(Number);
if (!(times > 0) || Number.isNaN(seed)) stop('npm run fire -- [how many kills] [seed] [--built]', 2);

if (!isBuilt) {
  console.log('Building the extension…');
  const built = spawnSync('wxt build', { cwd: root, shell: true, encoding: 'utf8' });
  if (built.status !== 0) stop(`${built.stdout}${built.stderr}\nThe extension does not build: see above.`);
}

// What the driver had still to say of a browser that was killed concerns nobody; all else does.
process.on('uncaughtException', (error) => {
  if (!/was not bound in the connection/.test(String(error?.message))) throw error;
});

// Reads the built extension's key, so not before there is one.
const { fire } = await import('../test/fire/fire.ts');
const began = Date.now();
console.log(`${times} kills, seed ${seed}…`);
const { kills, inFlight, thrownAway, losses } = await fire(times, seed, (line) => console.log(line));
const all = [...kills.values()].reduce((sum, count) => sum + count, 0);
console.log('\n| killed in | times |\n| --- | --- |');
for (const [step, count] of [...kills].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`| ${step} | ${count} |`);
console.log(
  `\nOf the changes on their way, ${inFlight.there} were kept whole and ${inFlight.absent} not at all.\n` +
    `The browser itself threw the whole database away ${thrownAway} times.\n` +
    `${all} kills in ${seconds(began)}, ${losses.length} losses of ours.`,
);
for (const loss of losses) console.log(`LOSS: ${loss}`);
process.exitCode = losses.length > 0 ? 1 : 0;
