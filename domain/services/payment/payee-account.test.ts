import { describe, expect, test } from "vitest";
import { isPrivateChange, publicSpec } from "../registry";
import { PAYEE, shipmentExample } from "../examples";
import { payment } from "./kind";
import { checkAccount } from "./payee-account";
import { isBic, isBik } from "./bank-codes";
import { paymentSpecSchema } from "./schema";

const wire = {
  need: "supplier_payment",
  payerCurrency: "KZT",
  payeeCurrency: "CNY",
  amount: { minor: 63_000_000, currency: "CNY" },
  ...PAYEE,
};
const issuesOf = (changes: object): string[] =>
  payment
    .checkSpec(paymentSpecSchema.parse({ ...wire, ...changes }), shipmentExample())
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
const withPayee = (changes: object) => issuesOf({ payee: { ...PAYEE.payee, ...changes } });

describe("a payment to a supplier", () => {
  test("names who is paid and where", () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ payee: undefined, payeeCountry: undefined })).toEqual([
      "payeeCountry: issue.payee_country_missing",
      "payee.name: issue.payee_missing",
      "payee.bank: issue.payee_bank_missing",
      "payee.bic: issue.bic_missing",
      "payee.account: issue.account_missing",
    ]);
  });

  test("and the collection of one amount names it too, that of a month's volume does not", () => {
    const nobody = { need: "collection_account", payee: undefined, payeeCountry: undefined };
    expect(issuesOf({ need: "collection_account" })).toEqual([]);
    expect(issuesOf(nobody)).toHaveLength(5);
    const monthlyVolume = { minor: 63_000_000, currency: "CNY" };
    expect(issuesOf({ ...nobody, amount: undefined, monthlyVolume })).toEqual([]);
  });

  test.each(["fx_conversion", "goods_escrow", "tax_refund_advance"])(
    "are the only needs that ask so: %s does not",
    (need) => {
      expect(issuesOf({ need, payee: undefined, payeeCountry: undefined })).toEqual([]);
    },
  );

  test("written before a payee was asked for is still read", () => {
    const { payee: _, payeeCountry: __, ...before } = wire;
    expect(paymentSpecSchema.safeParse(before).success).toBe(true);
  });

  test("names the BIK of a Russian bank, of no other", () => {
    const russian = { bic: "AMSHRU8K", account: "40702156000000000004" };
    expect(withPayee(russian)).toEqual(["payee.bik: issue.bik_missing"]);
    expect(withPayee({ ...russian, bik: "044525225" })).toEqual([]);
    expect(withPayee({ ...russian, bik: "04452522" })).toEqual(["payee.bik: issue.bik_malformed"]);
  });

  test("names the MFO of a bank in Uzbekistan", () => {
    const uzbek = { bic: "IPKRUZ22", account: "20208000900112233001" };
    expect(withPayee(uzbek)).toEqual(["payee.bik: issue.mfo_missing"]);
    expect(withPayee({ ...uzbek, bik: "00873" })).toEqual([]);
    expect(withPayee({ ...uzbek, bik: "044525225" })).toEqual(["payee.bik: issue.mfo_malformed"]);
  });

  test.each([
    ["UZ", "00873", []],
    ["UZ", "044525225", ["payee.bik: issue.mfo_malformed"]],
    ["RU", "044525225", []],
    ["RU", "00873", ["payee.bik: issue.bik_malformed"]],
    ["CN", "00873", []],
  ])(
    "is asked for the BIC that a payee in %s left out, and its BIK or MFO %s is judged by that country",
    (country, bik, wrong) => {
      const payee = { ...PAYEE.payee, bic: undefined, bik };
      expect(issuesOf({ payee, payeeCountry: country }).sort()).toEqual(["payee.bic: issue.bic_missing", ...wrong]);
    },
  );

  test("is asked to compare an account of unusual length, and to tick that it has", () => {
    const account = "6222020812";
    expect(withPayee({ account })).toEqual(["payee.isAccountChecked: issue.account_unusual"]);
    expect(withPayee({ account, isAccountChecked: true })).toEqual([]);
  });

  test("is paid in the currency of its Russian account", () => {
    const account = "40702810000000000007";
    const payee = { ...PAYEE.payee, bic: "AMSHRU8K", bik: "044525225", account };
    expect(issuesOf({ payee, payeeCurrency: "RUB", amount: { minor: 1, currency: "RUB" } })).toEqual([]);
    expect(issuesOf({ payee, payeeCurrency: "USD", amount: { minor: 1, currency: "USD" } })).toEqual([
      "payee.account: issue.account_russia_currency",
    ]);
  });

  test("may be paid at a bank of another country than the payee's", () => {
    expect(withPayee({ bic: "DALAKZKA", account: "KZ86125KZT5004100100" })).toEqual([]);
    expect(withPayee({ bic: "DALAKZKA" })).toEqual(["payee.account: issue.account_iban_length"]);
  });
});

