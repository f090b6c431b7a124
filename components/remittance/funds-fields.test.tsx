import { describe, expect, test } from "vitest";
import { FieldGrid } from "@/components/ui/form/action-form";
import { FUNDS_FIELDS, type Funds } from "@/domain/services/payment/funds";
import { CURRENCIES } from "@/domain/shared/money";
import type { LocalDate } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import { useFundsFields } from "./funds-fields";
import { FundsNote } from "./funds-note";
import { PLAYED_LOCALES } from "@/test/played-locales";

const rooms = ["remittance", "ui"];

type FieldsProps = { readonly errors?: Readonly<Record<string, string>>; readonly isRequired?: boolean };

function Fields({ errors = {}, isRequired = true }: FieldsProps) {
  return (
    <FieldGrid formId="report" fields={[useFundsFields(isRequired)]} state={{ values: {}, fieldErrors: errors }} />
  );
}

const WORDS = {
  en: { fields: ["Amount credited", "Currency", "Value date", "Remitter"], why: "Why this remitter pays" },
  "zh-CN": { fields: ["入账金额", "币种", "起息日", "汇款人"], why: "该汇款人付款的原因" },
} as const;

describe.each(PLAYED_LOCALES)("in %s", (locale) => {
  const draw = (errors: Readonly<Record<string, string>> = {}) => drawn(<Fields errors={errors} />, { locale, rooms });

  test("the funds of a payer are asked for in a bank's words, in any currency of the market", () => {
    const html = draw();
    for (const label of WORDS[locale].fields) expect(html).toContain(label);
    for (const code of CURRENCIES) expect(html).toContain(`value="${code}"`);
    const { thirdPartyReason, ...always } = FUNDS_FIELDS;
    for (const name of Object.values(always)) expect(html).toContain(`name="${name}"`);
    expect(html).not.toContain(thirdPartyReason);
    expect(html).not.toContain("remittance.funds");
  });

  test("what the step of the funds cannot be told without is marked as required where that step is reported, and the rest is not", () => {
    const required = (isRequired: boolean) => {
      const html = drawn(<Fields isRequired={isRequired} />, { locale, rooms });
      return Object.values(FUNDS_FIELDS).filter((name) =>
        new RegExp(`<[^>]* id="report-${name}"[^>]* required=""`).test(html),
      );
    };
    const { amount, currency, valueDate, remitter } = FUNDS_FIELDS;
    expect(required(true)).toEqual([amount, currency, valueDate, remitter]);
    expect(required(false)).toEqual([]);
  });

  test("why a third party pays is asked where that is refused, and the problem stands at its field", () => {
    const html = draw({ [FUNDS_FIELDS.thirdPartyReason]: "Say why" });
    expect(html).toContain(WORDS[locale].why);
    expect(html).toMatch(
      /id="report-fundsThirdPartyReason"[^>]*aria-describedby="[^"]*report-fundsThirdPartyReason-error/,
    );
  });
});

const CREDIT = {
  amount: { minor: 9_990_000, currency: "USD" },
  ...{ valueDate: "2026-11-24" as LocalDate, remitter: "Almaty Trade LLP", thirdPartyReason: null },
} as const;
const THIRD = { ...CREDIT, remitter: "Astana Holding JSC", thirdPartyReason: "Parent pays for its subsidiary" };
const usd = (minor: number) => ({ minor, currency: "USD" }) as const;

const note = (funds: Funds, locale = "en") =>
  drawn(<FundsNote {...funds} />, { locale, rooms }).replaceAll("\u00a0", " ");

describe("funds at their step", () => {
  test.each([
    ["en", usd(-10_000), "Short by USD 100.00"],
    ["zh-CN", usd(-10_000), "尚缺 USD 100.00"],
    ["en", usd(250), "More than asked for by USD 2.50"],
    ["zh-CN", usd(250), "多收 USD 2.50"],
  ])("say in %s by how much they are off", (locale, difference, words) => {
    const html = note(
      { receipts: [CREDIT], difference, ...(difference.minor > 0 ? { surplus: difference } : {}) },
      locale,
    );
    expect(html).toContain("USD 99,900.00");
    expect(html).toContain("Almaty Trade LLP");
    expect(html).toContain(words);
  });

  test.each([
    ["en", "Third-party payer"],
    ["zh-CN", "第三方付款"],
  ])("of a third party are marked in %s, with why it pays", (locale, mark) => {
    const html = note({ receipts: [CREDIT, THIRD], difference: usd(0) }, locale);
    expect(html.split(mark)).toHaveLength(2);
    expect(html).toContain(THIRD.thirdPartyReason);
    expect(html).toContain("Astana Holding JSC");
  });

  test.each([
    ["en", "Payee pays itself"],
    ["zh-CN", "收款人自行汇入"],
  ])("of a collection's payee itself are marked as that in %s", (locale, mark) => {
    const html = note({ receipts: [{ ...THIRD, isPayee: true }], difference: usd(0) }, locale);
    expect(html).toContain(mark);
    expect(html).toContain(THIRD.thirdPartyReason);
  });

  test.each([
    [
      "en",
      "Answer: Company of the same group. Sole shareholder",
      "The buyer has not answered yet.",
      "by Letter no. 14",
      "Under contract SC-1.",
    ],
    ["zh-CN", "答复：同一集团公司。Sole shareholder", "买方尚未答复。", "凭Letter no. 14", "合同编号 SC-1。"],
  ])(
    "say in %s what the buyer was asked and said, by what the payer is accepted and under which contract it pays",
    (locale, ...words) => {
      const [at, relationship] = [0 as never, "group_company"] as const;
      const explanations = [
        { askedAt: at, question: "Who?", answer: { at, relationship, words: "Sole shareholder" } },
        { askedAt: 1 as never, question: "By what?", answer: null },
      ];
      const accepted = { relationship, document: "Letter no. 14", recordedAt: at };
      const receipts = [{ ...THIRD, contract: "SC-1", explanations, accepted }];
      const html = note({ receipts, difference: usd(0) }, locale);
      for (const one of ["Who?", "By what?", ...words]) expect(html).toContain(one);
    },
  );

  test.each(["en", "zh-CN"])("name a company whose name ends in a full stop without a second one in %s", (locale) => {
    const remitter = "Suifenhe Yunshan Timber Co., Ltd.";
    expect(note({ receipts: [{ ...CREDIT, remitter }], difference: usd(0) }, locale)).not.toMatch(/Ltd\.[.。]/);
  });

  test("that are exact, or of which nobody knows what is due, say no difference", () => {
    for (const difference of [usd(0), null])
      expect(note({ receipts: [CREDIT], difference })).not.toMatch(/Short by|More than asked/);
  });

  test.each([
    ["en", "Returned to the remitter: USD 2.50", "USD 3.00 above the amount is held"],
    ["zh-CN", "已退回汇款人：USD 2.50", "多收 USD 3.00，经买方同意留存"],
  ])("say in %s what went back, by which reference, and what is kept", (locale, back, held) => {
    const returned = {
      amount: usd(250),
      valueDate: CREDIT.valueDate,
      reference: "RTN26112400317",
      recordedAt: 0 as never,
    };
    const kept = { askedAt: 0 as never, answeredAt: 0 as never, isAgreed: true };
    const receipts = [{ ...CREDIT, returns: [returned] }];
    const html = note({ receipts, difference: usd(300), surplus: usd(300), kept }, locale);
    for (const words of [back, "RTN26112400317", held]) expect(html).toContain(words);
  });
});
