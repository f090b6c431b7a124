import { type Basis, type ChargeCode, isPercentBasis } from "../../../services/charge";
import { isPassedThrough } from "../../split-total";
import type { Currency } from "../../../shared/money";
import type { BidContent } from "../../bid";
import { appliedUnitPrice } from "../../price-charges";

/** One price of a bid: where it stands, and the key under which prices may be compared. */
export type KeyedPrice = {
  readonly alternative: number;
  readonly line: number;
  readonly code: ChargeCode;
  readonly key: string;
  /** Minor units of the bid's currency, or basis points of a percentage. */
  readonly price: bigint;
  /** Paid for the buyer at cost, so that it is no price of the bidder's. */
  readonly isAtCost: boolean;
};

/** Prices are comparable within one charge, basis and currency; a percentage in any currency. */
export const priceKeyOf = (code: ChargeCode, basis: Basis, currency: Currency): string =>
  isPercentBasis(basis) ? `${code}|${basis}` : `${code}|${basis}|${currency}`;

/** Every unit price (of the tier that applies) and rate of a bid, alternatives included. */
export const pricesOf = (content: BidContent): KeyedPrice[] =>
  [content, ...(content.alternatives ?? [])].flatMap(({ lines }, alternative) =>
    lines.map((line, place) => ({
      alternative,
      line: place,
      code: line.code,
      key: priceKeyOf(line.code, line.basis, content.currency),
      price: BigInt(line.rateBps ?? appliedUnitPrice(line) ?? "0"),
      isAtCost: isPassedThrough(line),
    })),
  );
