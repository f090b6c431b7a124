import { and, desc, eq, lt, lte } from "drizzle-orm";
import type { DutyCountry, DutyRate } from "../../domain/tariff/duty-rate";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { type Currency, money } from "../../domain/shared/money";
import type { Reader, Writer } from "../database";
import { dutyRates } from "../schema/customs-rates";

export type StoredDutyRate = typeof dutyRates.$inferSelect;

export function dutyRateOf(row: Omit<StoredDutyRate, "id" | "enteredByUserId" | "enteredAt">): DutyRate {
  const { country, charge, hsPrefix, method, rateBps, unitPriceMinor, unitPriceCurrency, unit, ...rest } = row;
  return {
    ...{ country, charge, hsPrefix, method, rateBps, unit },
    unitPrice: unitPriceMinor === null ? null : money(unitPriceMinor, unitPriceCurrency as Currency),
    valueFromMinor: rest.valueFromMinor,
    validFrom: rest.validFrom as LocalDate,
    source: rest.source,
  };
}

/** Every rate of a country that is valid by the day, earlier ones included: the domain finds the one that holds. */
export async function dutyRatesUpTo(db: Reader, country: DutyCountry, day: LocalDate): Promise<DutyRate[]> {
  const rows = await db
    .select()
    .from(dutyRates)
    .where(and(eq(dutyRates.country, country), lte(dutyRates.validFrom, day)));
  return rows.map(dutyRateOf);
}

/** What is known of the same goods, charge and band around a day: the rate of that day, and the last one before. */
export async function dutyRatesAround(
  db: Reader,
  rate: DutyRate,
): Promise<{ sameDay: DutyRate | null; last: DutyRate | null }> {
  const first = async (ofDay: ReturnType<typeof eq>) => {
    const [row] = await db
      .select()
      .from(dutyRates)
      .where(
        and(
          eq(dutyRates.country, rate.country),
          eq(dutyRates.charge, rate.charge),
          eq(dutyRates.hsPrefix, rate.hsPrefix),
          eq(dutyRates.valueFromMinor, rate.valueFromMinor),
          ofDay,
        ),
      )
      .orderBy(desc(dutyRates.validFrom))
      .limit(1);
    return row ? dutyRateOf(row) : null;
  };
  return {
    sameDay: await first(eq(dutyRates.validFrom, rate.validFrom)),
    last: await first(lt(dutyRates.validFrom, rate.validFrom)),
  };
}

type Entered = { readonly id: string; readonly userId: string | null; readonly at: Instant };

/** Adds a dated rate. The same goods, charge and band have one rate a day: a second one is refused by the database, so look before. */
export async function insertDutyRate(tx: Writer, rate: DutyRate, entered: Entered): Promise<void> {
  const { unitPrice, ...columns } = rate;
  await tx.insert(dutyRates).values({
    ...columns,
    id: entered.id,
    unitPriceMinor: unitPrice?.minor ?? null,
    unitPriceCurrency: unitPrice?.currency ?? null,
    enteredByUserId: entered.userId,
    enteredAt: entered.at,
  });
}
