import type { WireMoney } from "../../../shared/money-schema";

type Limits = { readonly min: number; readonly max: number };

/** What the value of a condition is: a whole number of its unit within limits, a day, money, or nothing beside that it holds. */
type Measure =
  | ({ readonly unit: "percent" | "days" | "hours" } & Limits)
  | { readonly unit: "date" | "money" | "holds" };

/**
 * The conditions under which a bid holds, as brokers and carriers state them. Each has its own unit, so that none is written as free
 * text, where buyers disregard it; what costs money by itself is no condition but a charge line.
 */
export const CONDITIONS = {
  prepayment_percent: { unit: "percent", min: 1, max: 100 },
  payment_days_after_delivery: { unit: "days", min: 0, max: 180 },
  documents_days_before: { unit: "days", min: 0, max: 30 },
  free_loading_hours: { unit: "hours", min: 0, max: 72 },
  free_unloading_hours: { unit: "hours", min: 0, max: 72 },
  goods_ready_by: { unit: "date" },
  min_goods_value: { unit: "money" },
  insurance_by_buyer: { unit: "holds" },
  slot_by_buyer: { unit: "holds" },
  waiting_excluded_closures: { unit: "holds" },
  cargo_not_stackable_surcharge: { unit: "percent", min: 1, max: 100 },
  cancellation_hours_before: { unit: "hours", min: 1, max: 240 },
} as const satisfies Readonly<Record<string, Measure>>;

export type ConditionType = keyof typeof CONDITIONS;
export const CONDITION_TYPES = Object.keys(CONDITIONS) as [ConditionType, ...ConditionType[]];

/** As it travels and as it is kept. */
export type Condition = { readonly type: ConditionType; readonly value: number | string | WireMoney | true };

export const measureOf = (type: ConditionType): Measure => CONDITIONS[type];
