import { HOUR_MS, type Instant, instant, later, MINUTE_MS } from "../shared/time";
import type { Request } from "../requests/request";

/** The market's dated rules of the soft close, as they hold at the time of the bid. */
export type SoftCloseRules = {
  readonly windowMinutes: number;
  readonly extensionMinutes: number;
  /** So many extensions at the most. */
  readonly cap: number;
};

export type Extension = Pick<Request, "closesAt" | "decideBy">;

/**
 * The new close after an accepted, improving bid of open bidding: so many minutes after the bid, where it came within the window
 * before the end. Null where nothing moves: too early, the cap is reached, or the close would not be later. The time to decide moves
 * along where less than an hour would be left of it.
 */
export function extensionAfter(
  request: Pick<Request, "bidMode" | "closesAt" | "decideBy" | "extensionCount">,
  { windowMinutes, extensionMinutes, cap }: SoftCloseRules,
  now: Instant,
): Extension | null {
  if (request.bidMode !== "open" || request.extensionCount >= cap) return null;
  if (now < request.closesAt - windowMinutes * MINUTE_MS) return null;
  const closesAt = later(now, extensionMinutes * MINUTE_MS);
  if (closesAt <= request.closesAt) return null;
  return { closesAt, decideBy: instant(Math.max(request.decideBy, closesAt + HOUR_MS)) };
}
