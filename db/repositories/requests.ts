import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  type Placeholder,
  sql,
} from "drizzle-orm";
import type { Actor } from "../../domain/access/policy";
import { UNPUBLISHED_STATES } from "../../domain/requests/request-visibility";
import type { Request, RequestState } from "../../domain/requests/request";
import type { Service } from "../../domain/shared/vocabulary";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { locking } from "../dialect";
import { prepared, preparedChange, preparedInsert, preparedList, type Reader, type Writer } from "../database";
import { deals } from "../schema/deals";
import { bids, requestInvitations, requests } from "../schema/requests";

type Row = typeof requests.$inferSelect;

/** A request as it is kept: what the domain knows of it, and what lists and pages show. */
export type StoredRequest = Request &
  Omit<Row, keyof Request | "publishedAt" | "closedAt" | "openedAt" | "awardedAt" | "createdAt" | "fallbackAt"> & {
    readonly publishedAt: Instant | null;
    readonly closedAt: Instant | null;
    readonly openedAt: Instant | null;
    readonly awardedAt: Instant | null;
    readonly createdAt: Instant;
    readonly fallbackAt: Instant | null;
  };

/** A request that no other has been asked in the place of: what a deal asks for. */
export const isCurrent = or(isNull(requests.fallback), ne(requests.fallback, "again"));

const byId = prepared("request_by_id", (db) =>
  db
    .select()
    .from(requests)
    .where(eq(requests.id, sql.placeholder("id")))
    .limit(1),
);

export async function findRequest(db: Reader, id: string): Promise<StoredRequest | undefined> {
  return (await byId(db, { id }))[0] as StoredRequest | undefined;
}

const lockById = prepared("lock_request", (db) =>
  locking(
    db
      .select({ dealId: requests.dealId })
      .from(requests)
      .where(eq(requests.id, sql.placeholder("id"))),
  ),
);

/** Locks a request until the transaction ends: all that its own rules judge by is then as it was committed last. Answers its deal. */
export async function lockRequest(tx: Writer, id: string): Promise<{ readonly dealId: string } | undefined> {
  return (await lockById(tx, { id }))[0];
}

const ofBids = (db: Reader, bidIds: (string | Placeholder)[]) =>
  db.select({ id: bids.requestId }).from(bids).where(inArray(bids.id, bidIds));

const lockByBids = preparedList("lock_requests_of_bids", (db, bidIds) =>
  locking(
    db
      .select({ id: requests.id })
      .from(requests)
      .where(inArray(requests.id, ofBids(db, bidIds)))
      .orderBy(asc(requests.id)),
  ),
);

/** Locks the requests that these bids are on, in the order of their ids. */
export const lockRequestsOfBids = async (tx: Writer, bidIds: readonly string[]): Promise<void> =>
  void (await lockByBids(tx, bidIds));

const lockDealsByBids = preparedList("lock_deals_of_bids", (db, bidIds) =>
  locking(
    db
      .select({ id: deals.id })
      .from(deals)
      .where(
        inArray(
          deals.id,
          db
            .select({ id: requests.dealId })
            .from(requests)
            .where(inArray(requests.id, ofBids(db, bidIds))),
        ),
      )
      .orderBy(asc(deals.id)),
  ),
);

/** Locks the deals of the requests that these bids are on. */
export const lockDealsOfBids = async (tx: Writer, bidIds: readonly string[]): Promise<void> =>
  void (await lockDealsByBids(tx, bidIds));

const lockByDeal = prepared("lock_requests_of_deal", (db) =>
  locking(
    db
      .select({ id: requests.id })
      .from(requests)
      .where(eq(requests.dealId, sql.placeholder("dealId")))
      .orderBy(asc(requests.id)),
  ),
);

/** Locks all requests of a deal, where it is asked whether any of them has bids. */
export const lockRequestsOfDeal = async (tx: Writer, dealId: string): Promise<void> =>
  void (await lockByDeal(tx, { dealId }));

const ofDeal = prepared("requests_of_deal", (db) =>
  db
    .select()
    .from(requests)
    .where(and(eq(requests.dealId, sql.placeholder("dealId")), isCurrent))
    .orderBy(asc(requests.id)),
);

/** What a deal asks for: one request a service, the last where it was asked for again. */
export async function requestsOfDeal(db: Reader, dealId: string): Promise<StoredRequest[]> {
  return (await ofDeal(db, { dealId })) as StoredRequest[];
}

export async function findRequestOfService(
  db: Reader,
  dealId: string,
  service: Service,
): Promise<StoredRequest | undefined> {
  return (await requestsOfDeal(db, dealId)).find((request) => request.service === service);
}

