import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later } from "@/domain/shared/time";
import { checkClosure, checkWithdrawal } from "./board";

const NOW = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOW, count * DAY_MS);

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
