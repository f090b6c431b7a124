import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "../setup/checkout.mjs";

/** A stage that falls over altogether would push everything else out of sight. */
const SHOWN_MAX = 60;
/** What failed without a word of why. */
const UNSAID = "no error was reported";
const NOT_RUN = "it did not run";

/** The first line of an error, and of one of the browser what it looked for: "toBeVisible() failed" alone says nothing. */
function firstLine(text) {
  const lines = stripVTControlCharacters(text ?? "")
    .split("\n")
    .map((line) => line.trim());
  const soughtFor = lines.find((line) => line.startsWith("Locator: "));
  return [lines.find((line) => line !== "") ?? UNSAID, ...(soughtFor ? [soughtFor] : [])].join(" · ");
}

const shortPath = (file) => relative(root, file);

/** Tests of Vitest's JSON report that did not pass, and files that did not load; the error is null where a test was not run. */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const unpassed = assertionResults.filter((one) => one.status !== "passed");
    const failures = unpassed.map(({ ancestorTitles, title, status: how, failureMessages }) => ({
      name: [shortPath(file), ...ancestorTitles, title].filter((part) => part !== "").join(" › "),
      error: how === "failed" ? firstLine(failureMessages[0]) : null,
    }));
    const isBroken = status === "failed" && assertionResults.every((one) => one.status !== "failed");
    return isBroken ? [{ name: shortPath(file), error: firstLine(message) }, ...failures] : failures;
  });
}

/** Where a step of a test failed, the step's name says more than the test's: the path of them down to the error. */
const failedSteps = (steps = []) => {
  const failed = steps.find(({ error }) => error);
  return failed ? [failed.title, ...failedSteps(failed.steps)] : [];
};

const failureOfTest = ({ projectName, results }, within) => {
  const failed = results.find(({ error }) => error);
  return {
    name: `${[...within, ...failedSteps(failed?.steps)].join(" › ")} [${projectName}]`,
    error: failed ? firstLine(failed.error.message) : null,
  };
};

const failuresWithin = ({ specs, suites = [] }, within) => [
  ...specs.flatMap(({ title, tests }) =>
    tests.filter(({ status }) => status !== "expected").map((test) => failureOfTest(test, [...within, title])),
  ),
  ...suites.flatMap((inner) => failuresWithin(inner, [...within, inner.title])),
];

/** Tests of Playwright's JSON report that did not pass at the first go, and errors outside any test. */
export const failuresOfPlaywright = ({ config, suites, errors }) => [
  ...errors.map(({ message }) => ({ name: "outside any test", error: firstLine(message) })),
  ...suites.flatMap((suite) => failuresWithin(suite, [shortPath(join(config.rootDir, suite.file))])),
];

/** The checks that found something; what they found stands in the output of their stage. */
export const failuresOfChecks = (report) =>
  report
    .filter(({ breaches }) => breaches > 0)
    .map(({ name, breaches }) => ({ name, error: `${breaches} ${breaches === 1 ? "breach" : "breaches"}` }));

/** All that failed in a stage, two lines each, for the end of a long output; what was not run comes last, since another failure is why. */
export function failureLines(stage, failures) {
  if (failures.length === 0) return [];
  const ordered = [
    ...failures.filter(({ error }) => error !== null),
    ...failures.filter(({ error }) => error === null),
  ];
  const lines = ordered.slice(0, SHOWN_MAX).flatMap(({ name, error }) => [`  ✗ ${name}`, `      ${error ?? NOT_RUN}`]);
  const more = failures.length - SHOWN_MAX;
  return [`── failed in ${stage}`, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])];
}
