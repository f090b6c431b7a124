import type { SlotFact } from "../chain/chain-facts";
import type { Instant } from "../../shared/instant";
import { OPEN, type SlotState, STANDING } from "./slot";

type Known = { readonly state: SlotState; readonly confirmedAt: Instant | null; readonly endedAt: Instant | null };

const NONE: SlotFact = { kind: "none", at: null };

/**
 * What an order's gate is told of its slots. One that stands is enough, since an order is dispatched once, with its first truck; where
 * none does and one is asked for, it waits; where all that there were are forfeited or called off, the last of them was lost.
 */
export function slotFactOf(slots: readonly Known[]): SlotFact {
  const fact = factOf(slots);
  const confirmed = slots.flatMap(({ confirmedAt }) => confirmedAt ?? []);
  const firstAt = confirmed.length === 0 ? null : (Math.min(...confirmed) as Instant);
  return firstAt === null || firstAt === fact.at ? fact : { ...fact, firstAt };
}

function factOf(slots: readonly Known[]): SlotFact {
  const standing = slots.filter(({ state }) => STANDING.includes(state));
  if (standing.length > 0) {
    const since = standing.flatMap(({ confirmedAt }) => confirmedAt ?? []);
    return { kind: "stands", at: since.length === 0 ? null : (Math.min(...since) as Instant) };
  }
  if (slots.some(({ state }) => OPEN.includes(state))) return { kind: "asked", at: null };
  const ends = slots.flatMap(({ endedAt }) => endedAt ?? []);
  return slots.length === 0 ? NONE : { kind: "lost", at: ends.length === 0 ? null : (Math.max(...ends) as Instant) };
}
