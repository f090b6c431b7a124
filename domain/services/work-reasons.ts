/** Why a step was done after it was due, as the trade says it. */
export const LATE_REASONS = [
  "goods_not_ready",
  "papers_incomplete",
  "customs_hold",
  "border_queue",
  "no_slot",
  "road_or_weather",
  "vehicle_breakdown",
  "rolled",
  "bank_compliance",
  "holiday",
  "own_fault",
  "other",
] as const;
export type LateReason = (typeof LATE_REASONS)[number];

/** The longest text beside a reason. */
export const LATE_WORDS_MAX = 300;

/** Why the work of an order has stopped, as the trade says it. */
export const STOP_REASONS = [
  ...(["queue", "closure", "customs_inspection", "documents", "consignee", "vehicle", "driver"] as const),
  ...(["carrier_documents", "slot_missed", "transshipment", "goods_not_ready", "site_not_open"] as const),
  ...(["bank_compliance", "account_details", "funds", "force_majeure", "other"] as const),
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What any kind of work can stop for, beside its own. */
const OF_ALL: readonly StopReason[] = ["documents", "force_majeure", "other"];

/** The reasons that the work of such a kind can have stopped for, in the order in which they are offered. */
export const stopReasonsOf = ({ stopReasons = [] }: { readonly stopReasons?: readonly StopReason[] }): StopReason[] =>
  STOP_REASONS.filter((reason) => OF_ALL.includes(reason) || stopReasons.includes(reason));
