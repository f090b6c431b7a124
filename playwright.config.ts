import { defineConfig, devices } from "@playwright/test";
import { stopOnOldNode } from "./scripts/setup/node/node-floor.mjs";

stopOnOldNode("npm run test:browser -- FILE");

const PORT = process.env.PORT ?? "3990";
const baseURL = `http://127.0.0.1:${PORT}`;
const START_MS = 600_000;

// Chromium as root needs no-sandbox; the rest keeps it from calling home or using a graphics card that is not there.
const QUIET = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const launchOptions = { args: QUIET, ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}) };

// What is asked without a window has no width: it is asked once.
const ANSWERS = /(found|found-abroad|headers|hostile|isolation|limits|page-weight|uploads)\.spec\.ts$/;

// A phone's page is played on a phone.
const FIELD = /(field-link|site)\.spec\.ts$/;

const JOURNEY = /journey\.spec\.ts$/;

// What people do is played every day in the window in which they do it most, in the other one by the long run: desk work of administrators, quoters and
// deciding buyers is wide. How each page fits and reads in both windows is held by the pages below.
const ON_DESKTOP_FIRST =
  /(award-reasons|contested|decide-dispute|kept-pages|offer|papers|services-exports|templates|thirty-things|traffic-review|verified-provider|work)\.spec\.ts$/;
const ON_PHONE_FIRST =
  /(amend|bid-draft|clerk|early-step|files|first-bid|forms|home|horgos|hub-board|instead|kept-drafts|no-bids|order-rooms|packing-list|phone-heights|reroute|saved-searches|slots|tariff|threads|towns|translated|way-in)\.spec\.ts$/;
// Every page for everybody whose it is: some of its states every day, all of them by the long run.
const PAGES = /pages\.spec\.ts$/;

/** Whether what an ordinary run leaves out is played: the other window, the other language, each wrong text in each form. */
const OTHER_WAYS = process.env.OTHER_WAYS === "1";

const DESKTOP = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 }, launchOptions };
// One pixel a point: a phone draws seven in its place, which costs an eighth of a play's time and shows no test anything.
const PHONE = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, launchOptions };

/** A window in which nothing but the journey is played. */
const lane = (name: string, window: typeof DESKTOP | typeof PHONE, javaScriptEnabled: boolean) => ({
  name,
  dependencies: ["market"],
  testMatch: JOURNEY,
  use: { ...window, javaScriptEnabled },
});

const LANES = OTHER_WAYS
  ? [lane("no-script-en", DESKTOP, false), lane("no-script-zh", PHONE, false), lane("phone-en", PHONE, true)]
  : [lane("phone-zh", PHONE, true)];

const ON_DESKTOP = OTHER_WAYS
  ? { testMatch: [JOURNEY, ON_PHONE_FIRST, PAGES] }
  : { testIgnore: [ANSWERS, FIELD, JOURNEY, ON_PHONE_FIRST] };
const ON_PHONE = OTHER_WAYS
  ? { testMatch: [ON_DESKTOP_FIRST, PAGES] }
  : { testIgnore: [ANSWERS, JOURNEY, ON_DESKTOP_FIRST] };

/** The browser's tests, against the built market with its demo data. `npm run test:browser` gives them a port and a fresh folder. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // A film of each test costs a third of its time: `npm run test:browser -- --trace on` takes one where a picture is not enough.
  use: { baseURL, actionTimeout: 20_000, screenshot: "only-on-failure", launchOptions },
  projects: [
    { name: "market", testMatch: /\.setup\.ts$/ },
    { name: "answers", dependencies: ["market"], testMatch: ANSWERS },
    ...LANES,
    { name: "desktop", dependencies: ["market"], ...ON_DESKTOP, use: DESKTOP },
    { name: "phone", dependencies: ["market"], ...ON_PHONE, use: PHONE },
  ],
  webServer: {
    command: "node scripts/testing/logged-server.mjs",
    url: `${baseURL}/api/health`,
    timeout: START_MS,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    // How far the market is, and any fault of the server beside the test that met it.
    stdout: "pipe",
    env: { PORT, SEED: "demo", LOG_LEVEL: "error" },
  },
});
