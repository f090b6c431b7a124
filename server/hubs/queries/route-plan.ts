import "server-only";
import type { Reader } from "@/db/database";
import { leavingIn, leavingOn } from "@/domain/hubs/board/departure";
import { waysToOffer } from "@/domain/hubs/choose-ways";
import { planWays, type WayQuery, type WayRefusal } from "@/domain/hubs/plan-ways";
import type { Way } from "@/domain/hubs/way";
import type { Instant } from "@/domain/shared/instant";
import type { LocalDate } from "@/domain/shared/local-date";
import { accept, type Result } from "@/domain/shared/result";
import { planningWorld } from "../planning-world";

export type PlanQuestion = WayQuery & {
  /** When the goods are ready; it goes before the month. */
  readonly readyDate: LocalDate | null;
};

// More than there are hubs and modes, so that what is offered is chosen of all.
const WAYS_COMPARED = 200;

/**
 * The best ways between two places through the hubs, with what goods that leave then are expected to wait. Public: anybody may plan before
 * signing up.
 */
export async function routePlan(
  read: Reader,
  { readyDate, ...query }: PlanQuestion,
  now: Instant,
): Promise<Result<Way[], WayRefusal>> {
  const { network, places, board } = await planningWorld(read, now);
  const leaving = readyDate === null ? leavingIn(query.month, now) : leavingOn(readyDate, now);
  const asked = { ...query, month: leaving.month, k: WAYS_COMPARED };
  const ways = planWays(network, asked, { ...leaving, waitAt: board.waitAt });
  return ways.ok ? accept(waysToOffer(ways.value, places, query.k)) : ways;
}
