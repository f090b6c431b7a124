import { count } from "drizzle-orm";
import type { Database } from "./database";
import { readDocumentRules, readReference } from "./reference/read-reference";
import { readTariff } from "./reference/read-tariff";
import { hasEntries, saveEntries } from "./repositories/hs-entries";
import { borderWaits, hubs, legs, places, planningSpeeds } from "./schema/hubs";
import { newDutyRateSchema } from "../domain/tariff/new-duty-rate";
import type { DutyRate } from "../domain/tariff/duty-rate";
import { dutyRates } from "./schema/customs-rates";
import { addShippedRules } from "./repositories/documents";

const E4 = 10_000;

/** Fills the tables of places, hubs, legs, speeds and waits, and that of the tariff, from the shipped files, where they are still empty. */
export async function loadReference(database: Database): Promise<void> {
  await loadReferenceData(database);
  await loadTariff(database);
}

async function loadTariff(database: Database): Promise<void> {
  if (await hasEntries(database.read)) return;
  const entries = readTariff();
  await database.write((tx) => saveEntries(tx, entries));
}

async function loadReferenceData(database: Database): Promise<void> {
  const [known] = await database.read.select({ rows: count() }).from(places);
  if (known && known.rows > 0) return;
  const reference = readReference();
  await database.write(async (tx) => {
    const placeRows = reference.places.map(({ lat, lon, modes, ...place }) => ({
      ...place,
      modes: [...modes],
      latE4: Math.round(lat * E4),
      lonE4: Math.round(lon * E4),
    }));
    await tx.insert(places).values(placeRows).onConflictDoNothing();
    await tx
      .insert(hubs)
      .values(reference.hubs.map((hub) => ({ ...hub, placeIds: [...hub.placeIds] })))
      .onConflictDoNothing();
    await tx
      .insert(legs)
      .values([...reference.legs])
      .onConflictDoNothing();
    const speedRows = reference.speeds.map((speed) => ({ ...speed, value: String(speed.value) }));
    await tx.insert(planningSpeeds).values(speedRows).onConflictDoNothing();
    const waitRows = reference.waits.map(({ hours, ...wait }) => ({ ...wait, hoursTenths: Math.round(hours * 10) }));
    for (let at = 0; at < waitRows.length; at += 100)
      await tx
        .insert(borderWaits)
        .values(waitRows.slice(at, at + 100))
        .onConflictDoNothing();
  });
}

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

/** Fills the rules of documents from the shipped file with what is not there yet: a release may bring later rows. */
export async function loadDocumentRules(database: Database): Promise<void> {
  const rules = readDocumentRules();
  await database.write((tx) => addShippedRules(tx, rules));
}
