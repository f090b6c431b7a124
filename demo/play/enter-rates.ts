import type { Actor } from "../../domain/access/policy";
import { insertRate } from "../../db/repositories/exchange-rates";
import type { exchangeRates } from "../../db/schema/hubs";
import type { SeedDutyRate, SeedRate } from "../../db/reference/read-reference";
import { DAY_MS, dayOf, type Instant, instant, isWeekend, type LocalDate } from "../../domain/shared/time";
import { enterRate } from "@/server/hubs/enter-rate";
import { demoDutyRates } from "../plan/duty-rates";
import { ratesEnteredAt } from "../plan/calendar";
import { isBankDay } from "../plan/holidays";
import { type Random, between, randomFrom } from "../plan/random";
import type { EventQueue, Stage } from "./stage";
import { enterDutyRate } from "@/server/tariff/enter-duty-rate";

// The dice say where a rate stands once a fortnight, and on each day of the last one; between them it goes there in small steps.
const EVERY_DAYS = 14;
const YEAR_DAYS = 29 * EVERY_DAYS;
/** How far a rate goes in a fortnight at the most; in a day it goes less, by the root of the days. */
const STEP = 0.008;
/** How far a day's rate lies off its way at the most. */
const ASIDE = 0.0006;

/** How many days back the dice are thrown, the first first. */
const THROWN = Array.from({ length: YEAR_DAYS + 1 }, (_, day) => YEAR_DAYS - day).filter(
  (back) => back < EVERY_DAYS || back % EVERY_DAYS === 0,
);

/** Banks publish four places of a rate, two of one that is a hundred and more. */
const written = (rate: number): string => rate.toFixed(rate < 100 ? 4 : 2);

/** Where a rate stands on each day, by how many days back it is: thrown, or on the way from one throw to the next. */
function walked(seed: SeedRate, { random, now }: { random: Random; now: Instant }): ReadonlyMap<number, number> {
  const aside = randomFrom(
    [...`${seed.base}${seed.quote}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7),
  );
  const rates = new Map<number, number>();
  let value = Number(seed.rate);
  for (const [index, back] of THROWN.entries()) {
    const days = (THROWN[index - 1] ?? YEAR_DAYS + EVERY_DAYS) - back;
    const step = STEP * Math.sqrt(days / EVERY_DAYS);
    const moved = between(random, -step, step);
    const from = value;
    // Nobody trades at weekends: Friday's rate stands.
    if (days > 1 || !isWeekend(dayOf(instant(now - back * DAY_MS)))) value *= 1 + moved;
    if (index > 0)
      for (let gone = 1; gone < days; gone++)
        rates.set(back + days - gone, (from + ((value - from) * gone) / days) * (1 + between(aside, -ASIDE, ASIDE)));
    rates.set(back, value);
  }
  return rates;
}

type Row = typeof exchangeRates.$inferInsert;
type Entered = Pick<Row, "base" | "quote" | "rate" | "day" | "source">;
type DayRates = { readonly at: Instant; readonly thrown: Entered[]; readonly between: Entered[] };

/** What is entered on each day of China's banks up to the present, the first day first. */
function ratesByDay(seeds: readonly SeedRate[], play: { random: Random; now: Instant }): DayRates[] {
  const days = new Map<LocalDate, DayRates>();
  for (const seed of seeds)
    for (const [back, rate] of walked(seed, play)) {
      const day = dayOf(instant(play.now - back * DAY_MS));
      const at = ratesEnteredAt(day);
      if (!isBankDay(day) || at > play.now) continue;
      const { base, quote } = seed;
      const ofDay = days.get(day) ?? { at, thrown: [], between: [] };
      days.set(day, ofDay);
      const entered = { base, quote, rate: written(rate), day, source: "demo estimate" };
      (THROWN.includes(back) ? ofDay.thrown : ofDay.between).push(entered);
    }
  return [...days.values()].sort((one, other) => one.at - other.at);
}

/** A market's year is played from the first of these days on, at the earliest. */
const PLAYED_DAYS = 385;

type Walk = {
  readonly random: Random;
  readonly now: Instant;
  /** Where the year is played: its rates are entered as their days come, so that nothing is priced at a rate that is not out yet. */
  readonly queue?: EventQueue;
};

/**
 * Every rate walks from its estimate through the demo's year, one on each day of China's banks, each marked as an estimate. An administrator enters
 * those that the dice threw; those between are rows as that command writes them.
 */
export async function walkRates(
  stage: Stage,
  administrator: Actor,
  seeds: readonly SeedRate[],
  { queue, ...play }: Walk,
): Promise<void> {
  const enter = async ({ at, thrown, between }: DayRates) => {
    for (const one of thrown) await stage.must(at, administrator, enterRate, { ...one, isConfirmed: true });
    await stage.database.write(async (tx) => {
      const by = { enteredByUserId: administrator.userId, enteredAt: at };
      for (const one of between) await insertRate(tx, { id: stage.platformAt(at).newId(), ...one, ...by });
    });
  };
  for (const day of ratesByDay(seeds, play))
    if (queue && day.at > play.now - PLAYED_DAYS * DAY_MS) queue.schedule(day.at, () => enter(day));
    else await enter(day);
  // Every bid asks for the rates of its day: the planner knows from here on how many there are.
  await stage.database.refreshStatistics();
}

/** The demo's estimates of duty, excise, tax and fees, back to the year before its tariff; published rates came with the database. */
export async function enterDuties(
  stage: Stage,
  administrator: Actor,
  seeds: readonly SeedDutyRate[],
  at: Instant,
): Promise<void> {
  for (const { isEstimate: _, ...typed } of demoDutyRates(seeds))
    await stage.must(at, administrator, enterDutyRate, { ...typed, isConfirmed: true });
}
