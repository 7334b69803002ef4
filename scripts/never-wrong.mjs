// npm run never-wrong: reads 220 changed copies of each of fifteen host pages and prints how they came out. `HOST=plain SEED=17,18` makes
// some of them again.
import { spawnSync } from 'node:child_process';
import { root } from './ready.mjs';

const done = spawnSync('playwright test --project never-wrong', { cwd: root, stdio: 'inherit', shell: true });
process.exitCode = done.status ?? 1;
