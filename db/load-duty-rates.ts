import { newDutyRateSchema } from "../domain/tariff/duties/new-duty-rate";
import type { DutyRate } from "../domain/tariff/duties/duty-rate";
import type { Database } from "./database";
import { readReference } from "./reference/read-reference";
import { dutyRates } from "./schema/customs-rates";

const idOf = ({ country, charge, hsPrefix, valueFromMinor, validFrom }: DutyRate): string =>
  ["shipped", country, charge, hsPrefix, valueFromMinor, validFrom].join("-").toLowerCase();

/**
 * Adds the published rates that this version ships and the market has not yet; a rate that an administrator entered for the same
 * goods and day stays. Estimates are left to the demo market: nobody should take one for the law.
 */
export async function loadDutyRates(database: Database): Promise<void> {
  const rows = readReference()
    .seedDutyRates.filter(({ isEstimate }) => !isEstimate)
    .map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate)
    .map(({ unitPrice, ...rate }) => ({
      ...rate,
      id: idOf({ ...rate, unitPrice }),
      unitPriceMinor: unitPrice?.minor ?? null,
      unitPriceCurrency: unitPrice?.currency ?? null,
    }));
  await database.write(async (tx) => {
    await tx.insert(dutyRates).values(rows).onConflictDoNothing();
  });
}
