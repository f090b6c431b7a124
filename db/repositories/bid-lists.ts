import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  lt,
  min,
  ne,
  notExists,
  notInArray,
  or,
  sql,
} from "drizzle-orm";
import type { BidState, Service } from "../../domain/shared/vocabulary";
import type { Instant } from "../../domain/shared/time";
import type { BidSort } from "../../domain/bidding/bid-sort";
import { prepared, type Reader } from "../database";
import { askWords } from "../word-search";
import { bids, bidVersions, counterOffers, requests } from "../schema/requests";
import { disqualifications } from "../schema/decide";
import { deals } from "../schema/deals";
import { idsPassedOn } from "./passed-requests";
import { visibleTo } from "./requests";
import type { BidContent } from "../../domain/bidding/bid";
import type { Currency } from "../../domain/shared/money";
import type { Request } from "../../domain/requests/request";
import { hubBoardHeads } from "../schema/hub-board";

export type Offered = {
  readonly service: Service;
  readonly hubIds: readonly string[];
  readonly corridors: readonly string[];
};

export type DeskQuestion = {
  readonly organisationId: string;
  readonly offers: readonly Offered[];
  /** Whether the market's check of the organisation holds: without it, what is for checked ones waits for others. */
  readonly isChecked: boolean;
  readonly now: Instant;
};

/** Open requests for the services offered, through one of its hubs on one of its corridors, that the organisation did not ask itself, has not passed on and has no bid on but one to be confirmed. */
const waiting = (db: Reader, { organisationId, offers, isChecked, now }: DeskQuestion) =>
  and(
    eq(requests.state, "open"),
    gt(requests.closesAt, now),
    visibleTo(organisationId),
    isChecked ? undefined : ne(requests.visibility, "checked"),
    sql`${requests.buyerOrganisationId} <> ${organisationId}`,
    or(
      ...offers.map(({ service, hubIds, corridors }) =>
        and(
          eq(requests.service, service),
          or(
            and(inArray(requests.hubId, [...hubIds]), inArray(requests.corridor, [...corridors])),
            // What it has bid on is its business, wherever it lies.
            exists(
              db
                .select({ id: bids.id })
                .from(bids)
                .where(and(eq(bids.requestId, requests.id), eq(bids.providerOrganisationId, organisationId))),
            ),
          ),
        ),
      ),
    ),
    notInArray(requests.id, idsPassedOn(db, organisationId)),
    notExists(
      db
        .select({ id: bids.id })
        .from(bids)
        .where(
          and(
            eq(bids.requestId, requests.id),
            eq(bids.providerOrganisationId, organisationId),
            ne(bids.state, "stale"),
          ),
        ),
    ),
  );

const columns = {
  id: requests.id,
  reference: requests.reference,
  service: requests.service,
  title: deals.title,
  mode: deals.mode,
  spec: requests.spec,
  state: requests.state,
  bidMode: requests.bidMode,
  twoPersonOpening: requests.twoPersonOpening,
  hubId: requests.hubId,
  originId: deals.originId,
  destinationId: deals.destinationId,
  closesAt: requests.closesAt,
  decideBy: requests.decideBy,
};

/** What waits on a provider's desk, the next to close first. */
export async function listWaiting(db: Reader, question: DeskQuestion, limit: number) {
  return await db
    .select(columns)
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(waiting(db, question))
    .orderBy(asc(requests.closesAt), asc(requests.id))
    .limit(limit);
}

export async function countWaiting(db: Reader, question: DeskQuestion): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(requests).where(waiting(db, question));
  return row?.waiting ?? 0;
}

/** How many requests wait by corridor, and when the next of them closes. */
export const waitingByCorridor = async (db: Reader, question: DeskQuestion) =>
  await db
    .select({ corridor: requests.corridor, waiting: count(), closesAt: min(requests.closesAt) })
    .from(requests)
    .where(waiting(db, question))
    .groupBy(requests.corridor);

