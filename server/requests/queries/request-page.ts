import "server-only";
import type { Reader } from "@/db/database";
import { findBidDraft, markOf } from "@/db/repositories/bid-drafts";
import { listMembers } from "@/db/repositories/members";
import { namesOfPeople } from "@/db/repositories/proof";
import {
  approversOf,
  biddersOfRequests,
  bidsWithContent,
  findBidOf,
  type StoredBid,
  versionsOf,
} from "@/db/repositories/bidding";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { findOrganisation } from "@/db/repositories/organisations";
import { namesOf } from "@/db/repositories/parties";
import {
  findRequestOfService,
  findVisibleRequest,
  requestsOfDeal,
  type StoredRequest,
} from "@/db/repositories/requests";
import { type Actor, isOfRole, may } from "@/domain/access/policy";
import { rankedPrice } from "@/domain/bidding/bid";
import { maySeeRivals } from "@/domain/bidding/live-feedback";
import { bidDraftKeptUntil } from "@/domain/bidding/bid-draft";
import type { BidContext, OwnBid, OwnVersion, ShownBid } from "@/views/bids";
import type { RequestPage } from "@/views/requests";
import { partsToName } from "@/domain/bidding/offer/local-parts";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { cargoTotals, shipmentOf, withoutMarks } from "@/domain/deals/deal";
import { acceptsBids, fallbacksOf, isOpened } from "@/domain/requests/request";
import { leaveDayOf } from "@/domain/requests/leave-day";
import { PERCENT_BASES } from "@/domain/services/charge";
import type { LocalPart, Shipment } from "@/domain/services/kind";
import { asRead, conflictsAmong } from "@/domain/requests/request-conflicts";
import { kindOf, publicSpec, storedSpec } from "@/domain/services/registry";
import { SERVICES } from "@/domain/shared/vocabulary";
import { assert } from "@/domain/shared/result";
import { type Instant, instant, MARKET_ZONE } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { ownVersionReader, readOwnDraft, receiptHolds } from "../../sealing/seal-bid";
import { dutyEstimateOf } from "../../tariff/duty-queries";
import { requestTurns } from "../../orders/queries/request-turns";
import { watchedDeal } from "../../orders/queries/watched";
import { readerSides } from "./requests";
import { namedHub, namedPlace, otherHubsOf, referenceData } from "../../hubs/queries/network";
import { plannedRoute } from "../../hubs/queries/routes";

const letterOf = (position: number): string =>
  (position >= 26 ? letterOf(Math.floor(position / 26) - 1) : "") + String.fromCharCode(65 + (position % 26));

/** The organisation's own draft; whoever reads its bids reads what they may become. */
async function ownDraftOf(read: Reader, viewer: Actor, { request, now }: Pick<Showing, "request" | "now">) {
  const { organisationId } = viewer;
  const draft = organisationId && (await findBidDraft(read, { requestId: request.id, organisationId }));
  if (!draft || !may(viewer, "bid.read_own", draft)) return null;
  const { fields } = await readOwnDraft(read, draft);
  const keptUntil = bidDraftKeptUntil(request.closesAt);
  return { fields, mark: markOf(draft), savedAt: draft.savedAt, keptUntil, isOpen: acceptsBids(request, now) };
}

/** The bidder's own bid, opened with the bidder's key. */
async function ownBidOf(read: Reader, bid: StoredBid, of: Pick<Showing, "request" | "now">): Promise<OwnBid> {
  const versions: OwnVersion[] = [];
  const readOwn = ownVersionReader(read, bid.providerOrganisationId);
  for (const row of await versionsOf(read, bid.id)) {
    const content = await readOwn(row, bid.requestId);
    const { version, receipt } = row;
    const doesReceiptHold = await receiptHolds(readOwn, row, { requestId: bid.requestId, content });
    versions.unshift({ version, submittedAt: instant(row.submittedAt), receipt, doesReceiptHold, content });
  }
  const [latest, ...earlier] = versions;
  assert(latest, `bid ${bid.id} has a version`);
  const { id, state, version, amendment } = bid;
  const expiresAt = expiresAtOf(of.request.service, latest.content);
  const isOver = isExpired({ state, expiresAt }, of.now);
  return { id, state, version, amendment, isExpired: isOver, expiresAt, versions: [latest, ...earlier] };
}

/**
 * A buyer's letters for the bidders of a deal, in the order in which they first appear, service by service: one a bidder on every page. Bids that
 * are still sealed give none, since a letter that they took would tell who has bid.
 */
export async function lettersInDeal(
  read: Reader,
  requests: readonly StoredRequest[],
): Promise<ReadonlyMap<string, string>> {
  const opened = SERVICES.flatMap((service) => requests.filter((one) => one.service === service && isOpened(one)));
  const bidders = await biddersOfRequests(
    read,
    opened.map(({ id }) => id),
  );
  const ids = opened.flatMap(({ id }) => bidders.filter(({ requestId }) => requestId === id));
  const first = [...new Set(ids.map(({ organisationId }) => organisationId))];
  return new Map(first.map((id, position) => [id, letterOf(position)]));
}

