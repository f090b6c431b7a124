import type { CalculationIndex } from "../../shared/calculation-index";
import type { LocalDate } from "../../shared/time";
import { type Money, money } from "../../shared/money";
import { SLOT_RULES, type SlotSystem } from "./systems";

/** How a slot was come by: in turn, out of turn, through the fast lane, or anew after another was given up or lost. */
export const SLOT_KINDS = ["normal", "out_of_turn", "accelerated", "rebooking"] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Whether another year has begun than that in which the index began to hold: a new one is then due. */
export const isIndexOfAnotherYear = ({ since }: CalculationIndex, day: LocalDate): boolean =>
  since.slice(0, 4) !== day.slice(0, 4);

/**
 * How many indices a passage costs: order 538 of the Ministry of Finance of 25 May 2023, as amended by order 513 of 19 September 2025. Out of turn go
 * mail, animals, perishable and dangerous goods, Kazakhstan's exports and aid; that is no fast lane and costs as much as a slot in turn.
 */
const PRICE_MRP: Readonly<Record<SlotKind, number>> = { normal: 1, out_of_turn: 1, accelerated: 100, rebooking: 100 };

const TIYN_PER_TENGE = 100n;

/**
 * A fee with what it is made of: `indices` times the index that has held since `since`. `yearDue` is the year for which a new index holds in
 * the country and nobody has entered it here: the fee is then by the old one, and says so. Null where the index is of this year.
 */
export type SlotFee = {
  readonly fee: Money;
  readonly indices: number;
  readonly index: number;
  readonly since: string;
  readonly yearDue: string | null;
};

/** What the system itself charges for a slot that is booked on `index.day`, while that index holds, in KZT; null where it charges nothing. */
export function slotFee(
  system: SlotSystem,
  kind: SlotKind,
  index: CalculationIndex & { readonly day: LocalDate },
): SlotFee | null {
  if (!SLOT_RULES[system].isPaid) return null;
  const indices = PRICE_MRP[kind];
  const fee = money(BigInt(indices * index.value) * TIYN_PER_TENGE, "KZT");
  const yearDue = isIndexOfAnotherYear(index, index.day) ? index.day.slice(0, 4) : null;
  return { fee, indices, index: index.value, since: index.since, yearDue };
}
