import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { findRequest, invitedTo } from "@/db/repositories/requests";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import type { Need } from "@/domain/catalogue/directory/fit";
import { acceptsBids } from "@/domain/requests/request";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import type { Service } from "@/domain/shared/vocabulary";
import type { Instant } from "@/domain/shared/time";

/** So many are offered to choose from. */
const ROWS_MAX = 50;

/** An open request of the reader's own. */
export type OpenRequest = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly closesAt: Instant;
};

/** The viewer's own requests that take bids, the next to close first; none for whoever may not ask for bids. */
export async function ownOpenRequests(read: Reader, viewer: Actor, now: Instant): Promise<OpenRequest[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "request.change")) return [];
  const rows = await read
    .select({
      id: requests.id,
      reference: requests.reference,
      service: requests.service,
      title: deals.title,
      closesAt: requests.closesAt,
    })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(
      and(eq(requests.buyerOrganisationId, organisationId), eq(requests.state, "open"), gt(requests.closesAt, now)),
    )
    .orderBy(asc(requests.closesAt), asc(requests.id))
    .limit(ROWS_MAX);
  return rows.map((row) => ({ ...row, closesAt: row.closesAt as Instant }));
}

const equipmentIn = (spec: unknown): Need["equipment"] => {
  const named = (spec as { readonly equipment?: unknown } | null)?.equipment;
  return EQUIPMENT.find((one) => one === named) ?? null;
};

/** What the viewer's own open request asks of whoever is to do it; null of any other request. */
export async function needOf(read: Reader, viewer: Actor, of: { readonly requestId: string; readonly now: Instant }) {
  const request = await findRequest(read, of.requestId);
  if (!request || !may(viewer, "request.change", request) || !acceptsBids(request, of.now)) return null;
  const deal = await findDeal(read, request.dealId);
  const need: Need = {
    ...{ service: request.service, hubId: request.hubId, corridor: request.corridor },
    equipment: equipmentIn(request.spec),
    hasDangerousGoods: deal?.cargo.some(({ dangerousGoods }) => dangerousGoods) ?? false,
  };
  return need;
}

/** Who was invited to a request of the viewer's own, which `ownOpenRequests` has found. */
export const invitedAmong = (read: Reader, requestId: string): Promise<string[]> => invitedTo(read, requestId);
