import { existsSync, readFileSync } from "node:fs";
import { failuresOfChecks, failuresOfPlaywright, failuresOfVitest } from "./failures.mjs";

const NOTHING = { passed: 0, failed: 0 };

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** A stage without a report, or without a test in it, fell over before it could count: that is one failure. */
const FELL_OVER = {
  passed: 0,
  failed: 1,
  failures: [{ name: "the whole stage", error: "it ended before it had counted a test" }],
};

export const sum = (tallies) =>
  tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), NOTHING);

/** What was done side by side, as one stage. */
export const together = (tallies) => ({ ...sum(tallies), failures: tallies.flatMap(({ failures }) => failures) });

/** A tool that ends badly although every test passed saw an error outside the tests: that is a failure too. */
export const withExitCode = (tally, code) =>
  code !== 0 && tally.failed === 0
    ? { ...tally, failed: 1, failures: [{ name: "outside any test", error: `the exit code is ${code}` }] }
    : tally;

/** Vitest's JSON report. A skipped test counts as failed, and so does a file that did not load. */
export function tallyVitest(file) {
  const report = read(file);
  if (!report || report.numTotalTests === 0) return FELL_OVER;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((one) => one.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + brokenFiles.length,
    failures: failuresOfVitest(report),
  };
}

/** Playwright's JSON report. Skipped and flaky tests count as failed, and so do errors outside any test. */
export function tallyPlaywright(file) {
  const report = read(file);
  if (!report || report.stats.expected + report.stats.unexpected === 0) return FELL_OVER;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    failures: failuresOfPlaywright(report),
  };
}

/** The report of scripts/checks/main.ts: one line a check. */
export function tallyChecks(file) {
  const report = read(file);
  if (!report) return FELL_OVER;
  const failed = report.filter(({ breaches }) => breaches > 0).length;
  return { passed: report.length - failed, failed, failures: failuresOfChecks(report) };
}
