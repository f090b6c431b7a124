import "server-only";
import type { Reader } from "@/db/database";
import { listingsOf } from "@/db/repositories/listings";
import { isChecked } from "@/db/repositories/organisations";
import {
  countRequests,
  type ListedRequest,
  listRequests,
  ownBidStates,
  type RequestQuestion,
} from "@/db/repositories/request-lists";
import { listInReview, type StoredRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import type { RequestSide } from "@/domain/requests/request-turn";
import type { BidState } from "@/domain/shared/vocabulary";
import { type Instant, instant } from "@/domain/shared/time";
import "server-only";
import { CLOSE_SPANS, type RequestFilter } from "@/domain/requests/request-filter";
import type { HeldRequest, RequestLine } from "@/views/requests";
import { money } from "@/domain/shared/money";
import { requestTurns } from "../../orders/queries/request-turns";
import { namedHub, namedPlace, type ReferenceData, referenceData } from "../../hubs/queries/network";
import "server-only";
import { findDeal } from "@/db/repositories/deals";
import { namesOf } from "@/db/repositories/parties";
import { kindOf, publicSpec } from "@/domain/services/registry";
import { assert } from "@/domain/shared/result";

type Read = Pick<StoredRequest, "id" | "service" | "visibility" | "buyerOrganisationId">;

export type ReaderSide = {
  readonly side: RequestSide;
  readonly ownBidState: BidState | undefined;
  /** The market has yet to check the reader's organisation before it can bid here. */
  readonly needsCheck: boolean;
};

const VISITOR: ReaderSide = { side: "visitor", ownBidState: undefined, needsCheck: false };

/**
 * On which side of each of these requests the reader stands, by the request's id. Who has withdrawn cannot bid again, and who is not checked
 * cannot bid where only checked organisations may: neither has a turn.
 */
export async function readerSides(
  read: Reader,
  { organisationId }: Actor,
  { requests, now }: { readonly requests: readonly Read[]; readonly now: Instant },
): Promise<(request: Read) => ReaderSide> {
  if (organisationId === null) return () => VISITOR;
  const others = requests.filter((request) => request.buyerOrganisationId !== organisationId);
  const ids = others.map(({ id }) => id);
  const [bidStates, listings] = await Promise.all([
    ownBidStates(read, organisationId, ids),
    ids.length === 0 ? [] : listingsOf(read, organisationId),
  ]);
  const offered = new Set(listings.flatMap(({ isActive, service }) => (isActive ? [service] : [])));
  const isForChecked = others.some(({ visibility }) => visibility === "checked");
  const isUnchecked = isForChecked && !(await isChecked(read, organisationId, now));
  return ({ id, service, visibility, buyerOrganisationId }) => {
    if (buyerOrganisationId === organisationId) return { ...VISITOR, side: "buyer" };
    const ownBidState = bidStates.get(id);
    if (ownBidState === "withdrawn") return { ...VISITOR, ownBidState };
    const needsCheck = visibility === "checked" && isUnchecked;
    if (ownBidState !== undefined) return { side: "bidder", ownBidState, needsCheck };
    if (!offered.has(service)) return VISITOR;
    return { side: needsCheck ? "visitor" : "provider", ownBidState, needsCheck };
  };
}

export type RequestList = { readonly items: readonly RequestLine[]; readonly nextCursor: string | null };

const cursorOf = (row: ListedRequest): string => `${row.closesAt}.${row.id}`;

function parseCursor(cursor: string | undefined): RequestQuestion["after"] {
  const [time, id] = (cursor ?? "").split(".");
  return time && id && /^\d{1,15}$/.test(time) && /^\w{1,64}$/.test(id) ? { closesAt: Number(time), id } : null;
}

/** What the address asks, made definite: without a state it is what is open, or all of one's own. */
export function questionOf(filter: RequestFilter, of: { viewer: Actor; now: Instant; limit: number }): RequestQuestion {
  const { organisationId } = of.viewer;
  const isMine = filter.mine !== undefined && organisationId !== null;
  const state = filter.state ?? (isMine ? "any" : "open");
  // Over all states there is no order by closing time that an index gives, so it is by age.
  const sort = state === "any" && !isMine ? "newest" : (filter.sort ?? (isMine ? "newest" : "closing"));
  return {
    organisationId,
    service: filter.service ?? null,
    hub: filter.hub ?? null,
    corridor: filter.corridor ?? null,
    state: state === "any" ? null : state,
    closesAfter: state === "open" ? of.now : null,
    closesBy: filter.closes ? of.now + CLOSE_SPANS[filter.closes] : null,
    q: filter.q ?? null,
    isMine,
    isPassed: filter.passed !== undefined && organisationId !== null,
    sort,
    after: parseCursor(filter.cursor),
    limit: of.limit,
  };
}

function rowOf(
  row: ListedRequest,
  { known, ...turned }: { readonly known: ReferenceData } & Pick<RequestLine, "side" | "turn">,
): RequestLine {
  const {
    goodsValueMinor,
    goodsCurrency,
    originId,
    destinationId,
    hubId,
    buyerOrganisationId: _,
    twoPersonOpening: __,
    isRejected: ___,
    fallback: ____,
    ...rest
  } = row;
  return {
    ...rest,
    ...timesOf(row),
    origin: namedPlace(known, originId),
    destination: namedPlace(known, destinationId),
    hub: namedHub(known, hubId),
    goodsValue: money(goodsValueMinor, goodsCurrency),
    ...turned,
  };
}

const timesOf = ({ closesAt, decideBy }: ListedRequest) => ({
  closesAt: instant(closesAt),
  decideBy: instant(decideBy),
});

/** A page of requests: everybody's open ones; those for invited providers to buyer and invited only; drafts to the buyer only. */
export async function requestList(
  read: Reader,
  viewer: Actor,
  asked: { filter: RequestFilter; limit: number; now: Instant },
): Promise<RequestList> {
  const found = await listRequests(read, questionOf(asked.filter, { viewer, ...asked }));
  const shown = found.slice(0, asked.limit);
  const known = await referenceData(read);
  const sideOf = await readerSides(read, viewer, { requests: shown, now: asked.now });
  const sided = shown.map((row) => ({ ...row, ...timesOf(row), ...sideOf(row) }));
  const told = await requestTurns(read, viewer, { requests: sided, now: asked.now });
  const last = shown.at(-1);
  return {
    items: shown.map((row) => rowOf(row, { known, side: sideOf(row).side, turn: told(row.id).turn })),
    nextCursor: found.length > asked.limit && last ? cursorOf(last) : null,
  };
}

/** How many requests the filter finds, counted no further than `max`. */
export function requestCount(
  read: Reader,
  viewer: Actor,
  asked: { filter: RequestFilter; max: number; now: Instant },
): Promise<number> {
  return countRequests(
    read,
    { ...questionOf(asked.filter, { viewer, limit: 1, now: asked.now }), after: null },
    asked.max,
  );
}

const SHOWN = 50;

async function heldOf(read: Reader, request: StoredRequest): Promise<Omit<HeldRequest, "buyer">> {
  const deal = await findDeal(read, request.dealId);
  assert(deal, "a request has its deal");
  const known = await referenceData(read);
  return {
    id: request.id,
    reference: request.reference,
    service: request.service,
    title: deal.title,
    goods: deal.cargo.map((line) => `${line.description} (${line.hsCode})`),
    goodsValue: deal.goodsValue,
    origin: namedPlace(known, deal.originId),
    destination: namedPlace(known, deal.destinationId),
    hub: namedHub(known, deal.hubId),
    mode: deal.mode,
    spec: publicSpec(request.service, kindOf(request.service).specSchema.parse(request.spec)),
    createdAt: request.createdAt,
    closesAt: request.closesAt,
  };
}

/** The requests that wait for an administrator, the first to close first; null for everybody else. */
export async function requestsInReview(read: Reader, viewer: Actor): Promise<HeldRequest[] | null> {
  if (!may(viewer, "requests.review")) return null;
  const held = await listInReview(read, SHOWN);
  const names = await namesOf(
    read,
    held.map((request) => request.buyerOrganisationId),
  );
  return Promise.all(
    held.map(async (request) => {
      const buyer = names.get(request.buyerOrganisationId);
      assert(buyer, "the buyer of a request exists");
      return { ...(await heldOf(read, request)), buyer };
    }),
  );
}
