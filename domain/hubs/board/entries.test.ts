import { describe, expect, it, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later, MINUTE_MS } from "@/domain/shared/instant";
import { checkClosure, checkWithdrawal } from "./closure";
import { crossingTimes, percentile } from "./crossing-times";
import { checkHubState, type HubState } from "./hub-state";

const NOW = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOW, count * DAY_MS);

const STATE: HubState = {
  ...{ hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, capacityPerDay: 1_000 },
  ...{ opensAt: "09:30", shutsAt: "20:00", asOf: NOW, source: "port authority" },
};
const KNOWN = { modes: ["road", "rail"] as const, lastAsOf: day(-1), now: NOW, isConfirmed: false };

test.each([
  ["a mode that the hub has not", { mode: "sea" }, {}, "mode_not_at_hub"],
  ["a count in the future", { asOf: later(NOW, 6 * MINUTE_MS) }, {}, "state_in_future"],
  ["a count before the last one", { asOf: later(NOW, -25 * HOUR_MS) }, {}, "state_superseded"],
  ["hours that only begin", { shutsAt: null }, {}, "hours_incomplete"],
  ["hours that only end", { opensAt: null }, {}, "hours_incomplete"],
  ["hours without length", { shutsAt: "09:30" }, {}, "hours_empty"],
  ["more through a day than the capacity", { throughputPerDay: 1_001 }, {}, "through_above_capacity"],
  ["a queue of more than thirty days", { backlog: 21_001 }, {}, "wait_unlikely"],
] as const)("figures with %s are refused", (_, changes, known, code) => {
  expect(checkHubState({ ...STATE, ...changes }, { ...KNOWN, ...known })).toMatchObject({
    ok: false,
    refusal: { code },
  });
});

test.each([
  ["as they are", {}, {}],
  ["without a capacity and hours", { capacityPerDay: null, opensAt: null, shutsAt: null }, {}],
  ["over midnight", { opensAt: "20:00", shutsAt: "04:00" }, {}],
  ["of the same time as the last ones, which they mend", { asOf: day(-1) }, {}],
  ["by a clock that runs ahead a little", { asOf: later(NOW, 5 * MINUTE_MS) }, {}],
  ["of a queue of thirty days", { backlog: 21_000 }, {}],
  ["with as many through a day as the capacity", { throughputPerDay: 1_000 }, {}],
  [
    "with more through a day than a capacity that was cut since, which was confirmed",
    { throughputPerDay: 1_354 },
    { isConfirmed: true },
  ],
  ["of a longer one that was confirmed", { backlog: 30_000 }, { isConfirmed: true }],
  ["of a hub that none are known of", {}, { lastAsOf: null }],
] as const)("figures are entered %s", (_, changes, known) => {
  expect(checkHubState({ ...STATE, ...changes }, { ...KNOWN, ...known }).ok).toBe(true);
});

const CLOSURE = { mode: "road", zone: "Asia/Almaty", from: day(1), to: day(4) } as const;
const HUB = { modes: ["road", "rail"] as const, zones: ["Asia/Shanghai", "Asia/Almaty"], now: NOW };

test.each([
  ["of a mode that the hub has not", { mode: "air" }, "mode_not_at_hub"],
  ["on the clock of neither side", { zone: "Europe/Minsk" }, "zone_not_of_hub"],
  ["that ends before it begins", { to: later(NOW, HOUR_MS) }, "closure_backwards"],
  ["without length", { to: day(1) }, "closure_backwards"],
  ["that is over", { from: day(-2), to: NOW }, "closure_over"],
  ["of more than a year", { to: day(369) }, "closure_too_long"],
] as const)("a closure %s is refused", (_, changes, code) => {
  expect(checkClosure({ ...CLOSURE, ...changes }, HUB)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  ["ahead", {}],
  ["of all modes", { mode: null }],
  ["that has begun already", { from: day(-1) }],
  ["of a year", { to: day(368) }],
] as const)("a closure %s is announced", (_, changes) => {
  expect(checkClosure({ ...CLOSURE, ...changes }, HUB).ok).toBe(true);
});

test("a closure is withdrawn once, and while it is not over", () => {
  expect(checkWithdrawal({ to: day(4), withdrawnAt: null }, NOW).ok).toBe(true);
  expect(checkWithdrawal({ to: day(4), withdrawnAt: day(-1) }, NOW)).toMatchObject({
    refusal: { code: "closure_withdrawn" },
  });
  expect(checkWithdrawal({ to: NOW, withdrawnAt: null }, NOW)).toMatchObject({ refusal: { code: "closure_over" } });
});

describe("the market's own crossings", () => {
  it("of fewer than five are told to nobody", () => {
    expect(crossingTimes([1, 2, 3, 4])).toBeNull();
    expect(crossingTimes([1, 2, 3, 4, 5])?.n).toBe(5);
  });

  it("are told by the time that half of them and nine in ten do not exceed", () => {
    const hours = [30, 12, 50, 24, 40, 18, 96, 36, 60, 48].map((hour) => hour * HOUR_MS);
    expect(crossingTimes(hours)).toEqual({ n: 10, p50Ms: 36 * HOUR_MS, p90Ms: 60 * HOUR_MS });
  });

  test.each([
    [50, [1, 2, 3, 4, 5], 3],
    [90, [1, 2, 3, 4, 5], 5],
    [100, [1, 2], 2],
    [1, [7, 8, 9], 7],
  ])("%d percent of %j", (percent, sorted, value) => {
    expect(percentile(sorted, percent)).toBe(value);
  });
});
