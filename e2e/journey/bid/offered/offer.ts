import type { Service } from "@/domain/shared/service";
import type { Currency } from "@/domain/shared/money";
import type { Asked } from "../../post/asked/asked";
import type { Typed } from "../../forms/typed";
import { decimal, type Line } from "./line";

/** A bid as it is typed. */
export type Offer = {
  readonly service: Service;
  readonly currency: Currency;
  readonly lines: readonly Line[];
  readonly days: readonly [string, string];
  readonly terms: Asked;
  /** Who does what the bidder cannot do itself, by the full names of the fields. */
  readonly subcontractors?: Typed;
};

export const totalOf = ({ lines }: Offer): bigint =>
  lines.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n);

const TOLD_DIGITS = 7;

/** Every amount of the offers whose whole part is long enough to be known again wherever it stands, as it is typed. */
export const amountsOf = (...offers: readonly Offer[]): string[] =>
  offers.flatMap((offer) => {
    const { currency, lines } = offer;
    const prices = lines.filter(({ quantity }) => quantity !== "").map(({ price }) => price);
    const amounts = lines.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [decimal(amountMinor, currency)]));
    return [...new Set([...prices, ...amounts, decimal(totalOf(offer), currency)])].filter(
      (amount) => (amount.split(".")[0] as string).length >= TOLD_DIGITS,
    );
  });