const byReference = prepared("request_by_reference", (db) =>
  db
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.reference, sql.placeholder("reference")))
    .limit(1),
);

export async function hasReference(db: Reader, reference: string): Promise<boolean> {
  return (await byReference(db, { reference })).length > 0;
}

export const insertRequest = preparedInsert("insert_request", (db, row: typeof requests.$inferInsert) =>
  db.insert(requests).values(row),
);

/** Rewrites some columns of the request as it was read: who read an older version writes nothing, which is our fault and throws. */
async function update(tx: Writer, of: { id: string; version: number }, changes: Partial<Row>): Promise<void> {
  const written = await tx
    .update(requests)
    .set({ ...changes, version: of.version + 1 })
    .where(and(eq(requests.id, of.id), eq(requests.version, of.version)))
    .returning({ id: requests.id });
  assert(written.length === 1, `request ${of.id} is still at version ${of.version}`);
}

export type RequestTimes = Partial<
  Pick<
    Row,
    | "publishedAt"
    | "closesAt"
    | "decideBy"
    | "closedAt"
    | "openedAt"
    | "awardedAt"
    | "cancelReason"
    | "isRejected"
    | "bidCount"
  >
>;

type StateChange = { readonly state: RequestState } & RequestTimes;

const changeState = preparedChange("change_request_state", (db, change: StateChange) =>
  db
    .update(requests)
    .set({ ...change, version: sql`${requests.version} + 1` })
    .where(eq(requests.id, sql.placeholder("id"))),
);

/** Saves the state that the domain has decided on, with the times that belong to it. */
export const saveRequestState = async (tx: Writer, id: string, change: StateChange): Promise<void> =>
  void (await changeState(tx, change, { id }));

/** Saves how the deal goes on without anybody chosen for this request. */
export const saveFallback = (
  tx: Writer,
  of: { id: string; version: number },
  change: Pick<Row, "fallback" | "fallbackAt" | "fallbackByUserId">,
): Promise<void> => update(tx, of, change);

/** What of requests says whether their services are in their deals, of many deals at once. */
export type ServiceFact = Pick<Request, "id" | "dealId" | "service" | "state" | "isRejected" | "fallback">;

const factsOfDeals = preparedList("services_of_deals", (db, ids) =>
  db
    .select({
      id: requests.id,
      dealId: requests.dealId,
      service: requests.service,
      state: requests.state,
      isRejected: requests.isRejected,
      fallback: requests.fallback,
    })
    .from(requests)
    .where(and(inArray(requests.dealId, ids), isCurrent)),
);

export const servicesOfDeals = (db: Reader, dealIds: readonly string[]): Promise<readonly ServiceFact[]> =>
  factsOfDeals(db, dealIds);

const specRows = preparedList("specs_of_requests", (db, ids) =>
  db.select({ id: requests.id, spec: requests.spec }).from(requests).where(inArray(requests.id, ids)),
);

