// The whole proof from a fresh clone: checks, tests on both databases, build, browser. One stage alone: checks, unit, browser; two-processes plays
// the browser's tests over PostgreSQL and two processes of the product; a room's name, as bidding, runs what stands in that room.
// Beside it, since it takes long: a server that is killed again and again while people bid, and what the browser leaves out.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhenChanged } from "./setup/build.mjs";
import { program } from "./setup/checkout.mjs";
import { findChromium } from "./setup/chromium.mjs";
import { freePort } from "./setup/free-port.mjs";
import { alone } from "./setup/lock.mjs";
import { hasPackages } from "./setup/has-packages.mjs";
import { main, run, Stop } from "./setup/run.mjs";
import { secondsSince, startedMs } from "./setup/step.mjs";
import { typescript } from "./setup/typescript/typescript.mjs";
import { offsetToDay } from "./testing/clock.mjs";
import { failureLines } from "./testing/failures.mjs";
import { serverLogIn, tallyServerLog } from "./testing/server-log.mjs";
import { sum, tallyChecks, tallyPlaywright, tallyVitest, together, withExitCode } from "./testing/tally.mjs";

const [stage = "all", ...rest] = process.argv.slice(2);

/** What the machine happens to have set must not reach the tests. */
for (const name of [
  "DATABASE_URL",
  "DATA_DIR",
  "SEED",
  "KOUAN_ENV",
  "BASE_URL",
  "SMTP_URL",
  "SECURITY_CONTACT",
  "KOUAN_CLERK_URL",
  "PORT",
  "HOST",
  "NODE_ENV",
])
  delete process.env[name];

// Tests make commands fail on purpose: what they log of it would bury what the runners say. LOG_LEVEL=info shows it.
process.env.LOG_LEVEL ??= "silent";

