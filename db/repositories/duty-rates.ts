import { and, desc, eq, lt, lte, sql } from "drizzle-orm";
import type { DutyCountry, DutyRate } from "../../domain/tariff/duty-rate";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { type Currency, money } from "../../domain/shared/money";
import { prepared, preparedInsert, type Reader, type Writer } from "../database";
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

const onOrBefore = (name: string, isItsDay: typeof eq) =>
  prepared(name, (db) =>
    db
      .select()
      .from(dutyRates)
      .where(
        and(
          eq(dutyRates.country, sql.placeholder("country")),
          eq(dutyRates.charge, sql.placeholder("charge")),
          eq(dutyRates.hsPrefix, sql.placeholder("hsPrefix")),
          eq(dutyRates.valueFromMinor, sql.param(sql.placeholder("valueFromMinor"), dutyRates.valueFromMinor)),
          isItsDay(dutyRates.validFrom, sql.placeholder("day")),
        ),
      )
      .orderBy(desc(dutyRates.validFrom))
      .limit(1),
  );

const ofTheDay = onOrBefore("duty_rate_of_day", eq);
const lastBefore = onOrBefore("duty_rate_before_day", lt);

/** What is known of the same goods, charge and band around a day: the rate of that day, and the last one before. */
export async function dutyRatesAround(
  db: Reader,
  { country, charge, hsPrefix, valueFromMinor, validFrom: day }: DutyRate,
): Promise<{ sameDay: DutyRate | null; last: DutyRate | null }> {
  const first = async (ask: typeof ofTheDay) => {
    const [row] = await ask(db, { country, charge, hsPrefix, valueFromMinor, day });
    return row ? dutyRateOf(row) : null;
  };
  return { sameDay: await first(ofTheDay), last: await first(lastBefore) };
}

const addDutyRate = preparedInsert("insert_duty_rate", (db, row: typeof dutyRates.$inferInsert) =>
  db.insert(dutyRates).values(row),
);

type Entered = { readonly id: string; readonly userId: string | null; readonly at: Instant };

/** Adds a dated rate. The same goods, charge and band have one rate a day: a second one is refused by the database, so look before. */
export async function insertDutyRate(tx: Writer, rate: DutyRate, entered: Entered): Promise<void> {
  const { unitPrice, ...columns } = rate;
  await addDutyRate(tx, {
    ...columns,
    id: entered.id,
    unitPriceMinor: unitPrice?.minor ?? null,
    unitPriceCurrency: unitPrice?.currency ?? null,
    enteredByUserId: entered.userId,
    enteredAt: entered.at,
  });
}
