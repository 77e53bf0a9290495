/** `npm test`: types, lint, then every test (unit, property, integration, browser), and one line that sums it up. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'dragoman-test-'));
const report = join(scratch, 'report.json');

const steps = [
  step('types', 'typescript/bin/tsc'),
  step('lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  step('tests', 'vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
];
const counts = testCounts();
rmSync(scratch, { recursive: true });

// Types and lint count as one check each; a test run that broke off without a report counts as one failure.
const checks = counts ? steps.slice(0, 2) : steps;
const passed = (counts?.passed ?? 0) + checks.filter(Boolean).length;
const failed = (counts?.failed ?? 0) + checks.filter((ok) => !ok).length;
console.log(`${passed} passed, ${failed} failed${counts?.skipped ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = steps.every(Boolean) ? 0 : 1;

function step(name: string, script: string, ...words: string[]): boolean {
  console.log(`\n== ${name}`);
  const ok = spawnSync(process.execPath, [join('node_modules', script), ...words], { stdio: 'inherit' }).status === 0;
  console.log(`== ${name}: ${ok ? 'passed' : 'FAILED'}`);
  return ok;
}

function testCounts(): { passed: number; failed: number; skipped: number } | null {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not even be loaded has no tests in it to fail.
    const unloadable = result.testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + unloadable,
      skipped: result.numPendingTests,
    };
  } catch {
    return null;
  }
}
