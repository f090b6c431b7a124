import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { allRows } from "@/test/all-rows";
import { freshDatabase } from "@/test/database";
import { instant } from "../domain/shared/time";
import { bringReference } from "./bring-reference";
import type { Database } from "./database";
import { dutyRates } from "./schema/customs-rates";
import { documentRules } from "./schema/documents";
import { borderWaits, hubs, legs, places, planningSpeeds } from "./schema/hubs";
import { auditEntries } from "./schema/platform";
import { hsEntries } from "./schema/tariff";

const NOW = instant(1_764_000_000_000);
const REFERENCE = [
  ...["places", "hubs", "legs", "planning_speeds", "border_waits", "document_rules", "duty_rates", "hs_entries"],
];

async function referenceOf(database: Database) {
  const all = await allRows(database);
  return Object.fromEntries(REFERENCE.map((name) => [name, all[name]]));
}

const auditOf = ({ read }: Database) => read.select().from(auditEntries);

/** A database as an earlier version filled it: other figures and words, one leg too many and one that was to come. */
async function oldDatabase() {
  const database = await freshDatabase();
  const shipped = await referenceOf(database);
  await database.write(async (tx) => {
    const [leg, next] = await tx.select().from(legs);
    const [rule] = await tx.select().from(documentRules);
    const [entry] = await tx.select().from(hsEntries);
    if (!leg || !next || !rule || !entry) throw new Error("the files fill every table");
    const isLeg = (one: typeof leg) =>
      and(eq(legs.fromId, one.fromId), eq(legs.toId, one.toId), eq(legs.mode, one.mode));
    await tx.update(legs).set({ km: 7, source: "old list (V)" }).where(isLeg(leg));
    await tx.delete(legs).where(isLeg(next));
    await tx.insert(legs).values({ ...leg, fromId: leg.toId, toId: leg.fromId, mode: "air" });
    await tx.update(places).set({ nameEn: "Old name" }).where(eq(places.id, leg.fromId));
    await tx.update(planningSpeeds).set({ value: "1" });
    await tx.update(borderWaits).set({ hoursTenths: 1 }).where(eq(borderWaits.month, 1));
    await tx
      .update(documentRules)
      .set({ noteEn: "Old note (V)", conditions: { ...rule.conditions, hubs: ["horgos"] } })
      .where(eq(documentRules.id, rule.id));
    await tx.insert(documentRules).values({ ...rule, id: "shipped.old-rule.2020-01-01", ruleId: "old-rule" });
    await tx.update(dutyRates).set({ source: "old source (V)" });
    await tx
      .update(hsEntries)
      .set({ keywords: ["old"], words: " old " })
      .where(eq(hsEntries.id, entry.id));
  });
  return { database, shipped };
}

test("a database that an earlier version filled has the shipped rows of this one after its start, and one entry of the log says which", async () => {
  const { database, shipped } = await oldDatabase();
  expect(await referenceOf(database)).not.toEqual(shipped);
  await bringReference(database, NOW);
  expect(await referenceOf(database)).toEqual(shipped);
  const [entry, ...more] = await auditOf(database);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ at: NOW, command: "hubs.bring-reference", outcome: "done", userId: null });
  expect(entry?.subjectId).toMatch(
    /^places:1 legs:3 planning_speeds:\d+ border_waits:\d+ document_rules:2 duty_rates:\d+ hs_entries:1$/,
  );
});

test("a second start changes nothing and logs nothing, nor does the first of an empty database", async () => {
  const database = await freshDatabase();
  expect(await auditOf(database)).toEqual([]);
  const before = await allRows(database);
  await bringReference(database, NOW);
  await bringReference(database, instant(NOW + 1));
  expect(await allRows(database)).toEqual(before);
});

test("what an administrator entered in place of a shipped row stays as it is, and so does what a list imported and what deals name", async () => {
  const { database } = await oldDatabase();
  const kept = await database.write(async (tx) => {
    const [rule] = await tx.select().from(documentRules);
    const [rate] = await tx.select().from(dutyRates);
    const [entry] = await tx.select().from(hsEntries);
    const [hub] = await tx.select().from(hubs);
    if (!rule || !rate || !entry || !hub) throw new Error("the files fill every table");
    await tx.delete(documentRules).where(eq(documentRules.id, rule.id));
    await tx.delete(dutyRates).where(eq(dutyRates.id, rate.id));
    const by = { enteredByUserId: "admin", enteredAt: NOW };
    const ownRule = { ...rule, ...by, id: "own-rule", daysAhead: 29 };
    const ownRate = { ...rate, ...by, id: "own-rate", source: "Decision 12" };
    await tx.insert(documentRules).values(ownRule);
    await tx.insert(dutyRates).values(ownRate);
    await tx.update(hsEntries).set({ source: "list.csv" }).where(eq(hsEntries.id, entry.id));
    await tx.insert(hubs).values({ ...hub, id: "old-hub" });
    return { ownRule, ownRate, entry };
  });
  await bringReference(database, NOW);
  const { read } = database;
  expect(await read.select().from(documentRules).where(eq(documentRules.id, "own-rule"))).toEqual([kept.ownRule]);
  expect(await read.select().from(dutyRates).where(eq(dutyRates.id, "own-rate"))).toEqual([kept.ownRate]);
  expect(await read.select().from(hsEntries).where(eq(hsEntries.id, kept.entry.id))).toMatchObject([
    { source: "list.csv", words: kept.entry.words },
  ]);
  expect(await read.select().from(hubs).where(eq(hubs.id, "old-hub"))).toHaveLength(1);
  await bringReference(database, instant(NOW + 1));
  expect(await auditOf(database)).toHaveLength(1);
});
