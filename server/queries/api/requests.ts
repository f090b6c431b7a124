import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Reader } from "../../../db/database";
import { matchesWords } from "../../../db/matches-words";
import { findDeal, type StoredDeal } from "../../../db/repositories/deals";
import { invitedTo, type StoredRequest, visibleTo } from "../../../db/repositories/requests";
import { organisations } from "../../../db/schema/accounts";
import { deals } from "../../../db/schema/deals";
import { requests } from "../../../db/schema/requests";
import type { Actor } from "../../../domain/access/actor";
import { may } from "../../../domain/access/policy";
import { shipmentOf } from "../../../domain/deals/shipment-of";
import type { RequestState } from "../../../domain/requests/request";
import { kindOf } from "../../../domain/services/registry";
import type { Service } from "../../../domain/services/service";
import { assert } from "../../../domain/shared/assert";
import { world } from "../network";
import { type Page, pageOf, writeCursor } from "./cursor";

type Buyer = { readonly id: string; readonly nameOwn: string; readonly nameLatin: string; readonly country: string };

/** A request with what of its deal everybody may know who sees it; visitors are not told whose it is. */
export type RequestRow = Omit<StoredRequest, "spec" | "searchText" | "buyerOrganisationId" | "cancelReason"> &
  Pick<StoredDeal, "title" | "direction" | "originId" | "destinationId" | "mode" | "readyDate"> & {
    readonly buyer: Buyer | null;
    readonly isOwn: boolean;
  };

export type RequestView = RequestRow & {
  readonly cancelReason: string | null;
  /** What bidders price by; null to a visitor, since specs name addresses and tax numbers. */
  readonly details: {
    readonly spec: Readonly<Record<string, unknown>>;
    readonly deal: Pick<StoredDeal, "incoterm" | "goodsValue" | "cargo">;
  } | null;
  /** The buyer's own knowledge. */
  readonly invitedIds: readonly string[] | null;
};

const columns = {
  request: requests,
  title: deals.title,
  direction: deals.direction,
  originId: deals.originId,
  destinationId: deals.destinationId,
  mode: deals.mode,
  readyDate: deals.readyDate,
  buyer: {
    id: organisations.id,
    nameOwn: organisations.nameOwn,
    nameLatin: organisations.nameLatin,
    country: organisations.country,
  },
};

const select = (read: Reader) =>
  read
    .select(columns)
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .innerJoin(organisations, eq(organisations.id, requests.buyerOrganisationId));

type Found = Awaited<ReturnType<typeof select>>[number];

function rowOf({ request, buyer, ...ofDeal }: Found, viewer: Actor): RequestRow {
  const { spec: _, searchText: __, cancelReason: ___, buyerOrganisationId, ...row } = request as StoredRequest;
  return {
    ...row,
    ...ofDeal,
    buyer: viewer.organisationId === null ? null : buyer,
    isOwn: viewer.organisationId === buyerOrganisationId,
  };
}

export type RequestQuestion = {
  readonly service?: Service | undefined;
  readonly hubId?: string | undefined;
  readonly state?: RequestState | undefined;
  readonly q?: string | undefined;
  readonly afterId: string | null;
  readonly limit: number;
};

/** Requests that the viewer may see, the newest first: its organisation's own, those it is invited to, and the public ones. */
export async function listRequests(read: Reader, viewer: Actor, asked: RequestQuestion): Promise<Page<RequestRow>> {
  const rows = await select(read)
    .where(
      and(
        visibleTo(viewer.organisationId),
        asked.service ? eq(requests.service, asked.service) : undefined,
        asked.hubId ? eq(requests.hubId, asked.hubId) : undefined,
        asked.state ? eq(requests.state, asked.state) : undefined,
        asked.q ? matchesWords(requests.searchText, asked.q) : undefined,
        asked.afterId === null ? undefined : lt(requests.id, asked.afterId),
      ),
    )
    .orderBy(desc(requests.id))
    .limit(asked.limit + 1);
  const page = pageOf(rows, asked.limit, (row) => writeCursor(row.request.id));
  return { ...page, items: page.items.map((row) => rowOf(row, viewer)) };
}

/** The spec as it travels, with what its kind reckons from it, such as a sampling plan. */
async function specOf(read: Reader, request: StoredRequest, deal: StoredDeal): Promise<Record<string, unknown>> {
  const { places } = await world(read);
  const countryOf = (id: string): string => places.get(id)?.country ?? "";
  const shipment = shipmentOf(deal, { origin: countryOf(deal.originId), destination: countryOf(deal.destinationId) });
  const kind = kindOf(request.service);
  return { ...(request.spec as object), ...kind.answerFields(kind.specSchema.parse(request.spec), shipment) };
}

/** One request as the viewer may see it; null where it may not. */
export async function requestView(read: Reader, viewer: Actor, id: string): Promise<RequestView | null> {
  const [found] = await select(read)
    .where(and(eq(requests.id, id), visibleTo(viewer.organisationId)))
    .limit(1);
  if (!found) return null;
  const request = found.request as StoredRequest;
  const row = rowOf(found, viewer);
  if (viewer.organisationId === null) return { ...row, cancelReason: null, details: null, invitedIds: null };
  const deal = await findDeal(read, request.dealId);
  assert(deal, `request ${id} has its deal`);
  const isBuyer = may(viewer, "deal.read", { organisationIds: [request.buyerOrganisationId] });
  return {
    ...row,
    cancelReason: request.cancelReason,
    details: { spec: await specOf(read, request, deal), deal },
    invitedIds: isBuyer ? await invitedTo(read, id) : null,
  };
}
