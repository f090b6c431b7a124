import { useLocale, useTranslations } from "next-intl";
import { expect, test } from "vitest";
import type { RateLock } from "@/views/payments";
import { instant, type LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { drawn } from "@/test/drawn";
import { worseWords } from "./worse-words";

const WORSE = {
  ...({ basis: "market", agreed: "7.17", spreadBps: 30, lessBps: 4.9 } as const),
  market: { rate: "7.17", day: "2026-11-24" as LocalDate, sources: ["CFETS"] },
  loss: { side: "payee_receives", given: money(10_000_000n, "USD"), by: money(35_000n, "CNY") },
} as const;
const LOCK: RateLock = {
  ...{ id: "l", number: 1, base: "USD", quote: "CNY", rate: "7.1665", reference: "FX-1" },
  ...{ lockedAt: instant(0), expiresAt: instant(1), needsConfirmation: true, confirmedAt: null },
  ...{ isLive: true, isReplaced: false, isUsed: false, worse: WORSE },
};

function Said({ lock }: { readonly lock: RateLock }) {
  return <p>{worseWords(lock, useTranslations(), useLocale())}</p>;
}

const said = (locale: string, worse: RateLock["worse"]) =>
  drawn(<Said lock={{ ...LOCK, worse }} />, { locale, rooms: ["remittance", "services"] }).replaceAll("\u00a0", " ");

test.each([
  [
    "en",
    [
      "1 USD = 7.17 CNY (CFETS)",
      "spread of 30 bps",
      "4.9 bps worse than the mid rate",
      "USD 100,000.00",
      "CNY 350.00 less",
    ],
  ],
  ["zh-CN", ["市场中间价为 1 USD = 7.17 CNY（CFETS）", "点差 30 个基点", "差 4.9 个基点", "少收 CNY 350.00"]],
])("a buyer reads in %s by how much a rate is worse, by whose figures, and what that comes to", (locale, parts) => {
  const words = said(locale, WORSE);
  for (const part of parts) expect(words).toContain(part);
});

test.each([
  ["en", "The bid states 1 USD = 7.2 CNY.", "CNY 350.00 more"],
  ["zh-CN", "报价列明汇率为 1 USD = 7.2 CNY。", "付款人多付 CNY 350.00"],
])("a rate that the bid states is named in %s, and what a payer pays more", (locale, stated, more) => {
  const words = said(locale, {
    ...WORSE,
    basis: "bid",
    agreed: "7.2",
    spreadBps: null,
    loss: { ...WORSE.loss, side: "payer_pays" },
  });
  expect(words).toContain(stated);
  expect(words).toContain(more);
  expect(words).not.toMatch(/spread|点差/);
});

test("nothing is said of a rate that waits for nobody", () => {
  expect(said("en", null)).toContain("<p></p>");
});
