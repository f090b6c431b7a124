import { and, asc, count, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Mode } from "../../domain/hubs/place";
import type { KeptEvidence } from "../../domain/orders/evidence";
import type { Milestone } from "../../domain/orders/order";
import { hasStepsBySpec, kindOf, milestoneOf, milestonesFor, unusualSteps } from "../../domain/services/registry";
import type { Service } from "../../domain/shared/vocabulary";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import {
  prepared,
  preparedChange,
  preparedInsert,
  preparedList,
  preparedRows,
  type Reader,
  type Writer,
} from "../database";
import { countriesOfParties } from "./service-trade";
import { deals } from "../schema/deals";
import { hubBoardHeads } from "../schema/hub-board";
import { users } from "../schema/accounts";
import { requests } from "../schema/requests";
import { orderMilestones, orders, reopenedSteps } from "../schema/orders";
import { boardOfDeal, dealHead } from "./live-heads";

type Row = typeof orders.$inferSelect;
type Times =
  | "contractedAt"
  | "deliveredAt"
  | "acceptedAt"
  | "completedAt"
  | "cancelledAt"
  | "autoAcceptAt"
  | "heldSince"
  | "exceptionSince"
  | "disputedSince";

export type StoredOrder = Omit<Row, Times> & { readonly contractedAt: Instant } & {
  readonly [T in Exclude<Times, "contractedAt">]: Instant | null;
};
/** Orders of before the split had none: a new one says what it passes through. */
export type NewOrder = typeof orders.$inferInsert & { readonly passThroughCnyMinor: bigint };
export type StoredMilestone = Milestone & {
  readonly position: number;
  readonly reportedAt: Instant | null;
  readonly reportedByUserId: string | null;
  readonly note: string | null;
  readonly evidence: KeptEvidence | null;
  /** The time before which it cannot have happened, where it was reported as earlier; else null. */
  readonly earliestAt: Instant | null;
  readonly earlyReason: string | null;
};

const byId = prepared("order_by_id", (db) =>
  db
    .select()
    .from(orders)
    .where(eq(orders.id, sql.placeholder("id")))
    .limit(1),
);

const byIdInDeal = prepared("order_by_id_in_deal", (db) =>
  db
    .select({ order: orders, dealSeq: dealHead })
    .from(orders)
    .innerJoin(deals, eq(deals.id, orders.dealId))
    .leftJoin(hubBoardHeads, boardOfDeal)
    .where(eq(orders.id, sql.placeholder("id")))
    .limit(1),
);

const stepsByOrders = preparedList("steps_of_orders", (db, ids) =>
  db
    .select()
    .from(orderMilestones)
    .where(inArray(orderMilestones.orderId, ids))
    .orderBy(asc(orderMilestones.orderId), asc(orderMilestones.position)),
);

export async function findOrder(db: Reader, id: string): Promise<StoredOrder | undefined> {
  return (await byId(db, { id }))[0] as StoredOrder | undefined;
}

/** An order with how far its deal and the board of its hub have gone, both of one moment: whoever watches from that number misses nothing of what comes. */
export async function findOrderInDeal(
  db: Reader,
  id: string,
): Promise<{ readonly order: StoredOrder; readonly dealSeq: number } | undefined> {
  const [row] = await byIdInDeal(db, { id });
  return row && { order: row.order as StoredOrder, dealSeq: row.dealSeq };
}

/** The order that a request was awarded to. */
export async function orderOfRequest(db: Reader, requestId: string): Promise<{ id: string } | undefined> {
  const rows = await db.select({ id: orders.id }).from(orders).where(eq(orders.requestId, requestId)).limit(1);
  return rows[0];
}

const specsById = preparedList("specs_of_orders", (db, ids) =>
  db
    .select({ id: orders.id, spec: requests.spec })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .where(inArray(orders.id, ids)),
);

/** The steps that are unusual with what was asked for, by the order's id; orders of whose kind the request says nothing are not in it. */
export async function unusualStepsOf(
  db: Reader,
  of: readonly { readonly id: string; readonly service: Service }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const services = new Map(of.flatMap(({ id, service }) => (hasStepsBySpec(service) ? [[id, service]] : [])));
  const rows = services.size === 0 ? [] : await specsById(db, [...services.keys()]);
  return new Map(
    rows.flatMap(({ id, spec }) => {
      const service = services.get(id);
      return service ? [[id, unusualSteps(service, spec)]] : [];
    }),
  );
}

/** What is shown with a step: payees stay in the payment's room. */
function shownEvidence(kept: KeptEvidence | null): KeptEvidence | null {
  if (!kept?.payees) return kept;
  const { payees: _, ...shown } = kept;
  return Object.keys(shown).length > 0 ? shown : null;
}

type OfKind = { readonly id: string; readonly service: Service; readonly mode?: Mode };

