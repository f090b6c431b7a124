import "server-only";
import type { Reader } from "@/db/database";
import { countRequests, type ListedRequest, listRequests, type RequestQuestion } from "@/db/repositories/request-lists";
import type { Actor } from "@/domain/access/actor";
import { CLOSE_SPANS, type RequestFilter } from "@/domain/requests/request-filter";
import type { RequestLine } from "@/views/requests";
import { type Instant, instant } from "@/domain/shared/instant";
import { money } from "@/domain/shared/money";
import { requestTurns } from "../../orders/queries/request-turns";
import { type ReferenceData, namedHub, namedPlace, referenceData } from "../../hubs/queries/network";
import { readerSides } from "./reader-sides";

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