/** What each of these requests asks for, by request. */
export async function specsOfRequests(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Row["spec"]>> {
  return new Map((await specRows(db, ids)).map(({ id, spec }) => [id, spec]));
}

export type RequestTermsChange = Partial<
  Pick<
    Row,
    | "spec"
    | "bidMode"
    | "visibility"
    | "comparisonCurrency"
    | "mayCloseEarly"
    | "twoPersonOpening"
    | "closesAt"
    | "decideBy"
    | "terms"
    | "amendmentCount"
  >
>;

/** Saves changed terms of a draft or an amended request, if nobody has changed it since `version` was read. */
export const saveRequestTerms = (
  tx: Writer,
  of: { id: string; version: number },
  change: RequestTermsChange,
): Promise<void> => update(tx, of, change);

/** Moves the close of open bidding once more, with the time to decide. */
export async function saveExtension(
  tx: Writer,
  id: string,
  to: { readonly closesAt: Instant; readonly decideBy: Instant },
): Promise<void> {
  await tx
    .update(requests)
    .set({ ...to, extensionCount: sql`${requests.extensionCount} + 1`, version: sql`${requests.version} + 1` })
    .where(eq(requests.id, id));
}

/** Counts one more (or one less) bid that stands. */
export async function addToBidCount(tx: Writer, id: string, by: 1 | -1): Promise<void> {
  await tx
    .update(requests)
    .set({ bidCount: sql`${requests.bidCount} + ${by}`, version: sql`${requests.version} + 1` })
    .where(eq(requests.id, id));
}

/** Requests whose close, or whose time to decide, has come; the earliest first. */
export async function listDue(db: Reader, now: Instant, limit = 200): Promise<StoredRequest[]> {
  const toClose = await db
    .select()
    .from(requests)
    .where(and(eq(requests.state, "open"), lte(requests.closesAt, now)))
    .orderBy(asc(requests.closesAt), asc(requests.id))
    .limit(limit);
  const toLapse = await db
    .select()
    .from(requests)
    .where(and(inArray(requests.state, ["closed", "opened"]), lte(requests.decideBy, now)))
    .orderBy(asc(requests.decideBy), asc(requests.id))
    .limit(limit);
  return [...toClose, ...toLapse] as StoredRequest[];
}

/** How many requests of the organisation have ever been published; the review of first requests counts on it. */
export async function countPublished(db: Reader, organisationId: string): Promise<number> {
  const [row] = await db
    .select({ requests: count() })
    .from(requests)
    .where(and(eq(requests.buyerOrganisationId, organisationId), isNotNull(requests.publishedAt)));
  return row?.requests ?? 0;
}

export async function listInReview(db: Reader, limit: number): Promise<StoredRequest[]> {
  const rows = await db
    .select()
    .from(requests)
    .where(eq(requests.state, "in_review"))
    .orderBy(asc(requests.closesAt), asc(requests.id))
    .limit(limit);
  return rows as StoredRequest[];
}

const invitation = prepared("request_invitation", (db) =>
  db
    .select({ requestId: requestInvitations.requestId })
    .from(requestInvitations)
    .where(
      and(
        eq(requestInvitations.requestId, sql.placeholder("requestId")),
        eq(requestInvitations.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .limit(1),
);

export async function isInvited(db: Reader, of: { requestId: string; organisationId: string }): Promise<boolean> {
  return (await invitation(db, of)).length > 0;
}

const invitationsTo = prepared("invitations_to_request", (db) =>
  db
    .select({ organisationId: requestInvitations.organisationId })
    .from(requestInvitations)
    .where(eq(requestInvitations.requestId, sql.placeholder("requestId")))
    .orderBy(asc(requestInvitations.organisationId)),
);

export async function invitedTo(db: Reader, requestId: string): Promise<string[]> {
  return (await invitationsTo(db, { requestId })).map((row) => row.organisationId);
}

/** Invites those who are not yet invited and answers who is new. */
export async function insertInvitations(
  tx: Writer,
  requestId: string,
  of: { organisationIds: readonly string[]; now: Instant },
): Promise<string[]> {
  if (of.organisationIds.length === 0) return [];
  const known = new Set(await invitedTo(tx, requestId));
  const fresh = [...new Set(of.organisationIds)].filter((id) => !known.has(id));
  if (fresh.length > 0)
    await tx
      .insert(requestInvitations)
      .values(fresh.map((organisationId) => ({ requestId, organisationId, createdAt: of.now })));
  return fresh;
}

/** Forgets who was invited; only a draft's invitations are ever taken back. */
export async function removeInvitations(tx: Writer, requestId: string): Promise<void> {
  await tx.delete(requestInvitations).where(eq(requestInvitations.requestId, requestId));
}

const isPublished = and(isNotNull(requests.publishedAt), notInArray(requests.state, [...UNPUBLISHED_STATES]));

/**
 * Where a row of `requests` may be seen by the organisation (null: a visitor): its own, invited ones, and what is open to all. The only
 * SQL form of `maySeeRequest` (domain/requests/request-visibility.ts); a test compares the two.
 */
export const visibleTo = (organisationId: string | Placeholder | null) =>
  organisationId === null
    ? and(ne(requests.visibility, "invited"), isPublished)
    : or(
        eq(requests.buyerOrganisationId, organisationId),
        and(
          isPublished,
          or(
            ne(requests.visibility, "invited"),
            sql`exists (select 1 from ${requestInvitations} where ${requestInvitations.requestId} = ${requests.id} and ${requestInvitations.organisationId} = ${organisationId})`,
          ),
        ),
      );

const selectVisible = (organisationId: string | Placeholder | null) => (db: Reader) =>
  db
    .select()
    .from(requests)
    .where(and(eq(requests.id, sql.placeholder("id")), visibleTo(organisationId)))
    .limit(1);
const visibleToVisitor = prepared("request_visible_to_visitor", selectVisible(null));
const visibleToOrganisation = prepared("request_visible", selectVisible(sql.placeholder("organisationId")));

/** The request, where the viewer may know of it: what is not for the viewer is not found. */
export async function findVisibleRequest(
  db: Reader,
  { organisationId }: Pick<Actor, "organisationId">,
  id: string,
): Promise<StoredRequest | undefined> {
  const found =
    organisationId === null ? visibleToVisitor(db, { id }) : visibleToOrganisation(db, { id, organisationId });
  return (await found)[0] as StoredRequest | undefined;
}
