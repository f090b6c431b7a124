import type { Actor } from "../../../../domain/access/actor";
import type { SeedRate } from "../../../../db/reference/read-reference";
import { DAY_MS, type Instant, instant } from "../../../../domain/shared/instant";
import { dayOf } from "../../../../domain/shared/local-date";
import { enterRate } from "../../../commands/hubs/enter-rate";
import { between, type Random } from "../../plan/random";
import type { Stage } from "../stage";

// A rate lives 35 days; one every 14 days leaves none stale, and the last is of today.
const EVERY_DAYS = 14;
const YEAR_DAYS = 29 * EVERY_DAYS;
const STEP = 0.008;

const digitsOf = (rate: string): number => rate.split(".")[1]?.length ?? 0;

/** Every rate walks from its estimate through the demo's year, a small step a fortnight, each marked as an estimate. */
export async function walkRates(
  stage: Stage,
  administrator: Actor,
  seeds: readonly SeedRate[],
  play: { random: Random; now: Instant },
): Promise<void> {
  for (const seed of seeds) {
    let value = Number(seed.rate);
    for (let back = YEAR_DAYS; back >= 0; back -= EVERY_DAYS) {
      value *= 1 + between(play.random, -STEP, STEP);
      const at = instant(play.now - back * DAY_MS);
      const rate = value.toFixed(Math.max(2, digitsOf(seed.rate)));
      await stage.must(at, administrator, enterRate, {
        base: seed.base,
        quote: seed.quote,
        rate,
        day: dayOf(at),
        source: "demo estimate",
        isConfirmed: true,
      });
    }
  }
}
