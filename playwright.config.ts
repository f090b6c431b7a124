import { defineConfig, devices } from "@playwright/test";

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
const ANSWERS = /(headers|hostile|isolation)\.spec\.ts$/;

// A phone's page is played on a phone.
const FIELD = /(field-link|site)\.spec\.ts$/;

const JOURNEY = /journey\.spec\.ts$/;

const PHONE = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, launchOptions };

/** Whether everything is played in every way: each journey with and without scripts in each language, each form with each text. */
const EVERY_WAY = process.env.EVERY_WAY === "1";

/** A phone on which nothing but the journey is played. */
const lane = (name: string, javaScriptEnabled: boolean) => ({
  name,
  dependencies: ["market"],
  testMatch: JOURNEY,
  use: { ...PHONE, javaScriptEnabled },
});

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
    lane("no-script-en", false),
    lane("phone-zh", true),
    ...(EVERY_WAY ? [lane("no-script-zh", false), lane("phone-en", true)] : []),
    {
      name: "desktop",
      dependencies: ["market"],
      testIgnore: [ANSWERS, FIELD],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 }, launchOptions },
    },
    {
      name: "phone",
      dependencies: ["market"],
      testIgnore: [ANSWERS, JOURNEY],
      use: PHONE,
    },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `${baseURL}/api/health`,
    timeout: START_MS,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    // How far the market is, and any fault of the server beside the test that met it.
    stdout: "pipe",
    env: { PORT, SEED: "demo", LOG_LEVEL: "error" },
  },
});