/** The milestones of these orders by the order's id, in their kind's order; which one delivers, floats or is unusual is the kind's to say. */
export async function stepsOfOrders(
  db: Reader,
  of: readonly OfKind[],
): Promise<ReadonlyMap<string, readonly StoredMilestone[]>> {
  const rows = await stepsByOrders(
    db,
    of.map(({ id }) => id),
  );
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const unusual = await unusualStepsOf(db, of);
  const stepsOf = (order: OfKind): StoredMilestone[] =>
    (byOrder.get(order.id) ?? []).map((row) => ({
      ...milestoneOf({ ...order, unusual: unusual.get(order.id) }, row.code),
      position: row.position,
      occurredAt: row.occurredAt as Instant | null,
      reportedAt: row.reportedAt as Instant | null,
      reportedByUserId: row.reportedByUserId,
      note: row.note,
      evidence: shownEvidence(row.evidence),
      earliestAt: row.earliestAt as Instant | null,
      earlyReason: row.earlyReason,
    }));
  return new Map(of.map((order) => [order.id, stepsOf(order)]));
}

/** The milestones of one order. */
export async function findMilestones(db: Reader, of: OfKind): Promise<readonly StoredMilestone[]> {
  return (await stepsOfOrders(db, [of])).get(of.id) ?? [];
}

const byDeals = preparedList("orders_of_deals", (db, ids) =>
  db.select().from(orders).where(inArray(orders.dealId, ids)).orderBy(asc(orders.id)),
);

/** All orders of these deals, whoever is a party of them. */
export async function ordersOfDeals(db: Reader, dealIds: readonly string[]): Promise<StoredOrder[]> {
  return (await byDeals(db, dealIds)) as StoredOrder[];
}

const addMilestones = preparedRows(
  "insert_milestones",
  (db, rows: { readonly orderId: string; readonly position: number; readonly code: string }[]) =>
    db.insert(orderMilestones).values(rows),
);

/** Writes the milestones of new orders by their modes, none reported yet, without those that an order is made without. */
export async function insertMilestones(
  tx: Writer,
  rows: readonly { readonly id: string; readonly service: Service; readonly mode: Mode }[],
  leftOut: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
  const milestones = rows.flatMap(({ id, service, mode }) =>
    milestonesFor(service, mode)
      .filter(({ code }) => !leftOut.get(id)?.includes(code))
      .map(({ code }, position) => ({ orderId: id, position, code })),
  );
  await addMilestones(tx, milestones);
}

const addOrder = preparedInsert("insert_order", (db, row: NewOrder) =>
  db.insert(orders).values({ ...row, ...countriesOfParties(row) }),
);

/** Writes new orders with their milestones, without those that are left out of an order of this id. */
export async function insertOrders(
  tx: Writer,
  rows: readonly NewOrder[],
  leftOut?: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const row of rows) await addOrder(tx, row);
  await insertMilestones(tx, rows, leftOut);
}

/** Who is served by whom, with what. */
export type Client = Pick<NewOrder, "service" | "buyerOrganisationId" | "providerOrganisationId">;

