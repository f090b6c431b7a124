import type { Actor } from "../../../domain/access/actor";
import type { SeedRate } from "../../../db/reference/read-reference";
import { DAY_MS, type Instant, instant } from "../../../domain/shared/instant";
import { dayOf, isWeekend } from "../../../domain/shared/local-date";
import { enterRate } from "@/server/hubs/enter-rate";
import { between, type Random } from "../../plan/random";
import type { Stage } from "../stage";

// A rate lives 35 days; one every 14 days leaves none stale. Of the last fortnight there is one of each day, and the last is of today.
const EVERY_DAYS = 14;
const YEAR_DAYS = 29 * EVERY_DAYS;
/** How far a rate goes in a fortnight at the most; in a day it goes less, by the root of the days. */
const STEP = 0.008;

/** How many days back the rates of the walk stand, the first first. */
const DAYS_BACK = Array.from({ length: YEAR_DAYS + 1 }, (_, day) => YEAR_DAYS - day).filter(
  (back) => back < EVERY_DAYS || back % EVERY_DAYS === 0,
);

/** Banks publish four places of a rate, two of one that is a hundred and more. */
const written = (rate: number): string => rate.toFixed(rate < 100 ? 4 : 2);

/** Every rate walks from its estimate through the demo's year, each marked as an estimate. */
export async function walkRates(
  stage: Stage,
  administrator: Actor,
  seeds: readonly SeedRate[],
  play: { random: Random; now: Instant },
): Promise<void> {
  for (const seed of seeds) {
    let value = Number(seed.rate);
    for (const [index, back] of DAYS_BACK.entries()) {
      const days = (DAYS_BACK[index - 1] ?? YEAR_DAYS + EVERY_DAYS) - back;
      const step = STEP * Math.sqrt(days / EVERY_DAYS);
      const at = instant(play.now - back * DAY_MS);
      const moved = between(play.random, -step, step);
      // Nobody trades at weekends: Friday's rate stands.
      if (days > 1 || !isWeekend(dayOf(at))) value *= 1 + moved;
      const rate = written(value);
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
