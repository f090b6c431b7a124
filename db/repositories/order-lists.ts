import { type SQL, and, asc, eq, exists, getTableColumns, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Mode } from "../../domain/hubs/place";
import { type Milestone, stateOf } from "../../domain/orders/order";
import { LINE_STATES, type LineState, type OrderState, type Service } from "../../domain/shared/vocabulary";
import { FUNDS_STEP } from "../../domain/services/payment/funds";
import { milestoneOf } from "../../domain/services/registry";
import type { Instant } from "../../domain/shared/time";
import { DELIVERED_WITH } from "../../domain/catalogue/track-record";
import type { KeptLate } from "../../domain/orders/due";
import type { KeptEvidence } from "../../domain/orders/evidence";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { bids, bidVersions, requests } from "../schema/requests";
import { deals } from "../schema/deals";
import { threads } from "../schema/threads";
import { awards, lateStepNotices, orderMilestones, orders, reopenedSteps } from "../schema/orders";
import { evidenceByOrders, type StoredOrder, unusualStepsOf } from "./orders";

const OVER: readonly LineState[] = ["completed", "cancelled"];
const UNDER_WAY = LINE_STATES.filter((state) => !OVER.includes(state));

/** An order with what each side has not read of the other's messages; null where nobody has written. */
export type ListedOrder = StoredOrder & Readonly<Record<"buyerUnread" | "providerUnread", number | null>>;

export const withUnread = {
  ...getTableColumns(orders),
  buyerUnread: threads.buyerUnread,
  providerUnread: threads.providerUnread,
};
export const ofThread = eq(threads.bidId, orders.bidId);

/** How many messages wait for an organisation beside an order of its own. */
export const unreadBy = (order: ListedOrder, organisationId: string): number =>
  (order.buyerOrganisationId === organisationId ? order.buyerUnread : order.providerUnread) ?? 0;

const partysInDeal = prepared("orders_of_deal_and_party", (db) =>
  db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.dealId, sql.placeholder("dealId")),
        or(
          eq(orders.buyerOrganisationId, sql.placeholder("organisationId")),
          eq(orders.providerOrganisationId, sql.placeholder("organisationId")),
        ),
      ),
    )
    .orderBy(asc(orders.id)),
);

/** The orders of a deal that the organisation is a party of. */
export async function ordersOfDeal(
  db: Reader,
  of: { dealId: string; organisationId: string },
): Promise<{ id: string; reference: string; service: Service; state: OrderState }[]> {
  const rows = await partysInDeal(db, of);
  return (rows as StoredOrder[]).map((row) => ({
    ...{ id: row.id, reference: row.reference, service: row.service },
    state: stateOf(row),
  }));
}

const milestonesByOrders = preparedList("milestones_of_orders", (db, ids) =>
  db
    .select({
      orderId: orderMilestones.orderId,
      code: orderMilestones.code,
      occurredAt: orderMilestones.occurredAt,
      earliestAt: orderMilestones.earliestAt,
    })
    .from(orderMilestones)
    .where(inArray(orderMilestones.orderId, ids))
    .orderBy(asc(orderMilestones.orderId), asc(orderMilestones.position)),
);

/** The milestones of many orders by the order's id, each in their order. */
export async function milestonesOfOrders(
  db: Reader,
  orders: readonly { readonly id: string; readonly service: Service; readonly mode?: Mode }[],
): Promise<ReadonlyMap<string, Milestone[]>> {
  const rows = await milestonesByOrders(
    db,
    orders.map(({ id }) => id),
  );
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const unusual = await unusualStepsOf(db, orders);
  const milestonesOf = (order: (typeof orders)[number]) =>
    (byOrder.get(order.id) ?? []).map((row) => ({
      ...milestoneOf({ ...order, unusual: unusual.get(order.id) }, row.code),
      occurredAt: row.occurredAt as Instant | null,
      earliestAt: row.earliestAt as Instant | null,
    }));
  return new Map(orders.map((order) => [order.id, milestonesOf(order)]));
}

const originByBidAndAward = prepared("origin_of_order", (db) =>
  db
    .select({
      dealReference: deals.reference,
      way: deals.way,
      requestReference: requests.reference,
      spec: requests.spec,
      content: bidVersions.content,
      alternative: awards.alternative,
      packageDiscount: awards.packageDiscount,
    })
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .innerJoin(awards, eq(awards.id, sql.placeholder("awardId")))
    .where(eq(bids.id, sql.placeholder("bidId")))
    .limit(1),
);

/** What the order came from: its deal, its request and the bid that won, with the offer of it that was chosen and the package that it reached. */
export async function originOfOrder(db: Reader, { bidId, awardId }: Pick<StoredOrder, "bidId" | "awardId">) {
  return (await originByBidAndAward(db, { bidId, awardId }))[0];
}

export type WorkQuestion = {
  readonly organisationId: string;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly limit: number;
};

