import type { LocalDate } from "../shared/local-date";
import { type Money, money } from "../shared/money";
import { SLOT_RULES, type SlotSystem } from "./systems";

/** How a slot was come by: in turn, out of turn, through the fast lane, or anew after another was given up or lost. */
export const SLOT_KINDS = ["normal", "out_of_turn", "accelerated", "rebooking"] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Monthly calculation indices of Kazakhstan, in KZT, from the first day on which each holds (laws on the republican budget). */
const MRP_KZT: readonly { readonly from: string; readonly value: number }[] = [
  { from: "2025-01-01", value: 3_932 },
  { from: "2026-01-01", value: 4_325 },
];

/** How many indices a passage costs: order 538 of the Ministry of Finance of 25 May 2023, as amended by order 513 of 19 September 2025. */
const PRICE_MRP: Readonly<Record<SlotKind, number>> = { normal: 1, out_of_turn: 100, accelerated: 100, rebooking: 100 };

const TIYN_PER_TENGE = 100n;

/** A fee with what it is made of: `indices` times the index that has held since `since`. */
export type SlotFee = { readonly fee: Money; readonly indices: number; readonly index: number; readonly since: string };

/**
 * What the system itself charges for a slot that is booked on `day`, in KZT; null where it charges nothing. After the last index that is
 * known that one is taken, and `since` says of when it is: a new one has to be entered each January.
 */
export function slotFee(system: SlotSystem, kind: SlotKind, day: LocalDate): SlotFee | null {
  if (!SLOT_RULES[system].isPaid) return null;
  const index = MRP_KZT.findLast(({ from }) => from <= day) ?? MRP_KZT[0];
  if (!index) return null;
  const indices = PRICE_MRP[kind];
  const fee = money(BigInt(indices * index.value) * TIYN_PER_TENGE, "KZT");
  return { fee, indices, index: index.value, since: index.from };
}
