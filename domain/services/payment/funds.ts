import { z } from "zod";
import { type Instant, type LocalDate, parseLocalDate } from "../../shared/time";
import { type Currency, isAmount, isCurrency, type Money, money, parseAmount, toDecimal } from "../../shared/money";
import {
  boundedText,
  localDateField,
  moneySchema,
  optionalText,
  toWireMoney,
  type WireMoney,
} from "../../shared/wire-fields";
import { accept, assert, checkAll, type Refusal, refuse, type Result } from "../../shared/result";
import type { Relationship } from "./choices";
import type { PaymentSpec } from "./spec";

export const FUNDS_STEP = "funds_received";
/** The step at which the provider has checked who pays whom and why. */
export const CLEARANCE_STEP = "compliance_cleared";
export const REMITTER_MAX = 120;
export const THIRD_PARTY_REASON_MAX = 300;
export const CONTRACT_MAX = 60;

/** What came into the provider's account, as its bank's advice says it. */
export const fundsSchema = z.strictObject({
  amount: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .meta({ description: "What was credited, in the payer's currency" }),
  valueDate: localDateField.meta({ description: "From which day the bank lets it be used" }),
  remitter: boundedText(REMITTER_MAX).meta({ description: "Whose account it came from, as the bank names it" }),
  thirdPartyReason: optionalText(THIRD_PARTY_REASON_MAX).optional().meta({
    description:
      "Why somebody has paid that was not to: asked for with `third_party_payment`, `payee_pays_itself`, `payer_not_importer` or `payer_without_contract`; the money is held until the payer is accepted",
  }),
  contract: optionalText(CONTRACT_MAX).optional().meta({
    description:
      "Of a collection: the number of the contract under which the customer pays. Needed where the deal names no importer",
  }),
});
export type FundsTold = z.output<typeof fundsSchema>;

/** What went back to whoever had paid, as the provider's bank debited it. */
export type FundsReturn = {
  readonly amount: WireMoney;
  readonly valueDate: LocalDate;
  readonly reference: string;
  readonly recordedAt: Instant;
};

/** One credit, as it is kept. The reason is there where somebody paid who was not to. */
export type Receipt = {
  readonly amount: WireMoney;
  readonly valueDate: LocalDate;
  readonly remitter: string;
  readonly thirdPartyReason: string | null;
  /** Where that is the payee of a collection itself. */
  readonly isPayee?: true;
  /** Under which a customer pays, of a collection. */
  readonly contract?: string;
  readonly returns?: readonly FundsReturn[];
  /** What the buyer was asked of a payer that was not to pay, and what it has said. */
  readonly explanations?: readonly Explanation[];
  /** Why the provider takes the money of such a payer; it is held until then. */
  readonly accepted?: {
    readonly relationship: Relationship;
    readonly document: string;
    readonly recordedAt: Instant;
  };
};

/** A question to the buyer who a payer is, and its answer; null while the buyer owes it. */
export type Explanation = {
  readonly askedAt: Instant;
  readonly question: string;
  readonly answer: { readonly at: Instant; readonly relationship: Relationship; readonly words: string } | null;
};

/** That the provider has asked to hold a surplus for the next instalment, and what the buyer has said. */
export type KeptSurplus = {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly isAgreed: boolean | null;
};

/** What went back to whoever had paid of money that had come back from the bank, once its order was called off. */
export type Refund = FundsReturn & {
  /** The currency in which it had been held. */
  readonly heldIn: Currency;
  /** What of the funds it settles, in the payer's currency. */
  readonly counted: WireMoney;
};

/** All that came in so far and was not returned. */
export type Funds = {
  readonly receipts: readonly Receipt[];
  readonly refunds?: readonly Refund[];
  /** By how much it is below (negative) or above what is due; null where nobody knows what is due. */
  readonly difference: WireMoney | null;
  /** What it is above what is due, in the payer's currency; left out where it is not. */
  readonly surplus?: WireMoney;
  readonly kept?: KeptSurplus;
};

/** What is to come in for a payment. */
export type Due = {
  /** In the payer's currency; null where nobody knows. */
  readonly due: Money | null;
  /** By how much a sum in the payer's currency is below or above what is due; null where nobody knows. */
  readonly differenceOf: (received: Money) => Money | null;
};

type Asked = Due & {
  /** Null where the request does not say. */
  readonly payerCurrency: Currency | null;
  /** What banks call the buyer of the service, who pays, or to whom another is to pay. */
  readonly buyerNames: readonly string[];
  readonly isCollected: boolean;
  /** What banks call the importer of the deal, who pays what is collected; none where the deal names no other than the buyer. */
  readonly importerNames: readonly string[];
  readonly today: LocalDate;
  readonly before: Pick<Funds, "receipts" | "kept">;
};

export type FundsRefusal = Refusal<
  | "funds_unsaid"
  | "funds_currency"
  | "value_date_in_future"
  | "third_party_payment"
  | "payee_pays_itself"
  | "payer_not_importer"
  | "payer_without_contract"
  | "amount_too_large"
