import "server-only";
import type { Reader } from "@/db/database";
import { type StoredDraft, findDraft, listDrafts, listTemplates } from "@/db/repositories/deal-drafts";
import { type ListedDeal, listDealsOf, requestsOfDeals } from "@/db/repositories/deal-lists";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { cargoTotals } from "@/domain/deals/cargo";
import type { DealPage, DealRequest, DealLine, DealStop, DraftRow, PlannedDeal } from "@/views/deals";
import { fallbacksOf } from "@/domain/requests/fallback";
import { leaveDayOf } from "@/domain/requests/leave-day";
import { asRead, conflictsAmong } from "@/domain/requests/request-conflicts";
import type { RequestTurn } from "@/domain/requests/request-turn";
import { SERVICES } from "@/domain/shared/service";
import { type Instant, instant } from "@/domain/shared/instant";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { money } from "@/domain/shared/money";
import { requestTurns } from "../orders/queries/request-turns";
import { shownWay } from "../hubs/shown-way";
import { type ReferenceData, namedHub, namedPlace, referenceData } from "../hubs/queries/network";

const DRAFTS_SHOWN = 50;

/** What stands around a deal: its requests, and whose turn each of them is. */
type Around = {
  readonly known: ReferenceData;
  readonly requests: readonly StoredRequest[];
  readonly told: (requestId: string) => { readonly turn: RequestTurn };
  /** Whether the viewer says how a deal goes on where nobody was chosen. */
  readonly mayChoose: boolean;
};

/** Whose turn the buyer's own requests are. */
const turnsOfOwn = (
  read: Reader,
  viewer: Actor,
  { requests, now }: { readonly requests: readonly StoredRequest[]; readonly now: Instant },
) => requestTurns(read, viewer, { requests: requests.map((request) => ({ ...request, side: "buyer" as const })), now });

function requestOf(request: StoredRequest, { told, mayChoose }: Around): DealRequest {
  const { id, reference, service, state, bidMode, bidCount, closesAt, decideBy } = request;
  const { turn } = told(id);
  const choices = mayChoose ? fallbacksOf(request) : [];
  return {
    id,
    reference,
    service,
    state,
    bidMode,
    bidCount,
    closesAt,
    decideBy,
    turn,
    choices,
  };
}

const inOrder = (around: Around): DealRequest[] =>
  SERVICES.flatMap((service) => around.requests.filter((request) => request.service === service)).map((request) =>
    requestOf(request, around),
  );

function rowOf(deal: ListedDeal, around: Around): DealLine {
  const { goodsValueMinor, goodsCurrency, originId, destinationId, hubId, createdAt, ...rest } = deal;
  return {
    ...rest,
    origin: namedPlace(around.known, originId),
    destination: namedPlace(around.known, destinationId),
    hub: namedHub(around.known, hubId),
    goodsValue: money(goodsValueMinor, goodsCurrency),
    createdAt: instant(createdAt),
    requests: inOrder({ ...around, requests: around.requests.filter((request) => request.dealId === deal.id) }),
  };
}

/** The viewer's own deals with their requests, the latest first; nobody else's. */
export async function dealList(
  read: Reader,
  viewer: Actor,
  asked: { readonly cursor: string | null; readonly limit: number; readonly now: Instant },
): Promise<{ items: DealLine[]; nextCursor: string | null }> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "deal.read", { organisationIds: [organisationId] }))
    return { items: [], nextCursor: null };
  const found = await listDealsOf(read, { organisationId, after: asked.cursor, limit: asked.limit + 1 });
  const shown = found.slice(0, asked.limit);
  const ids = shown.map((deal) => deal.id);
  const requests = await requestsOfDeals(read, ids);
  const known = await referenceData(read);
  const told = await turnsOfOwn(read, viewer, { requests, now: asked.now });
  const around = { known, requests, told, mayChoose: false };
  const items = shown.map((deal) => rowOf(deal, around));
  return { items, nextCursor: found.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

function stopOf(known: ReferenceData, id: string): DealStop {
  const place = known.places.get(id);
  return { ...namedPlace(known, id), country: place?.country ?? "", isBorderHub: place?.isBorderHub ?? false };
}

const hubZoneOf = (known: ReferenceData, hubId: string): string =>
  known.places.get(known.hubs.get(hubId)?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE;

/** A deal as far as its page needs it. */
export type Planned = Omit<StoredDeal, "version" | "contractedAt" | "createdByUserId" | "corridor">;

/** What the page shows of a deal, kept or only checked, but for its requests. */
export function pageOf(
  deal: Planned,
  { known, requests }: Pick<Around, "known" | "requests">,
): Omit<PlannedDeal, "requests"> {
  const { id, reference, title, mode, inlandMode, readyDate, goodsValue, direction, incoterm } = deal;
  const { cargo, hubChoice, originId, hubId, destinationId, createdAt } = deal;
  const way = shownWay(deal.way);
  const stopIds = [originId, ...way.legs.map((leg) => leg.toId)];
  return {
    ...{ id, reference, title, mode, inlandMode, readyDate, goodsValue, direction, incoterm },
    ...{ cargo, hubChoice, originId, hubId, destinationId, way, createdAt },
    conflicts: [...conflictsAmong(asRead(requests))].map(([service, warnings]) => ({ service, warnings })),
    leaveDay: leaveDayOf(readyDate, requests),
    ...cargoTotals(cargo),
    origin: stopOf(known, originId),
    destination: stopOf(known, destinationId),
    hub: namedHub(known, hubId),
    hubZone: hubZoneOf(known, hubId),
    stops: stopIds.map((stopId) => stopOf(known, stopId)),
  };
}

/** The viewer's own deal; null where it is not there or not theirs. */
export async function dealPage(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly now: Instant },
): Promise<DealPage | null> {
  const deal = await findDeal(read, of.id);
  if (!deal || !may(viewer, "deal.read", { organisationIds: [deal.buyerOrganisationId] })) return null;
  const requests = await requestsOfDeal(read, deal.id);
  const mayChoose = may(viewer, "request.decide", deal);
  const told = await turnsOfOwn(read, viewer, { requests, now: of.now });
  const known = await referenceData(read);
  const { contractedAt, corridor, version } = deal;
  return {
    ...pageOf(deal, { known, requests }),
    requests: inOrder({ known, requests, told, mayChoose }),
    ...{ contractedAt, corridor, version },
  };
}

/** The organisation's unfinished postings, the last touched first. */
export async function draftList(read: Reader, viewer: Actor): Promise<DraftRow[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "draft.change", { organisationIds: [organisationId] })) return [];
  const drafts = await listDrafts(read, organisationId, DRAFTS_SHOWN);
  return drafts.map(({ id, title, updatedAt }) => ({ id, title, updatedAt }));
}

/** What the viewer's organisation keeps to begin postings from. */
export async function templateList(read: Reader, viewer: Actor): Promise<{ id: string; name: string }[]> {
  const { organisationId } = viewer;
  const mayBegin = organisationId !== null && may(viewer, "draft.change", { organisationIds: [organisationId] });
  return mayBegin ? await listTemplates(read, organisationId) : [];
}

/** A draft of the viewer's organisation as it was typed; null where it is not there or not theirs. */
export async function ownDraft(read: Reader, viewer: Actor, id: string): Promise<StoredDraft | null> {
  const draft = await findDraft(read, id);
  return draft && may(viewer, "draft.change", { organisationIds: [draft.organisationId] }) ? draft : null;
}
