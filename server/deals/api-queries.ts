import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { deals } from "@/db/schema/deals";
import { type Actor, may } from "@/domain/access/policy";
import { instant } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import type { DealRow } from "@/views/deals";
import { type Page, pageOf, writeCursor } from "../platform/api/cursor";

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