>;

// What banks leave out or write otherwise: case, spaces, points and what kind of company it is.
const bareName = (name: string): string =>
  name
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\b(?:CO|COMPANY|LTD|LIMITED|LLC|LLP|INC|CORP|JSC|OOO|TOO)\b/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Whether the account that paid is an organisation's own, whichever of its names the bank writes. */
export const isOwnAccount = (remitter: string, names: readonly string[]): boolean =>
  names.some((name) => bareName(name) === bareName(remitter));

/** Whether money is collected for the buyer of the service: its customer abroad pays, and the buyer is the payee. */
export const isCollected = (
  { need, payee }: Pick<PaymentSpec, "need" | "payee">,
  buyerNames: readonly string[],
): boolean => need === "collection_account" || (payee?.name !== undefined && isOwnAccount(payee.name, buyerNames));

const UNSAID = ["amount", "currency", "valueDate", "remitter"];

const sumOf = (parts: readonly { readonly amount: WireMoney }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);

const minOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What is left of one credit once what went back of it is taken off, in minor units of the payer's currency. */
export const leftMinor = ({ amount, returns = [] }: Receipt): bigint => BigInt(amount.minor) - sumOf(returns);

/** The same as money. */
export const leftOf = (receipt: Receipt): Money => money(leftMinor(receipt), receipt.amount.currency);

/** The sum of what came in, in minor units of the payer's currency. */
export const receivedMinor = (receipts: readonly Receipt[]): bigint => sumOf(receipts);

/** The same less what went back to whoever had paid it. */
export const remainingMinor = (receipts: readonly Receipt[]): bigint =>
  receipts.reduce((sum, receipt) => sum + leftMinor(receipt), 0n);

/** Funds with their difference and surplus counted anew, after a credit or a return. A word on keeping a surplus falls with the surplus. */
export function recounted({ receipts, kept }: Pick<Funds, "receipts" | "kept">, { due, differenceOf }: Due): Funds {
  const [first] = receipts;
  assert(first, "funds are counted from the first credit on");
  const remaining = money(remainingMinor(receipts), first.amount.currency);
  const difference = differenceOf(remaining);
  const over = due?.currency === remaining.currency ? remaining.minor - due.minor : 0n;
  return {
    receipts,
    difference: difference && toWireMoney(difference),
    ...(over > 0n ? { surplus: toWireMoney(money(over, remaining.currency)), ...(kept ? { kept } : {}) } : {}),
  };
}

/** What of the funds is there for the payment itself: a surplus is returned or kept, and not sent on. */
export const sendableMinor = ({ receipts, surplus }: Funds): bigint =>
  remainingMinor(receipts) - BigInt(surplus?.minor ?? 0);

/** Why money that is collected is not its customer's; null where it is: the deal's importer pays, or where none is named who names the contract. */
function wrongCustomer(
  { remitter, contract = "" }: FundsTold,
  { buyerNames, importerNames }: Asked,
): "payee_pays_itself" | "payer_not_importer" | "payer_without_contract" | null {
  if (isOwnAccount(remitter, buyerNames)) return "payee_pays_itself";
  if (importerNames.length > 0) return isOwnAccount(remitter, importerNames) ? null : "payer_not_importer";
  return contract === "" ? "payer_without_contract" : null;
}

/** Why money is not of who is to pay; null where it is. */
function wrongPayer(told: FundsTold, asked: Asked) {
  if (asked.isCollected) return wrongCustomer(told, asked);
  return isOwnAccount(told.remitter, asked.buyerNames) ? null : ("third_party_payment" as const);
}

/**
 * What has come in with this credit. Refuses `funds_unsaid` where nothing is said of it, another currency than the payer's, a value date that
 * is still to come, and money without a reason that a third party paid (`third_party_payment`) or, in a collection, the payee itself
 * (`payee_pays_itself`), another than the deal's importer (`payer_not_importer`) or, where none is named, a customer without a contract
 * (`payer_without_contract`).
 */
export function withReceipt(told: FundsTold | undefined, asked: Asked): Result<Funds, FundsRefusal> {
  const { payerCurrency, importerNames, today, before } = asked;
  if (!told)
    return checkAll(UNSAID.map((lacks) => refuse("funds_unsaid", { field: `funds.${lacks}`, lacks }))) as Result<
      never,
      FundsRefusal
    >;
  const { amount, valueDate, remitter, thirdPartyReason = "", contract = "" } = told;
  const currency = payerCurrency ?? amount.currency;
  const wrong = wrongPayer(told, asked);
  const checked = checkAll<FundsRefusal>([
    amount.currency === currency ? accept(undefined) : refuse("funds_currency", { field: "funds.amount", currency }),
    valueDate <= today ? accept(undefined) : refuse("value_date_in_future", { field: "funds.valueDate" }),
    wrong === null || thirdPartyReason !== ""
      ? accept(undefined)
      : refuse(wrong, { field: "funds.thirdPartyReason", remitter, importer: importerNames[0] ?? "" }),
  ]);
  if (!checked.ok) return checked;
  const receipt = {
    amount: toWireMoney(amount),
    valueDate,
    remitter,
    thirdPartyReason: wrong === null ? null : thirdPartyReason,
    ...(wrong === "payee_pays_itself" ? ({ isPayee: true } as const) : {}),
    ...(asked.isCollected && contract !== "" ? { contract } : {}),
  };
  return accept(recounted({ ...before, receipts: [...before.receipts, receipt] }, asked));
}

