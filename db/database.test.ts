import { and, asc, eq, gte, inArray, like, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { instant } from "../domain/shared/time";
import { hubs, marketRules } from "./schema/hubs";
import {
  preparedChange,
  preparedInsert,
  preparedList,
  preparedRows,
  remembering,
  together,
  type Writer,
} from "./database";
import { statementsOf } from "./drivers/statement-count";
import { outbox } from "./schema/notices";

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

const waiting = preparedList("test_waiting", (db, ids) =>
  db.select({ id: outbox.id }).from(outbox).where(inArray(outbox.id, ids)).orderBy(asc(outbox.id)),
);
const waitingFrom = preparedList("test_waiting_from", (db, ids) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.id, ids), gte(outbox.id, sql.placeholder("fromId"))))
    .orderBy(asc(outbox.id)),
);
type Change = Partial<typeof outbox.$inferInsert>;
const makeChange = () =>
  preparedChange("test_change", (db, set: Change) =>
    db
      .update(outbox)
      .set(set)
      .where(eq(outbox.id, sql.placeholder("id")))
      .returning({ id: outbox.id, deliveredAt: outbox.deliveredAt, event: outbox.event, attempts: outbox.attempts }),
  );
const change = makeChange();

const names = Array.from({ length: 12 }, (_, at) => `event-${String(at).padStart(2, "0")}`);
const event = { type: "bid.lost" } as never;
const insertAll = (tx: Writer) =>
  tx
    .insert(outbox)
    .values(names.map((id) => ({ id, type: "bid.lost" as const, event, occurredAt: instant(1), attempts: 0 })));

test("a list finds its rows by its ids and what else it is asked for, whether it is empty, short or long", async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => void (await insertAll(tx)));
  for (const length of [0, 1, 2, 8, 9, 12]) {
    const asked = names.slice(0, length);
    expect((await waiting(database.read, [...asked].reverse())).map(({ id }) => id)).toEqual(asked);
    const later = await waitingFrom(database.read, asked, { fromId: "event-05" });
    expect(later.map(({ id }) => id)).toEqual(asked.slice(5));
  }
});

test("a list of a page's rows is built once for many lengths and finds each row once", async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => void (await insertAll(tx)));
  const lengths: number[] = [];
  const filled = preparedList("test_filled", (db, ids) => {
    lengths.push(ids.length);
    return db.select({ id: outbox.id }).from(outbox).where(inArray(outbox.id, ids)).orderBy(asc(outbox.id));
  });
  for (const length of [9, 10, 12]) {
    const found = await filled(database.read, names.slice(0, length));
    expect(found.map(({ id }) => id)).toEqual(names.slice(0, length));
  }
  expect(lengths).toEqual([16]);
});

test("a reader that remembers asks the same once, also when it is asked at the same time, and another sees what was written since", async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => void (await insertAll(tx)));
  const read = remembering(database.read);
  const { reads } = await statementsOf(async () => {
    const [first, second] = await Promise.all([waiting(read, names.slice(0, 2)), waiting(read, names.slice(0, 2))]);
    first.pop();
    expect(second.map(({ id }) => id)).toEqual(names.slice(0, 2));
    expect((await waiting(read, names.slice(1, 3))).map(({ id }) => id)).toEqual(names.slice(1, 3));
  });
  expect(reads).toHaveLength(2);
  await database.write((tx) => tx.delete(outbox).where(eq(outbox.id, "event-00")));
  expect(await waiting(read, ["event-00"])).toEqual([]);
  expect(await waiting(read, names.slice(0, 2))).toHaveLength(2);
  expect(await waiting(remembering(database.read), names.slice(0, 2))).toHaveLength(1);
});

const insertRows = preparedRows("test_rows", (db, rows: (typeof outbox.$inferInsert)[]) =>
  db.insert(outbox).values(rows),
);