test.each([
  ["KZ", "KZ86 125K ZT50 0410 0100", undefined, null],
  ["KZ", "kz86125kzt5004100100", undefined, null],
  ["KZ", "KZ87125KZT5004100100", undefined, "account_iban_check"],
  ["KZ", "KZ8612KZT5004100100", undefined, "account_iban_length"],
  ["KZ", "6222020812345678901", undefined, "account_iban_length"],
  ["DE", "DE89370400440532013000", undefined, null],
  ["DE", "DE98370400440532013000", undefined, "account_iban_check"],
  ["TR", "TR330006100519786457841326", undefined, null],
  ["RU", "40702810000000000007", "044525225", null],
  ["RU", "40702810000000000006", "044525225", "account_russia_check"],
  ["RU", "40702810000000000007", "044525226", "account_russia_check"],
  ["RU", "40702810000000000007", undefined, null],
  ["RU", "4070281000000000000", "044525225", "account_russia"],
  ["CN", "6222 0208 1234 5678 901", undefined, null],
  ["CN", "62220A0812345678901", undefined, "account_malformed"],
  ["CN", "6222020", undefined, "account_malformed"],
  ["VN", "0011004123456", undefined, null],
  ["VN", "00110", undefined, "account_malformed"],
  ["LA", "010-1110-12345", undefined, null],
  ["UZ", "20208 000 9 00112233 001", "00873", null],
  ["UZ", "2020800090011223300", "00873", "account_malformed"],
  ["KG", "1091820000012345", undefined, null],
  ["KG", "109182000001234", undefined, "account_malformed"],
  ["MN", "MN12 1234 1234 5678 9123", undefined, null],
  ["MN", "MN131234123456789123", undefined, "account_iban_check"],
  ["MN", "MN12123412345678912", undefined, "account_iban_length"],
  ["MN", "5001234567", undefined, null],
  ["MN", "5001234", undefined, "account_malformed"],
  ["TH", "123-4-56789-0", undefined, null],
  ["TH", "020123456789012", undefined, null],
  ["TH", "12345", undefined, "account_malformed"],
  ["TH", "1234567", undefined, "account_unusual"],
  ["TH", "1234567890123456", undefined, "account_unusual"],
  ["CN", "62220208", undefined, "account_unusual"],
  ["CN", "622202081234567890123456", undefined, "account_unusual"],
  ["VN", "001100", undefined, "account_unusual"],
] as const)("an account at a bank of %s, %s with BIK %s: %s", (country, account, bik, code) => {
  expect(checkAccount(account, { country, bik, currency: "RUB" })?.message ?? null).toBe(code && `issue.${code}`);
});

test("an account of unusual length is taken once it was compared, one that is impossible is not", () => {
  const check = (account: string) => checkAccount(account, { country: "CN", currency: "CNY", isChecked: true });
  expect(check("62220208")).toBeNull();
  expect(check("6222020")?.message).toBe("issue.account_malformed");
});

test.each([
  ["RUB", "40702810000000000007", null],
  ["USD", "40702840000000000007", null],
  ["CNY", "40702156000000000007", null],
  ["EUR", "40702978000000000007", null],
  ["USD", "40702810000000000007", "account_russia_currency"],
  ["RUB", "40702840000000000007", "account_russia_currency"],
  ["CNY", "40702840000000000007", "account_russia_currency"],
] as const)("%s can be paid into the Russian account %s: %s", (currency, account, code) => {
  expect(checkAccount(account, { country: "RU", currency })?.message ?? null).toBe(code && `issue.${code}`);
});

test.each([
  ["YWMBCNBJ", true],
  ["YWMBCNBJXXX", true],
  ["YWMBCNB", false],
  ["YWMBCNBJXX", false],
  ["YW1BCNBJ", false],
])("%s is a BIC: %s", (bic, isOne) => {
  expect(isBic(bic)).toBe(isOne);
});

test.each([
  ["044525225", true],
  ["144525225", false],
  ["04452522", false],
])("%s is a BIK: %s", (bik, isOne) => {
  expect(isBik(bik)).toBe(isOne);
});

describe("bidders", () => {
  test("are told the payee's country and bank, neither name nor account", () => {
    const { payee, ...rest } = paymentSpecSchema.parse(wire);
    expect(publicSpec("payment", { ...rest, payee })).toEqual({
      ...rest,
      payee: { bank: PAYEE.payee.bank, bic: PAYEE.payee.bic },
    });
    expect(publicSpec("payment", rest)).toEqual(rest);
  });

  test.each([
    ["spec.payee.account", true],
    ["spec.payee.name", true],
    ["spec.payee.isAccountChecked", true],
    ["spec.payee", true],
    ["spec.payee.bank", false],
    ["spec.payeeCountry", false],
    ["spec.amount", false],
  ])("are told of a change of %s: not %s", (path, isPrivate) => {
    expect(isPrivateChange("payment", path)).toBe(isPrivate);
  });
});
