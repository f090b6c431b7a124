import { expect, test } from "vitest";
import { instant, type LocalDate } from "../../shared/time";
import type { Funds, Receipt } from "./funds";
import {
  acceptPayer,
  askOfPayer,
  checkNoneHeld,
  explainPayer,
  heldReceipt,
  holdState,
  returnHeld,
  timesOfExplanations,
} from "./third-party";

const day = (text: string) => text as LocalDate;
const OWN: Receipt = {
  ...{ amount: { minor: 40, currency: "USD" }, valueDate: day("2026-11-24"), remitter: "Almaty Trade LLP" },
  thirdPartyReason: null,
};
const THIRD: Receipt = { ...OWN, remitter: "Astana Holding JSC", thirdPartyReason: "Parent pays" };
const funds = (...receipts: Receipt[]): Funds => ({ receipts, difference: null });
const BACK = { valueDate: day("2026-11-25"), reference: "RTN-2", recordedAt: instant(9) };
const ACCEPTED = { relationship: "group_company", document: "Payment letter no. 14", recordedAt: instant(7) } as const;
const ANSWER = { at: instant(5), relationship: "group_company", words: "Sole shareholder" } as const;

const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error("it is taken");
  return result.value;
};
const REFUSED = { ok: false, refusal: { code: "no_payer_held" } };

test("money of a third party is held until it is accepted, and the buyer's own is not", () => {
  expect([holdState(funds(OWN)), checkNoneHeld(funds(OWN)).ok, checkNoneHeld(undefined).ok]).toEqual([
    null,
    true,
    true,
  ]);
  const held = funds(OWN, THIRD);
  expect([holdState(held), heldReceipt(held)]).toEqual(["to_decide", THIRD]);
  expect(checkNoneHeld(held)).toMatchObject({
    refusal: { code: "third_party_held", details: { remitter: THIRD.remitter } },
  });
  const accepted = value(acceptPayer(held, ACCEPTED));
  expect(accepted.receipts).toEqual([OWN, { ...THIRD, accepted: ACCEPTED }]);
  expect([holdState(accepted), checkNoneHeld(accepted).ok]).toEqual([null, true]);
  expect(acceptPayer(accepted, ACCEPTED)).toMatchObject(REFUSED);
});

test("the buyer is asked once at a time, and answers what it was asked", () => {
  expect(explainPayer(funds(THIRD), ANSWER)).toMatchObject(REFUSED);
  expect(askOfPayer(funds(OWN), "Who?", instant(1))).toMatchObject(REFUSED);
  const asked = value(askOfPayer(funds(THIRD), "Who?", instant(1)));
  expect(holdState(asked)).toBe("to_explain");
  expect(askOfPayer(asked, "Who?", instant(2))).toMatchObject(REFUSED);
  const again = value(askOfPayer(value(explainPayer(asked, ANSWER)), "By which agreement?", instant(6)));
  expect(again.receipts[0]?.explanations).toEqual([
    { askedAt: 1, question: "Who?", answer: ANSWER },
    { askedAt: 6, question: "By which agreement?", answer: null },
  ]);
  expect(timesOfExplanations(again)).toEqual([
    { from: 1, to: 5 },
    { from: 6, to: null },
  ]);
});

test("an answer that is owed is owed no longer once the payer is accepted or its money returned", () => {
  const asked = value(askOfPayer(funds(THIRD), "Who?", instant(1)));
  expect(timesOfExplanations(value(acceptPayer(asked, ACCEPTED)))).toEqual([{ from: 1, to: 7 }]);
  const receipts = value(returnHeld(asked, BACK, BACK.valueDate));
  expect(timesOfExplanations({ receipts })).toEqual([{ from: 1, to: 9 }]);
});

test("held money goes back whole, on a day on which it was there", () => {
  const held = funds(OWN, THIRD);
  const receipts = value(returnHeld(held, BACK, BACK.valueDate));
  expect(receipts).toEqual([OWN, { ...THIRD, returns: [{ ...BACK, amount: THIRD.amount }] }]);
  expect(holdState({ receipts })).toBeNull();
  expect(returnHeld(funds(OWN), BACK, BACK.valueDate)).toMatchObject(REFUSED);
  expect(returnHeld(held, BACK, day("2026-11-24"))).toMatchObject({ refusal: { code: "value_date_in_future" } });
  expect(returnHeld(held, { ...BACK, valueDate: day("2026-11-23") }, BACK.valueDate)).toMatchObject({
    refusal: { code: "value_date_before_credit" },
  });
});
