import "server-only";
import type { Reader } from "@/db/database";
import { curesWaitingOn, offersWaitingOn } from "@/db/repositories/decisions";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { acceptsBids, type RequestState } from "@/domain/requests/request";
import { inTurn, turnWhileWaiting, type Waiting, waitingOfCure, waitingOfOffer } from "@/domain/bidding/waiting";
import { type Instant, instant } from "@/domain/shared/time";
import "server-only";
import { awardsOfRequests, debriefsOfBids, type StoredAward } from "@/db/repositories/award";
import { listBidDraftsOf } from "@/db/repositories/bid-drafts";
import {
  type BidQuestion,
  countBidsOf,
  countWaiting,
  listBidsOf,
  listOwed,
  listWaiting,
  waitingByCorridor,
} from "@/db/repositories/bid-lists";
import { listingsOf } from "@/db/repositories/listings";
import { isChecked } from "@/db/repositories/organisations";
import { ownBidStates } from "@/db/repositories/request-lists";
import type { BidContent } from "@/domain/bidding/bid";
import type { Service } from "@/domain/shared/vocabulary";
import { contentOfAlternative } from "@/domain/bidding/bid-content";
import { bidDraftKeptUntil } from "@/domain/bidding/bid-draft";
import type { BidDraftRow, BidRow, DeskRow } from "@/views/bids";
import { turnOf } from "@/domain/requests/request-turn";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { kindOf, publicSpec, storedSpec } from "@/domain/services/registry";
import { money } from "@/domain/shared/money";
import { ownContents } from "../bid-context";
import { namedHub, namedPlace, referenceData } from "../../hubs/queries/network";

/** What waits on each of some requests, by their ids. */
export type WaitingOn = (requestId: string) => readonly Waiting[];

type WaitingAsked = {
  readonly requests: readonly { readonly id: string; readonly state: RequestState }[];
  readonly now: Instant;
};

/**
 * What waits on these requests for either side, as far as the viewer's organisation has a part in it: all of it on what it has asked for,
 * and what concerns its own bid. Nothing is read where nothing is being decided.
 */
export async function waitingOn(read: Reader, viewer: Actor, { requests, now }: WaitingAsked): Promise<WaitingOn> {
  const { organisationId } = viewer;
  const requestIds = requests.filter(({ state }) => state === "opened").map(({ id }) => id);
  if (organisationId === null || requestIds.length === 0 || !mayEver(viewer, "bid.read_own")) return () => [];
  const asked = { requestIds, organisationId, now };
  const found = new Map<string, Waiting[]>();
  const keep = (requestId: string, one: Waiting | null) => {
    if (one) found.set(requestId, [...(found.get(requestId) ?? []), one]);
  };
  for (const offer of await offersWaitingOn(read, asked)) keep(offer.requestId, waitingOfOffer(offer, now));
  for (const cure of await curesWaitingOn(read, asked)) keep(cure.requestId, waitingOfCure(cure, now));
  return (requestId) => found.get(requestId) ?? [];
}

const QUEUE_MAX = 40;

export type Desk = {
  readonly items: readonly DeskRow[];
  readonly count: number;
  /** Whether the organisation offers anything at all. */
  readonly services: readonly Service[];
};

type Asked = { readonly service: Service | null; readonly now: Instant };

/** What was asked for, as far as bidders read it; null where it is read no longer. */
function specForBidders(service: Service, stored: unknown): unknown {
  const spec = storedSpec(kindOf(service), stored);
  return spec === null ? null : publicSpec(service, spec);
}

