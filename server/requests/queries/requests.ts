import "server-only";
import type { Reader } from "@/db/database";
import {
  bidOnAmong,
  countRequests,
  type ListedRequest,
  listRequests,
  type RequestQuestion,
} from "@/db/repositories/request-lists";
import { ownOrderStatesOf } from "@/db/repositories/deal-lists";
import { listingsOf } from "@/db/repositories/listings";
import type { Actor } from "@/domain/access/actor";
import type { BidState } from "@/domain/shared/states";
import { CLOSE_SPANS, type RequestFilter } from "@/domain/requests/request-filter";
import type { RequestLine } from "@/views/requests";
import { type OrderOfRequest, type RequestSide, turnOf, turnWhileUnstated } from "@/domain/requests/request-turn";
import { turnWhileWaiting } from "@/domain/bidding/waiting";
import type { Service } from "@/domain/shared/service";
import { type Instant, instant } from "@/domain/shared/instant";
import { money } from "@/domain/shared/money";
import { unstatedAmong } from "../../orders/chain/read-chain";
import { type ReferenceData, namedHub, namedPlace, referenceData } from "../../hubs/queries/network";
import { type WaitingOn, waitingOn } from "../../bidding/queries/waiting";

export type RequestList = { readonly items: readonly RequestLine[]; readonly nextCursor: string | null };

type Viewer = {
  readonly organisationId: string | null;
  readonly offers: ReadonlySet<Service>;
  readonly bidOn: ReadonlyMap<string, BidState>;
};

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
    sort,
    after: parseCursor(filter.cursor),
    limit: of.limit,
  };
}

function sideOf(row: ListedRequest, viewer: Viewer): RequestSide {
  if (viewer.organisationId === null) return "visitor";
  if (row.buyerOrganisationId === viewer.organisationId) return "buyer";
  if (viewer.bidOn.has(row.id)) return "bidder";
  return viewer.offers.has(row.service) ? "provider" : "visitor";
}

type Around = {
  readonly known: ReferenceData;
  readonly viewer: Viewer;
  readonly waits: WaitingOn;
  readonly unstated: ReadonlySet<string>;
  readonly orders: ReadonlyMap<string, OrderOfRequest>;
  readonly now: Instant;
};

function rowOf(row: ListedRequest, around: Around): RequestLine {
  const {
    goodsValueMinor,
    goodsCurrency,
    originId,
    destinationId,
    hubId,
    buyerOrganisationId: _,
    twoPersonOpening,
    isRejected,
    fallback,
    ...rest
  } = row;
  const times = { closesAt: instant(row.closesAt), decideBy: instant(row.decideBy) };
  const side = sideOf(row, around.viewer);
  const ownBidState = around.viewer.bidOn.get(row.id);
  const known = { ...rest, ...times, twoPersonOpening, isRejected, fallback, ownBidState };
  const turn = turnOf(known, around.now, around.orders.get(row.id));
  return {
    ...rest,
    ...times,
    origin: namedPlace(around.known, originId),
    destination: namedPlace(around.known, destinationId),
    hub: namedHub(around.known, hubId),
    goodsValue: money(goodsValueMinor, goodsCurrency),
    side,
    turn: turnWhileWaiting(turnWhileUnstated(turn, around.unstated.has(row.id)), around.waits(row.id), side),
  };
}

async function viewerOf(read: Reader, organisationId: string | null, rows: readonly ListedRequest[]): Promise<Viewer> {
  if (organisationId === null) return { organisationId, offers: new Set(), bidOn: new Map() };
  const offers = await listingsOf(read, organisationId);
  const bidOn = await bidOnAmong(
    read,
    organisationId,
    rows.map((row) => row.id),
  );
  return {
    organisationId,
    bidOn,
    offers: new Set(offers.filter((offer) => offer.isActive).map((offer) => offer.service)),
  };
}

/** A page of requests: everybody's open ones; those for invited providers to buyer and invited only; drafts to the buyer only. */
export async function requestList(
  read: Reader,
  viewer: Actor,
  asked: { filter: RequestFilter; limit: number; now: Instant },
): Promise<RequestList> {
  const found = await listRequests(read, questionOf(asked.filter, { viewer, ...asked }));
  const shown = found.slice(0, asked.limit);
  const around = {
    known: await referenceData(read),
    viewer: await viewerOf(read, viewer.organisationId, shown),
    waits: await waitingOn(read, viewer, { requests: shown, now: asked.now }),
    unstated: await unstatedAmong(
      read,
      shown.filter((row) => row.buyerOrganisationId === viewer.organisationId),
    ),
    orders: await ownOrderStatesOf(read, { requests: shown, organisationId: viewer.organisationId }),
    now: asked.now,
  };
  const last = shown.at(-1);
  return {
    items: shown.map((row) => rowOf(row, around)),
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
