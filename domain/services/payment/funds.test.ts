import { describe, expect, test } from "vitest";
import type { Refusal } from "../../shared/result";
import { money } from "../../shared/money";
import type { LocalDate } from "../../shared/time";
import {
  checkWholeSent,
  FUNDS_FIELDS,
  fundsFieldOf,
  isCollected,
  isOwnAccount,
  leastSent,
  readTypedFunds,
  withReceipt,
} from "./funds";

const TYPED = {
  fundsAmount: "98,750.00",
  fundsCurrency: "USD",
  fundsValueDate: "2026-11-24",
  fundsRemitter: " Almaty Trade LLP ",
  fundsThirdPartyReason: "",
  fundsContract: "",
};

const TODAY = "2026-11-24" as LocalDate;

const READ = {
  amount: { minor: 9_875_000, currency: "USD" },
  ...{ valueDate: "2026-11-24", remitter: "Almaty Trade LLP", thirdPartyReason: "", contract: "" },
};

describe("funds that are typed", () => {
  test.each([
    ["whole", TYPED, READ],
    ["with the reason of a third party", { ...TYPED, fundsThirdPartyReason: "Parent" }, { thirdPartyReason: "Parent" }],
    ["with the contract of a customer", { ...TYPED, fundsContract: " SC-2611-A " }, { contract: "SC-2611-A" }],
    ["in whole units", { ...TYPED, fundsAmount: "98 750" }, { amount: READ.amount }],
    [
      "in a currency without cents",
      { ...TYPED, fundsCurrency: "VND", fundsAmount: "98750" },
      { amount: { minor: 98_750, currency: "VND" } },
    ],
  ])("are read %s", (_, typed, funds) => {
    expect(readTypedFunds(typed, TODAY)).toEqual({ problems: {}, funds: { ...READ, ...funds } });
  });

  test.each([
    ["nothing is typed", {}],
    ["only the currency is chosen", { fundsCurrency: "USD" }],
    ["there are but spaces", { fundsAmount: " ", fundsRemitter: " " }],
  ])("are none where %s", (_, typed) => {
    expect(readTypedFunds(typed, TODAY)).toEqual({ funds: null, problems: {} });
  });

  test.each([
    ["no amount", { fundsAmount: "" }, { fundsAmount: "required" }],
    ["an amount that is none", { fundsAmount: "much" }, { fundsAmount: "amount_malformed" }],
    ["no currency", { fundsCurrency: "" }, { fundsCurrency: "required" }],
    ["a currency that is none", { fundsCurrency: "XXX" }, { fundsCurrency: "required" }],
    ["no value date", { fundsValueDate: "" }, { fundsValueDate: "required" }],
    ["a value date that is none", { fundsValueDate: "2026-02-30" }, { fundsValueDate: "date_malformed" }],
    [
      "a value date that is still to come",
      { fundsValueDate: "2026-11-25" },
      { fundsValueDate: "value_date_in_future" },
    ],
    [
      "a tenth of a cent, a value date to come and no remitter",
      { fundsAmount: "98,750.005", fundsValueDate: "2026-11-25", fundsRemitter: "" },
      { fundsAmount: "amount_too_precise", fundsValueDate: "value_date_in_future", fundsRemitter: "required" },
    ],
    ["no remitter", { fundsRemitter: " " }, { fundsRemitter: "required" }],
    [
      "nothing but a remitter",
      { fundsAmount: "", fundsCurrency: "", fundsValueDate: "" },
      { fundsAmount: "required", fundsCurrency: "required", fundsValueDate: "required" },
    ],
    [
      "an amount that is none, no currency, a value date to come and no remitter",
      { fundsAmount: "abc", fundsCurrency: "", fundsValueDate: "2026-11-25", fundsRemitter: "" },
      {
        ...{ fundsAmount: "amount_malformed", fundsCurrency: "required" },
        ...{ fundsValueDate: "value_date_in_future", fundsRemitter: "required" },
      },
    ],
  ])("with %s have the fault at its field", (_, changed, problems) => {
    expect(readTypedFunds({ ...TYPED, ...changed }, TODAY)).toEqual({ funds: null, problems });
  });
});

test("a refusal of funds stands at the field of what it names, and no other refusal does", () => {
  const at = (field: string) => fundsFieldOf({ code: "funds_unsaid", details: { field } } as Refusal);
  for (const [member, name] of Object.entries(FUNDS_FIELDS)) expect(at(`funds.${member}`)).toBe(name);
  expect([at("occurredAt"), at("funds.other"), at("funds.amount.minor")]).toEqual([null, null, null]);
  expect(fundsFieldOf({ code: "step_owed" } as Refusal)).toBeNull();
});

const BUYER = ["满洲里口岸木业有限公司", "Manzhouli Kouan Timber Co., Ltd."];

test.each([
  ["a collection account", { need: "collection_account" }, true],
  [
    "a documentary collection for the buyer itself",
    { need: "documentary_collection", payee: { name: BUYER[1] } },
    true,
  ],
  [
    "a documentary collection for its supplier",
    { need: "documentary_collection", payee: { name: "Chita Les" } },
    false,
  ],
  ["a payment to a supplier", { need: "supplier_payment", payee: { name: "Chita Les" } }, false],
  ["a payment that names nobody", { need: "fx_conversion", payee: {} }, false],
] as const)("money of %s is collected for the buyer: %o", (_, spec, expected) => {
  expect(isCollected(spec, BUYER)).toBe(expected);
});

