import { PAYEE, shipmentExample } from "../examples";
import { describe, expect, test } from "vitest";
import { payment } from "./kind";
import { paymentSpecSchema } from "./schema";

const wire = {
  need: "supplier_payment",
  payerCurrency: "KZT",
  payeeCurrency: "CNY",
  ...PAYEE,
  amount: { minor: 63_000_000, currency: "CNY" },
};
const CREDIT = { need: "letter_of_credit", creditType: "sight" };
const COLLECTION = { need: "collection_account" };
const VOLUME = { amount: undefined, monthlyVolume: { minor: 5_000_000, currency: "KZT" } };

/** The goods of the example are ready on 2026-11-20. */
const issuesOf = (changes: object): string[] =>
  payment
    .checkSpec(paymentSpecSchema.parse({ ...wire, ...changes }), shipmentExample())
    .map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a request for payment is published", () => {
  test.each<[string, object]>([
    ["by an amount", {}],
    ["as a collection account by an amount", COLLECTION],
    ["as a collection account by a monthly volume", { ...COLLECTION, ...VOLUME }],
    [
      "with countries, papers, banks and declarations",
      {
        payerCountry: "KZ",
        payeeCountry: "CN",
        tradeDocuments: ["contract", "invoice", "declaration", "waybill"],
        counterpartyBanks: "Bank of Horgos",
        declaresNoSanctions: true,
        hadReturns: true,
      },
    ],
    ["with a deposit and what makes its balance due", { depositPercent: 30, balanceDue: "on_arrival" }],
    ["with a balance that waits", { depositPercent: 30, balanceDue: "on_arrival", balanceDueDays: 30 }],
    ["with a deposit alone", { depositPercent: 100 }],
    ["as a credit that ships on the day the goods are ready", { ...CREDIT, latestShipment: "2026-11-20" }],
    [
      "as a credit that expires on the day of shipment",
      {
        ...CREDIT,
        latestShipment: "2026-12-01",
        creditExpiry: "2026-12-01",
      },
    ],
    [
      "as a credit with all its terms",
      {
        ...CREDIT,
        issuingBank: "Almaty Trade Bank",
        latestShipment: "2026-12-01",
        creditExpiry: "2026-12-22",
        tolerancePercent: 5,
        arePartialShipmentsAllowed: false,
        creditDocuments: ["commercial_invoice", "transport_document"],
      },
    ],
    ["as a collection against documents", { need: "documentary_collection", creditDocuments: ["commercial_invoice"] }],
  ])("%s", (_name, changes) => {
    expect(issuesOf(changes)).toEqual([]);
  });
});

describe("a request for payment names what is wrong", () => {
  test.each<[object, string[]]>([
    [{ payerCountry: "KP", payeeCountry: "CN" }, ["payerCountry: issue.embargoed_country"]],
    [{ payerCountry: "CN", payeeCountry: "KP" }, ["payeeCountry: issue.embargoed_country"]],
    [{ amount: undefined }, ["amount: issue.amount_missing"]],
    [{ ...COLLECTION, amount: undefined }, ["amount: issue.amount_or_volume_missing"]],
    [{ ...COLLECTION, ...VOLUME, amount: wire.amount }, ["monthlyVolume: issue.amount_and_volume"]],
    [VOLUME, ["monthlyVolume: issue.volume_without_collection"]],
    [
      { ...COLLECTION, amount: undefined, monthlyVolume: { minor: 5, currency: "USD" } },
      ["monthlyVolume: issue.amount_currency"],
    ],
    [{ balanceDue: "on_arrival" }, ["balanceDue: issue.balance_without_deposit"]],
    [{ depositPercent: 100, balanceDue: "on_arrival" }, ["balanceDue: issue.balance_without_deposit"]],
    [{ depositPercent: 30, balanceDueDays: 5 }, ["balanceDueDays: issue.balance_days_without_due"]],
    [{ issuingBank: "A bank" }, ["issuingBank: issue.credit_term_without_credit"]],
    [{ creditExpiry: "2026-12-01" }, ["creditExpiry: issue.credit_term_without_credit"]],
    [{ latestShipment: "2026-12-01" }, ["latestShipment: issue.credit_term_without_credit"]],
    [{ tolerancePercent: 0 }, ["tolerancePercent: issue.credit_term_without_credit"]],
    [{ arePartialShipmentsAllowed: false }, ["arePartialShipmentsAllowed: issue.credit_term_without_credit"]],
    [{ creditDocuments: ["commercial_invoice"] }, ["creditDocuments: issue.documents_without_credit"]],
    [{ ...CREDIT, latestShipment: "2026-11-19" }, ["latestShipment: issue.shipment_before_ready"]],
    [
      { ...CREDIT, latestShipment: "2026-12-02", creditExpiry: "2026-12-01" },
      ["latestShipment: issue.shipment_after_expiry"],
    ],
    [{ ...CREDIT, creditExpiry: "2026-11-19" }, ["creditExpiry: issue.credit_expires_before_ready"]],
  ])("%j", (changes, issues) => {
    expect(issuesOf(changes)).toEqual(issues);
  });

  test.each([
    { tradeDocuments: ["contract", "contract"] },
    { tradeDocuments: ["rumour"] },
    { creditDocuments: ["draft", "draft"] },
    { tolerancePercent: 100 },
    { balanceDueDays: 181 },
    { payerCountry: "Kazakhstan" },
    { creditExpiry: "2026-02-30" },
    { monthlyVolume: { minor: 0, currency: "CNY" } },
    { counterpartyBanks: "b".repeat(301) },
    { issuingBank: "b".repeat(161) },
    { declaresNoSanctions: "yes" },
  ])("and reads no %j", (change) => {
    expect(paymentSpecSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });
});

test("a month's volume is what bids of a collection account are priced by", () => {
  const spec = paymentSpecSchema.parse({ ...wire, ...COLLECTION, ...VOLUME });
  expect(payment.basisAmounts(spec, shipmentExample()).bps_of_amount).toEqual({ minor: 5_000_000n, currency: "KZT" });
  expect(payment.figures(spec, shipmentExample())[0]?.key).toBe("monthlyVolume");
});
