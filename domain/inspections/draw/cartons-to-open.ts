import { assert } from "../../shared/assert";

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
