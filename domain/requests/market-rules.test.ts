import { expect, test } from "vitest";
import { instant, MINUTE_MS } from "../shared/time";
import { checkRuleChange } from "./market-rules";

const now = instant(Date.UTC(2026, 10, 24, 6, 0, 40));
const change = (value: number, fromMs: number) =>
  ({ name: "auto_accept_days_services", value, effectiveFrom: instant(now + fromMs) }) as const;

test.each([
  ["a value below its limits", change(0, 0), "rule_out_of_range"],
  ["a value above its limits", change(61, 0), "rule_out_of_range"],
  ["a time in the past", change(5, -MINUTE_MS), "rule_in_past"],
  ["what holds anyway", change(7, MINUTE_MS), "rule_unchanged"],
])("%s is refused", (_, asked, code) => {
  expect(checkRuleChange(asked, 7, now)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([0, -40_000, MINUTE_MS * 1_000])("now, this minute and later are accepted: %d ms", (fromMs) => {
  expect(checkRuleChange(change(5, fromMs), 7, now).ok).toBe(true);
});
