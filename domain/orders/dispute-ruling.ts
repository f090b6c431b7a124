import { add, basisPointsOf, type Money, money, sum, zero } from "../shared/money";
import type { ExchangeRate } from "../shared/exchange-rate";
import type { Instant, LocalDate } from "../shared/time";

/**
 * What of an order a dispute is about: its contract price; of a clearance its own price, without the duty and tax that stand in the contract
 * price for the state; what the buyer owes for its waits; or a charge on top that was not agreed.
 */
export const DISPUTED_SUMS = ["price", "own_price", "waiting", "charge"] as const;
export type DisputedSum = (typeof DISPUTED_SUMS)[number];

/** The sum that an ending has shared, in minor units of the contract's currency; none is there of one that shared the contract price. */
export type KeptSum = { readonly waitingMinor?: number; readonly ownMinor?: number; readonly chargeMinor?: number };

/** Which sum of an order an ending has shared, and how much it was. */
export function sharedSum(
  { waitingMinor, ownMinor, chargeMinor }: KeptSum,
  contract: Money,
): { readonly about: DisputedSum; readonly inDispute: Money } {
  if (waitingMinor !== undefined)
    return { about: "waiting", inDispute: money(BigInt(waitingMinor), contract.currency) };
  if (ownMinor !== undefined) return { about: "own_price", inDispute: money(BigInt(ownMinor), contract.currency) };
  if (chargeMinor !== undefined) return { about: "charge", inDispute: money(BigInt(chargeMinor), contract.currency) };
  return { about: "price", inDispute: contract };
}

/** What an ending means in money, of the sum in dispute. */
export type Shares = { readonly toProvider: Money; readonly toBuyer: Money };

/** What each side gets of the sum in dispute: the provider's share rounded half up to the minor unit, the rest the buyer's, so that none is lost. */
export function sharesOf(inDispute: Money, shareBps: number): Shares {
  const toProvider = basisPointsOf(inDispute, shareBps);
  return { toProvider, toBuyer: money(inDispute.minor - toProvider.minor, inDispute.currency) };
}

/** How a dispute about an order has ended, by decision of the market or by agreement, as far as it is about money. */
export type Ruling = Shares & {
  readonly disputeId: string;
  readonly at: Instant;
  readonly isAgreed: boolean;
  readonly about: DisputedSum;
  readonly inDispute: Money;
  readonly shareBps: number;
  /** Of a charge the dispute that had divided it before: this one has divided what that left to the provider. */
  readonly earlier?: string | undefined;
};

/** A charge in a dispute that has not ended: what of it is not payable yet, since when, and whether the total holds it. */
export type OpenCharge = {
  readonly disputeId: string;
  readonly about: "waiting" | "charge";
  readonly amount: Money;
  readonly since: Instant;
  /** A charge on top is in the total only once an ending leaves it to the provider. */
  readonly isInTotal: boolean;
};

/** Duty, tax and fees of the customs that were paid for an order, against what its contract price holds of them. */
export type PaidTaxes = {
  /** What the contract price holds, as the bid estimated it. */
  readonly estimated: Money;
  /** By the receipts, in the currencies in which the customs were paid. */
  readonly paid: readonly Money[];
  /** All of it in the currency of the contract; null where a rate of the day of the contract is missing. */
  readonly converted: Money | null;
  /** What it was converted at, and the day of the contract. */
  readonly rates: readonly ExchangeRate[];
  readonly day: LocalDate;
  /** Who paid the customs: the buyer from its own account with them, or the provider in its place. */
  readonly paidBy: "buyer" | "provider";
};

/** What an order comes to, part by part: the total is the sum of its parts less what each ruling leaves to the buyer. */
export type SumDue = {
  readonly contract: Money;
  readonly extras: Money;
  /** What re-inspections cost that were made. */
  readonly reinspections: Money;
  /** What the buyer owes for the waits before any ruling: by the clock, or what a ruling has settled where the clock says less since. */
  readonly waiting: Money;
  /** Charges that were not agreed, of which rulings say how much is due. */
  readonly disputedCharges: Money;
  /** What takes the place of the taxes in the contract price; null while they are not paid, and where a ruling has settled the contract price with all in it. */
  readonly taxes: PaidTaxes | null;
  /** The last ruling about each part, which holds, and each about a charge on top. */
  readonly rulings: readonly Ruling[];
  /** What no ruling has settled of the waiting charge. */
  readonly openWaiting: Money;
  readonly total: Money;
};

type Parts = Pick<SumDue, "contract" | "extras" | "reinspections" | "waiting" | "taxes" | "rulings">;

/** What the contract price changes by with the receipts: what was estimated goes, and what the provider paid comes; what the buyer paid itself it owes to nobody. */
function taxesMinor({ estimated, converted, paidBy }: PaidTaxes): bigint {
  if (paidBy === "buyer") return -estimated.minor;
  return converted === null ? 0n : converted.minor - estimated.minor;
}

/**
 * The sum that the buyer owes for an order. Taxes that were paid take the place of those that the contract price estimates, unless a ruling about
 * the contract price has settled it as a whole: one about the own price of a clearance leaves them with whoever owed them. A ruling about a price leaves the provider its share of that and touches no waiting
 * charge and no re-inspection, and the last one holds; one about the waiting charge settles what had come up by then, and what comes up later is owed on top. A charge that was not
 * agreed is owed as far as its ruling leaves it to the provider, and the contract price stays; where several rulings are about one charge it counts once,
 * and each later one divides what is left.
 */
export function sumDue({ contract, extras, reinspections, waiting: byClock, ...more }: Parts): SumDue {
  const { currency } = contract;
  const aboutCharges = more.rulings.filter(({ about }) => about === "charge");
  const aboutParts = more.rulings.filter(({ about }) => about !== "charge");
  const lastOfEach = [false, true].flatMap(
    (isWaiting) => aboutParts.findLast(({ about }) => (about === "waiting") === isWaiting) ?? [],
  );
  const rulings = [...lastOfEach, ...aboutCharges];
  const taxes = rulings.some(({ about }) => about === "price") ? null : more.taxes;
  const settled = rulings.find(({ about }) => about === "waiting")?.inDispute ?? zero(currency);
  const leftMinor = byClock.minor - settled.minor;
  const openWaiting = money(leftMinor > 0n ? leftMinor : 0n, currency);
  const waiting = add(settled, openWaiting);
  const toBuyer = sum(
    rulings.map((ruling) => ruling.toBuyer),
    currency,
  );
  const disputedCharges = sum(
    aboutCharges.flatMap(({ inDispute, earlier }) => (earlier === undefined ? [inDispute] : [])),
    currency,
  );
  const whole = sum([contract, extras, reinspections, waiting, disputedCharges], currency);
  const total = money(whole.minor - toBuyer.minor + (taxes ? taxesMinor(taxes) : 0n), currency);
  return { contract, extras, reinspections, waiting, disputedCharges, taxes, rulings, openWaiting, total };
}
