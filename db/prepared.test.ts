import { asc, inArray, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { instant } from "../domain/shared/instant";
import type { Writer } from "./database";
import { preparedChange, preparedInsert, preparedList } from "./prepared";
import { outbox } from "./schema/notices";

const waiting = preparedList("test_waiting", (db, ids) =>
  db.select({ id: outbox.id }).from(outbox).where(inArray(outbox.id, ids)).orderBy(asc(outbox.id)),
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

test("a list finds its rows, whether it is empty, short or long", async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => void (await insertAll(tx)));
  for (const length of [0, 1, 2, 8, 9, 12]) {
    const asked = names.slice(0, length);
    expect((await waiting(database.read, [...asked].reverse())).map(({ id }) => id)).toEqual(asked);
  }
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
