import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { instant } from "../domain/shared/instant";
import { hubs, marketRules } from "./schema/hubs";

const WRITERS = 100;

const rule = (id: string, value: number) => ({
  id,
  name: "test_rule",
  value,
  effectiveFrom: instant(1_700_000_000_123),
  reason: "test",
  enteredByUserId: null,
  enteredAt: instant(1_700_000_000_123),
});

test("writes that read and then write lose no update, however many run at once", async () => {
  const database = await freshDatabase();
  await database.write((tx) => tx.insert(marketRules).values(rule("a", 0)));
  const increment = () =>
    database.write(async (tx) => {
      const [row] = await tx.select().from(marketRules).where(eq(marketRules.id, "a"));
      // As long as a command takes, so that many begin before the first has ended.
      for (let other = 0; other < 10; other++) await tx.select().from(hubs);
      await tx
        .update(marketRules)
        .set({ value: (row?.value ?? 0) + 1 })
        .where(eq(marketRules.id, "a"));
    });
  const outcomes = await Promise.allSettled(Array.from({ length: WRITERS }, increment));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  const [row] = await database.read.select().from(marketRules);
  expect(row?.value).toBe(WRITERS);
});

test("a write that throws leaves nothing, and the writes beside it stay", async () => {
  const database = await freshDatabase();
  const outcomes = await Promise.allSettled([
    database.write((tx) => tx.insert(marketRules).values(rule("kept", 1))),
    database.write(async (tx) => {
      await tx.insert(marketRules).values(rule("lost", 2));
      throw new Error("changed its mind");
    }),
    database.write((tx) => tx.insert(marketRules).values(rule("kept too", 3))),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const rows = await database.read.select({ id: marketRules.id }).from(marketRules).orderBy(marketRules.id);
  expect(rows.map((row) => row.id)).toEqual(["kept", "kept too"]);
});

test("a write inside a write throws instead of waiting for itself", async () => {
  const database = await freshDatabase();
  await expect(database.write(() => database.write(async () => 1))).rejects.toThrow("write() inside write()");
});

test("the reader cannot write", async () => {
  const database = await freshDatabase();
  const reader = database.read as unknown as { delete(table: unknown): Promise<unknown> };
  await expect((async () => await reader.delete(marketRules))()).rejects.toThrow();
});

test("an instant comes back to the millisecond", async () => {
  const database = await freshDatabase();
  await database.write((tx) => tx.insert(marketRules).values(rule("a", 1)));
  const [row] = await database.read.select().from(marketRules);
  expect(row?.effectiveFrom).toBe(1_700_000_000_123);
});
