import { describe, expect, test } from "vitest";
import { instant, type LocalDate } from "../../shared/time";
import { type Money, money } from "../../shared/money";
import { type Funds, type Receipt, recounted, sendableMinor } from "./funds";
import { answerKeeping, askToKeep, balanceOf, checkSettled, returnSurplus, surplusState } from "./surplus";

const day = (text: string) => text as LocalDate;
const usd = (minor: number) => ({ minor, currency: "USD" }) as const;
const CREDIT: Receipt = {
  ...{ amount: usd(10_300), valueDate: day("2026-11-24"), remitter: "Almaty Trade LLP", thirdPartyReason: null },
};
const DUE = {
  due: money(10_000n, "USD"),
  differenceOf: (received: Money) => money(received.minor - 10_000n, "USD"),
};
const OVER = recounted({ receipts: [CREDIT] }, DUE);
const EXACT = recounted({ receipts: [{ ...CREDIT, amount: usd(10_000) }] }, DUE);
const BACK = {
  ...{ amount: money(300n, "USD"), valueDate: day("2026-11-25"), reference: "RTN-1", recordedAt: instant(5) },
};
const TODAY = day("2026-11-25");
const NOW = instant(1_000);
const SPLIT = { depositPercent: 30 };

const returned = (told: object = {}, funds: Funds = OVER) => returnSurplus(funds, { ...BACK, ...told }, TODAY);
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.refusal?.code ?? null;

describe("money above what is due", () => {
  test("is a surplus, and is not there to be sent on", () => {
    expect([OVER.surplus, OVER.difference, surplusState(OVER)]).toEqual([usd(300), usd(300), "open"]);
    expect([sendableMinor(OVER), sendableMinor(EXACT)]).toEqual([10_000n, 10_000n]);
    expect([EXACT.surplus, surplusState(EXACT)]).toEqual([undefined, null]);
  });

  test("goes back to whoever paid last, in whole or in part, and what is left is counted anew", () => {
    const part = returned({ amount: money(100n, "USD") });
    const left = part.ok && recounted({ receipts: part.value }, DUE);
    expect(left).toMatchObject({
      surplus: usd(200),
      receipts: [{ returns: [{ amount: usd(100), reference: "RTN-1" }] }],
    });
    const rest = left && returned({ amount: money(200n, "USD") }, left);
    const none =
      rest &&
      rest.ok &&
      recounted({ receipts: rest.value, kept: { askedAt: NOW, answeredAt: null, isAgreed: null } }, DUE);
    expect(none).toMatchObject({ difference: usd(0), receipts: [{ returns: [{}, {}] }] });
    expect(none && [none.surplus, none.kept]).toEqual([undefined, undefined]);
  });

  test.each([
    ["none", {}, EXACT, "no_surplus"],
    ["more than the surplus", { amount: money(301n, "USD") }, OVER, "return_above_surplus"],
    ["another currency", { amount: money(300n, "CNY") }, OVER, "funds_currency"],
    ["a day to come", { valueDate: day("2026-11-26") }, OVER, "value_date_in_future"],
    ["a day before the credit", { valueDate: day("2026-11-23") }, OVER, "value_date_before_credit"],
  ] as const)("is not returned with %s", (_, told, funds, code) => {
    expect(codeOf(returned(told, funds))).toBe(code);
  });

  test("is kept with the buyer's word alone, asked for once and where another instalment follows", () => {
    expect(codeOf(askToKeep(OVER, {}, NOW))).toBe("no_next_instalment");
    expect(codeOf(askToKeep(OVER, null, NOW))).toBe("no_next_instalment");
    expect(codeOf(askToKeep(EXACT, SPLIT, NOW))).toBe("no_surplus");
    expect(askToKeep(OVER, { payouts: 3 }, NOW).ok).toBe(true);
    const asked = askToKeep(OVER, SPLIT, NOW);
    if (!asked.ok) throw new Error("the buyer is asked");
    expect([surplusState(asked.value), codeOf(askToKeep(asked.value, SPLIT, NOW))]).toEqual(["asked", "no_surplus"]);
    const states = [true, false].map((isAgreed) => {
      const answered = answerKeeping(asked.value, isAgreed, NOW);
      return answered.ok && [surplusState(answered.value), codeOf(answerKeeping(answered.value, isAgreed, NOW))];
    });
    expect(states).toEqual([
      ["kept", "no_surplus"],
      ["declined", "no_surplus"],
    ]);
    expect(codeOf(answerKeeping(OVER, true, NOW))).toBe("no_surplus");
  });

  test("keeps a payment from being closed until it is returned or kept", () => {
    const asked = { askedAt: NOW, answeredAt: NOW };
    const refused = (details: object) => ({ refusal: { code: "surplus_unsettled", details } });
    expect([checkSettled(undefined, SPLIT).ok, checkSettled(EXACT, SPLIT).ok]).toEqual([true, true]);
    expect(checkSettled(OVER, SPLIT)).toMatchObject(refused({ surplus: "3.00", mayKeep: true }));
    for (const spec of [{}, null]) expect(checkSettled(OVER, spec)).toMatchObject(refused({ mayKeep: false }));
    const declined = { ...OVER, kept: { ...asked, isAgreed: false } };
    expect(checkSettled(declined, SPLIT)).toMatchObject(refused({ mayKeep: false }));
    expect(checkSettled({ ...OVER, kept: { ...asked, isAgreed: true } }, SPLIT).ok).toBe(true);
  });
});

test.each([
  ["nothing before anything has come in", { receipts: [], difference: null }, null, null],
  ["all held before it is sent", OVER, null, [10_300, 0, 0, 0, 10_300]],
  ["the surplus held once the rest is sent", OVER, 10_000n, [10_300, 10_000, 0, 0, 300]],
  ["what was not sent on as withheld", OVER, 9_970n, [10_300, 9_970, 30, 0, 300]],
  [
    "what went back as returned",
    { ...EXACT, receipts: [{ ...CREDIT, returns: [{ ...BACK, amount: usd(300) }] }] },
    10_000n,
    [10_300, 10_000, 0, 300, 0],
  ],
] as const)("the account of the funds closes and shows %s", (_, funds, sent, figures) => {
  const balance = balanceOf(funds as Funds, sent);
  if (!balance || !figures) return expect(balance).toBe(figures);
  const { received, sent: sentOn, fees, returned: back, held } = balance;
  expect([received, sentOn, fees, back, held].map(({ minor }) => minor)).toEqual(figures);
  expect(received.minor).toBe(sentOn.minor + fees.minor + back.minor + held.minor);
});