/** A payment that was called off after funds had come in for it: they may still be there. */
const isCalledOffWithFunds = (db: Reader): SQL | undefined =>
  and(
    eq(orders.state, "cancelled"),
    eq(orders.service, "payment"),
    exists(
      db
        .select({ code: orderMilestones.code })
        .from(orderMilestones)
        .where(
          and(
            eq(orderMilestones.orderId, orders.id),
            eq(orderMilestones.code, FUNDS_STEP),
            isNotNull(orderMilestones.evidence),
          ),
        ),
    ),
  );

/** What the organisation provides and is not over, or was called off with funds that may still be there, the oldest first. */
export async function ordersUnderWay(
  db: Reader,
  { organisationId, service, hubId, limit }: WorkQuestion,
): Promise<ListedOrder[]> {
  const rows = await db
    .select(withUnread)
    .from(orders)
    .leftJoin(threads, ofThread)
    .where(
      and(
        eq(orders.providerOrganisationId, organisationId),
        or(inArray(orders.state, UNDER_WAY), isCalledOffWithFunds(db)),
        service ? eq(orders.service, service) : undefined,
        hubId ? eq(orders.hubId, hubId) : undefined,
      ),
    )
    .orderBy(asc(orders.contractedAt), asc(orders.id))
    .limit(limit);
  return rows as ListedOrder[];
}

const inState = prepared("orders_in_state", (db) =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.state, sql.placeholder("state")), gt(orders.id, sql.placeholder("afterId"))))
    .orderBy(asc(orders.id))
    .limit(sql.placeholder("limit")),
);

/** What is not over of all orders of the market, so many at a time: a state after the other, in the order in which orders go through them, so that none that goes on is left out. */
export async function* allUnderWay(db: Reader, limit: number): AsyncGenerator<StoredOrder[]> {
  for (const state of UNDER_WAY) {
    for (let afterId: string | undefined = ""; afterId !== undefined; ) {
      const rows = (await inState(db, { state, afterId, limit })) as StoredOrder[];
      if (rows.length > 0) yield rows;
      afterId = rows.length < limit ? undefined : rows.at(-1)?.id;
    }
  }
}

const takenBackByOrders = preparedList("taken_back_of_orders", (db, ids) =>
  db
    .select({
      orderId: reopenedSteps.orderId,
      code: reopenedSteps.code,
      occurredAt: reopenedSteps.occurredAt,
      evidence: reopenedSteps.evidence,
      earliestAt: reopenedSteps.earliestAt,
    })
    .from(reopenedSteps)
    .where(inArray(reopenedSteps.orderId, ids))
    .orderBy(asc(reopenedSteps.orderId), asc(reopenedSteps.seq)),
);

export type TakenBack = {
  readonly orderId: string;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly evidence: KeptEvidence | null;
  readonly earliestAt: Instant | null;
};

/** What steps of these orders had been told with before they were reopened, the first report of a step first; without reports that were struck, which count for nothing. */
export async function takenBackOf(db: Reader, orderIds: readonly string[]): Promise<TakenBack[]> {
  const rows = (await takenBackByOrders(db, orderIds)) as TakenBack[];
  return rows.filter(({ evidence }) => !evidence?.struck);
}

export type ToldLate = { readonly code: string; readonly occurredAt: Instant; readonly late: KeptLate };

/** The steps of these orders that are kept as late, by the order's id: those that stand, and deliveries that were late before they were sent back. */
export async function lateStepsTold(
  db: Reader,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ToldLate[]>> {
  const sentBack = (await takenBackOf(db, orderIds)).filter(({ code }) => DELIVERED_WITH.includes(code));
  const late = [...sentBack, ...(await evidenceByOrders(db, orderIds))].flatMap(
    ({ orderId, code, occurredAt, evidence }) =>
      evidence?.late && occurredAt !== null
        ? [{ orderId, code, occurredAt: occurredAt as Instant, late: evidence.late }]
        : [],
  );
  return Map.groupBy(late, ({ orderId }) => orderId);
}

/** Notes that the buyer was told of this late step, and answers whether it was not yet. */
export async function insertLateNotice(tx: Writer, row: typeof lateStepNotices.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(lateStepNotices)
    .values(row)
    .onConflictDoNothing()
    .returning({ orderId: lateStepNotices.orderId });
  return written.length > 0;
}

/** The late steps of these orders of which their buyers were told, as "order code". */
export async function lateNoticesOf(db: Reader, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await db
    .select({ orderId: lateStepNotices.orderId, code: lateStepNotices.code })
    .from(lateStepNotices)
    .where(inArray(lateStepNotices.orderId, [...orderIds]));
  return new Set(rows.map(({ orderId, code }) => `${orderId} ${code}`));
}

export type ProvidedIn = { readonly dealId: string; readonly service: Service; readonly organisationId: string };

/** Who provides which service of these deals. */
export async function providersOfDeals(db: Reader, dealIds: readonly string[]): Promise<ProvidedIn[]> {
  if (dealIds.length === 0) return [];
  return await db
    .select({ dealId: orders.dealId, service: orders.service, organisationId: orders.providerOrganisationId })
    .from(orders)
    .where(inArray(orders.dealId, [...dealIds]));
}
