import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { deals } from "@/db/schema/deals";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { type Instant, instant } from "@/domain/shared/instant";
import { type Money, money } from "@/domain/shared/money";
import { type Page, pageOf, writeCursor } from "../platform/api/cursor";

export type DealView = Omit<StoredDeal, "buyerOrganisationId" | "createdByUserId"> & {
  readonly requests: readonly Pick<StoredRequest, "id" | "reference" | "service" | "state">[];
};

/** The viewer's own deal with what was asked for it; null to everybody else. */
export async function dealView(read: Reader, viewer: Actor, id: string): Promise<DealView | null> {
  const deal = await findDeal(read, id);
  if (!deal || !may(viewer, "deal.read", { organisationIds: [deal.buyerOrganisationId] })) return null;
  const { buyerOrganisationId: _, createdByUserId: __, ...view } = deal;
  const asked = await requestsOfDeal(read, id);
  return {
    ...view,
    requests: asked.map(({ id: requestId, reference, service, state }) => ({
      id: requestId,
      reference,
      service,
      state,
    })),
  };
}

export type DealRow = Pick<
  StoredDeal,
  | "id"
  | "reference"
  | "direction"
  | "title"
  | "originId"
  | "hubId"
  | "destinationId"
  | "mode"
  | "inlandMode"
  | "readyDate"
> & {
  readonly goodsValue: Money;
  readonly contractedAt: Instant | null;
  readonly createdAt: Instant;
  readonly version: number;
};

/** The deals that the viewer's organisation has posted, the newest first. */
export async function listDeals(
  read: Reader,
  viewer: Actor,
  of: { readonly afterId: string | null; readonly limit: number },
): Promise<Page<DealRow>> {
  const own = viewer.organisationId;
  if (own === null || !may(viewer, "deal.read", { organisationIds: [own] })) return { items: [], nextCursor: null };
  const rows = await read
    .select()
    .from(deals)
    .where(and(eq(deals.buyerOrganisationId, own), of.afterId === null ? undefined : lt(deals.id, of.afterId)))
    .orderBy(desc(deals.id))
    .limit(of.limit + 1);
  const page = pageOf(rows, of.limit, (row) => writeCursor(row.id));
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      reference: row.reference,
      direction: row.direction,
      title: row.title,
      originId: row.originId,
      hubId: row.hubId,
      destinationId: row.destinationId,
      mode: row.mode,
      inlandMode: row.inlandMode,
      readyDate: row.readyDate,
      goodsValue: money(row.goodsValueMinor, row.goodsCurrency),
      contractedAt: row.contractedAt === null ? null : instant(row.contractedAt),
      createdAt: instant(row.createdAt),
      version: row.version,
    })),
  };
}
