import {
  type Placeholder,
  type SQL,
  and,
  count,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  sql,
} from "drizzle-orm";
import type { OrderSort } from "../../domain/orders/order-sort";
import { numberPart } from "../../domain/shared/number-part";
import type { LineState, OrderState, Service } from "../../domain/shared/vocabulary";
import { prepared, type Reader } from "../database";
import { orders } from "../schema/orders";
import { requests } from "../schema/requests";
import { threads } from "../schema/threads";
import { askWords, hasNumberPart } from "../word-search";
import { type ListedOrder, ofThread, withUnread } from "./order-lists";
import type { StoredOrder } from "./orders";

export type OrderQuestion = {
  readonly organisationId: string;
  readonly side?: "buyer" | "provider" | null;
  readonly states?: readonly OrderState[] | null;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly q?: string | null;
  readonly sort?: OrderSort | null;
  /** The row after which the page begins, by what the list is sorted by. */
  readonly after?: { readonly value: bigint; readonly id: string } | null;
  readonly limit: number;
};

const LATEST: OrderSort = "-placed";

const isByPrice = (sort: OrderSort): boolean => sort.endsWith("price");
const isDescending = (sort: OrderSort): boolean => sort.startsWith("-");

/** The order of a list: by the value, then by id. */
function orderOf(sort: OrderSort): SQL[] {
  const way = isDescending(sort) ? desc : asc;
  return [way(isByPrice(sort) ? orders.contractCnyMinor : orders.contractedAt), way(orders.id)];
}

/** Where a row stands in a list of this order. */
export const placeInList = (order: StoredOrder, sort: OrderSort = LATEST) => ({
  value: isByPrice(sort) ? order.contractCnyMinor : BigInt(order.contractedAt),
  id: order.id,
});

/** As orders say it of themselves: what keeps one that is not over comes before how far it is. */
function isInState(state: OrderState): SQL | undefined {
  const isUnderWay = notInArray(orders.state, ["completed", "cancelled"] satisfies LineState[]);
  switch (state) {
    case "disputed":
      return and(isUnderWay, isNotNull(orders.disputedSince));
    case "exception":
      return and(isUnderWay, isNotNull(orders.exceptionSince), isNull(orders.disputedSince));
    case "on_hold":
      return and(isUnderWay, isNotNull(orders.heldSince), isNull(orders.exceptionSince), isNull(orders.disputedSince));
    case "completed":
    case "cancelled":
      return eq(orders.state, state);
    default:
      return and(
        eq(orders.state, state),
        isNull(orders.heldSince),
        isNull(orders.exceptionSince),
        isNull(orders.disputedSince),
      );
  }
}

/** The request knows the words of goods, places and hub; of the order's own number a part is enough. Signs alone ask for nothing. */
async function isFound(db: Reader, q: string): Promise<SQL | undefined> {
  const words = (await askWords(db, requests, { text: q, isRead: true })).isFound({ id: orders.requestId });
  const part = numberPart(q);
  const isPart = part === null ? undefined : hasNumberPart(orders.reference, part);
  return words && or(eq(orders.reference, q.trim().toUpperCase()), isPart, words);
}

function isAfter({ after, sort }: OrderQuestion): SQL | undefined {
  if (!after) return undefined;
  const by = sort ?? LATEST;
  const isBeyond = isDescending(by) ? lt : gt;
  const { id, value } = after;
  if (isByPrice(by)) {
    const column = orders.contractCnyMinor;
    return or(isBeyond(column, value), and(eq(column, value), isBeyond(orders.id, id)));
  }
  const column = orders.contractedAt;
  const at = Number(value);
  return or(isBeyond(column, at), and(eq(column, at), isBeyond(orders.id, id)));
}

type Meant = {
  readonly organisationId: string | Placeholder;
  readonly side?: OrderQuestion["side"];
  readonly isMeant?: SQL | undefined;
  readonly sort?: OrderSort;
  readonly limit: number | Placeholder;
};

/** Of one side's orders the page's worth, by its index in the list's order: of both at once the database would sort all. */
const idsOfPage = (db: Reader, isMeant: SQL | undefined, { sort = LATEST, limit }: Pick<Meant, "sort" | "limit">) => {
  const page = db
    .select({ id: orders.id })
    .from(orders)
    // Which knows the words of what was ordered.
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .where(isMeant)
    .orderBy(...orderOf(sort))
    .limit(limit)
    .as("page");
  return db.select({ id: page.id }).from(page);
};

/** A page of a party's orders, the latest contracted first. */
function partysOrders(db: Reader, { organisationId, side, isMeant, sort = LATEST, limit }: Meant) {
  const idsOf = (party: typeof orders.buyerOrganisationId | typeof orders.providerOrganisationId) =>
    idsOfPage(db, and(eq(party, organisationId), isMeant), { sort, limit });
  const bought = idsOf(orders.buyerOrganisationId);
  const provided = idsOf(orders.providerOrganisationId);
  const ids = side === "buyer" ? bought : side === "provider" ? provided : bought.unionAll(provided);
  return db
    .select(withUnread)
    .from(orders)
    .leftJoin(threads, ofThread)
    .where(inArray(orders.id, ids))
    .orderBy(...orderOf(sort))
    .limit(limit);
}

/** What a question narrows the orders of a party to. */
async function meantBy(db: Reader, question: OrderQuestion): Promise<SQL | undefined> {
  const { states, service, hubId, q } = question;
  return and(
    states ? or(...states.map(isInState)) : undefined,
    service ? eq(orders.service, service) : undefined,
    hubId ? eq(orders.hubId, hubId) : undefined,
    q ? await isFound(db, q) : undefined,
    isAfter(question),
  );
}

/** How many there are in all, counted no further than the question's limit. */
export async function countOrdersOf(db: Reader, question: OrderQuestion): Promise<number> {
  const { organisationId, side, limit } = question;
  const isMeant = await meantBy(db, { ...question, after: null });
  let orderCount = 0;
  for (const party of ["buyer", "provider"] as const) {
    if (side && side !== party) continue;
    const column = party === "buyer" ? orders.buyerOrganisationId : orders.providerOrganisationId;
    const found = idsOfPage(db, and(eq(column, organisationId), isMeant), { limit }).as("found");
    const [row] = await db.select({ orders: count() }).from(found);
    orderCount += row?.orders ?? 0;
  }
  return Math.min(orderCount, limit);
}

/** The first page without a filter, which most lists are opened with: what is chosen is built anew at each question. */
const latestOrders = prepared(
  "latest_orders_of_party",
  (db) => partysOrders(db, { organisationId: sql.placeholder("organisationId"), limit: sql.placeholder("limit") }),
  { isPlannedByValues: true },
);

/** Orders of the organisation, the latest contracted first where the question says no other order. */
export async function listOrdersOf(db: Reader, question: OrderQuestion): Promise<ListedOrder[]> {
  const { organisationId, side, states, service, hubId, q, after, limit } = question;
  const sort = question.sort ?? LATEST;
  if (!side && !states && !service && !hubId && !q && !after && sort === LATEST)
    return (await latestOrders(db, { organisationId, limit })) as ListedOrder[];
  const isMeant = await meantBy(db, question);
  return (await partysOrders(db, { organisationId, side, isMeant, sort, limit })) as ListedOrder[];
}
