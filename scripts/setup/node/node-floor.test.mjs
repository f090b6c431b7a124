import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { inRoot, program } from "../checkout.mjs";
import { OWN_NODE_MAJOR, oldNodeSentence } from "./node-floor.mjs";

test.each([
  ["18.20.4", true],
  ["20.20.2", true],
  [`${OWN_NODE_MAJOR - 1}.99.9`, true],
  [`${OWN_NODE_MAJOR}.0.0`, false],
  ["24.21.0", false],
  ["100.0.0", false],
])("Of Node %s it is said that it is too old: %s.", (version, isSaid) => {
  const sentence = oldNodeSentence(version, "npm test -- unit FILE");
  if (!isSaid) return expect(sentence).toBeNull();
  expect(sentence).toContain(`Node ${OWN_NODE_MAJOR} or newer is needed; this is v${version}`);
  expect(sentence).toContain("`npm test -- unit FILE`");
  expect(sentence).toContain("node_modules/.bin");
});

/** Makes a process say that it is an older node before anything else is loaded. */
const pretend = (version) =>
  `--import=data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`,
  )}`;

function runOn(version, [tool, ...args]) {
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, NODE_OPTIONS: ____, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(version ? [pretend(version)] : []), tool, ...args],
    {
      cwd: inRoot(),
      encoding: "utf8",
      env: { ...env, NO_COLOR: "1" },
    },
  );
  return { status, said: `${stdout}${stderr}` };
}

test.each([
  [
    "Vitest",
    [program("vitest/vitest.mjs"), "list", "--filesOnly", "--project", "rules", "scripts/setup"],
    "npm test -- unit FILE",
  ],
  ["Playwright", [program("playwright/cli.js"), "test", "--list", "headers.spec"], "npm run test:browser -- FILE"],
])(
  "%s ends on an older Node with that one sentence, and goes on where Node will do.",
  (_, tool, instead) => {
    const old = runOn("20.20.2", tool);
    expect(old).toEqual({ status: 1, said: `\n${oldNodeSentence("20.20.2", instead)}\n` });
    const { status, said } = runOn(null, tool);
    expect([status, said.includes("or newer is needed")]).toEqual([0, false]);
    expect(said).toMatch(/\.(test|spec|setup)\./);
  },
  120_000,
);
