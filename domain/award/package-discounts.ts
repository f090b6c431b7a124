import { type BidContent, rankedPrice, splitTotal } from "../bidding/bid";
import type { Service } from "../shared/vocabulary";
import { basisPointsOf, type Currency, type Money, money } from "../shared/money";
import type { PackageDiscount } from "../bidding/offer/offer-schema";
import { reachedPackage } from "./reached-package";
import { type ExchangeRate, convert } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";

/** One bid of those that are awarded together, as it would be contracted. */
export type Together = {
  readonly providerId: string;
  readonly service: Service;
  readonly content: Pick<BidContent, "lines" | "currency" | "totalMinor" | "packageDiscounts">;
};

/** A package that is reached, with what it takes off, in the bid's currency. */
export type ReachedDiscount = PackageDiscount & { readonly amount: Money };

/** The same as it is kept with the award: minor units of the contract's currency as digits. */
export type KeptDiscount = PackageDiscount & { readonly amountMinor: string };

/** What a package takes off a bid: so many basis points of the bidder's own price, half-up to the minor unit; what is passed through is no part of it. */
const discountOf = (content: Together["content"], { discountBps }: PackageDiscount): Money =>
  basisPointsOf(splitTotal(content).own, discountBps);

/**
 * What each bid of one award gives off, in their order; null where it reaches no package. Only what is awarded together counts: a bidder
 * that has won another service before, or wins it later, has given its price without it.
 */
export function applyPackages(chosen: readonly Together[]): (ReachedDiscount | null)[] {
  return chosen.map(({ providerId, content }) => {
    const won = new Set(chosen.filter((one) => one.providerId === providerId).map(({ service }) => service));
    const reached = reachedPackage(content.packageDiscounts ?? [], won);
    return reached && { ...reached, amount: discountOf(content, reached) };
  });
}

/** The contract price: the bid's total less what its package takes off. */
export const priceAfter = ({ currency, totalMinor }: Together["content"], discount: ReachedDiscount | null): Money =>
  money(BigInt(totalMinor) - (discount?.amount.minor ?? 0n), currency);

type Target = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

/** A package that a bid offers, in the currency of the comparison, the one with most discount first. */
export type ComparedPackage = {
  readonly services: readonly Service[];
  readonly discountBps: number;
  /** What it takes off, in the bid's currency. */
  readonly discount: Money;
  /** What the bidder's own price comes to with it, in the currency of the comparison; null where a rate is missing. */
  readonly amount: Money | null;
  /** The same of what would be contracted. */
  readonly contract: Money | null;
};

/**
 * The packages of a bid in the currency of the comparison, the one with most discount first. What is converted is the price after the
 * discount, as the award converts the contract, so that a split total is the sum of what would be contracted; and the own price less the
 * same discount, by which bids are compared.
 */
export const comparedPackages = (
  { content }: { readonly content: BidContent },
  { currency, day, rates }: Target,
): ComparedPackage[] =>
  (content.packageDiscounts ?? [])
    .map((one) => {
      const discount = discountOf(content, one);
      const own = rankedPrice(content);
      const inTarget = (price: Money) => {
        const converted = convert(price, currency, rates, day);
        return converted.ok ? converted.value.amount : null;
      };
      return {
        ...one,
        discount,
        amount: inTarget(money(own.minor - discount.minor, own.currency)),
        contract: inTarget(priceAfter(content, { ...one, amount: discount })),
      };
    })
    .sort((a, b) => b.discountBps - a.discountBps);
