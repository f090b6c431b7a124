import { DUTY_CURRENCY, hasDutyRates } from "../tariff/duty-rate";
import type { CustomsSpec } from "../services/customs/spec";
import type { Currency } from "../shared/money";
import type { Declaration, DeclarationSide } from "./declaration";
import { type Refusal, type Result, accept, refuse } from "../shared/result";
import type { LineState } from "../shared/states";

/** The sides that a customs order declares, in the order in which goods come to them. */
export const sidesOf = ({ side }: Pick<CustomsSpec, "side">): readonly DeclarationSide[] =>
  side === "both" ? ["export", "import"] : [side];

/** Declarations that the request asks for on each side: one where it does not say. */
export const declarationsAsked = ({ declarations }: Pick<CustomsSpec, "declarations">): number => declarations ?? 1;

/** The country whose customs a side is declared to: goods leave their origin and enter their destination; a transit says through which. */
export function countryOfSide(
  side: DeclarationSide,
  ends: { readonly origin: string; readonly destination: string },
): string | null {
  if (side === "transit") return null;
  return side === "export" ? ends.origin : ends.destination;
}

/** In which currency a country's customs reckon; that of the goods where the market does not keep its tariff. */
export const currencyOfCountry = (country: string, ofGoods: Currency): Currency =>
  hasDutyRates(country) ? DUTY_CURRENCY[country] : ofGoods;

export type DraftRefusal = Refusal<
  "side_not_asked" | "side_declared" | "country_needed" | "order_not_scheduled" | "order_over"
>;

type Order = {
  readonly state: LineState;
  readonly sides: readonly DeclarationSide[];
  readonly asked: number;
  readonly ends: { readonly origin: string; readonly destination: string };
  readonly declarations: readonly Pick<Declaration, "side" | "state">[];
};

const OVER: readonly LineState[] = ["delivered", "accepted", "completed", "cancelled"];

/**
 * The country that a new draft for this side is declared to. Refuses before the papers have been asked for (`order_not_scheduled`: the step that
 * begins the order) and after the release, a side that the order does not declare, more of one side than the request asks for (one that was
 * refused may be drafted anew), and a transit that does not say through which country.
 */
export function draftedFor(
  order: Order,
  { side, country }: { readonly side: DeclarationSide; readonly country: string | null },
): Result<string, DraftRefusal> {
  if (order.state === "placed") return refuse("order_not_scheduled");
  if (OVER.includes(order.state)) return refuse("order_over");
  if (!order.sides.includes(side)) return refuse("side_not_asked", { side });
  const there = order.declarations.filter((one) => one.side === side && one.state !== "refused");
  if (there.length >= order.asked) return refuse("side_declared", { side, asked: order.asked });
  const where = countryOfSide(side, order.ends) ?? country;
  return where === null ? refuse("country_needed") : accept(where);
}