/** Each with what its reader does next; the first to end first. */
async function deskRows(read: Reader, viewer: Actor, rows: Awaited<ReturnType<typeof listOwed>>, now: Instant) {
  const known = await referenceData(read);
  const ids = rows.map(({ id }) => id);
  const bidOn = await ownBidStates(read, viewer.organisationId ?? "", ids);
  const waits = await waitingOn(read, viewer, { requests: rows, now });
  return rows
    .map(({ hubId, originId, destinationId, state, bidMode, twoPersonOpening, spec, ...row }): DeskRow => {
      const { closesAt, decideBy, ...shown } = row;
      const times = { closesAt: instant(closesAt), decideBy: instant(decideBy) };
      // No row of a queue has ended.
      const ended = { isRejected: false, fallback: null };
      const asked = { state, bidMode, twoPersonOpening, ...times, ...ended, ownBidState: bidOn.get(row.id) };
      const { act, by } = turnWhileWaiting(turnOf(asked, now), waits(row.id), "bidder");
      return {
        ...shown,
        spec: specForBidders(row.service, spec),
        hub: namedHub(known, hubId),
        origin: namedPlace(known, originId),
        destination: namedPlace(known, destinationId),
        act,
        by: by ?? times.decideBy,
      };
    })
    .sort((a, b) => a.by - b.by);
}

/**
 * What waits for the viewer's organisation: requests for its services, through one of its hubs on one of its corridors, not yet bid on, or to be confirmed since
 * an amendment; and of those it has bid on, where an offer is to be answered or papers are to be mended.
 */
export async function deskQueue(read: Reader, viewer: Actor, of: Asked): Promise<Desk> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "bid.read_own")) return { items: [], count: 0, services: [] };
  const offered = (await listingsOf(read, organisationId)).filter((listing) => listing.isActive);
  const services = offered.map((listing) => listing.service);
  const offers = offered.filter((listing) => of.service === null || listing.service === of.service);
  const owed = await listOwed(read, { organisationId, ...of }, QUEUE_MAX);
  const question = { organisationId, offers, now: of.now, isChecked: await isChecked(read, organisationId, of.now) };
  const asked = offers.length === 0 ? [] : await listWaiting(read, question, QUEUE_MAX);
  // A long queue of what could be bid on hides nothing of what is owed.
  const shown = [...owed, ...asked.slice(0, QUEUE_MAX - owed.length)];
  const items = await deskRows(read, viewer, shown, of.now);
  const waiting = asked.length < QUEUE_MAX ? asked.length : await countWaiting(read, question);
  return { items, count: owed.length + waiting, services };
}

/** What waits for bids of the viewer's organisation by corridor, most of it first; how many of them it may bid on as its check stands. */
export async function leadsByCorridor(
  read: Reader,
  viewer: Actor,
  now: Instant,
): Promise<{ corridor: string; fitting: number; biddable: number; closesAt: Instant }[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "bid.read_own")) return [];
  const offers = (await listingsOf(read, organisationId)).filter(({ isActive }) => isActive);
  if (offers.length === 0) return [];
  const question = { organisationId, offers, now };
  const all = await waitingByCorridor(read, { ...question, isChecked: true });
  const isHeld = await isChecked(read, organisationId, now);
  const own = isHeld ? all : await waitingByCorridor(read, { ...question, isChecked: false });
  const biddable = new Map(own.map((row) => [row.corridor, row.waiting]));
  return all
    .map(({ corridor, waiting, closesAt }) => ({
      ...{ corridor, fitting: waiting, biddable: biddable.get(corridor) ?? 0 },
      closesAt: instant(Number(closesAt)),
    }))
    .sort((one, other) => other.fitting - one.fitting || one.closesAt - other.closesAt);
}

function parseCursor(cursor: string | null): BidQuestion["after"] {
  const [time, id] = (cursor ?? "").split(".");
  return time && id && /^\d{1,15}$/.test(time) ? { value: Number(time), id } : null;
}

const DRAFTS_SHOWN = 100;