type Showing = {
  readonly request: StoredRequest;
  readonly viewer: Actor;
  readonly isBuyer: boolean;
  /** The buyer's letters for the bidders of the deal; a bidder knows its rivals by their places among the bids. */
  readonly letters: ReadonlyMap<string, string>;
  readonly now: Instant;
};

/**
 * The bids that the viewer may read: the buyer all of them once they are opened, or as they come where bidding is open; a bidder of
 * open bidding its rivals' totals under letters of that request, where the request was published with amounts as feedback. Null where there is only their number to be told.
 */
export async function shownBids(
  read: Reader,
  { request, viewer, isBuyer, letters, now }: Showing,
): Promise<ShownBid[] | null> {
  // A visitor is shown none, so none are read.
  if (viewer.organisationId === null) return null;
  if (isBuyer ? !isOpened(request) : !maySeeRivals(request)) return null;
  const all = await bidsWithContent(read, request.id);
  if (!isBuyer && !all.some((bid) => bid.providerOrganisationId === viewer.organisationId)) return null;
  const names = isBuyer
    ? await namesOf(
        read,
        all.map((bid) => bid.providerOrganisationId),
      )
    : new Map();
  const shown: ShownBid[] = [];
  for (const [position, { content, ...bid }] of all.entries()) {
    if (content === null || bid.state === "withdrawn") continue;
    const isOwn = bid.providerOrganisationId === viewer.organisationId;
    shown.push({
      id: bid.id,
      letter: letters.get(bid.providerOrganisationId) ?? letterOf(position),
      isOwn,
      provider: names.get(bid.providerOrganisationId) ?? null,
      state: bid.state,
      submittedAt: bid.submittedAt,
      total: money(BigInt(content.totalMinor), content.currency),
      ownPrice: rankedPrice(content),
      transitDays: content.transitDays,
      validUntil: instant(content.validUntil),
      isExpired: isExpired({ state: bid.state, expiresAt: expiresAtOf(request.service, content) }, now),
      content: isBuyer || isOwn ? content : null,
    });
  }
  return shown;
}

/** Which parts of the work the viewer's organisation has to name somebody for; its country is read only where a part is bound to one. */
async function unnamedParts(read: Reader, viewer: Actor, parts: readonly LocalPart[]) {
  const own =
    parts.length > 0 && viewer.organisationId ? await findOrganisation(read, viewer.organisationId) : undefined;
  return own ? partsToName(parts, own.country) : [];
}

type Asked = Pick<StoredRequest, "service"> & { readonly spec: unknown; readonly shipment: Shipment };

async function contextOf(read: Reader, viewer: Actor, { service, spec, shipment }: Asked): Promise<BidContext> {
  const kind = kindOf(service);
  const amounts = kind.basisAmounts(spec, shipment);
  const known = (basis: (typeof PERCENT_BASES)[number]) =>
    (basis === "percent_of_OFT" && kind.chargeCodes.includes("OFT")) ||
    amounts[basis === "percent_of_customs_value_plus_duty" ? "percent_of_customs_value" : basis] !== undefined;
  return {
    codes: kind.chargeCodes,
    quantities: kind.quantities(spec, shipment),
    suggested: kind.suggestedCharges(spec, shipment),
    termChoices: kind.termChoices?.(spec, shipment) ?? {},
    percentBases: PERCENT_BASES.filter(known),
    partsToName: await unnamedParts(read, viewer, kind.localParts?.(spec, shipment) ?? []),
  };
}