/** Requests on which the organisation's own bid waits for it in the time to decide: an offer to answer, papers to mend. */
export async function listOwed(
  db: Reader,
  of: { readonly organisationId: string; readonly service: Service | null; readonly now: Instant },
  limit: number,
) {
  const { organisationId, service, now } = of;
  const countered = db
    .select({ id: counterOffers.bidId })
    .from(counterOffers)
    .where(and(eq(counterOffers.state, "open"), eq(counterOffers.by, "buyer"), gt(counterOffers.expiresAt, now)));
  const curing = db
    .select({ id: disqualifications.bidId })
    .from(disqualifications)
    .where(and(eq(disqualifications.state, "curing"), gt(disqualifications.cureEndsAt, now)));
  return await db
    .select(columns)
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(
      and(
        eq(bids.providerOrganisationId, organisationId),
        eq(bids.state, "submitted"),
        eq(requests.state, "opened"),
        gt(requests.decideBy, now),
        service === null ? undefined : eq(requests.service, service),
        or(inArray(bids.id, countered), inArray(bids.id, curing)),
      ),
    )
    .orderBy(asc(requests.decideBy), asc(requests.id))
    .limit(limit);
}

export type BidQuestion = {
  readonly organisationId: string;
  readonly state: BidState | null;
  /** Words of the request's goods and places, or of its number. */
  readonly q?: string | null;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly sort?: BidSort | null;
  /** Only what can be changed or withdrawn at that time: it stands, and its request takes bids. */
  readonly openAt?: Instant | null;
  /** The row after which the page begins, by what the list is sorted by. */
  readonly after: { readonly value: number; readonly id: string } | null;
  readonly limit: number;
};

const LATEST: BidSort = "-updated";
const sortedBy = (sort: BidSort) => (sort.endsWith("closes") ? requests.closesAt : bids.updatedAt);

function isAfter({ after, sort }: BidQuestion) {
  if (after === null) return undefined;
  const by = sort ?? LATEST;
  const isBeyond = by.startsWith("-") ? lt : gt;
  const column = sortedBy(by);
  return or(isBeyond(column, after.value), and(eq(column, after.value), isBeyond(bids.id, after.id)));
}

const isOpenAt = (now: Instant) =>
  and(inArray(bids.state, ["submitted", "stale"]), eq(requests.state, "open"), gt(requests.closesAt, now));

/** What a question narrows all bids, beside their requests, to: those of the organisation, and of them what is asked. */
async function meantBy(db: Reader, of: BidQuestion) {
  const { organisationId, state, q, service, hubId, openAt } = of;
  return and(
    eq(bids.providerOrganisationId, organisationId),
    state === null ? undefined : eq(bids.state, state),
    service ? eq(requests.service, service) : undefined,
    hubId ? eq(requests.hubId, hubId) : undefined,
    openAt ? isOpenAt(openAt) : undefined,
    (await askWords(db, requests, { text: q, isRead: true })).isFound({ id: bids.requestId }),
    isAfter(of),
  );
}

/** How many there are in all, counted no further than the question's limit. */
export async function countBidsOf(db: Reader, of: Omit<BidQuestion, "after">): Promise<number> {
  const found = db
    .select({ id: bids.id })
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .where(await meantBy(db, { ...of, after: null }))
    .limit(of.limit)
    .as("found");
  const [row] = await db.select({ bids: count() }).from(found);
  return row?.bids ?? 0;
}

/** The organisation's bids, the last touched first where the question says no other order. */
export async function listBidsOf(db: Reader, of: BidQuestion) {
  const sort = of.sort ?? LATEST;
  const way = sort.startsWith("-") ? desc : asc;
  return await db
    .select({
      id: bids.id,
      requestId: bids.requestId,
      reference: requests.reference,
      service: requests.service,
      title: deals.title,
      spec: requests.spec,
      hubId: requests.hubId,
      state: bids.state,
      requestState: requests.state,
      version: bids.version,
      updatedAt: bids.updatedAt,
      closesAt: requests.closesAt,
    })
    .from(bids)
    .innerJoin(requests, eq(requests.id, bids.requestId))
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(await meantBy(db, of))
    .orderBy(way(sortedBy(sort)), way(bids.id))
    .limit(of.limit);
}

