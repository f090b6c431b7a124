import { and, asc, gte, lte } from "drizzle-orm";
import { type ExchangeRate, RATE_AGE_MAX_DAYS } from "../../domain/shared/exchange-rate";
import { addDays, type LocalDate } from "../../domain/shared/local-date";
import type { Reader, Writer } from "../database";
import { exchangeRates } from "../schema/hubs";

/** The rates that a conversion on `day` may use: those of that day and of the 35 days before it. */
export async function ratesUpTo(db: Reader, day: LocalDate): Promise<ExchangeRate[]> {
  const rows = await db
    .select({
      base: exchangeRates.base,
      quote: exchangeRates.quote,
      rate: exchangeRates.rate,
      day: exchangeRates.day,
      source: exchangeRates.source,
    })
    .from(exchangeRates)
    .where(and(gte(exchangeRates.day, addDays(day, -RATE_AGE_MAX_DAYS)), lte(exchangeRates.day, day)))
    .orderBy(asc(exchangeRates.day));
  return rows as ExchangeRate[];
}

/** Adds a dated rate. One pair has one rate a day: a second one is refused by the database, so look before. */
export async function insertRate(tx: Writer, row: typeof exchangeRates.$inferInsert): Promise<void> {
  await tx.insert(exchangeRates).values(row);
}
