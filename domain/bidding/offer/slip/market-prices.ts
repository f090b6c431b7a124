import type { BidContent } from "../../bid";
import { pricesOf } from "./price-key";
import { medianOf } from "./slip";

/** So many organisations at least stand behind a middle price of the market: with fewer, a factor would tell somebody's price. */
export const MARKET_BIDDERS_MIN = 3;

/** An opened bid of another organisation. */
export type OpenedOfMarket = { readonly organisationId: string; readonly content: BidContent };

/** The middle price of the market by key, one price an organisation (its own middle), where enough organisations have one. */
export function marketMedians(opened: readonly OpenedOfMarket[]): Map<string, bigint> {
  const prices = new Map<string, Map<string, bigint[]>>();
  for (const { organisationId, content } of opened)
    for (const { key, price } of pricesOf(content)) {
      const ofKey = prices.get(key) ?? new Map<string, bigint[]>();
      prices.set(key, ofKey);
      ofKey.set(organisationId, [...(ofKey.get(organisationId) ?? []), price]);
    }
  return new Map(
    [...prices].flatMap(([key, ofKey]) =>
      ofKey.size < MARKET_BIDDERS_MIN
        ? []
        : [[key, medianOf([...ofKey.values()].map((own) => medianOf(own) as bigint)) as bigint] as const],
    ),
  );
}
