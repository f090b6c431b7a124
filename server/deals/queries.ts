import "server-only";
import type { Reader } from "@/db/database";
import { type Actor, may } from "@/domain/access/policy";
import { ANY_HUB } from "@/domain/deals/deal-choices";
import type { CheckedPosting, ChosenWay, PostingOptions, ShownWay } from "@/views/postings";
import { endsOf, waysOfRoute } from "@/domain/deals/plan-deal";
import { cargoLineOf, cargoTotals, shipmentOf } from "@/domain/deals/deal";
import { asRead, conflictsAmong } from "@/domain/requests/request-conflicts";
import { waysToOffer } from "@/domain/hubs/choose-ways";
import { bestOther, suggestHub } from "@/domain/hubs/suggest-hub";
import { INLAND_MODES, inlandModeFits, isEnd, MODES, type Way } from "@/domain/hubs/place";
import { kindOf } from "@/domain/services/registry";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { dayOf, type Instant, instant, MARKET_ZONE, parseLocalDate } from "@/domain/shared/time";
import { type Examined, examinePosting } from "./examine-posting";
import { namesOf } from "@/db/repositories/parties";
import { findDraft, listDrafts, listTemplates, type StoredDraft } from "@/db/repositories/deal-drafts";
import { offeredEntries } from "./book/queries";
import { END_FIELDS, meantBy } from "../hubs/queries/towns";
import { searchProviders } from "../catalogue/queries";
import {
  namedHub,
  namedPlace,
  otherHubsOf,
  placesAround,
  referenceData,
  type ReferenceData,
} from "../hubs/queries/network";
import { type PlannedReferenceData, planningReferenceData } from "../hubs/read-board";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import "server-only";
import {
  type DealQuestion,
  countDealsOf,
  hubsOfDeals,
  listDealsOf,
  type ListedDeal,
  requestsOfDeals,
} from "@/db/repositories/deal-lists";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import type { DealLine, DealPage, DealRequest, DealStop, DraftRow, PlannedDeal } from "@/views/deals";
import { fallbacksOf } from "@/domain/requests/request";
import { leaveDayOf } from "@/domain/requests/leave-day";
import type { RequestTurn } from "@/domain/requests/request-turn";
import { type NamedHub, SERVICES } from "@/domain/shared/vocabulary";
import { money } from "@/domain/shared/money";
import { requestTurns } from "../orders/queries/request-turns";
import { shownWay } from "../hubs/shown-way";
import { placeNamesOf } from "@/domain/shared/place-names";

const PROVIDERS_SHOWN = 100;
const WAYS_SHOWN = 5;
const WAYS_COMPARED = 40;

/** What the ends may mean that are written in words, in the order of `END_FIELDS`. */
async function meantIn(read: Reader, ends: readonly string[]): Promise<PostingOptions["meant"]> {
  const meant = await Promise.all(
    END_FIELDS.map(async (field, at) => {
      const found = await meantBy(read, ends[at] ?? "");
      return found ? [[field, found] as const] : [];
    }),
  );
  return Object.fromEntries(meant.flat());
}

/** What the posting form offers: where goods can start and end, the towns that are chosen among them, every hub, and providers that can be invited. */
export async function postingOptions(
  read: Reader,
  viewer: Actor,
  chosen: readonly string[] = [],
): Promise<PostingOptions> {
  const known = await referenceData(read);
  const ends = placesAround(known, chosen).filter(
    (place) => (isEnd(place) || chosen.includes(place.id)) && !isEmbargoed(place.country),
  );
  const providers = await searchProviders(read, { limit: PROVIDERS_SHOWN });
  return {
    places: ends.map((end) => ({ id: end.id, ...placeNamesOf(end), country: end.country })),
    hubs: [...known.hubs.values()].map((hub) => ({
      ...{ id: hub.id, ...placeNamesOf(hub) },
      ...{ isBorderHub: hub.isBorderHub, kind: hub.kind },
    })),
    providers: providers.items
      .filter((provider) => provider.id !== viewer.organisationId)
      .map(({ id, nameOwn, nameLatin, services }) => ({ id, nameOwn, nameLatin, services })),
    meant: await meantIn(read, chosen),
    book: await offeredEntries(read, viewer),
  };
}

/** The ways to offer, and all that there are: a buyer may name any hub that has one. */
type Compared = { readonly known: PlannedReferenceData; readonly ways: readonly Way[]; readonly all: readonly Way[] };

/** The ways for what is typed so far, the best first, planned once for all that a page says of them; null where ends or mode are missing. */
export async function comparedWays(read: Reader, values: FormValues, now: Instant): Promise<Compared | null> {
  const known = await planningReferenceData(read, now);
  const mode = MODES.find((one) => one === valueOf(values, "mode"));
  const route = { originId: valueOf(values, "originId"), destinationId: valueOf(values, "destinationId") };
  if (!mode || !endsOf(known, route).ok) return null;
  const readyDate = parseLocalDate(valueOf(values, "readyDate")) ?? dayOf(now);
  const inlandMode = INLAND_MODES.find((one) => one === valueOf(values, "inlandMode") && inlandModeFits(one, mode));
  const ways = waysOfRoute(known, { ...route, mode, inlandMode, readyDate }, { k: WAYS_COMPARED });
  if (!ways.ok) return null;
  return { known, ways: waysToOffer(ways.value, known.places, WAYS_COMPARED), all: ways.value };
}

