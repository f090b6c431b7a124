import { assert } from "../../shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import { drawsCartons, type RoundPlan } from "../plan/round-plan";

type Lot = { readonly lotSize: number; readonly units: number; readonly cartons: number };

/** The least whole number whose square is not below `value`. */
function rootUp(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  while (root * root < value) root++;
  return root;
}

/**
 * How many cartons are opened for a sample: the square root of their number, rounded up, as inspectors do by custom, and as many as hold
 * the sample where that is more; all of them at the most. Cartons are taken to hold the lot in equal parts.
 */
export function cartonsToOpen({ lotSize, units, cartons }: Lot): number {
  assert(lotSize >= 1 && units >= 0 && units <= lotSize && cartons >= 1, "a sample is part of a lot that is packed");
  const holding = Math.ceil((units * cartons) / lotSize);
  return Math.min(cartons, Math.max(rootUp(cartons), holding));
}

export type CartonsRefusal = Refusal<"cartons_missing" | "more_cartons_than_units">;

/**
 * Whether cartons can be drawn from so many. Refuses none, and more than the lot has units: the draw is made once, and cartons that are
 * not there can never be opened, so that a digit too many would keep the round without a report for ever.
 */
export function checkCartons(plan: RoundPlan, cartons: number | null): Result<void, CartonsRefusal> {
  if (!drawsCartons(plan)) return accept(undefined);
  if (cartons === null) return refuse("cartons_missing");
  const units = plan.lotSize ?? plan.units;
  return cartons > units ? refuse("more_cartons_than_units", { units }) : accept(undefined);
}