test.each([
  ["a payment by the buyer", false, "MANZHOULI KOUAN TIMBER", "", null, undefined],
  ["a payment by a third party", false, "OOO Chita Les", "", "third_party_payment", undefined],
  ["a payment by a third party with its reason", false, "OOO Chita Les", "Parent pays", null, undefined],
  ["a collection by the payee itself", true, "Manzhouli Kouan Timber Co., Ltd.", "", "payee_pays_itself", undefined],
  ["a collection by the payee itself with its reason", true, BUYER[0] as string, "Own account abroad", null, true],
] as const)(
  "what comes in for %s is asked about as it should be",
  (...[, isOfCustomer, remitter, reason, code, isPayee]) => {
    const today = "2026-11-24" as LocalDate;
    const told = { amount: money(5n, "USD"), valueDate: today, remitter, thirdPartyReason: reason };
    const read = withReceipt(told, {
      ...{
        payerCurrency: "USD",
        buyerNames: BUYER,
        importerNames: [],
        isCollected: isOfCustomer,
        today,
        before: { receipts: [] },
      },
      ...{ due: null, differenceOf: () => null },
    });
    if (code) expect(read).toMatchObject({ refusal: { code, details: { field: "funds.thirdPartyReason", remitter } } });
    else expect(read).toMatchObject({ value: { receipts: [{ remitter, thirdPartyReason: reason || null }] } });
    if (read.ok) expect(read.value.receipts[0]?.isPayee).toBe(isPayee);
  },
);

test.each([
  ["ALMATY TRADE LLP", true],
  ["Almaty Trade, L.L.P.", false],
  ["almaty trade", true],
  ["Ａｌｍａｔｙ Trade", true],
  ["阿拉木图贸易", true],
  ["Almaty Trading LLP", false],
  ["Astana Trade LLP", false],
])("the account of %s is the payer's own: %s", (remitter, isOwn) => {
  expect(isOwnAccount(remitter, ["阿拉木图贸易", "Almaty Trade LLP"])).toBe(isOwn);
});

const IMPORTER = ["ООО «Чита Лес»", "Chita Les LLC"];

test.each([
  ["the deal's importer", IMPORTER, "CHITA LES", "", null],
  [
    "another than the deal's importer, whatever its contract",
    IMPORTER,
    "Irkutsk Invest LLC",
    "SC-1",
    "payer_not_importer",
  ],
  ["the payee itself", IMPORTER, BUYER[0] as string, "", "payee_pays_itself"],
  ["a customer with its contract, where no importer is named", [], "Irkutsk Invest LLC", "SC-1", null],
  ["a customer without one", [], "Irkutsk Invest LLC", "", "payer_without_contract"],
  ["the payee itself with a contract", [], BUYER[0] as string, "SC-1", "payee_pays_itself"],
] as const)(
  "a collection that is paid by %s is asked about as it should be",
  (...[, importerNames, remitter, contract, code]) => {
    const today = "2026-11-24" as LocalDate;
    const read = (thirdPartyReason: string) =>
      withReceipt(
        { amount: money(5n, "USD"), valueDate: today, remitter, thirdPartyReason, contract },
        {
          ...{
            payerCurrency: "USD",
            buyerNames: BUYER,
            importerNames,
            isCollected: true,
            today,
            before: { receipts: [] },
          },
          ...{ due: null, differenceOf: () => null },
        },
      );
    const kept = contract === "" ? {} : { contract };
    if (code === null)
      expect(read("")).toMatchObject({ value: { receipts: [{ remitter, thirdPartyReason: null, ...kept }] } });
    else {
      const field = "funds.thirdPartyReason";
      expect(read("")).toMatchObject({ refusal: { code, details: { field, remitter } } });
      expect(read("It has taken the debt over")).toMatchObject({
        value: { receipts: [{ remitter, thirdPartyReason: "It has taken the debt over", ...kept }] },
      });
    }
  },
);

describe("the least that is sent of what came in", () => {
  const yuan = (minor: bigint) => money(minor, "CNY");

  test.each([
    ["all of it less the contract's charges", 7_890_401n, null, 37_669n, 7_852_732n],
    ["all of it where no rate says what the charges are", 7_890_401n, null, null, 7_890_401n],
    ["nothing where the charges are more", 1_000n, null, 37_669n, 0n],
    ["what the payee is due, whatever is charged", 7_890_401n, 7_890_000n, 37_669n, 7_890_000n],
    ["what there is for what the payee is due", 7_880_000n, 7_890_000n, 37_669n, 7_880_000n],
  ] as const)("is %s", (_, received, due, charges, least) => {
    const of = { due: due === null ? null : yuan(due), charges: charges === null ? null : yuan(charges) };
    expect(leastSent(yuan(received), of)).toEqual(yuan(least));
  });

  test("is named where less is sent", () => {
    expect(checkWholeSent(yuan(4_000_000n), yuan(7_852_732n))).toMatchObject({
      refusal: { code: "sent_below_due", details: { currency: "CNY", least: "78527.32" } },
    });
    expect(checkWholeSent(yuan(7_852_732n), yuan(7_852_732n)).ok).toBe(true);
  });
});
