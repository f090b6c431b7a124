import { and, asc, count, desc, eq, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { DealSort } from "../../domain/deals/deal-sort";
import type { Mode } from "../../domain/hubs/place";
import type { Service } from "../../domain/shared/vocabulary";
import { numberPart } from "../../domain/shared/number-part";
import type { RequestState } from "../../domain/requests/request";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { prepared, type Reader } from "../database";
import { deals } from "../schema/deals";
import { orders } from "../schema/orders";
import { requests } from "../schema/requests";
import { askWords, hasNumberPart } from "../word-search";
import type { StoredOrder } from "./orders";
import { isCurrent, type StoredRequest } from "./requests";

const columns = {
  id: deals.id,
  reference: deals.reference,
  title: deals.title,
  mode: deals.mode,
  readyDate: deals.readyDate,
  goodsValueMinor: deals.goodsValueMinor,
  goodsCurrency: deals.goodsCurrency,
  originId: deals.originId,
  destinationId: deals.destinationId,
  hubId: deals.hubId,
  createdAt: deals.createdAt,
};

export type DealQuestion = {
  readonly organisationId: string;
  /** Words of goods and places, or a part of a number. */
  readonly q?: string | null;
  /** That a request for this service, in this state, or both, is asked for it. */
  readonly service?: Service | null;
  readonly state?: RequestState | null;
  readonly hubId?: string | null;
  readonly mode?: Mode | null;
  readonly sort?: DealSort | null;
  /** The row after which the page begins. */
  readonly after: { readonly id: string; readonly ready: LocalDate } | null;
  readonly limit: number;
};

const LATEST: DealSort = "-posted";
const isDescending = (sort: DealSort): boolean => sort.startsWith("-");
const isByDay = (sort: DealSort): boolean => sort.endsWith("ready");

/** Ids sort by time. */
function orderOf(sort: DealSort): SQL[] {
  const way = isDescending(sort) ? desc : asc;
  return isByDay(sort) ? [way(deals.readyDate), way(deals.id)] : [way(deals.id)];
}

function isAfter({ after, sort }: DealQuestion): SQL | undefined {
  if (after === null) return undefined;
  const by = sort ?? LATEST;
  const isBeyond = isDescending(by) ? lt : gt;
  if (!isByDay(by)) return isBeyond(deals.id, after.id);
  return or(
    isBeyond(deals.readyDate, after.ready),
    and(eq(deals.readyDate, after.ready), isBeyond(deals.id, after.id)),
  );
}

function hasRequest(db: Reader, { service, state, organisationId }: DealQuestion): SQL | undefined {
  if (!service && !state) return undefined;
  const asked = db
    .select({ id: requests.dealId })
    .from(requests)
    .where(
      and(
        eq(requests.buyerOrganisationId, organisationId),
        isCurrent,
        service ? eq(requests.service, service) : undefined,
        state ? eq(requests.state, state) : undefined,
      ),
    );
  return inArray(deals.id, asked);
}

/** Its requests know the words of a deal; of its own number a part is enough. Signs alone ask for nothing. */
async function isFound(db: Reader, { organisationId, q }: DealQuestion): Promise<SQL | undefined> {
  if (!q) return undefined;
  const words = (await askWords(db, requests, { text: q, isRead: true })).isFound();
  if (words === undefined) return undefined;
  const asked = db
    .select({ id: requests.dealId })
    .from(requests)
    .where(and(eq(requests.buyerOrganisationId, organisationId), words));
  const part = numberPart(q);
  return or(part === null ? undefined : hasNumberPart(deals.reference, part), inArray(deals.id, asked));
}

/** What a question narrows all deals to: those of the organisation, and of them what is asked. */
async function meantBy(db: Reader, of: DealQuestion): Promise<SQL | undefined> {
  const { hubId, mode } = of;
  return and(
    eq(deals.buyerOrganisationId, of.organisationId),
    await isFound(db, of),
    hasRequest(db, of),
    hubId ? eq(deals.hubId, hubId) : undefined,
    mode ? eq(deals.mode, mode) : undefined,
    isAfter(of),
  );
}

/** The organisation's deals, the latest first where the question says no other order. */
export async function listDealsOf(db: Reader, of: DealQuestion) {
  return await db
    .select(columns)
    .from(deals)
    .where(await meantBy(db, of))
    .orderBy(...orderOf(of.sort ?? LATEST))
    .limit(of.limit);
}

/** How many there are in all, counted no further than the question's limit. */
export async function countDealsOf(db: Reader, of: Omit<DealQuestion, "after">): Promise<number> {
  const isMeant = await meantBy(db, { ...of, after: null });
  const found = db.select({ id: deals.id }).from(deals).where(isMeant).limit(of.limit).as("found");
  const [row] = await db.select({ deals: count() }).from(found);
  return row?.deals ?? 0;
}

const hubsByBuyer = prepared("hubs_of_deals", (db) =>
  db
    .selectDistinct({ hubId: deals.hubId })
    .from(deals)
    .where(eq(deals.buyerOrganisationId, sql.placeholder("organisationId"))),
);

/** The hubs that an organisation's deals go through. */
export const hubsOfDeals = async (db: Reader, organisationId: string): Promise<string[]> =>
  (await hubsByBuyer(db, { organisationId })).map(({ hubId }) => hubId);

export async function requestsOfDeals(db: Reader, dealIds: readonly string[]): Promise<StoredRequest[]> {
  if (dealIds.length === 0) return [];
  const rows = await db
    .select()
    .from(requests)
    .where(and(inArray(requests.dealId, [...dealIds]), isCurrent))
    .orderBy(asc(requests.id));
  return rows as StoredRequest[];
}

type AwardedOf = {
  readonly requests: readonly { readonly id: string; readonly dealId: string; readonly state: RequestState }[];
  /** Nobody's for a visitor. */
  readonly organisationId: string | null;
};

/** The orders that came of these requests, as far as the organisation is a party to them. Nothing is read where none is awarded. */
export async function ownOrdersOf(
  db: Reader,
  { requests: asked, organisationId }: AwardedOf,
): Promise<readonly StoredOrder[]> {
  const awarded = asked.filter(({ state }) => state === "awarded");
  if (awarded.length === 0 || organisationId === null) return [];
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        inArray(orders.dealId, [...new Set(awarded.map(({ dealId }) => dealId))]),
        or(eq(orders.buyerOrganisationId, organisationId), eq(orders.providerOrganisationId, organisationId)),
      ),
    );
  const ids = new Set(awarded.map(({ id }) => id));
  return (rows as StoredOrder[]).filter(({ requestId }) => ids.has(requestId));
}

export type ListedDeal = Awaited<ReturnType<typeof listDealsOf>>[number] & { createdAt: Instant | number };
