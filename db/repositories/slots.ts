import { and, asc, eq, gt, inArray, isNotNull, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { type Money, money } from "../../domain/shared/money";
import { assert } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import type { OtherSlot } from "../../domain/orders/slots/double-booking";
import { ENDED_BY_CLOCK, OPEN, type Slot } from "../../domain/orders/slots/slot";
import type { SlotSystem } from "../../domain/orders/slots/systems";
import type { SlotWindow } from "../../domain/orders/slots/window";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { borderSlots, orders } from "../schema/orders";

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

export async function findSlot(db: Reader, id: string): Promise<StoredSlot | undefined> {
  const [row] = await byId(db, { id });
  return row && storedSlot(row);
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

/** All slots of an order, the first booked first. */
export const slotsOfOrder = (db: Reader, orderId: string): Promise<StoredSlot[]> => slotsOfOrders(db, [orderId]);

/** Slots that are booked or used, as whoever is in this organisation may be told of them. */
async function othersWhere(db: Reader, organisationId: string | null, where: SQL | undefined): Promise<OtherSlot[]> {
  const { orderId, number, tractorPlate, windowFrom, windowTo } = borderSlots;
  const { reference, buyerOrganisationId, providerOrganisationId } = orders;
  const rows = await db
    .select({
      ...{ orderId, number, tractorPlate, windowFrom, windowTo },
      ...{ reference, buyerOrganisationId, providerOrganisationId },
    })
    .from(borderSlots)
    .innerJoin(orders, eq(orders.id, borderSlots.orderId))
    .where(and(inArray(borderSlots.state, [...OPEN, "crossed"]), where))
    .orderBy(asc(borderSlots.requestedAt), asc(borderSlots.id));
  return rows.map((row) => ({
    ...{ orderId: row.orderId, reference: row.reference, number: row.number, tractorPlate: row.tractorPlate },
    window: { from: instant(row.windowFrom), to: instant(row.windowTo) },
    isOwn: [row.buyerOrganisationId, row.providerOrganisationId].includes(organisationId ?? ""),
  }));
}

type Asks = { readonly organisationId: string | null };

/** Slots of every order that are booked or used in these hours. */
export const slotsWithin = (db: Reader, { organisationId, window }: Asks & { readonly window: SlotWindow }) =>
  othersWhere(db, organisationId, and(lt(borderSlots.windowFrom, window.to), gt(borderSlots.windowTo, window.from)));

type Numbered = Asks & { readonly id: string; readonly system: SlotSystem; readonly bookingNumber: string };

/** Slots that are booked or used and have this number of the same system, but for the slot of this id. */
export const slotsNumbered = (db: Reader, { organisationId, id, system, bookingNumber }: Numbered) =>
  othersWhere(
    db,
    organisationId,
    and(eq(borderSlots.system, system), eq(borderSlots.bookingNumber, bookingNumber), ne(borderSlots.id, id)),
  );

export async function insertSlot(tx: Writer, row: typeof borderSlots.$inferInsert): Promise<void> {
  await tx.insert(borderSlots).values(row);
}

export type SlotChange = Partial<Omit<typeof borderSlots.$inferInsert, "id" | "orderId" | "number" | "version">>;

/** Saves a change of the slot as it was read; whoever holds its deal has nobody come between. */
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
