import { execFileSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { moveClock, offsetToDay } from "./clock.mjs";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-28T06:30:00Z");

test.each([
  ["2026-11-28", 0],
  ["2026-11-29", 1],
  ["2027-01-01", 34],
  ["2028-02-29", 458],
])("On %s it is %i days later, at the same time of day.", (day, days) => {
  expect(offsetToDay(day, NOW)).toBe(days * DAY_MS);
});

test.each(["2027-02-29", "2027-13-01", "tomorrow", "", "2027-1-1"])("Refuses %s, which is no day.", (day) => {
  expect(() => offsetToDay(day, NOW)).toThrow("TEST_DAY is a day");
});

// This run's own clock may have been moved already.
const OWN_OFFSET_MS = Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0);

/** What a fresh process says whose clock is moved by its environment, `offsetMs` beyond this one's. */
const told = (offsetMs, expression) =>
  execFileSync(
    process.execPath,
    ["--import", new URL("move-clock.mjs", import.meta.url).href, "-p", `JSON.stringify(${expression})`],
    {
      env: { ...process.env, NODE_OPTIONS: "", TEST_CLOCK_OFFSET_MS: String(OWN_OFFSET_MS + offsetMs) },
      encoding: "utf8",
    },
  );

test("Every way to ask for the time says the moved one, and a given time stays what it is.", () => {
  const [now, made, written, given, isDate] = JSON.parse(
    told(
      100 * DAY_MS,
      "[Date.now(), new Date().getTime(), Date.parse(Date()), new Date(0).getTime(), new Date() instanceof Date]",
    ),
  );
  const expected = Date.now() + 100 * DAY_MS;
  for (const said of [now, made, written]) expect(Math.abs(said - expected)).toBeLessThan(60_000);
  expect([given, isDate]).toEqual([0, true]);
});

test("The source text of moveClock moves the clock of a page, which has nothing else of ours.", () => {
  const before = Date.now();
  const inPage = runInNewContext(`(${moveClock.toString()})(${OWN_OFFSET_MS + DAY_MS}); Date.now()`);
  expect(inPage).toBeGreaterThanOrEqual(before + DAY_MS);
});
