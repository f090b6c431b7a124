import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import type { Payout, PayoutOutcome } from "@/domain/award/payout";
import type { LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { wordsIn } from "@/test/drawn";
import { wordPayout } from "./word-comparison";

const PAYOUT: Payout = {
  side: "payee_receives",
  amount: money(70_737_20n, "CNY"),
  effectiveCostBps: 65,
  costAgainst: "market",
  mid: {
    source: "market",
    rates: [{ base: "USD", quote: "CNY", rate: "7.12", source: "test", day: "2026-11-24" as LocalDate, at: null }],
  },
};

const worded = (locale: "en" | "zh-CN", payout: PayoutOutcome) => {
  const messages = { award: wordsIn("award", locale) };
  const t = createTranslator({ locale, messages, namespace: "award", onError: (error) => expect.fail(error.message) });
  return wordPayout(payout, true, {
    locale,
    zone: "Asia/Almaty",
    words: (key, values) => t(key as never, values as never),
    sourceOf: (source) => (source === "test" && locale === "zh-CN" ? "测试" : source),
  });
};

test("a payout is worded with its whole cost and the rate that was used, by name and day", () => {
  expect(worded("en", { ok: true, value: PAYOUT })).toMatchObject({
    notes: [
      "costs 0.65% in all against the market's mid rate",
      "at the market's rate: 1 USD = 7.12 CNY (2026-11-24, test)",
    ],
    isBest: true,
  });
  expect(worded("zh-CN", { ok: true, value: PAYOUT }).notes).toEqual([
    "综合成本 0.65%，以市场中间价计",
    "按市场汇率：1 USD = 7.12 CNY（2026-11-24，测试）",
  ]);
});

test("a bid's own rate is called its own, and equal currencies name none", () => {
  const rates = [{ base: "USD", quote: "CNY", rate: "7.14", source: null, day: null, at: null }] as const;
  const own = { ...PAYOUT, costAgainst: "bid", mid: { source: "bid", rates } } as const;
  expect(worded("en", { ok: true, value: own }).notes).toEqual([
    "costs 0.65% in all against the bid's own mid rate",
    "at the bid's own mid rate: 1 USD = 7.14 CNY",
  ]);
  const equal = { ...PAYOUT, costAgainst: "none", mid: { source: "none", rates: [] } } as const;
  expect(worded("en", { ok: true, value: equal }).notes).toEqual(["costs 0.65% in all"]);
});

test.each([
  ["rate_missing", "No rate for KZT: an administrator can enter one"],
  ["rate_stale", "The rate for KZT is too old: an administrator can enter a new one"],
  ["costs_above_amount", "The costs leave nothing of the amount"],
  ["amount_too_large", "Too large in this currency"],
] as const)("a payout that nobody can reckon says why: %s", (code, note) => {
  const words = worded("en", { ok: false, refusal: { code, details: { currency: "KZT" } } });
  expect(words).toEqual({ amount: "–", notes: [note], isBest: false });
});