/** States in which a request's bids have been opened; a state at a time, so that the index by state and close is walked backwards. */
const OPENED = ["opened", "awarded"] as const;
const REQUESTS_MAX = 20;
const BIDS_MAX = 200;

type Asked = { readonly service: Service; readonly currency: Currency; readonly organisationId: string };

async function lastOpenedRequests(db: Reader, service: Service): Promise<string[]> {
  const ids: string[] = [];
  for (const state of OPENED) {
    const rows = await db
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.state, state), eq(requests.service, service), isNotNull(requests.openedAt)))
      .orderBy(desc(requests.closesAt), desc(requests.id))
      .limit(REQUESTS_MAX);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** What others bid on the service's last opened requests in this currency; never the asker's own, and nothing that is sealed. */
export async function lastOpenedBids(
  db: Reader,
  { service, currency, organisationId }: Asked,
): Promise<{ readonly organisationId: string; readonly content: BidContent }[]> {
  const ids = await lastOpenedRequests(db, service);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ organisationId: bids.providerOrganisationId, content: bidVersions.content })
    .from(bids)
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(
      and(
        inArray(bids.requestId, ids),
        eq(bids.currency, currency),
        ne(bids.providerOrganisationId, organisationId),
        ne(bids.state, "withdrawn"),
        isNotNull(bidVersions.content),
      ),
    )
    .limit(BIDS_MAX);
  return rows.flatMap((row) => (row.content ? [{ organisationId: row.organisationId, content: row.content }] : []));
}

/** A request at one number of its log: what everybody may know of it, and by what its bids are compared. */
export type RequestAt = Pick<
  Request,
  | "id"
  | "buyerOrganisationId"
  | "service"
  | "state"
  | "bidMode"
  | "bidCount"
  | "closesAt"
  | "comparisonCurrency"
  | "terms"
> & {
  readonly closedAt: Instant | null;
  readonly logSeq: number;
  /** How often the board of its hub had changed. */
  readonly boardSeq: number;
};

/** The standing version of a bid whose amount the database knows. */
export type StandingRow = {
  readonly bidId: string;
  readonly providerOrganisationId: string;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly submittedAt: Instant;
  readonly content: BidContent;
};

const withBids = prepared("request_with_standing_bids", (db) =>
  db
    .select({
      request: {
        id: requests.id,
        buyerOrganisationId: requests.buyerOrganisationId,
        service: requests.service,
        state: requests.state,
        bidMode: requests.bidMode,
        bidCount: requests.bidCount,
        closesAt: requests.closesAt,
        closedAt: requests.closedAt,
        comparisonCurrency: requests.comparisonCurrency,
        terms: requests.terms,
        logSeq: requests.logSeq,
      },
      boardSeq: hubBoardHeads.seq,
      bidId: bids.id,
      providerOrganisationId: bids.providerOrganisationId,
      totalMinor: bids.totalMinor,
      currency: bids.currency,
      submittedAt: bidVersions.submittedAt,
      content: bidVersions.content,
    })
    .from(requests)
    .leftJoin(hubBoardHeads, eq(hubBoardHeads.hubId, requests.hubId))
    .leftJoin(bids, and(eq(bids.requestId, requests.id), eq(bids.state, "submitted"), eq(requests.bidMode, "open")))
    .leftJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(eq(requests.id, sql.placeholder("id"))),
);

/**
 * The request with the bids that stand in open bidding, all of one moment: it is one statement, so the bids are those of `logSeq` and
 * no others. Of a sealed request the bids are left out.
 */
export async function requestStandings(
  db: Reader,
  id: string,
): Promise<{ readonly request: RequestAt; readonly rows: readonly StandingRow[] } | null> {
  const found = await withBids(db, { id });
  const [first] = found;
  if (!first) return null;
  const rows = found.filter((row) => row.totalMinor !== null && row.content !== null) as unknown as StandingRow[];
  return { request: { ...first.request, boardSeq: first.boardSeq ?? 0 } as RequestAt, rows };
}
