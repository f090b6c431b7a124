import { assert } from "@/domain/shared/result";
import { CURRENCIES, type Money } from "@/domain/shared/money";
import { type TypeOfList, answer, choice, country, day, flag, group, list, money, number, text } from "../member-list";
import {
  BALANCE_DUE,
  CREDIT_DOCUMENTS,
  CREDIT_TYPES,
  LOCK_MINUTES,
  LOCK_MINUTES_MAX,
  NEEDS,
  PURPOSES,
  SETTLE_DAYS,
  TOLERANCE_PERCENT_MAX,
  TRADE_DOCUMENTS,
} from "./choices";

const option = <const Group extends string>(group: Group) => `service-payment.option.${group}` as const;

/** Who is paid and where. */
export const payeeFields = [
  text("name", { max: 160, field: "payeeName", box: 20 }, "As its bank knows it; only the contracted provider is told"),
  text("bank", { max: 160, field: "payeeBank", box: 21 }),
  text("bic", { max: 11, field: "payeeBic", width: 4, box: 22 }, "ISO 9362"),
  text(
    "account",
    { max: 48, field: "payeeAccount", width: 4, box: 24 },
    "An IBAN where the bank's country uses it; 20 digits that agree with the BIK and the payee's currency in Russia. Only the contracted provider is told",
  ),
  text(
    "bik",
    { max: 9, field: "payeeBik", width: 4, box: 23 },
    "Of a Russian bank its BIK, of one in Uzbekistan its MFO",
  ),
  flag(
    "isAccountChecked",
    { field: "isPayeeAccountChecked", width: 12 },
    "That an account of unusual length was compared with the invoice",
  ),
] as const;

/** What a request for payment says, in the order of its form. */
export const paymentFields = [
  choice("need", { values: NEEDS, words: option("need"), isRequired: true, box: 1 }),
  text(
    "purpose",
    { max: 140, offers: PURPOSES, words: option("purpose"), box: 5 },
    "An ISO 20022 purpose code or the bank's own words",
  ),
  country("payerCountry", { width: "pair", box: 18 }),
  choice("payerCurrency", { values: CURRENCIES, isRequired: true, width: "pair", box: 2 }),
  country("payeeCountry", { width: "pair", box: 19 }),
  choice("payeeCurrency", { values: CURRENCIES, isRequired: true, width: "pair", box: 3 }),
  group(
    "payee",
    {
      description:
        "Required for a payment to a supplier and for the collection of one amount, with payeeCountry: all but the BIK or MFO, which a bank of Russia or Uzbekistan has",
    },
    payeeFields,
  ),
  money("amount", { isPositive: true, box: 4 }, "Required, but for a collection account with a monthly volume"),
  number(
    "lockMinutes",
    { min: 0, max: LOCK_MINUTES_MAX, offers: LOCK_MINUTES, box: 6 },
    "How long the rate must hold; 0 is spot",
  ),
  money(
    "monthlyVolume",
    { isPositive: true, fold: "parts", box: 25 },
    "Of a collection account, in place of one amount; bids are priced by one month",
  ),
  number(
    "settleWithinDays",
    { min: 0, max: 3, offers: SETTLE_DAYS, fold: "parts", box: 7 },
    "T+0 to T+3, business days",
  ),
  number("depositPercent", { min: 0, max: 100, fold: "parts", width: 4, box: 8 }),
  choice(
    "balanceDue",
    { values: BALANCE_DUE, words: option("balanceDue"), fold: "parts", width: 4, box: 26 },
    "What makes the balance after a deposit fall due",
  ),
  number("balanceDueDays", { min: 0, max: 180, fold: "parts", width: 4 }, "Days after that; at once where not given"),
  number("payouts", { min: 1, max: 10_000, fold: "parts", box: 9 }, "1 where not given"),
  list(
    "tradeDocuments",
    { values: TRADE_DOCUMENTS, words: option("tradeDocument"), fold: "papers", width: 12, box: 27, span: "all" },
    "At hand already",
  ),
  text("counterpartyBanks", { max: 300, fold: "papers", width: 12, box: 28, span: "all" }),
  answer("hadReturns", { fold: "papers", width: 12, box: 29 }, "Whether banks have returned such a payment before"),
  flag(
    "declaresNoSanctions",
    { fold: "papers", width: 12, box: 30 },
    "The buyer's own word that no party, bank or good of this payment is under sanctions",
  ),
  text("remarks", { max: 1_000, isLong: true, fold: "papers", width: 12, box: 31, span: "all" }),
  choice("creditType", { values: CREDIT_TYPES, words: option("creditType"), fold: "credit", box: 10 }),
  number(
    "tenorDays",
    { min: 1, max: 720, unit: "days", fold: "credit", box: 11 },
    "Validity of a credit or collection; 90 where not given",
  ),
  text("issuingBank", { max: 160, fold: "credit", width: 12, box: 12 }),
  day("latestShipment", { fold: "credit", box: 13 }, "Not before the ready date, not after the expiry"),
  day("creditExpiry", { fold: "credit", box: 14 }, "Last day on which documents may be presented"),
  number(
    "tolerancePercent",
    { min: 0, max: TOLERANCE_PERCENT_MAX, fold: "credit", box: 15 },
    "By which the amount drawn may be more or less",
  ),
  answer("arePartialShipmentsAllowed", { fold: "credit", box: 16 }),
  list(
    "creditDocuments",
    { values: CREDIT_DOCUMENTS, words: option("creditDocument"), fold: "credit", width: 12, box: 17, span: "all" },
    "Paid against these",
  ),
] as const;
export type PaymentSpec = TypeOfList<typeof paymentFields>;

/** What bids are priced by: the one amount, or a month's volume. Every published request has one of them, by `checkPayment`. */
export function pricedAmount({ amount, monthlyVolume }: PaymentSpec): Money {
  const priced = amount ?? monthlyVolume;
  assert(priced, "a payment request has an amount or a monthly volume");
  return priced;
}
