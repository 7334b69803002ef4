// Every check of the project, one after another. The last line is always "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root, seconds } from './ready.mjs';
import { add, NONE, readReport, summaryLine } from './test-summary.mjs';

/** `needs` names the step whose output this one reads; `report` is written by it and holds its tests, counted one by one. */
const steps = [
  {
    name: 'Types',
    run: 'wxt prepare && tsc --noEmit',
    failed: 'The types do not fit: see the errors above.',
  },
  {
    name: 'Lint and format',
    run: 'biome ci .',
    failed: 'Lint or format differs: "npm run format" mends most of it.',
  },
  {
    name: 'Build for Chrome',
    run: 'wxt build',
    failed: 'The extension does not build for Chrome and Edge.',
  },
  {
    name: 'Build for Firefox',
    run: 'wxt build -b firefox --mv3',
    failed: 'The extension does not build for Firefox.',
  },
  {
    name: 'Build the widget',
    run: 'vite build -c widget/vite.config.ts',
    failed: 'The widget does not build.',
    when: () => fs.existsSync(path.join(root, 'widget/vite.config.ts')),
  },
  {
    name: 'Unit and component tests',
    run: 'vitest run --project unit --project browser --reporter=default --reporter=json --outputFile.json=reports/vitest.json',
    failed: 'Unit or component tests fail: see above.',
    report: 'reports/vitest.json',
  },
  {
    name: 'Extension in a real browser',
    run: 'playwright test --project extension --workers=3 --reporter=list,json',
    failed: 'Tests of the extension in a browser fail: see above.',
    report: 'reports/extension.json',
    needs: 'Build for Chrome',
  },
  {
    name: 'Registers built with other people’s grids, read at every step',
    run: 'playwright test -c test/hosts --reporter=list,json,./test/hosts/reading/table.ts',
    failed: 'A host page is not read as its model says: see above.',
    report: 'reports/hosts.json',
  },
  {
    name: 'The built extension over the same registers',
    run: 'playwright test --project hosts --reporter=list,json',
    failed: 'The extension says something untrue of a host page, or changes it: see above.',
    report: 'reports/hosts-extension.json',
    needs: 'Build for Chrome',
  },
  {
    name: 'The same registers, changed two hundred ways each',
    run: 'playwright test --project never-wrong --reporter=list,json',
    failed: 'A changed page is read wrongly: see above.',
    report: 'reports/never-wrong-tests.json',
  },
  {
    name: 'Size limits',
    run: 'size-limit',
    failed: 'A script that is put into pages is over its size limit.',
    needs: 'Build for Chrome',
  },
].filter((step) => step.when?.() ?? true);

for (const { report } of steps) if (report) fs.rmSync(path.join(root, report), { force: true });
fs.mkdirSync(path.join(root, 'reports'), { recursive: true });

const env = { ...process.env, CI: '1' };
const broken = new Map();
let total = NONE;

for (const [index, step] of steps.entries()) {
  const label = `${index + 1}/${steps.length} ${step.name}`;
  if (broken.has(step.needs)) {
    console.log(`\n${label}: not run, because this failed: ${step.needs}.`);
    total = add(total, { ...NONE, skipped: 1 });
    continue;
  }
  console.log(`\n${label}…`);
  const began = Date.now();
  const ok =
    spawnSync(step.run, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: true,
      env: step.report ? { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(root, step.report) } : env,
    }).status === 0;
  if (!ok) broken.set(step.name, step.failed);
  total = add(total, outcome(step, ok));
  console.log(`${label}: ${ok ? 'passed' : 'FAILED'} in ${seconds(began)}`);
}

if (broken.size > 0)
  console.log(`\n${[...broken.values()].map((sentence) => `FAILED: ${sentence}`).join('\n')}`);
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Tests are counted one by one; a step that fails without a failing test, or writes no report, is one failure. */
function outcome(step, ok) {
  if (!step.report) return { ...NONE, [ok ? 'passed' : 'failed']: 1 };
  const counted = readReport(path.join(root, step.report)) ?? { ...NONE, failed: 1 };
  return !ok && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
