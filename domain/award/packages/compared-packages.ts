import type { BidContent } from "../../bidding/bid";
import { convert, type ExchangeRate } from "../../shared/exchange-rate";
import type { LocalDate } from "../../shared/local-date";
import { type Currency, type Money, money } from "../../shared/money";
import type { ComparedPackage } from "../compare-view";
import { rankedPrice } from "../../bidding/split-total";
import { discountOf, priceAfter } from "./apply-packages";

type Target = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

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
