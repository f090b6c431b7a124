import { DAY_MS, HOUR_MS, type Instant, later } from "../../shared/instant";
import { WINDOW_MAX_DAYS } from "../request";

/** The market's rules on late amendments, as they hold at the time of the amendment. */
export type AmendRules = { readonly latePercent: number; readonly extensionHours: number };

export type Window = { readonly closesAt: Instant; readonly decideBy: Instant };

// Less than a day to decide would take from the buyer what the extension gives to bidders.
const DECISION_LEAST_MS = DAY_MS;

const PERCENT = 100;

/**
 * The window after an amendment that comes in the last `latePercent` of the open time, from publication to the close: it closes so
 * much of the open time later, `extensionHours` at least, counted from the close that stood. What the buyer `asked` stands where it is
 * at least that late. The time to decide moves along where less than a day would be left of it, or less than there was; no
 * decision comes later than 90 days from now, and the close is never earlier than what was asked. Null where nothing is to be extended.
 */
export function lateExtension(
  stood: Window & { readonly publishedAt: Instant },
  asked: Window,
  rules: AmendRules,
  now: Instant,
): Window | null {
  const share = Math.floor(((stood.closesAt - stood.publishedAt) * rules.latePercent) / PERCENT);
  if (rules.latePercent === 0 || now < stood.closesAt - share) return null;
  const leastToDecide = Math.min(stood.decideBy - stood.closesAt, DECISION_LEAST_MS);
  const end = later(now, WINDOW_MAX_DAYS * DAY_MS) - leastToDecide;
  const closesAt = Math.min(stood.closesAt + Math.max(share, rules.extensionHours * HOUR_MS), end) as Instant;
  if (closesAt <= asked.closesAt) return null;
  return { closesAt, decideBy: Math.max(asked.decideBy, closesAt + leastToDecide) as Instant };
}
