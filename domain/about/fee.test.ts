import { expect, test } from "vitest";
import { money } from "../shared/money";
import type { LocalDate } from "../shared/time";
import { checkNewFee, exampleOf, type Fee, feesOn, rateOf, rowsOn } from "./fee";
import { newFeeSchema } from "./new-fee";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-24");
const share = (shareBps: number, from: string): Fee => ({
  ...{ payer: "provider", basis: "order_price", validFrom: day(from) },
  rate: { kind: "share", shareBps },
});
const monthly = (minor: bigint, from: string): Fee => ({
  ...{ payer: "provider", basis: "listing_month", validFrom: day(from) },
  rate: { kind: "amount", amount: money(minor, "CNY") },
});

test("of a payer and a basis the latest row that has begun holds, and of one day the one entered last", () => {
  const rows = [share(90, "2026-11-01"), share(80, "2026-11-01"), share(100, "2026-12-01"), share(50, "2026-01-01")];
  expect(rowsOn(rows, TODAY)).toEqual([share(90, "2026-11-01")]);
  expect(rowsOn(rows, day("2026-12-01"))).toEqual([share(100, "2026-12-01")]);
  expect(rowsOn(rows, day("2025-12-31"))).toEqual([]);
});

test("what comes to nothing is not charged", () => {
  expect(feesOn([share(0, "2026-11-01"), monthly(0n, "2026-11-01"), share(50, "2026-01-01")], TODAY)).toEqual([]);
});

test.each([
  ["from yesterday", share(80, "2026-11-23"), [], "fee_in_past"],
  ["that holds anyway", share(80, "2026-12-01"), [share(80, "2026-11-01")], "fee_unchanged"],
  ["of nothing where nothing is charged", share(0, "2026-12-01"), [], "fee_unchanged"],
  ["of the same amount", monthly(500n, "2026-12-01"), [monthly(500n, "2026-01-01")], "fee_unchanged"],
])("a fee %s is refused", (_, fee, rows, code) => {
  expect(checkNewFee(fee, rows, TODAY)).toMatchObject({ refusal: { code } });
});

test.each([
  ["from today", share(80, "2026-11-24"), []],
  ["that ends another", share(0, "2026-12-01"), [share(80, "2026-11-01")]],
  ["of another amount", monthly(600n, "2026-12-01"), [monthly(500n, "2026-01-01")]],
])("a fee %s is taken", (_, fee, rows) => {
  expect(checkNewFee(fee, rows, TODAY).ok).toBe(true);
});

test("an example adds up each currency by itself, a share rounded half up", () => {
  const dollars: Fee = { ...monthly(0n, "2026-01-01"), rate: { kind: "amount", amount: money(900n, "USD") } };
  const { lines, totals } = exampleOf(
    [share(85, "2026-01-01"), monthly(19_900n, "2026-01-01"), dollars],
    money(1_000_100n, "CNY"),
  );
  expect(lines.map(({ amount }) => amount.minor)).toEqual([8_501n, 19_900n, 900n]);
  expect(totals).toEqual([money(28_401n, "CNY"), money(900n, "USD")]);
});

test("a row's columns say a share, an amount, or nothing", () => {
  const none = { shareBps: null, amountMinor: null, currency: null };
  expect(rateOf({ ...none, shareBps: 80 })).toEqual({ kind: "share", shareBps: 80 });
  expect(rateOf({ ...none, amountMinor: 5n, currency: "USD" })).toEqual({ kind: "amount", amount: money(5n, "USD") });
  expect(rateOf(none)).toBeNull();
});

const TYPED = { payer: "provider", basis: "order_price", percent: "0,8 %", validFrom: "2026-12-01" };

test("a typed fee is read as a share or as an amount, by its basis", () => {
  expect(newFeeSchema.parse(TYPED)).toMatchObject({
    ...{ fee: { rate: { kind: "share", shareBps: 80 } }, notes: { noteEn: "" } },
  });
  const amount = { ...TYPED, basis: "order", percent: "", amount: "1,250.50", currency: "USD" };
  expect(newFeeSchema.parse(amount)).toMatchObject({
    fee: { rate: { kind: "amount", amount: money(125_050n, "USD") } },
  });
});

test.each([
  [{ percent: "" }, "percent", "required"],
  [{ percent: "much" }, "percent", "percent_malformed"],
  [{ percent: "20.01" }, "percent", "percent_too_high"],
  [{ amount: "5" }, "amount", "fee_takes_share"],
  [{ basis: "order" }, "percent", "fee_takes_amount"],
  [{ basis: "order", percent: "" }, "amount", "required"],
  [{ basis: "order", percent: "", amount: "x" }, "amount", "amount_malformed"],
  [{ payer: "platform" }, "payer", "unknown_choice"],
  [{ validFrom: "soon" }, "validFrom", "date_malformed"],
])("%j is refused at %s as %s", (change, field, message) => {
  const found = newFeeSchema.safeParse({ ...TYPED, ...change }).error?.issues ?? [];
  expect(found.map(({ path, message: said }) => [path[0], said])).toContainEqual([field, message]);
});
