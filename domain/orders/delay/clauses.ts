import type { Condition } from "../../bidding/offer/beside/condition-types";
import type { LogisticsTerms } from "../../services/logistics/terms";
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
  const unloading = conditions.find(({ type }) => type === "free_unloading_hours")?.value;
  const freeTimeDestinationHours =
    terms.freeTimeDestinationHours ?? (typeof unloading === "number" ? unloading : undefined);
  return {
    terms: {
      ...terms,
      closuresExcluded: terms.closuresExcluded ?? holds("waiting_excluded_closures"),
      ...(freeTimeDestinationHours === undefined ? {} : { freeTimeDestinationHours }),
    },
    bookedBy: terms.slot?.bookedBy ?? (holds("slot_by_buyer") ? "buyer" : undefined),
  };
}
