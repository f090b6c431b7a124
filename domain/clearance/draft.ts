import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { LineState } from "../shared/states";
import type { Declaration, DeclarationSide } from "./declaration";
import { countryOfSide } from "./sides";

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