/** The viewer's organisation's drafts of bids, the last saved first; not what they say. */
export async function ownBidDrafts(read: Reader, viewer: Actor, now: Instant): Promise<BidDraftRow[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return [];
  const known = await referenceData(read);
  const found = await listBidDraftsOf(read, organisationId, DRAFTS_SHOWN);
  return found.map(({ hubId, state, ...row }) => {
    const closesAt = instant(row.closesAt);
    const times = { closesAt, savedAt: instant(row.savedAt), keptUntil: bidDraftKeptUntil(closesAt) };
    return { ...row, ...times, hub: namedHub(known, hubId), isOpen: acceptsBids({ state, closesAt }, now) };
  });
}

/** What a bid comes to: its main offer, or what was contracted of it where it has won. */
function totalOf(content: BidContent, award: StoredAward | undefined) {
  const { totalMinor, currency } = contentOfAlternative(content, award?.alternative ?? 0);
  return money(BigInt(totalMinor) - BigInt(award?.packageDiscount?.amountMinor ?? "0"), currency);
}

type AskedBids = Omit<BidQuestion, "organisationId" | "after"> & {
  readonly cursor: string | null;
  readonly now: Instant;
};

/** How many of the viewer's own bids the same question finds, counted no further than its limit. */
export async function countOwnBids(
  read: Reader,
  viewer: Actor,
  asked: Omit<BidQuestion, "organisationId" | "after">,
): Promise<number> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return 0;
  return await countBidsOf(read, { ...asked, organisationId });
}

/** The viewer's own bids with their amounts, the last touched first where nothing else is asked. */
export async function ownBids(
  read: Reader,
  viewer: Actor,
  { cursor, now, ...of }: AskedBids,
): Promise<{ items: BidRow[]; nextCursor: string | null }> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId }))
    return { items: [], nextCursor: null };
  const { limit } = of;
  const found = await listBidsOf(read, { ...of, organisationId, after: parseCursor(cursor), limit: limit + 1 });
  const known = await referenceData(read);
  const items: BidRow[] = [];
  const ended = found.filter((bid) => bid.state === "lost" || bid.state === "disqualified");
  const debriefs = await debriefsOfBids(
    read,
    ended.map((bid) => bid.id),
  );
  const asked = found.map(({ requestId: id, requestState }) => ({ id, state: requestState }));
  const waits = await waitingOn(read, viewer, { requests: asked, now });
  const won = found.slice(0, limit).filter((bid) => bid.state === "won");
  const awards = await awardsOfRequests(
    read,
    won.map((bid) => bid.requestId),
  );
  const shown = found.slice(0, limit);
  const contentOf = await ownContents(read, organisationId, shown);
  for (const bid of shown) {
    const { hubId, updatedAt, closesAt, requestState: _, spec, ...row } = bid;
    const times = { updatedAt: instant(updatedAt), closesAt: instant(closesAt) };
    const content = contentOf(bid.id);
    items.push({
      ...row,
      ...times,
      spec: specForBidders(row.service, spec),
      hub: namedHub(known, hubId),
      isExpired: isExpired({ state: row.state, expiresAt: expiresAtOf(row.service, content) }, now),
      total: totalOf(
        content,
        awards.find((award) => award.bidId === bid.id),
      ),
      waiting: inTurn(waits(bid.requestId), "bidder")[0] ?? null,
      debrief: debriefs.get(bid.id) ?? null,
    });
  }
  const last = items.at(-1);
  const place = last && (of.sort?.endsWith("closes") ? last.closesAt : last.updatedAt);
  return { items, nextCursor: found.length > limit && last ? `${place}.${last.id}` : null };
}

/** So many bids are withdrawn at once at the most. */
const WITHDRAWN_MAX = 50;

/** Bids of the viewer's organisation that can still be withdrawn, the next to close first; nobody else's. */
export async function bidsToWithdraw(
  read: Reader,
  viewer: Actor,
  { now }: { readonly now: Instant },
): Promise<BidRow[]> {
  if (!mayEver(viewer, "bid.change")) return [];
  const standing = { state: null, openAt: now, sort: "closes", cursor: null, limit: WITHDRAWN_MAX, now } as const;
  return (await ownBids(read, viewer, standing)).items;
}
