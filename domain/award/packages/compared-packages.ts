import type { BidContent } from "../../bidding/bid";
import { convert, type ExchangeRate } from "../../shared/exchange-rate";
import type { LocalDate } from "../../shared/local-date";
import type { Currency } from "../../shared/money";
import type { ComparedPackage } from "../compare-view";
import { discountOf, priceAfter } from "./apply-packages";

type Target = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

/**
 * The packages of a bid in the currency of the comparison, the one with most discount first. What is converted is the price after the
 * discount, as the award converts the contract, so that a split total is the sum of what would be contracted.
 */
export const comparedPackages = (
  { content }: { readonly content: BidContent },
  { currency, day, rates }: Target,
): ComparedPackage[] =>
  (content.packageDiscounts ?? [])
    .map((one) => {
      const discount = discountOf(content, one);
      const converted = convert(priceAfter(content, { ...one, amount: discount }), currency, rates, day);
      return { ...one, discount, amount: converted.ok ? converted.value.amount : null };
    })
    .sort((a, b) => b.discountBps - a.discountBps);
