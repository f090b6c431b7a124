import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { allRows } from "@/test/all-rows";
import { filledDatabase, freshDatabase } from "@/test/database";
import { tamperWith } from "@/test/tamper";
import { instant } from "../domain/shared/time";
import type { Database, Writer } from "./database";
import { hubs, legs, marketRules } from "./schema/hubs";
import { auditEntries } from "./schema/platform";

const RULE = {
  id: "a",
  name: "test_rule",
  value: 1,
  effectiveFrom: instant(1_700_000_000_123),
  reason: "test",
  enteredByUserId: null,
  enteredAt: instant(1_700_000_000_123),
};
const ENTRY = { id: "a", at: instant(1_700_000_000_123), command: "test", outcome: "done" };
const addRule = (tx: Writer) => tx.insert(marketRules).values(RULE);

/** What a trigger stands against; refused, it leaves nothing behind. */
async function unguarded(tx: Writer): Promise<void> {
  await tx.insert(auditEntries).values(ENTRY);
  await tx.delete(auditEntries);
}

let given: Awaited<ReturnType<typeof allRows>> | undefined;

const WRITINGS: readonly [string, (database: Database) => Promise<unknown>][] = [
  ["adds rows", ({ write }) => write(addRule)],
  ["takes given rows out", ({ write }) => write((tx) => tx.delete(legs))],
  ["changes a given row", ({ write }) => write((tx) => tx.update(legs).set({ km: 7 }))],
  ["drops what guards the tables", (database) => tamperWith(database)(sql`delete from audit_entries`)],
  ["changes a table", ({ execute }) => execute("ALTER TABLE market_rules DROP COLUMN reason")],
  ["changes nothing", async () => undefined],
];

// What one leaves behind is found by the next one.
test.each(WRITINGS)("a test that %s finds the database as every test does", async (_, writeInto) => {
  const database = await freshDatabase();
  const found = await allRows(database);
  expect(found).toEqual((given ??= found));
  expect(found.legs?.length).toBeGreaterThan(10);
  expect(found.market_rules).toEqual([]);
  await expect(database.write(unguarded)).rejects.toThrow();
  await writeInto(database);
});

test("of a database that is filled once each copy is whole, and its own", async () => {
  const { copy, drop } = await filledDatabase((database) => database.write(addRule));
  const [one, other] = [await copy(), await copy()];
  await one.write((tx) => tx.update(marketRules).set({ value: 2 }));
  const values = async ({ read }: Database) => (await read.select().from(marketRules)).map(({ value }) => value);
  expect([await values(one), await values(other)]).toEqual([[2], [1]]);
  expect((await other.read.select().from(hubs)).length).toBeGreaterThan(0);
  await drop();
});