/** TEST_DAY=2028-02-29: everything that is started from here reads a clock that has come to that day (docs/decisions/0030-tests-on-any-day.md). */
function playOn(day) {
  process.env.TEST_CLOCK_OFFSET_MS = String(offsetToDay(day, Date.now()));
  const preload = new URL("testing/move-clock.mjs", import.meta.url).href;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import ${preload}`.trim();
}

/** Where the runners write their reports: a folder that goes with the run, or the one that REPORTS names. */
const reports = () => process.env.REPORTS ?? mkdtempSync(join(tmpdir(), "kouan-reports-"));

/** Where the tested market keeps what it knows. */
const dataIn = (folder) => join(folder, "data");

async function checks(folder) {
  const report = join(folder, "checks.json");
  const code = await run(process.execPath, typescript("scripts/checks/main.ts", report, ...rest));
  return withExitCode(tallyChecks(report), code);
}

async function runVitest(folder, asked, env = {}) {
  const report = join(folder, "vitest.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(process.execPath, [program("vitest/vitest.mjs"), "run", ...reporters, ...asked], { env });
  return withExitCode(tallyVitest(report), code);
}

const unit = (folder) => runVitest(folder, rest);

/**
 * What an ordinary run asks less of: that another kind of service fits in, for which the house is built a second time, every photograph, of
 * PostgreSQL what starts processes or writes a bulk market, and what two processes do by dice, which goes on for longer here.
 */
const RARE = [
  "test/fifth-kind",
  "test/photo-corpus",
  "demo/bulk/bulk-market",
  "demo/killed-seeding",
  "server/bidding/verify-command-line",
  "server/platform/process/start-with-keys",
  "server/worker/random-trade",
];
const rare = (folder) => runVitest(folder, RARE, { OTHER_WAYS: "1" });

const DONE = { passed: 1, failed: 0, failures: [] };
const broke = (name, error) => ({ passed: 0, failed: 1, failures: [{ name, error }] });

async function build() {
  try {
    await alone(buildWhenChanged);
    return DONE;
  } catch (error) {
    console.error(error.message);
    return broke("the build", error.message);
  }
}

/** The demo market that the browser is shown. It needs no build: made beside something else, it takes the core that this leaves idle. */
async function market(folder) {
  const env = { DATA_DIR: dataIn(folder), SEED: "demo" };
  const quietly = ["ignore", "ignore", "inherit"];
  const code = await run(process.execPath, typescript("scripts/prepare.ts"), { env, stdio: quietly });
  if (code !== 0) return broke("the demo market", `the exit code is ${code}`);
  // What is held of it is asked of its file; over PostgreSQL the market is the same, and is not asked again.
  if (process.env.DATABASE_URL) return DONE;
  return together([DONE, await runVitest(folder, ["--project", "market"], { MARKET_DATA: dataIn(folder) })]);
}

/** The product, and something to look at in it. */
const product = async (folder) => together(await Promise.all([build(), market(folder)]));

/** Where everything is run, the market is made beside the checks, which leave more of a core idle than the build. */
const checksAndMarket = async (folder) => together(await Promise.all([checks(folder), market(folder)]));

async function playInBrowser(folder, asked, ways = {}) {
  const chromium = await findChromium();
  const report = join(folder, "playwright.json");
  const env = {
    PORT: String(await freePort()),
    DATA_DIR: dataIn(folder),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...serverLogIn(folder),
    ...(chromium ? { CHROMIUM: chromium } : {}),
    ...ways,
  };
  const code = await run(process.execPath, [program("playwright/cli.js"), "test", "--reporter=line,json", ...asked], {
    env,
  });
  const played = withExitCode(tallyPlaywright(report), code);
  return together([played, tallyServerLog(folder)]);
}

const browser = (folder) => playInBrowser(folder, rest);

/** What an ordinary run leaves out: each journey in the other window and language, and each wrong text in each form. */
const otherWays = (folder) => playInBrowser(folder, [], { OTHER_WAYS: "1" });

/** What the browser is shown every day, over PostgreSQL and two processes that take each connection by turns. */
async function twoProcesses(reportsFolder) {
  const folder = join(reportsFolder, "two-processes");
  mkdirSync(folder, { recursive: true });
  const { startPostgres } = await import("../test/postgres-server.ts");
  const postgres = await startPostgres();
  await postgres.create("kouan_browser");
  process.env.DATABASE_URL = postgres.url("kouan_browser");
  process.env.SERVER_PROCESSES = "2";
  try {
    return together([await product(folder), await playInBrowser(folder, rest)]);
  } finally {
    delete process.env.DATABASE_URL;
    delete process.env.SERVER_PROCESSES;
    await postgres.stop();
  }
}

/** A server that is killed while people bid, over a database of its own. */
const killLoop = (lane) => async (folder) => {
  const report = join(folder, `${lane}.json`);
  const env = { PORT: String(await freePort()), DATA_DIR: join(folder, lane) };
  const code = await run(process.execPath, typescript("test/long/main.ts", lane, report, ...rest), { env });
  return withExitCode(tallyChecks(report), code);
};

/** Three hundred who watch one request, on one process or on two. */
const watchers = (lane) => async (folder) => {
  const report = join(folder, `watchers-${lane}.json`);
  const chromium = await findChromium();
  const env = chromium ? { CHROMIUM: chromium } : {};
  const code = await run(process.execPath, typescript("test/long/watchers.ts", lane, report), { env });
  return withExitCode(tallyChecks(report), code);
};

/** Requests of every kind at once, rude ones and outages among them. */
const mixedLoad = (lane) => async (folder) => {
  const report = join(folder, `mixed-${lane}.json`);
  const code = await run(process.execPath, typescript("test/long/mixed-load.ts", lane, report, ...rest));
  return withExitCode(tallyChecks(report), code);
};

/** Two gigabytes of files, one after the other, to one server. */
async function uploads(folder) {
  const report = join(folder, "uploads.json");
  const env = { PORT: String(await freePort()), DATA_DIR: join(folder, "uploads") };
  const code = await run(process.execPath, typescript("test/long/uploads.ts", report), { env });
  return withExitCode(tallyChecks(report), code);
}

const STAGES = {
  checks: { checks },
  unit: { unit },
  browser: { build: product, browser },
  "two-processes": { "two processes": twoProcesses },
  all: { checks: checksAndMarket, unit, build, browser },
  long: {
    build: product,
    rare,
    others: otherWays,
    sqlite: killLoop("sqlite"),
    postgres: killLoop("postgres"),
    watch: watchers("sqlite"),
    watchers: watchers("postgres"),
    mixed: mixedLoad("sqlite"),
    outages: mixedLoad("postgres"),
    uploads,
    "two processes": twoProcesses,
  },
};

/** Where a room stands on each floor that has it. */
const placesOf = (room) =>
  ["domain", "server", "components"].map((floor) => `${floor}/${room}`).filter((path) => existsSync(path));

/** One room: lint of its files, and its tests on both databases. */
const oneRoom = (places) => ({
  lint: async () => {
    const code = await run(process.execPath, [program("oxlint/bin/oxlint"), ...places]);
    return code === 0 ? DONE : broke(`lint of ${places.join(", ")}`, `the exit code is ${code}`);
  },
  tests: (folder) => runVitest(folder, [...places.map((place) => `${place}/`), ...rest]),
});

await main(async () => {
  const places = /^[a-z-]+$/.test(stage) && !STAGES[stage] ? placesOf(stage) : [];
  const stages = STAGES[stage] ?? (places.length > 0 ? oneRoom(places) : undefined);
  if (!stages) throw new Stop(`No stage or room is called ${stage}. Stages: ${Object.keys(STAGES).join(", ")}`);
  if (!(await hasPackages("all"))) return;
  if (process.env.TEST_DAY) playOn(process.env.TEST_DAY);
  const folder = reports();
  const tallies = [];
  const failed = [];
  const lines = [];
  for (const [name, work] of Object.entries(stages)) {
    const stageMs = Date.now();
    console.log(`\n── ${name}`);
    const tally = await work(folder);
    tallies.push(tally);
    failed.push(...failureLines(name, tally.failures));
    lines.push(
      `  ${name.padEnd(10)} ${String(tally.passed).padStart(6)} passed ${String(tally.failed).padStart(5)} failed ${secondsSince(stageMs).padStart(9)}`,
    );
  }
  if (!process.env.REPORTS) rmSync(folder, { recursive: true, force: true });
  const total = sum(tallies);
  // Once more, above the sum: what the stages printed of it is a thousand lines up, or cut.
  if (failed.length > 0) console.log(`\n${failed.join("\n")}`);
  console.log(`\n${lines.join("\n")}\n  ${"all".padEnd(10)} ${secondsSince(startedMs).padStart(37)}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});
