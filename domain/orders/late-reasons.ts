import { LATE_REASONS, type LateReason } from "../services/work-reasons";
import { kindOf } from "../services/registry";
import type { Mode } from "../hubs/place";
import type { Service } from "../shared/vocabulary";

/** What whoever reports from the field may choose of them: no bank is asked there, and what is told in words is in the note. */
export type FieldLateReason = Exclude<LateReason, "bank_compliance" | "other">;

/** What any kind of work can be late for, beside its own. */
const OF_ALL: readonly LateReason[] = ["papers_incomplete", "holiday", "own_fault", "other"];

/**
 * What no haul by a mode is late for: a truck is not rolled over to the next sailing, a train books no slot and has no truck that breaks down
 * (a wagon or train that comes late is `rolled`), and nothing stands in a queue at a border, or waits for a slot there, that goes by sea or air.
 */
const NOT_BY: Readonly<Record<Mode, readonly LateReason[]>> = {
  road: ["rolled"],
  rail: ["no_slot", "vehicle_breakdown"],
  sea: ["border_queue", "no_slot"],
  air: ["border_queue", "no_slot"],
};

/** The reasons that a step of such an order can have, in the order in which they are offered. The mode counts for a haul alone. */
export function lateReasonsOf(service: Service, mode: Mode = "road"): LateReason[] {
  const own = kindOf(service).lateReasons ?? [];
  return LATE_REASONS.filter(
    (reason) => (OF_ALL.includes(reason) || own.includes(reason)) && !NOT_BY[mode].includes(reason),
  );
}

/** The same for a phone in the field. */
export const fieldLateReasonsOf = (service: Service, mode: Mode): FieldLateReason[] =>
  lateReasonsOf(service, mode).filter((reason) => reason !== "bank_compliance" && reason !== "other");
