import type { Condition } from "../../bidding/offer/beside/condition-types";
import { type LogisticsTerms, termsWithConditions } from "../../services/logistics/terms";
import type { SlotBooker } from "../slots/sides";

/** What a bid binds slots and waits by. */
export type Clauses = {
  readonly terms: LogisticsTerms;
  readonly bookedBy: SlotBooker | undefined;
};

/**
 * A bid's terms with what its conditions say of the same: that closed hours are left out, how long unloading is free, that the buyer books
 * the slot. Where terms and conditions both say it, the terms hold, which were asked for by name.
 */
export function clausesOf(terms: LogisticsTerms, conditions: readonly Condition[] = []): Clauses {
  const holds = (type: Condition["type"]) => conditions.some((condition) => condition.type === type);
  return {
    terms: { closuresExcluded: false, ...termsWithConditions(terms, conditions) },
    bookedBy: terms.slot?.bookedBy ?? (holds("slot_by_buyer") ? "buyer" : undefined),
  };
}
