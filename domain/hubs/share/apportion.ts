import { assert } from "@/domain/shared/assert";
import { compare, floor, minus, type Ratio, ratio } from "./ratio";

/**
 * Whole numbers that sum to `total` and each differ from their exact part by less than one: every part is floored and
 * the largest remainders get one more (the first of equals). The total must be the exact sum, rounded either way.
 */
export function apportion(parts: readonly Ratio[], total: bigint): bigint[] {
  const floors = parts.map(floor);
  const rest = parts.map((part, index) => minus(part, ratio(floors[index] as bigint, 1n)));
  const missing = total - floors.reduce((all, whole) => all + whole, 0n);
  const uneven = rest.filter(({ over }) => over > 0n).length;
  assert(missing >= 0n && missing <= BigInt(uneven), "the total is the rounded sum of the parts");
  const raised = parts
    .map((_, index) => index)
    .sort((a, b) => compare(rest[b] as Ratio, rest[a] as Ratio) || a - b)
    .slice(0, Number(missing));
  for (const index of raised) floors[index] = (floors[index] as bigint) + 1n;
  return floors;
}
