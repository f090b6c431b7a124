import { type Due, type Funds, recounted } from "../../../domain/services/payment/funds";
import { type PaymentSpec, pricedAmount } from "../../../domain/services/payment/spec";
import { exchangedAt, leastPaid } from "../../../domain/remittance/rate-lock";
import type { Ratio } from "../../../domain/shared/exchange-rate";
import { dayOf, type Instant, type LocalDate, MINUTE_MS } from "../../../domain/shared/time";
import { type Money, money } from "../../../domain/shared/money";
import { readWireMoney, toWireMoney, type WireMoney } from "../../../domain/shared/wire-fields";
import { tradersOf } from "../customs-spec";
import type { PlannedDeal } from "../plan-deal";
import { randomFrom } from "../random";
import { digitsOf } from "../registered-numbers";

type Paid = {
  /** As banks write it. */
  readonly remitter: string;
  readonly at: Instant;
  /** Units of the payee's currency for one of the payer's, as locked; null where nothing is exchanged. */
  readonly perPayer: Ratio | null;
  /** Of the deal, after which the contract of its goods is called. */
  readonly reference: string;
};

/** Whose account goods are paid from, by the name that its bank writes: the importer's, a Chinese one's in Chinese. */
export function remitterOf({ movement, buyer, partner }: Pick<PlannedDeal, "movement" | "buyer" | "partner">): string {
  const { country, name } = tradersOf(movement, buyer, partner).importer;
  return country === "CN" ? name.own : name.latin;
}

/** What the payer transfers so that all of the amount is there: an amount in the payee's currency at the locked rate, rounded up. */
function duePaid(spec: PaymentSpec, perPayer: Ratio | null): WireMoney {
  const due = pricedAmount(spec);
  const { payerCurrency } = spec;
  if (due.currency === payerCurrency || !perPayer) return toWireMoney(due);
  return toWireMoney(leastPaid(due, perPayer, payerCurrency));
}

/** What of a payer's transfer is out of the ordinary: somebody rounded it up, or a company of the payer's group pays. */
type Oddity = "surplus" | "third_party";

/** Of so many transfers one is more than asked for, and one is a third party's. Estimates. */
const ONE_SURPLUS_OF = 40;
const ONE_THIRD_PARTY_OF = 45;

/** What is odd of the transfer that comes at that moment; null of most. The same whichever way the market is made. */
export function oddityOf(at: Instant): Oddity | null {
  const drawn = randomFrom(at / MINUTE_MS)();
  if (drawn < 1 / ONE_SURPLUS_OF) return "surplus";
  return drawn < 1 / ONE_SURPLUS_OF + 1 / ONE_THIRD_PARTY_OF ? "third_party" : null;
}

/** A payer that does not type the last figures of an invoice: the next sum of three figures and noughts. */
function roundedUp({ minor, currency }: WireMoney): WireMoney {
  const step = 10 ** Math.max(String(minor).length - 3, 1);
  return { minor: (Math.floor(minor / step) + 1) * step, currency };
}

/** The company at the head of a payer's group, by the name that its bank writes. */
const groupOf = (remitter: string): string =>
  remitter.endsWith("有限公司")
    ? remitter.replace(/(?:股份|责任)?有限公司$/, "集团有限公司")
    : remitter.replace(/^((?:\S+ ){1,2}).*?(Co\., Ltd\.|\S+)$/, "$1Group $2");

const GROUP_PAYS =
  "付款方所属集团代付，已提交代付说明函。 · The parent of the payer's group pays; its payment letter was presented.";

/** By what the provider accepts the parent of a group as the payer, with the day of its payment letter. */
export const groupAccepted = (cameAt: Instant) =>
  ({
    relationship: "group_company",
    document: `${dayOf(cameAt)} 代付说明函及企业登记资料 · Payment letter of ${dayOf(cameAt)} and register extract`,
  }) as const;

/** The bank's own reference of what it sent back that day. */
export const returnReference = (at: Instant): string =>
  `RTN${dayOf(at).slice(2).replaceAll("-", "")}${digitsOf(`return ${at}`, 5)}`;

/** What the bank's advice says of the transfer, which it credits on the day on which it comes; a collection's names the contract of the goods. */
export function paidFunds(
  spec: PaymentSpec,
  { remitter, at, perPayer, reference }: Paid,
): { amount: WireMoney; valueDate: LocalDate; remitter: string; thirdPartyReason: string; contract: string } {
  const [due, oddity] = [duePaid(spec, perPayer), oddityOf(at)];
  const isOfGroup = oddity === "third_party";
  return {
    amount: oddity === "surplus" ? roundedUp(due) : due,
    valueDate: dayOf(at),
    remitter: isOfGroup ? groupOf(remitter) : remitter,
    thirdPartyReason: isOfGroup ? GROUP_PAYS : "",
    contract: spec.need === "collection_account" ? reference.replace(/^KD/, "SC") : "",
  };
}

/** What is to come in, at a rate of one unit of the payer's currency. */
export function dueAt(spec: PaymentSpec, perPayer: Ratio | null): Due {
  const asked = pricedAmount(spec);
  const differenceOf = (received: Money): Money => {
    const isExchanged = asked.currency !== received.currency && perPayer !== null;
    const counted = isExchanged ? exchangedAt(received, perPayer, asked.currency) : received;
    return money(counted.minor - asked.minor, asked.currency);
  };
  return { due: readWireMoney(duePaid(spec, perPayer)), differenceOf };
}

/** All that has come in with that transfer, at the rate at which it is counted. */
export function fundsPaid(spec: PaymentSpec, paid: Paid): Funds {
  const { contract, thirdPartyReason, ...credit } = paidFunds(spec, paid);
  const receipt = {
    ...credit,
    thirdPartyReason: thirdPartyReason === "" ? null : thirdPartyReason,
    ...(contract === "" ? {} : { contract }),
  };
  return recounted({ receipts: [receipt] }, dueAt(spec, paid.perPayer));
}
