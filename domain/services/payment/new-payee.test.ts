import { expect, test } from "vitest";
import { instant } from "../../shared/time";
import { PAYEE } from "../examples";
import { checkOtherAccount, payeeFieldOf, payeeOf, timesOfPayees } from "./new-payee";

const { payee } = PAYEE;

test.each([
  ["the same account", payee, "account_was_closed"],
  ["the same account without its spaces", { ...payee, account: "6222020812345678901" }, "account_was_closed"],
  ["another account", { ...payee, account: "6222020812345678902" }, null],
  ["the same number at another bank", { ...payee, bic: "OTHBCNBJ" }, null],
])("after an account was closed, %s is told apart", (_, given, code) => {
  const checked = checkOtherAccount(payee, given);
  expect(checked.ok ? null : checked.refusal.code).toBe(code);
});

test("an order pays whom its buyer gave last, and before that whom its request names", () => {
  const other = { ...payee, account: "6222020812345678902" };
  expect(payeeOf({ payee }, [])).toEqual(payee);
  expect(payeeOf({ payee }, [{ attempt: 1, payee: other, at: instant(1) }])).toEqual(other);
  expect(payeeOf(null, [])).toBeNull();
});

test("the provider waits for a payee's details from the word that they were wrong until they are given, each time", () => {
  const asked = [1, 2].map((attempt) => ({ attempt, at: instant(attempt * 100) }));
  expect(timesOfPayees(asked, [{ attempt: 1, payee, at: instant(150) }])).toEqual([
    { from: 100, to: 150 },
    { from: 200, to: null },
  ]);
});

test("a refusal of a payee's member stands at its field, and any other nowhere", () => {
  expect(payeeFieldOf({ details: { field: "spec.payee.bic" } })).toBe("payeeBic");
  expect(payeeFieldOf({ details: { field: "payee.account" } })).toBe("payeeAccount");
  expect(payeeFieldOf({ details: { field: "amount" } })).toBeNull();
});
