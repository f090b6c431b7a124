import { type Money, money } from "../shared/money";
import type { Shares } from "./dispute-view";

const WHOLE_BPS = 10_000n;

/** What each side gets of the contract price (minor units): the provider's share rounded down, the rest the buyer's, so that none is lost. */
export function sharesOf(price: Money, shareBps: number): Shares {
  const toProvider = (price.minor * BigInt(shareBps)) / WHOLE_BPS;
  return {
    toProvider: money(toProvider, price.currency),
    toBuyer: money(price.minor - toProvider, price.currency),
  };
}
