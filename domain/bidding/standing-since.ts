import { assert } from "../shared/result";
import type { Instant } from "../shared/time";

type HandedIn = { readonly submittedAt: Instant };

/**
 * Since when a bid has its place: when the last version was handed in that came before the close. What comes after it, a bid held for longer
 * or agreed in a negotiation, takes nobody's place and loses none. A bid's first version always came in time. `versions` stand in their order.
 */
export function standingSince(versions: readonly HandedIn[], closedAt: Instant | null): Instant {
  const inTime = versions.findLast(({ submittedAt }) => closedAt === null || submittedAt < closedAt) ?? versions[0];
  assert(inTime, "a bid has a version");
  return inTime.submittedAt;
}

type Level = { readonly bidId: string; readonly standingSince: Instant };

/** The tie rule that request pages state: of equal bids the one that has stood for longer is first, then the lesser id. */
export const byTieRule = (a: Level, b: Level): number =>
  a.standingSince - b.standingSince || (a.bidId < b.bidId ? -1 : Number(a.bidId > b.bidId));
