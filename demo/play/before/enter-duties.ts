import type { SeedDutyRate } from "../../../db/reference/read-reference";
import type { Actor } from "../../../domain/access/actor";
import type { Instant } from "../../../domain/shared/instant";
import { enterDutyRate } from "@/server/tariff/enter-duty-rate";
import type { Stage } from "../stage";

/** The demo's estimates of duty, excise and fees; published rates came with the database. */
export async function enterDuties(
  stage: Stage,
  administrator: Actor,
  seeds: readonly SeedDutyRate[],
  at: Instant,
): Promise<void> {
  for (const { isEstimate, ...typed } of seeds)
    if (isEstimate) await stage.must(at, administrator, enterDutyRate, { ...typed, isConfirmed: true });
}
