import { and, desc, eq, lt, or } from "drizzle-orm";
import type { NewRate } from "../../domain/hubs/dated/dated-rate";
import type { LocalDate } from "../../domain/shared/local-date";
import type { Currency } from "../../domain/shared/money";
import type { Reader } from "../database";
import { exchangeRates } from "../schema/hubs";

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