async function dealFacts(read: Reader, deal: StoredDeal) {
  const known = await referenceData(read);
  return {
    title: deal.title,
    dealReference: deal.reference,
    direction: deal.direction,
    incoterm: deal.incoterm,
    readyDate: deal.readyDate,
    mode: deal.mode,
    goodsValue: deal.goodsValue,
    ...cargoTotals(deal.cargo),
    origin: namedPlace(known, deal.originId),
    destination: namedPlace(known, deal.destinationId),
    hub: namedHub(known, deal.hubId),
    hubZone: known.places.get(known.hubs.get(deal.hubId)?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE,
  };
}

async function openingOf(read: Reader, viewer: Actor, request: StoredRequest): Promise<RequestPage["opening"]> {
  const approvers = await approversOf(read, request.id);
  const members = await listMembers(read, request.buyerOrganisationId);
  const others = members.filter(
    ({ userId, suspendedAt, role }) =>
      suspendedAt === null && !approvers.includes(userId) && isOfRole(role, "request.open"),
  );
  return {
    isApprovedByViewer: approvers.includes(viewer.userId ?? ""),
    agreed: await namesOfPeople(read, approvers),
    awaited: others.map(({ name }) => name),
  };
}

async function successorOf(read: Reader, viewer: Actor, request: StoredRequest): Promise<RequestPage["successor"]> {
  if (request.fallback !== "again") return null;
  const current = await findRequestOfService(read, request.dealId, request.service);
  const found = current && (await findVisibleRequest(read, viewer, current.id));
  return found ? { id: found.id, reference: found.reference } : null;
}

type SpecAsked = {
  readonly request: StoredRequest;
  readonly spec: unknown;
  readonly shipment: Shipment;
  readonly isOwn: boolean;
  /** All requests of its deal, to whom they belong; to others none. */
  readonly ofDeal: readonly StoredRequest[];
  readonly now: Instant;
};

/** What is asked for, and what follows from it. Of a spec that is read no longer nothing is shown or reckoned. */
async function specFacts(read: Reader, viewer: Actor, { request, spec, shipment, isOwn, ofDeal, now }: SpecAsked) {
  const kind = kindOf(request.service);
  // When the goods are fetched is the haul's bidders' to know and the buyer's own.
  const conflicts = conflictsAmong(asRead(ofDeal)).get(request.service) ?? [];
  const nothing = { spec: null, figures: [], warnings: [], otherHubs: [], dutyEstimate: null };
  if (spec === null) return { ...nothing, isSpecRead: false };
  const figures = kind.figures(spec, shipment);
  if (viewer.kind === "anonymous") return { ...nothing, isSpecRead: true, figures };
  return {
    spec: isOwn ? spec : publicSpec(request.service, spec),
    isSpecRead: true,
    figures,
    warnings: [...(kind.warnings?.(spec, shipment) ?? []), ...conflicts],
    otherHubs: otherHubsOf(await referenceData(read), request.service, spec),
    dutyEstimate: await dutyEstimateOf(read, { service: request.service, spec, shipment, now }),
  };
}

/** A request with all that the viewer may know of it; null where it is not for them. */
export async function requestPage(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly now: Instant },
): Promise<RequestPage | null> {
  const request = await findVisibleRequest(read, viewer, of.id);
  const deal = request && (await findDeal(read, request.dealId));
  if (!request || !deal) return null;
  const dealSeq = request.state === "awarded" ? await watchedDeal(read, viewer, deal.id) : null;
  const { organisationId } = viewer;
  const own = organisationId === null ? undefined : await findBidOf(read, { requestId: request.id, organisationId });
  const { side, needsCheck, ownBidState } = (await readerSides(read, viewer, { requests: [request], now: of.now }))(
    request,
  );
  const asked = { ...request, side, ownBidState };
  const told = await requestTurns(read, viewer, { requests: [asked], now: of.now });
  const { places } = await referenceData(read);
  const countryOf = (id: string): string => places.get(id)?.country ?? "";
  const ends = { origin: countryOf(deal.originId), destination: countryOf(deal.destinationId) };
  const shipment = shipmentOf(deal, ends);
  const kind = kindOf(request.service);
  const spec = storedSpec(kind, request.spec);
  const leaveDay = leaveDayOf(deal.readyDate, viewer.kind === "anonymous" ? [] : [request]);
  const isBuyer = may(viewer, "bids.read_of_request", request);
  const isOwn = may(viewer, "deal.read", { organisationIds: [request.buyerOrganisationId] });
  const ofDeal = isBuyer || isOwn ? await requestsOfDeal(read, deal.id) : [];
  const letters = isBuyer ? await lettersInDeal(read, ofDeal) : new Map<string, string>();
  const {
    searchText: _,
    version: __,
    hubId: ___,
    createdAt: ____,
    awardedAt: _____,
    fallbackAt: ______,
    fallbackByUserId: _______,
    replacesId: ________,
    ...shown
  } = request;
  return {
    ...shown,
    ...(await dealFacts(read, deal)),
    ...{ leaveDay, dealSeq },
    cargo: viewer.kind === "anonymous" ? withoutMarks(deal.cargo) : deal.cargo,
    side,
    needsCheck,
    ...told(request.id),
    ...(await specFacts(read, viewer, { request, spec, shipment, isOwn, ofDeal: isOwn ? ofDeal : [], now: of.now })),
    ownBid: own && may(viewer, "bid.read_own", own) ? await ownBidOf(read, own, { request, now: of.now }) : null,
    draft: await ownDraftOf(read, viewer, { request, now: of.now }),
    plannedRoute:
      own && request.service === "logistics"
        ? await plannedRoute(read, { ...deal, leaveDay }, { now: of.now, carriage: request.state })
        : null,
    bids: await shownBids(read, { request, viewer, isBuyer, letters, now: of.now }),
    opening: isBuyer && request.twoPersonOpening ? await openingOf(read, viewer, request) : null,
    context:
      may(viewer, "bid.submit") && !isBuyer && spec !== null
        ? await contextOf(read, viewer, { service: request.service, spec, shipment })
        : null,
    choices: may(viewer, "request.decide", request) ? fallbacksOf(request) : [],
    successor: await successorOf(read, viewer, request),
  };
}
