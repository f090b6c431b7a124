import { expect, test } from "vitest";
import type { PaymentSpec } from "../../../domain/services/payment/spec";
import { surplusState } from "../../../domain/services/payment/surplus";
import { holdState } from "../../../domain/services/payment/third-party";
import { HOUR_MS, instant } from "../../../domain/shared/time";
import { money } from "../../../domain/shared/money";
import { fundsPaid, oddityOf, remitterOf, returnReference } from "./paid-funds";

const CHINESE = { country: "CN", name: { own: "绥芬河云山木业有限公司", latin: "Suifenhe Yunshan Timber Co., Ltd." } };
const RUSSIAN = { country: "RU", name: { own: "ООО «Чита Лес»", latin: "Chita Les LLC" } };

test.each([
  ["a Chinese seller's collection", "CN-RU", CHINESE, RUSSIAN, "Chita Les LLC"],
  ["a Chinese buyer's payment", "RU-CN", CHINESE, RUSSIAN, "绥芬河云山木业有限公司"],
  ["a foreign seller's collection", "RU-CN", RUSSIAN, CHINESE, "绥芬河云山木业有限公司"],
  ["a foreign buyer's payment", "CN-RU", RUSSIAN, CHINESE, "Chita Les LLC"],
])("the funds of %s come from the importer", (_, corridor, buyer, partner, remitter) => {
  expect(remitterOf({ movement: { corridor }, buyer, partner } as never)).toBe(remitter);
});

const TIMES = Array.from({ length: 6_000 }, (_, hours) => instant(Date.UTC(2026, 0, 5) + hours * HOUR_MS));
const at = (oddity: "surplus" | "third_party" | null) => TIMES.find((time) => oddityOf(time) === oddity) ?? instant(0);
const SPEC: PaymentSpec = {
  ...{ need: "collection_account", payerCurrency: "USD", payeeCurrency: "CNY", amount: money(4_873_250n, "USD") },
};
const paidAt = (time: ReturnType<typeof at>, remitter = "Chita Les LLC", spec = SPEC) =>
  fundsPaid(spec, { remitter, at: time, perPayer: { num: 712n, den: 100n }, reference: "KD-2611-ABC123" });

test("about one transfer of forty is too much, and one of forty-five a third party's", () => {
  const count = (oddity: string) => TIMES.filter((time) => oddityOf(time) === oddity).length;
  expect(Math.abs(count("surplus") - TIMES.length / 40)).toBeLessThan(40);
  expect(Math.abs(count("third_party") - TIMES.length / 45)).toBeLessThan(40);
});

test("what is too much is rounded up from what is due, what is exact is exact, and a collection names the contract of its goods", () => {
  expect(paidAt(at(null))).toMatchObject({ difference: { minor: 0 }, receipts: [{ contract: "SC-2611-ABC123" }] });
  const over = paidAt(at("surplus"));
  expect([over.receipts[0]?.amount.minor, over.surplus?.minor, surplusState(over)]).toEqual([4_880_000, 6_750, "open"]);
  expect(returnReference(at("surplus"))).toMatch(/^RTN\d{11}$/);
  const inYuan = paidAt(at(null), "Chita Les LLC", {
    ...SPEC,
    need: "supplier_payment",
    amount: money(71_200_001n, "CNY"),
  });
  expect([inYuan.receipts[0]?.amount.minor, inYuan.surplus, inYuan.receipts[0]?.contract]).toEqual([
    10_000_001,
    undefined,
    undefined,
  ]);
});

test.each([
  ["Chita Les LLC", "Chita Les Group LLC"],
  ["Manzhouli Kouan Timber Co., Ltd.", "Manzhouli Kouan Group Co., Ltd."],
  ["绥芬河云山木业有限公司", "绥芬河云山木业集团有限公司"],
])("the parent of %s pays as %s, and is held", (remitter, parent) => {
  const funds = paidAt(at("third_party"), remitter);
  expect([funds.receipts[0]?.remitter, holdState(funds)]).toEqual([parent, "to_decide"]);
});
