import { type Instant, MINUTE_MS } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

/**
 * Rules of the market that its administrators may change from a day on, with what holds until they do. Minutes and days
 * are whole; `source` says where a default comes from.
 */
export const MARKET_RULES = {
  /** Least time between publishing and the close. */
  min_open_minutes: {
    value: 1440,
    source: "Our default: a day for bidders of all time zones; the demo market sets a short one.",
  },
  /** How many of an organisation's first requests an administrator reads before they open. */
  first_requests_in_review: { value: 0, source: "Off until organisations are verified." },
  /** A change of an open request in the last so many percent of its open time moves the close. */
  amendment_late_percent: { value: 25, source: "Our default, as public tenders extend when their terms change late." },
  /** By so many hours at least. */
  amendment_extension_hours: { value: 12, source: "Our default: half a day to read what changed." },
  /** Questions end so many hours before the close, where the buyer set no time of its own. */
  questions_end_hours: { value: 24, source: "Our default; Prozorro's open procedure has three days." },
  /** In open bidding an improving bid in the last so many minutes moves the close. */
  soft_close_window_minutes: { value: 5, source: "Our default, in the range of procurement auctions." },
  /** By so many minutes from that bid on. */
  soft_close_extension_minutes: { value: 5, source: "Our default: as long as the window." },
  /** So often at the most. */
  soft_close_cap: { value: 20, source: "Our default: an end that everybody can plan for." },
  /** Hours that a bidder has to mend a missing document before it is out. */
  cure_hours: { value: 24, source: "After the 24 hours of Prozorro." },
  /** Hours that a counter-offer stands for an answer. */
  counter_offer_hours: { value: 24, source: "Our default: one working day across time zones." },
  /** How often a buyer may move its time to decide. */
  decision_extensions: { value: 2, source: "Our default: bidders hold their prices meanwhile." },
  /** Whether goods that are inspected again are judged by tightened sampling: 1 yes, 0 as was asked for. */
  reinspection_tightened: {
    value: 1,
    source:
      "Our default: ISO 2859-1 leaves it to the responsible authority how a lot is judged that is handed in again.",
  },
  /** An inspector who made so many of the last visits to one factory is pointed out. */
  pairing_repeats: { value: 3, source: "Our default: a third visit of four is no accident." },
  /** So many of a factory's last visits are looked at. */
  pairing_window: { value: 4, source: "Our default: about a year of one factory's inspections." },
  /** Figures of a hub's board that were counted longer ago say nothing of its queue any more. */
  board_max_age_days: { value: 7, source: "Our default: border queues turn over within a week." },
  /** Nor do they of an arrival that is further ahead. */
  board_reach_days: { value: 14, source: "Our default: a queue of today is gone in two weeks, its closures are not." },
  /** After this many days an order that was delivered counts as accepted: logistics, customs, inspection. */
  auto_accept_days_services: {
    value: 7,
    source: "Our default, in the middle of the 5 to 10 days that service markets use.",
  },
  /** The same for payment, whose result is seen on the account. */
  auto_accept_days_payment: { value: 3, source: "Our default: a bank's usual days to answer for a transfer." },
  /** Kazakhstan's monthly calculation index in KZT, by which its queue charges for slots: the newest; that of each day is in calculation-index.ts. */
  calculation_index_kzt: { value: 4_325, source: "Law on the republican budget for 2026 to 2028; new each January." },
} as const satisfies Record<string, { readonly value: number; readonly source: string }>;

export type MarketRuleName = keyof typeof MARKET_RULES;

export const isMarketRuleName = (name: string): name is MarketRuleName => Object.hasOwn(MARKET_RULES, name);

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
