import type { Asked, Requirement } from "../requirement";
import { countryOfBic } from "./bank-codes";
import { formOf, requiredBy } from "../member-list";
import { paymentFields } from "./spec";

const isCollection = (asked: Asked): boolean => asked("need") === "collection_account";
const hasNoVolume = (asked: Asked): boolean => asked("monthlyVolume") === undefined;
/** One payment to one payee: a supplier, or whoever has one amount collected and paid out to its own account. */
const paysOne = (asked: Asked): boolean =>
  asked("need") === "supplier_payment" || (isCollection(asked) && asked("amount") !== undefined);

/** Whether the payee's bank is one of a country in which banks are known by a code of their own: the BIK in Russia, the MFO in Uzbekistan. */
const isBankOf = (asked: Asked, country: "RU" | "UZ"): boolean =>
  countryOfBic(String(asked("payee.bic") ?? "")) === country;

const ofPayee = (path: string, code: string): Requirement => ({ path, code, isDue: paysOne });

/**
 * What a request for payment must name: an amount, or for a collection account a monthly volume in its place; for a payment to a supplier
 * or the collection of an amount who is paid and where: name, country, bank with its BIC, account, and the BIK or MFO of a bank in Russia or Uzbekistan.
 */
export const paymentRequired: readonly Requirement[] = [
  ...requiredBy(paymentFields),
  { path: "amount", code: "amount_missing", isDue: (asked) => !isCollection(asked) && hasNoVolume(asked) },
  { path: "amount", code: "amount_or_volume_missing", isDue: (asked) => isCollection(asked) && hasNoVolume(asked) },
  ofPayee("payeeCountry", "payee_country_missing"),
  ofPayee("payee.name", "payee_missing"),
  ofPayee("payee.bank", "payee_bank_missing"),
  ofPayee("payee.bic", "bic_missing"),
  { path: "payee.bik", code: "bik_missing", isDue: (asked) => paysOne(asked) && isBankOf(asked, "RU") },
  { path: "payee.bik", code: "mfo_missing", isDue: (asked) => paysOne(asked) && isBankOf(asked, "UZ") },
  ofPayee("payee.account", "account_missing"),
];

/** The fields of a request for payment, and the members of its spec that they fill. */
export const paymentSpecForm = formOf(paymentFields);
