import { and, asc, gte, lte, sql } from "drizzle-orm";
import { type ExchangeRate, RATE_AGE_MAX_DAYS } from "../../domain/shared/exchange-rate";
import { addDays, type LocalDate } from "../../domain/shared/local-date";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { exchangeRates } from "../schema/hubs";

const ratesBetween = prepared("rates_between", (db) =>
  db
    .select({
      base: exchangeRates.base,
      quote: exchangeRates.quote,
      rate: exchangeRates.rate,
      day: exchangeRates.day,
      source: exchangeRates.source,
    })
    .from(exchangeRates)
    .where(and(gte(exchangeRates.day, sql.placeholder("from")), lte(exchangeRates.day, sql.placeholder("to"))))
    .orderBy(asc(exchangeRates.day)),
);

/** The rates that a conversion on `day` may use: those of that day and of the 35 days before it. */
export async function ratesUpTo(db: Reader, day: LocalDate): Promise<ExchangeRate[]> {
  return (await ratesBetween(db, { from: addDays(day, -RATE_AGE_MAX_DAYS), to: day })) as ExchangeRate[];
}

/** Adds a dated rate. One pair has one rate a day: a second one is refused by the database, so look before. */
export async function insertRate(tx: Writer, row: typeof exchangeRates.$inferInsert): Promise<void> {
  await tx.insert(exchangeRates).values(row);
}