test("rows are all written with their own values, whether none, few or many, and many in a statement", async () => {
  const database = await freshDatabase();
  const statements: number[] = [];
  for (const [at, length] of [0, 1, 2, 8, 9, 20].entries()) {
    const rows = Array.from({ length }, (_, position) => ({
      ...{ id: `rows-${at}-${String(position).padStart(2, "0")}`, type: "bid.lost" as const, event },
      ...{ occurredAt: instant(position), attempts: position, lastError: position % 2 ? "late" : null },
    }));
    const { writes } = await statementsOf(() => database.write((tx) => insertRows(tx, rows)));
    statements.push(writes.length);
    const kept = await database.read
      .select()
      .from(outbox)
      .where(like(outbox.id, `rows-${at}-%`))
      .orderBy(asc(outbox.id));
    expect(kept).toMatchObject(rows);
    expect(kept).toHaveLength(length);
  }
  expect(statements).toEqual([0, 1, 1, 1, 2, 2]);
});

test("a change sets the columns that it names and no other, and what becomes null is null", async () => {
  const database = await freshDatabase();
  const told = { type: "b" } as never;
  const steps = [
    [{ deliveredAt: 5 }, { deliveredAt: 5, event, attempts: 0 }],
    [{ deliveredAt: null }, { deliveredAt: null, event, attempts: 0 }],
    [
      { attempts: 3, event: told },
      { deliveredAt: null, event: told, attempts: 3 },
    ],
    [
      { deliveredAt: 7, attempts: undefined },
      { deliveredAt: 7, event: told, attempts: 3 },
    ],
  ] as const;
  await database.write(async (tx) => {
    await insertAll(tx);
    for (const [set, after] of steps)
      expect(await change(tx, set as Change, { id: "event-03" })).toEqual([{ id: "event-03", ...after }]);
  });
});

test("two copies of a change, as the build makes them, set their own columns over one connection", async () => {
  const database = await freshDatabase();
  const [one, other] = [makeChange(), makeChange()];
  await database.write(async (tx) => {
    await insertAll(tx);
    expect(await one(tx, { deliveredAt: instant(5) }, { id: "event-01" })).toMatchObject([
      { deliveredAt: 5, attempts: 0 },
    ]);
    expect(await other(tx, { attempts: 9 }, { id: "event-01" })).toMatchObject([{ deliveredAt: 5, attempts: 9 }]);
    expect(await other(tx, { deliveredAt: instant(6) }, { id: "event-01" })).toMatchObject([{ deliveredAt: 6 }]);
  });
});

test("an insert fills the columns that its row has, and leaves the others to the table", async () => {
  const database = await freshDatabase();
  const insert = preparedInsert("test_insert", (db, row: typeof outbox.$inferInsert) => db.insert(outbox).values(row));
  const row = { type: "bid.lost", event, occurredAt: instant(1), attempts: 0 } as const;
  const { deliveredAt, lastError } = outbox;
  await database.write(async (tx) => {
    await insert(tx, { ...row, id: "event-1" });
    await insert(tx, { ...row, id: "event-2", deliveredAt: instant(5) });
    await insert(tx, { ...row, id: "event-3", deliveredAt: null, lastError: "no" });
  });
  const kept = await database.read
    .select({ event: outbox.event, deliveredAt, lastError })
    .from(outbox)
    .orderBy(asc(outbox.id));
  expect(kept).toEqual([
    { event, deliveredAt: null, lastError: null },
    { event, deliveredAt: 5, lastError: null },
    { event, deliveredAt: null, lastError: "no" },
  ]);
});

test("parts that are done together have all ended before one's failure is told", async () => {
  const ended: string[] = [];
  const part = async (name: string, code: string | null) => {
    await new Promise((resolve) => setTimeout(resolve, code === null ? 20 : 0));
    ended.push(name);
    if (code !== null) throw Object.assign(new Error(name), { code });
  };
  const parts = [part("after it", "25P02"), part("first", "23505"), part("slow", null)];
  await expect(together(parts)).rejects.toThrow("first");
  expect(ended).toEqual(["after it", "first", "slow"]);
});