/** Whether a provider has approved a client by then, on whatever order of a service that approves its clients. */
export async function isClientKnown(
  db: Reader,
  { service, buyerOrganisationId, providerOrganisationId }: Client,
  at: Instant,
): Promise<boolean> {
  const approval = kindOf(service).clientApproval;
  if (approval === undefined) return false;
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(orderMilestones, and(eq(orderMilestones.orderId, orders.id), eq(orderMilestones.code, approval)))
    .where(
      and(
        eq(orders.buyerOrganisationId, buyerOrganisationId),
        eq(orders.providerOrganisationId, providerOrganisationId),
        eq(orders.service, service),
        lte(orderMilestones.occurredAt, at),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const byReference = prepared("order_by_reference", (db) =>
  db
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.reference, sql.placeholder("reference")))
    .limit(1),
);

export const hasReference = async (db: Reader, reference: string): Promise<boolean> =>
  (await byReference(db, { reference })).length > 0;

export type OrderChange = Partial<
  Pick<
    NewOrder,
    | "state"
    | "deliveredAt"
    | "acceptedAt"
    | "completedAt"
    | "cancelledAt"
    | "cancelReason"
    | "autoAcceptAt"
    | "heldSince"
    | "exceptionSince"
    | "disputedSince"
    | "hubId"
    | "isBorderHub"
  >
>;

const change = preparedChange("save_order", (db, set: OrderChange & Pick<NewOrder, "version">) =>
  db
    .update(orders)
    .set(set)
    .where(and(eq(orders.id, sql.placeholder("id")), eq(orders.version, sql.placeholder("read"))))
    .returning({ id: orders.id }),
);

/** Saves a change of the order as it was read; whoever holds its deal has nobody come between. */
export async function saveOrder(tx: Writer, of: Pick<StoredOrder, "id" | "version">, set: OrderChange): Promise<void> {
  const saved = await change(tx, { ...set, version: of.version + 1 }, { id: of.id, read: of.version });
  assert(saved.length === 1, "an order is saved at the version it was read");
}

type MilestoneReport = Pick<
  StoredMilestone,
  "reportedByUserId" | "note" | "evidence" | "earliestAt" | "earlyReason"
> & {
  readonly occurredAt: Instant;
  readonly reportedAt: Instant;
};

const fill = preparedChange("save_milestone", (db, set: MilestoneReport) =>
  db
    .update(orderMilestones)
    .set(set)
    .where(
      and(
        eq(orderMilestones.orderId, sql.placeholder("orderId")),
        eq(orderMilestones.code, sql.placeholder("code")),
        isNull(orderMilestones.occurredAt),
      ),
    )
    .returning({ code: orderMilestones.code }),
);

/** Fills a milestone's row; it is filled once. */
export async function saveMilestone(
  tx: Writer,
  of: { readonly orderId: string; readonly code: string },
  report: MilestoneReport,
): Promise<void> {
  const saved = await fill(tx, report, { ...of });
  assert(saved.length === 1, "a milestone is reported once");
}

/**
 * Takes the report of a step back: of a delivery that is to be done again, of money that came back, of goods that go by another hub, of a report that
 * is struck. What it said goes from the step to the record of such reports, whole: the step is told anew, and nobody's word is lost.
 */
export async function reopenMilestone(
  tx: Writer,
  of: { readonly orderId: string; readonly code: string },
  { struck }: Pick<KeptEvidence, "struck"> = {},
): Promise<void> {
  const step = and(eq(orderMilestones.orderId, of.orderId), eq(orderMilestones.code, of.code));
  const [told] = await tx.select().from(orderMilestones).where(step).limit(1);
  assert(told && told.occurredAt !== null && told.reportedAt !== null, "a step that is reopened was told");
  const { orderId, code, occurredAt, reportedAt, reportedByUserId, note, evidence, earliestAt, earlyReason } = told;
  const [earlier] = await tx.select({ count: count() }).from(reopenedSteps).where(eq(reopenedSteps.orderId, orderId));
  const seq = (earlier?.count ?? 0) + 1;
  const kept = struck ? { ...evidence, struck } : evidence;
  const report = { code, occurredAt, reportedAt, reportedByUserId, note, evidence: kept, earliestAt, earlyReason };
  await tx.insert(reopenedSteps).values({ orderId, seq, ...report });
  await tx
    .update(orderMilestones)
    .set({
      ...{ occurredAt: null, reportedAt: null, reportedByUserId: null, note: null, evidence: null },
      ...{ earliestAt: null, earlyReason: null },
    })
    .where(step);
}

export type ReopenedStep = Omit<typeof reopenedSteps.$inferSelect, "occurredAt" | "reportedAt"> & {
  readonly occurredAt: Instant;
  readonly reportedAt: Instant;
  /** Null where the market's clock or a phone without an account told it. */
  readonly reporterName: string | null;
};

const reopenedInOrder = prepared("reopened_steps_of_order", (db) =>
  db
    .select({ step: reopenedSteps, reporterName: users.name })
    .from(reopenedSteps)
    .leftJoin(users, eq(users.id, reopenedSteps.reportedByUserId))
    .where(eq(reopenedSteps.orderId, sql.placeholder("orderId")))
    .orderBy(asc(reopenedSteps.seq)),
);

/** What the reopened steps of an order had been told with, in the order in which they were reopened. */
export async function reopenedStepsOf(db: Reader, orderId: string): Promise<ReopenedStep[]> {
  const rows = await reopenedInOrder(db, { orderId });
  return rows.map(({ step, reporterName }) => ({ ...step, reporterName }) as ReopenedStep);
}

/** Delivered orders whose time to be accepted by itself has come, the earliest first. */
export async function listDueAcceptances(db: Reader, now: Instant, limit = 200): Promise<{ id: string }[]> {
  return await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.state, "delivered"), lte(orders.autoAcceptAt, now), isNull(orders.disputedSince)))
    .orderBy(asc(orders.autoAcceptAt), asc(orders.id))
    .limit(limit);
}

/** Keeps what is told of a step that has not come with it, in place of what was told before. */
export async function keepPart(
  tx: Writer,
  { orderId, code }: { readonly orderId: string; readonly code: string },
  evidence: KeptEvidence,
): Promise<void> {
  const step = and(eq(orderMilestones.orderId, orderId), eq(orderMilestones.code, code));
  await tx.update(orderMilestones).set({ evidence }).where(step);
}

/** What the steps of these orders were told with, by order, in the order of the steps. */
export const evidenceByOrders = preparedList("evidence_of_orders", (db, ids) =>
  db
    .select({
      orderId: orderMilestones.orderId,
      code: orderMilestones.code,
      occurredAt: orderMilestones.occurredAt,
      evidence: orderMilestones.evidence,
    })
    .from(orderMilestones)
    .where(and(inArray(orderMilestones.orderId, ids), isNotNull(orderMilestones.evidence)))
    .orderBy(asc(orderMilestones.orderId), asc(orderMilestones.position)),
);

/** What is kept with a step of these orders, by order; nothing of those where nothing is. */
export async function keptOfStep(
  db: Reader,
  { code, ids }: { readonly code: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, KeptEvidence>> {
  const rows = (await evidenceByOrders(db, ids)).filter((row) => row.code === code);
  return new Map(rows.flatMap(({ orderId, evidence }) => (evidence ? [[orderId, evidence]] : [])));
}
