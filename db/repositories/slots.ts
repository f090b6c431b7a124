import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { type Money, money } from "../../domain/shared/money";
import { assert } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { ENDED_BY_CLOCK, type Slot } from "../../domain/orders/slots/slot";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { borderSlots } from "../schema/orders";

type Row = typeof borderSlots.$inferSelect;
type Times = "paidAt" | "confirmedAt" | "calledAt" | "enteredAt" | "crossedAt" | "endedAt" | "dueAt";
type Kept = Omit<Row, Times | "requestedAt" | "windowFrom" | "windowTo" | "feeMinor" | "feeCurrency">;

/** A slot as it is kept, with its window and its fee as the domain has them. */
export type StoredSlot = Kept &
  Pick<Slot, "window" | "fee"> & { readonly requestedAt: Instant } & { readonly [T in Times]: Instant | null };

const at = (value: number | null): Instant | null => (value === null ? null : instant(value));

const feeOf = ({ feeMinor, feeCurrency }: Pick<Row, "feeMinor" | "feeCurrency">): Money | null =>
  feeMinor === null || feeCurrency === null ? null : money(feeMinor, feeCurrency);

function storedSlot({ windowFrom, windowTo, feeMinor, feeCurrency, ...row }: Row): StoredSlot {
  return {
    ...row,
    window: { from: instant(windowFrom), to: instant(windowTo) },
    fee: feeOf({ feeMinor, feeCurrency }),
    requestedAt: instant(row.requestedAt),
    paidAt: at(row.paidAt),
    confirmedAt: at(row.confirmedAt),
    calledAt: at(row.calledAt),
    enteredAt: at(row.enteredAt),
    crossedAt: at(row.crossedAt),
    endedAt: at(row.endedAt),
    dueAt: at(row.dueAt),
  };
}

const byId = prepared("slot_by_id", (db) =>
  db
    .select()
    .from(borderSlots)
    .where(eq(borderSlots.id, sql.placeholder("id")))
    .limit(1),
);

const ofOrder = prepared("slots_of_order", (db) =>
  db
    .select()
    .from(borderSlots)
    .where(eq(borderSlots.orderId, sql.placeholder("orderId")))
    .orderBy(asc(borderSlots.number)),
);

export async function findSlot(db: Reader, id: string): Promise<StoredSlot | undefined> {
  const [row] = await byId(db, { id });
  return row && storedSlot(row);
}

/** All slots of an order, the first booked first. */
export async function slotsOfOrder(db: Reader, orderId: string): Promise<StoredSlot[]> {
  return (await ofOrder(db, { orderId })).map(storedSlot);
}

const byOrders = preparedList("slots_of_orders", (db, ids) =>
  db
    .select()
    .from(borderSlots)
    .where(inArray(borderSlots.orderId, ids))
    .orderBy(asc(borderSlots.orderId), asc(borderSlots.number)),
);

/** All slots of these orders. */
export async function slotsOfOrders(db: Reader, orderIds: readonly string[]): Promise<StoredSlot[]> {
  return (await byOrders(db, orderIds)).map(storedSlot);
}

export async function insertSlot(tx: Writer, row: typeof borderSlots.$inferInsert): Promise<void> {
  await tx.insert(borderSlots).values(row);
}

export type SlotChange = Partial<Omit<typeof borderSlots.$inferInsert, "id" | "orderId" | "number" | "version">>;

/** Saves a change of the slot as it was read; within one serializable transaction nobody can have come between. */
export async function saveSlot(tx: Writer, of: Pick<StoredSlot, "id" | "version">, change: SlotChange): Promise<void> {
  const saved = await tx
    .update(borderSlots)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(borderSlots.id, of.id), eq(borderSlots.version, of.version)))
    .returning({ id: borderSlots.id });
  assert(saved.length === 1, "a slot is saved at the version it was read");
}

/** Slots at which the market's clock has to look, the earliest first. */
export async function listDueSlots(db: Reader, now: Instant, limit: number): Promise<{ id: string }[]> {
  return await db
    .select({ id: borderSlots.id })
    .from(borderSlots)
    .where(and(isNotNull(borderSlots.dueAt), lte(borderSlots.dueAt, now), inArray(borderSlots.state, ENDED_BY_CLOCK)))
    .orderBy(asc(borderSlots.dueAt), asc(borderSlots.id))
    .limit(limit);
}
