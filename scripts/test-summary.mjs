// test-summary.mjs FILE…: one line from Vitest's and Playwright's JSON reports, "N passed, N failed, N skipped".
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The counts of one report; null when the file is missing or is no report. */
export function readReport(file) {
  try {
    const report = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (report.stats) {
      const { expected, flaky, unexpected, skipped } = report.stats;
      return { passed: expected + flaky, failed: unexpected, skipped };
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0 } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return null;
  }
}

/** The closing line, which CI reads. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Two counts as one. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export const NONE = { passed: 0, failed: 0, skipped: 0 };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const total = process.argv
    .slice(2)
    .map((file) => readReport(file) ?? { ...NONE, failed: 1 })
    .reduce(add, NONE);
  console.log(summaryLine(total));
  process.exitCode = total.failed || !total.passed ? 1 : 0;
}
