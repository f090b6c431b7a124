import type { MarketRuleName } from "./market-rules";
import { type Instant, MINUTE_MS } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

type Limits = { readonly min: number; readonly max: number };

/** What a rule may be set to, in its own unit. The least open time must leave room in the 90 days of a request. */
export const RULE_LIMITS = {
  min_open_minutes: { min: 1, max: 30 * 24 * 60 },
  first_requests_in_review: { min: 0, max: 20 },
  amendment_late_percent: { min: 0, max: 90 },
  amendment_extension_hours: { min: 0, max: 24 * 7 },
  questions_end_hours: { min: 0, max: 24 * 7 },
  soft_close_window_minutes: { min: 0, max: 60 },
  soft_close_extension_minutes: { min: 1, max: 60 },
  soft_close_cap: { min: 0, max: 100 },
  cure_hours: { min: 1, max: 24 * 7 },
  counter_offer_hours: { min: 1, max: 24 * 7 },
  decision_extensions: { min: 0, max: 10 },
  reinspection_tightened: { min: 0, max: 1 },
  pairing_repeats: { min: 2, max: 20 },
  pairing_window: { min: 2, max: 40 },
  board_max_age_days: { min: 1, max: 60 },
  board_reach_days: { min: 1, max: 90 },
  auto_accept_days_services: { min: 1, max: 60 },
  auto_accept_days_payment: { min: 1, max: 60 },
  calculation_index_kzt: { min: 1_000, max: 100_000 },
} as const satisfies Record<MarketRuleName, Limits>;

export type RuleChange = { readonly name: MarketRuleName; readonly value: number; readonly effectiveFrom: Instant };

export type RuleRefusal = Refusal<"rule_out_of_range" | "rule_in_past" | "rule_unchanged">;

/**
 * Whether a rule of the market may get a new value from a time on. The past is never rewritten: what was done under a rule
 * stays explained by it. A form's time has no seconds, so the running minute still counts as now. Refuses a value outside
 * the rule's limits, a time in the past, and a value that would hold at that time anyway.
 */
export function checkRuleChange(change: RuleChange, valueThen: number, now: Instant): Result<void, RuleRefusal> {
  const { min, max } = RULE_LIMITS[change.name];
  if (change.value < min || change.value > max) return refuse("rule_out_of_range", { min, max });
  if (change.effectiveFrom < now - (now % MINUTE_MS)) return refuse("rule_in_past");
  return change.value === valueThen ? refuse("rule_unchanged", { value: valueThen }) : accept(undefined);
}
