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