/** Whether all that is due is there. */
export const isWhole = ({ difference }: Funds): boolean => difference === null || difference.minor >= 0;

/** Refuses to send more than came in (`sent_above_received`); both in one currency. */
export const checkWithin = (sent: Money, received: Money | null): Result<void, Refusal<"sent_above_received">> =>
  received === null || sent.currency !== received.currency || sent.minor <= received.minor
    ? accept(undefined)
    : refuse("sent_above_received", { field: "amount" });

/**
 * The least that is sent of what came in: all that is due to the payee, or all of it less the contract's charges, which alone may be withheld of an
 * amount that the payer fixes. Both in the currency that is sent; null where nobody says what the payee is due.
 */
export const leastSent = (
  received: Money,
  { due, charges }: Readonly<Record<"due" | "charges", Money | null>>,
): Money =>
  money(
    due ? minOf(received.minor, due.minor) : received.minor - minOf(charges?.minor ?? 0n, received.minor),
    received.currency,
  );

/** Refuses to send less than is due (`sent_below_due`): what is not sent would be withheld, and no charge of the contract is. */
export const checkWholeSent = (sent: Money, least: Money): Result<void, Refusal<"sent_below_due">> =>
  sent.currency !== least.currency || sent.minor >= least.minor
    ? accept(undefined)
    : refuse("sent_below_due", { field: "amount", currency: least.currency, least: toDecimal(least) });

/** The fields of a form that says what came in, by the member that each fills. */
export const FUNDS_FIELDS = {
  amount: "fundsAmount",
  currency: "fundsCurrency",
  valueDate: "fundsValueDate",
  remitter: "fundsRemitter",
  contract: "fundsContract",
  thirdPartyReason: "fundsThirdPartyReason",
} as const;
type FundsField = (typeof FUNDS_FIELDS)[keyof typeof FUNDS_FIELDS];

export type TypedFunds = Partial<Readonly<Record<FundsField, string | undefined>>>;

/** The field beside which a refusal of funds is shown; null of any other. */
export function fundsFieldOf({ details }: Refusal): FundsField | null {
  const [, member] = /^funds\.(\w+)$/.exec(String(details?.field ?? "")) ?? [];
  return Object.entries(FUNDS_FIELDS).find(([name]) => name === member)?.[1] ?? null;
}

/** The fault of a value date that was typed; null of one that the bank can have credited by today. */
function valueDateProblem(typed: string, today: LocalDate): string | null {
  const day = parseLocalDate(typed);
  if (day === null) return typed === "" ? "required" : "date_malformed";
  return day > today ? "value_date_in_future" : null;
}

/** The fault of an amount that was typed; without a currency whether it is an amount at all. */
function amountProblem(typed: string, amount: ReturnType<typeof parseAmount> | null): string | null {
  if (typed === "") return "required";
  if (amount) return amount.ok ? null : amount.refusal.code;
  return isAmount(typed) ? null : "amount_malformed";
}

/** Reads what was typed of funds; nothing where nothing was typed. Each problem stands at its field, and all are told at once. */
export function readTypedFunds(
  typed: TypedFunds,
  today: LocalDate,
): {
  readonly funds: z.input<typeof fundsSchema> | null;
  readonly problems: Partial<Record<FundsField, string>>;
} {
  const given = (name: keyof typeof FUNDS_FIELDS): string => typed[FUNDS_FIELDS[name]]?.trim() ?? "";
  const [currency, valueDate, remitter] = [given("currency"), given("valueDate"), given("remitter")];
  if (given("amount") + valueDate + remitter === "") return { funds: null, problems: {} };
  const wrongDay = valueDateProblem(valueDate, today);
  const amount = isCurrency(currency) ? parseAmount(given("amount"), currency) : null;
  const wrongAmount = amountProblem(given("amount"), amount);
  const problems = {
    ...(amount ? {} : { fundsCurrency: "required" }),
    ...(wrongAmount === null ? {} : { fundsAmount: wrongAmount }),
    ...(wrongDay === null ? {} : { fundsValueDate: wrongDay }),
    ...(remitter === "" ? { fundsRemitter: "required" } : {}),
  };
  if (!amount?.ok || Object.keys(problems).length > 0) return { funds: null, problems };
  const said = { thirdPartyReason: given("thirdPartyReason"), contract: given("contract") };
  return { funds: { amount: toWireMoney(amount.value), valueDate, remitter, ...said }, problems };
}
