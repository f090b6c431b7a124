import { count, eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { restartableDatabase } from "@/test/database";
import { instant } from "../../domain/shared/time";
import { databaseOver } from "../database";
import { PREPARATION_LOCK } from "../migrate";
import { marketRules } from "../schema/hubs";
import { auditEntries } from "../schema/platform";
import { postgresDraftDriver } from "./postgres-draft";

const ruleOf = (id: string, value = 1) => ({
  id,
  name: "test_rule",
  value,
  effectiveFrom: instant(1_700_000_000_123),
  reason: "test",
  enteredByUserId: null,
  enteredAt: instant(1_700_000_000_123),
});
const ENTRY = { id: "a", at: instant(1_700_000_000_123), command: "test", outcome: "done" };

async function draft() {
  const copy = await restartableDatabase();
  onTestFinished(copy.drop);
  const driver = await postgresDraftDriver(copy.at, PREPARATION_LOCK);
  const database = databaseOver(driver);
  const add = (id: string) => database.write((tx) => tx.insert(marketRules).values(ruleOf(id)));
  const seenByOthers = async () => {
    const other = copy.open();
    const [row] = await other.read.select({ rows: count() }).from(marketRules);
    await other.close();
    return row?.rows;
  };
  const ids = async () =>
    (await database.read.select({ id: marketRules.id }).from(marketRules).orderBy(marketRules.id)).map(({ id }) => id);
  return { copy, driver, database, add, seenByOthers, ids };
}

test("What was written is read at once, and by nobody else before the end.", async () => {
  const { database, add, seenByOthers, ids } = await draft();
  await add("a");
  await database.write((tx) => tx.update(marketRules).set({ value: 7 }).where(eq(marketRules.id, "a")));
  const [row] = await database.read.select().from(marketRules);
  expect(row).toEqual(ruleOf("a", 7));
  expect(await ids()).toEqual(["a"]);
  expect(await seenByOthers()).toBe(0);
  await database.close();
  expect(await seenByOthers()).toBe(1);
});

test("Work that fails undoes itself and nothing before it, whether we or the database refuse.", async () => {
  const { database, add, ids, seenByOthers } = await draft();
  await add("a");
  const byUs = database.write(async (tx) => {
    await tx.insert(marketRules).values(ruleOf("b"));
    throw new Error("changed its mind");
  });
  const beside = add("c");
  await expect(byUs).rejects.toThrow("changed its mind");
  await beside;
  // Its last statement is refused, and one in the middle of which nothing is read before the end.
  await expect(add("a")).rejects.toMatchObject({ code: "23505" });
  const byTrigger = database.write(async (tx) => {
    await tx.insert(auditEntries).values(ENTRY);
    await tx.delete(auditEntries);
    return await tx.select().from(auditEntries);
  });
  await expect(byTrigger).rejects.toMatchObject({ cause: { message: "the audit log is append-only" } });
  await add("d");
  expect(await ids()).toEqual(["a", "c", "d"]);
  await database.close();
  expect(await seenByOthers()).toBe(3);
});

test("Work that fails among much other work leaves what came before it as it was.", async () => {
  const { database, add, ids } = await draft();
  const some = Array.from({ length: 150 }, (_, at) => `r${String(at).padStart(3, "0")}`);
  for (const id of some) {
    await add(id);
    await database.write((tx) =>
      tx
        .update(marketRules)
        .set({ value: sql`${marketRules.value} + 1` })
        .where(eq(marketRules.id, id)),
    );
    if (id.endsWith("9")) await expect(add(id)).rejects.toMatchObject({ code: "23505" });
  }
  expect(await ids()).toEqual(some);
  const values = await database.read.selectDistinct({ value: marketRules.value }).from(marketRules);
  expect(values).toEqual([{ value: 2 }]);
  await database.close();
});

test("What is discarded leaves nothing.", async () => {
  const { driver, add, seenByOthers } = await draft();
  await add("a");
  await driver.discard();
  expect(await seenByOthers()).toBe(0);
});

test("A second draft waits for the end of the first and then sees what it made.", async () => {
  const { copy, database, add } = await draft();
  await add("a");
  let isOpen = false;
  const second = postgresDraftDriver(copy.at, PREPARATION_LOCK).then((driver) => {
    isOpen = true;
    return driver;
  });
  await database.read.select().from(marketRules);
  expect(isOpen).toBe(false);
  await database.close();
  const other = await second;
  expect(await databaseOver(other).read.select().from(marketRules)).toHaveLength(1);
  await other.discard();
});
