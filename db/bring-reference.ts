import { and, eq, type SQL } from "drizzle-orm";
import type { DocumentRule } from "../domain/documents/document-rule";
import type { Instant } from "../domain/shared/time";
import type { DutyRate } from "../domain/tariff/duty-rate";
import { OWN_SOURCE } from "../domain/tariff/hs-entry";
import { newDutyRateSchema } from "../domain/tariff/new-duty-rate";
import type { Database, Writer } from "./database";
import { isAsShipped } from "./reference/as-shipped";
import { type Reference, readDocumentRules, readReference } from "./reference/read-reference";
import { readTariff } from "./reference/read-tariff";
import { appendAudit } from "./repositories/audit";
import { shippedRuleRow } from "./repositories/documents";
import { entryRow } from "./repositories/hs-entries";
import { dutyRates } from "./schema/customs-rates";
import { documentRules } from "./schema/documents";
import { borderWaits, hubs, legs, places, planningSpeeds } from "./schema/hubs";
import { hsEntries } from "./schema/tariff";

const E4 = 10_000;
const TENTHS = 10;
// Of a statement: thirteen values a row stay below what either engine takes.
const ROWS_PER_STATEMENT = 100;

type ReferenceTable =
  | typeof places
  | typeof hubs
  | typeof legs
  | typeof planningSpeeds
  | typeof borderWaits
  | typeof documentRules
  | typeof dutyRates
  | typeof hsEntries;

/** A table that the shipped files fill. */
type Shipped<T extends ReferenceTable = ReferenceTable> = {
  readonly name: string;
  readonly table: T;
  readonly rows: readonly T["$inferInsert"][];
  /** The columns by which a row is known again. */
  readonly key: readonly (keyof T["$inferSelect"] & string)[];
  /** Whether a row came from the files: all do where nobody can enter one. */
  readonly isOurs?: (row: T["$inferSelect"]) => boolean;
  /** Whether a row of ours that the files hold no longer goes. Deals name places and hubs, which therefore stay. */
  readonly goes?: true;
};

const shipped = <T extends ReferenceTable>(of: Shipped<T>): Shipped => of as unknown as Shipped;

const idOf = ({ country, charge, hsPrefix, valueFromMinor, validFrom }: DutyRate): string =>
  ["shipped", country, charge, hsPrefix, valueFromMinor, validFrom].join("-").toLowerCase();

/** The published rates. Estimates are left to the demo market: nobody should take one for the law. */
export const publishedRates = ({ seedDutyRates }: Pick<Reference, "seedDutyRates">) =>
  seedDutyRates
    .filter(({ isEstimate }) => !isEstimate)
    .map(({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate)
    .map(({ unitPrice, ...rate }) => ({
      ...rate,
      id: idOf({ ...rate, unitPrice }),
      unitPriceMinor: unitPrice?.minor ?? null,
      unitPriceCurrency: unitPrice?.currency ?? null,
    }));

function shippedTables(reference: Reference, rules: readonly DocumentRule[]): Shipped[] {
  return [
    shipped({
      ...{ name: "places", table: places, key: ["id"] },
      rows: reference.places.map(({ lat, lon, modes, ...place }) => ({
        ...{ ...place, modes: [...modes] },
        ...{ latE4: Math.round(lat * E4), lonE4: Math.round(lon * E4) },
      })),
    }),
    shipped({
      ...{ name: "hubs", table: hubs, key: ["id"] },
      rows: reference.hubs.map((hub) => ({ ...hub, placeIds: [...hub.placeIds] })),
    }),
    shipped({ name: "legs", table: legs, key: ["fromId", "toId", "mode"], goes: true, rows: reference.legs }),
    shipped({
      ...{ name: "planning_speeds", table: planningSpeeds, key: ["code"], goes: true },
      rows: reference.speeds.map((speed) => ({ ...speed, value: String(speed.value) })),
    }),
    shipped({
      ...{ name: "border_waits", table: borderWaits, key: ["hubId", "mode", "month"], goes: true },
      rows: reference.waits.map(({ hours, ...wait }) => ({ ...wait, hoursTenths: Math.round(hours * TENTHS) })),
    }),
    shipped({
      ...{ name: "document_rules", table: documentRules, key: ["ruleId", "fromDay"], goes: true },
      rows: rules.map(shippedRuleRow),
      isOurs: ({ enteredByUserId }) => enteredByUserId === null,
    }),
    shipped({
      ...{ name: "duty_rates", table: dutyRates, goes: true, rows: publishedRates(reference) },
      key: ["country", "charge", "hsPrefix", "valueFromMinor", "validFrom"],
      isOurs: ({ id, enteredByUserId }) => enteredByUserId === null && id.startsWith("shipped-"),
    }),
    shipped({
      ...{ name: "hs_entries", table: hsEntries, key: ["id"], goes: true, rows: readTariff().map(entryRow) },
      // A list that was imported names itself as the source.
      isOurs: ({ source }) => source === OWN_SOURCE,
    }),
  ];
}

/** Brings one table to the shipped files; answers how many of its rows were added, changed or taken out. */
async function bringTable(
  tx: Writer,
  { table, rows, key, isOurs = () => true, goes }: Shipped,
): Promise<{ readonly wasEmpty: boolean; readonly changed: number }> {
  type Row = Readonly<Record<string, unknown>>;
  const stored = (await tx.select().from(table as never)) as Row[];
  const keyOf = (row: object) => JSON.stringify(key.map((column) => String((row as Row)[column])));
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const at = (row: object): SQL | undefined =>
    and(...key.map((column) => eq((table as never)[column], (row as Row)[column])));
  const missing = rows.filter((row) => !known.has(keyOf(row)));
  for (let from = 0; from < missing.length; from += ROWS_PER_STATEMENT)
    await tx.insert(table).values(missing.slice(from, from + ROWS_PER_STATEMENT) as never);
  const changed = rows.filter((row) => {
    const kept = known.get(keyOf(row));
    return kept !== undefined && isOurs(kept as never) && !isAsShipped(kept, row);
  });
  for (const row of changed)
    await tx
      .update(table)
      .set(row as never)
      .where(at(row));
  const shippedKeys = new Set(rows.map(keyOf));
  const gone = goes ? stored.filter((row) => isOurs(row as never) && !shippedKeys.has(keyOf(row))) : [];
  for (const row of gone) await tx.delete(table).where(at(row));
  return { wasEmpty: stored.length === 0, changed: missing.length + changed.length + gone.length };
}

/**
 * Brings the reference rows that come from the shipped files to this version of them, in one transaction: what is new is added, what changed is
 * changed, what is gone goes. What an administrator entered or a list imported stays, also in place of a shipped row of the same day. A second
 * run changes nothing. Of a database that was filled by an earlier version an entry of the audit log says when, and how many rows of which table.
 */
export async function bringReference(database: Database, now: Instant): Promise<void> {
  const tables = shippedTables(readReference(), readDocumentRules());
  await database.write(async (tx) => {
    const brought: string[] = [];
    for (const one of tables) {
      const { wasEmpty, changed } = await bringTable(tx, one);
      if (changed > 0 && !wasEmpty) brought.push(`${one.name}:${changed}`);
    }
    if (brought.length === 0) return;
    await appendAudit(tx, {
      ...{ id: `reference${now}`, at: now, command: "hubs.bring-reference", outcome: "done" },
      subjectId: brought.join(" "),
    });
  });
}
