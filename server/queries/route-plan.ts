import "server-only";
import type { Reader } from "../../db/database";
import { planWays, type WayQuery, type WayRefusal } from "../../domain/hubs/plan-ways";
import type { Way } from "../../domain/hubs/way";
import type { Result } from "../../domain/shared/result";
import { world } from "./network";

/** The best ways between two places through the hubs. Public: anybody may plan before signing up. */
export async function routePlan(read: Reader, query: WayQuery): Promise<Result<Way[], WayRefusal>> {
  return planWays((await world(read)).network, query);
}
