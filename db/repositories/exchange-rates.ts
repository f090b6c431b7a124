import { and, asc, desc, eq, gte, lt, lte, max, or, sql } from "drizzle-orm";
import { type ExchangeRate, RATE_AGE_MAX_DAYS } from "../../domain/shared/exchange-rate";
import { addDays, type LocalDate } from "../../domain/shared/time";
import { prepared, preparedInsert, type Reader } from "../database";
import { exchangeRates } from "../schema/hubs";
import type { NewRate } from "../../domain/hubs/entered-rate";
import type { Currency } from "../../domain/shared/money";

/** Of each pair the last rate in a stretch of days. */
const lastRatesBetween = prepared("last_rates_between", (db) => {
  const last = db
    .select({ base: exchangeRates.base, quote: exchangeRates.quote, day: max(exchangeRates.day).as("last_day") })
    .from(exchangeRates)
    .where(and(gte(exchangeRates.day, sql.placeholder("from")), lte(exchangeRates.day, sql.placeholder("to"))))
    .groupBy(exchangeRates.base, exchangeRates.quote)
    .as("last");
  return db
    .select({
      base: exchangeRates.base,
      quote: exchangeRates.quote,
      rate: exchangeRates.rate,
      day: exchangeRates.day,
      source: exchangeRates.source,
    })
    .from(exchangeRates)
    .innerJoin(
      last,
      and(eq(exchangeRates.base, last.base), eq(exchangeRates.quote, last.quote), eq(exchangeRates.day, last.day)),
    )
    .orderBy(asc(exchangeRates.day));
});

/** The rates that a conversion on `day` uses: of each pair the last one of that day and of the 35 days before it. */
export async function ratesUpTo(db: Reader, day: LocalDate): Promise<ExchangeRate[]> {
  return (await lastRatesBetween(db, { from: addDays(day, -RATE_AGE_MAX_DAYS), to: day })) as ExchangeRate[];
}

/** Adds a dated rate. One pair has one rate a day: a second one is refused by the database, so look before. */
export const insertRate = preparedInsert("insert_rate", (db, row: typeof exchangeRates.$inferInsert) =>
  db.insert(exchangeRates).values(row),
);

/** The pair in whichever direction it was written. */
export const isPair = (a: Currency, b: Currency) =>
  or(
    and(eq(exchangeRates.base, a), eq(exchangeRates.quote, b)),
    and(eq(exchangeRates.base, b), eq(exchangeRates.quote, a)),
  );

/** What is known of a pair around a day: its rate of that day, and its last one before. */
export async function ratesAround(
  db: Reader,
  { base, quote, day }: { base: Currency; quote: Currency; day: LocalDate },
): Promise<{ sameDay: NewRate | null; last: NewRate | null }> {
  const first = async (ofDay: ReturnType<typeof eq>) => {
    const [row] = await db
      .select({
        base: exchangeRates.base,
        quote: exchangeRates.quote,
        rate: exchangeRates.rate,
        day: exchangeRates.day,
      })
      .from(exchangeRates)
      .where(and(isPair(base, quote), ofDay))
      .orderBy(desc(exchangeRates.day), desc(exchangeRates.id))
      .limit(1);
    return (row as NewRate | undefined) ?? null;
  };
  return { sameDay: await first(eq(exchangeRates.day, day)), last: await first(lt(exchangeRates.day, day)) };
}