/** The best of them: one of each hub, the suggested one first, with its reason. Empty where there are none. */
export function waysOfPosting(compared: Compared | null): ShownWay[] {
  if (!compared) return [];
  const { known, ways, all } = compared;
  const suggestion = suggestHub(ways, all);
  return ways.slice(0, WAYS_SHOWN).map((way) => ({
    hub: namedHub(known, way.hubId),
    distanceKm: way.distanceKm,
    days: way.days,
    borderWait: way.borderWait,
    isEstimate: way.isEstimate,
    reason: suggestion?.hubId === way.hubId ? suggestion.reason : null,
    nextHub:
      suggestion?.hubId === way.hubId && "nextHubId" in suggestion.reason
        ? namedHub(known, suggestion.reason.nextHubId)
        : null,
  }));
}

/** The way through the chosen hub, or through the one that would be taken for any, beside the best one through another; null while none is known. */
export function chosenWay(compared: Compared | null, values: FormValues): ChosenWay | null {
  const hubId = valueOf(values, "hubId");
  const isAny = hubId === "" || hubId === ANY_HUB;
  const way = isAny ? compared?.ways[0] : compared?.all.find((one) => one.hubId === hubId);
  if (!compared || !way) return null;
  const { known, ways } = compared;
  const { distanceKm, days, borderWait } = way;
  const other = bestOther(way, ways);
  return {
    hub: namedHub(known, way.hubId),
    ...{ distanceKm, days, borderWait },
    other: other && { hub: namedHub(known, other.hubId), daysMore: other.daysMore, kmMore: other.kmMore },
  };
}

/** What still stands between the draft and its publication. */
export async function examineDraft(
  read: Reader,
  of: { readonly organisationId: string; readonly fields: FormValues; readonly now: Instant },
): Promise<Examined> {
  return examinePosting(of.fields, {
    db: read,
    referenceData: await planningReferenceData(read, of.now),
    organisationId: of.organisationId,
    now: of.now,
  });
}

/** The draft as it would be published; null while something is to be mended. */
export async function checkedPosting(
  read: Reader,
  draft: Pick<StoredDraft, "id" | "organisationId" | "fields">,
  now: Instant,
): Promise<CheckedPosting | null> {
  const { organisationId, fields } = draft;
  const { deal, ends, plan, bidding, services, issues } = await examineDraft(read, { organisationId, fields, now });
  if (issues.length > 0 || !deal || !ends || !plan || !bidding) return null;
  const cargo = deal.cargo.map(cargoLineOf);
  const planned = {
    ...deal,
    ...plan,
    inlandMode: deal.inlandMode ?? null,
    cargo,
    id: draft.id,
    reference: "",
    buyerOrganisationId: organisationId,
    createdAt: now,
  };
  const names = await namesOf(read, bidding.invitedIds);
  const known = await referenceData(read);
  const conflicts = conflictsAmong(services);
  const shipment = shipmentOf(planned, { origin: ends.origin.country, destination: ends.destination.country });
  return {
    title: deal.title,
    deal: { ...pageOf(planned, { known, requests: [] }), requests: [] },
    services: services.map(({ service, spec }) => ({
      service,
      spec,
      figures: kindOf(service).figures(spec, shipment),
      warnings: [...(kindOf(service).warnings?.(spec, shipment) ?? []), ...(conflicts.get(service) ?? [])],
      otherHubs: otherHubsOf(known, service, spec),
    })),
    bidding,
    invited: [...names.values()],
  };
}

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

/** The place in the list after the last row shown: its id, and the day on which its goods are ready. */
const cursorOf = ({ id, readyDate }: ListedDeal): string => `${id}.${readyDate}`;

function parseCursor(cursor: string | null): DealQuestion["after"] {
  const [id = "", day = ""] = (cursor ?? "").split(".");
  const ready = parseLocalDate(day);
  return ready && /^\w{1,64}$/.test(id) ? { id, ready } : null;
}

type AskedDeals = Omit<DealQuestion, "organisationId" | "after"> & {
  readonly cursor: string | null;
  readonly now: Instant;
};

/** The viewer's own deals with their requests, the latest first where nothing else is asked; nobody else's. */
export async function dealList(
  read: Reader,
  viewer: Actor,
  { cursor, now, ...asked }: AskedDeals,
): Promise<{ items: DealLine[]; nextCursor: string | null }> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "deal.read", { organisationIds: [organisationId] }))
    return { items: [], nextCursor: null };
  const found = await listDealsOf(read, {
    ...asked,
    organisationId,
    after: parseCursor(cursor),
    limit: asked.limit + 1,
  });
  const shown = found.slice(0, asked.limit);
  const ids = shown.map((deal) => deal.id);
  const requests = await requestsOfDeals(read, ids);
  const known = await referenceData(read);
  const told = await turnsOfOwn(read, viewer, { requests, now });
  const around = { known, requests, told, mayChoose: false };
  const items = shown.map((deal) => rowOf(deal, around));
  const last = found.length > asked.limit ? shown.at(-1) : undefined;
  return { items, nextCursor: last ? cursorOf(last) : null };
}

/** How many deals the same question finds, counted no further than its limit. */
export async function countDeals(
  read: Reader,
  viewer: Actor,
  asked: Omit<DealQuestion, "organisationId" | "after">,
): Promise<number> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "deal.read", { organisationIds: [organisationId] })) return 0;
  return await countDealsOf(read, { ...asked, organisationId });
}

/** The hubs that the viewer's own deals go through: what their list can be narrowed to. */
export async function hubsOfOwn(read: Reader, viewer: Actor): Promise<NamedHub[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "deal.read", { organisationIds: [organisationId] })) return [];
  const known = await referenceData(read);
  return (await hubsOfDeals(read, organisationId)).sort().map((id) => namedHub(known, id));
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
