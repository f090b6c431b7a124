import { and, asc, eq, getTableColumns, inArray, ne, sql } from "drizzle-orm";
import type { BidContent } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/vocabulary";
import type { Instant } from "../../domain/shared/time";
import type { Currency } from "../../domain/shared/money";
import { prepared, preparedChange, preparedList, type Reader, type Writer } from "../database";
import { bids, bidVersions, openingApprovals, requests } from "../schema/requests";

type Row = typeof bids.$inferSelect;
type VersionRow = typeof bidVersions.$inferSelect;

export type StoredBid = Omit<Row, "submittedAt" | "updatedAt" | "withdrawnAt" | "validUntil"> & {
  readonly submittedAt: Instant;
  readonly updatedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly validUntil: Instant | null;
};

/** A bid with what its last version says: null while it is sealed, and for ever where it was never opened. */
export type BidWithContent = StoredBid & { readonly content: BidContent | null; readonly sentAt: Instant };

/** The last version of a bid that is to be opened. */
export type SealedBid = Pick<VersionRow, "bidId" | "version" | "sealed" | "keyForRequest">;

/** What a version holds: plain content of an open bid, or the sealed block with the two keys that open it. */
export type NewVersion = Pick<VersionRow, "bidId" | "version" | "submittedByUserId" | "submittedAt" | "receipt"> &
  (
    | { readonly content: BidContent }
    | { readonly sealed: Buffer; readonly keyForRequest: Buffer; readonly keyForBidder: Buffer }
  );

const byId = prepared("bid_by_id", (db) =>
  db
    .select()
    .from(bids)
    .where(eq(bids.id, sql.placeholder("id")))
    .limit(1),
);

const byProvider = prepared("bid_of_provider", (db) =>
  db
    .select()
    .from(bids)
    .where(
      and(
        eq(bids.requestId, sql.placeholder("requestId")),
        eq(bids.providerOrganisationId, sql.placeholder("organisationId")),
      ),
    )
    .limit(1),
);

const ofRequest = prepared("bids_of_request", (db) =>
  db
    .select()
    .from(bids)
    .where(eq(bids.requestId, sql.placeholder("requestId")))
    .orderBy(asc(bids.submittedAt), asc(bids.id)),
);

const lastVersion = and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version));

// Without the sealed block, which is many times as long as what it says.
const withContent = prepared("bids_with_content", (db) =>
  db
    .select({ ...getTableColumns(bids), content: bidVersions.content, sentAt: bidVersions.submittedAt })
    .from(bids)
    .innerJoin(bidVersions, lastVersion)
    .where(eq(bids.requestId, sql.placeholder("requestId")))
    .orderBy(asc(bids.submittedAt), asc(bids.id)),
);

const sealedOfRequest = prepared("sealed_bids_of_request", (db) =>
  db
    .select({
      bidId: bidVersions.bidId,
      version: bidVersions.version,
      sealed: bidVersions.sealed,
      keyForRequest: bidVersions.keyForRequest,
    })
    .from(bids)
    .innerJoin(bidVersions, lastVersion)
    .where(and(eq(bids.requestId, sql.placeholder("requestId")), eq(bids.state, "submitted")))
    .orderBy(asc(bids.submittedAt), asc(bids.id)),
);

const versionsById = prepared("versions_of_bid", (db) =>
  db
    .select()
    .from(bidVersions)
    .where(eq(bidVersions.bidId, sql.placeholder("bidId")))
    .orderBy(asc(bidVersions.version)),
);

const version = prepared("version_of_bid", (db) =>
  db
    .select()
    .from(bidVersions)
    .where(and(eq(bidVersions.bidId, sql.placeholder("bidId")), eq(bidVersions.version, sql.placeholder("version")))),
);

export async function findBid(db: Reader, id: string): Promise<StoredBid | undefined> {
  return (await byId(db, { id }))[0] as StoredBid | undefined;
}

export async function findBidOf(
  db: Reader,
  of: { requestId: string; organisationId: string },
): Promise<StoredBid | undefined> {
  return (await byProvider(db, of))[0] as StoredBid | undefined;
}

/** All bids of a request, those withdrawn too, in the order of their coming. */
export async function bidsOfRequest(db: Reader, requestId: string): Promise<StoredBid[]> {
  return (await ofRequest(db, { requestId })) as StoredBid[];
}

/** The same with what each says, in one statement however many they are. */
export async function bidsWithContent(db: Reader, requestId: string): Promise<BidWithContent[]> {
  return (await withContent(db, { requestId })) as BidWithContent[];
}

/** Who has bid on these requests and has not taken it back, in the order of their coming. */
export const biddersOfRequests = preparedList("bidders_of_requests", (db, requestIds) =>
  db
    .select({ requestId: bids.requestId, organisationId: bids.providerOrganisationId })
    .from(bids)
    .where(and(inArray(bids.requestId, requestIds), ne(bids.state, "withdrawn")))
    .orderBy(asc(bids.submittedAt), asc(bids.id)),
);

/** What an opening opens: the last version of every bid that stands, in the order of their coming. */
export const standingSealedBids = (db: Reader, requestId: string): Promise<SealedBid[]> =>
  sealedOfRequest(db, { requestId });

export async function versionsOf(db: Reader, bidId: string): Promise<VersionRow[]> {
  return await versionsById(db, { bidId });
}

export async function findVersion(db: Reader, of: { bidId: string; version: number }): Promise<VersionRow | undefined> {
  return (await version(db, of))[0];
}

/** The last version of each of these bids. */
export const lastVersionsOf = preparedList("last_versions_of_bids", (db, bidIds) =>
  db
    .select(getTableColumns(bidVersions))
    .from(bids)
    .innerJoin(bidVersions, lastVersion)
    .where(inArray(bids.id, bidIds)),
);

const p = sql.placeholder;

// Bids arrive in bursts before a close, so the statements of this path are built once per connection.
const bidColumns = {
  id: p("id"),
  requestId: p("requestId"),
  providerOrganisationId: p("providerOrganisationId"),
  state: p("state"),
  version: 1,
  amendment: p("amendment"),
  submittedAt: p("now"),
  updatedAt: p("now"),
};

const addSealedBid = prepared("insert_sealed_bid", (db) => (db as Writer).insert(bids).values(bidColumns));

const addOpenBid = prepared("insert_open_bid", (db) =>
  (db as Writer)
    .insert(bids)
    .values({ ...bidColumns, totalMinor: p("totalMinor"), currency: p("currency"), validUntil: p("validUntil") }),
);

const versionColumns = {
  bidId: p("bidId"),
  version: p("version"),
  submittedByUserId: p("submittedByUserId"),
  submittedAt: p("submittedAt"),
  receipt: p("receipt"),
};

const addSealedVersion = prepared("insert_sealed_version", (db) =>
  (db as Writer).insert(bidVersions).values({
    ...versionColumns,
    sealed: p("sealed"),
    keyForRequest: p("keyForRequest"),
    keyForBidder: p("keyForBidder"),
  }),
);

const addOpenVersion = prepared("insert_open_version", (db) =>
  (db as Writer).insert(bidVersions).values({ ...versionColumns, content: p("content") }),
);

const countBid = prepared("count_bid", (db) =>
  (db as Writer)
    .update(requests)
    .set({ bidCount: sql`${requests.bidCount} + 1`, version: sql`${requests.version} + 1` })
    .where(eq(requests.id, p("requestId"))),
);

/** What the database may know of a bid in clear: nothing while it is sealed. */
export type Shown = {
  readonly totalMinor: bigint | null;
  readonly currency: Currency | null;
  readonly validUntil: Instant | null;
};

export const SEALED: Shown = { totalMinor: null, currency: null, validUntil: null };

type NewBid = Pick<StoredBid, "id" | "requestId" | "providerOrganisationId" | "state" | "amendment"> &
  Shown & { readonly now: Instant };

/** Writes a new bid and counts it on its request. */
export async function insertBid(tx: Writer, bid: NewBid): Promise<void> {
  await (bid.totalMinor === null ? addSealedBid(tx, bid) : addOpenBid(tx, bid));
  await countBid(tx, { requestId: bid.requestId });
}

export async function insertVersion(tx: Writer, row: NewVersion): Promise<void> {
  await ("sealed" in row ? addSealedVersion(tx, row) : addOpenVersion(tx, row));
}

type Change = Partial<typeof bids.$inferInsert>;
const changeBid = preparedChange("change_bid", (db, change: Change) =>
  db
    .update(bids)
    .set(change)
    .where(eq(bids.id, p("id"))),
);

const changeVersion = preparedChange("change_bid_version", (db, change: Partial<typeof bidVersions.$inferInsert>) =>
  db
    .update(bidVersions)
    .set(change)
    .where(and(eq(bidVersions.bidId, p("bidId")), eq(bidVersions.version, p("version")))),
);

/** A new version of the bid stands, for the request as that amendment left it. */
export async function saveRevision(
  tx: Writer,
  id: string,
  change: { state: BidState; version: number; amendment: number; now: Instant } & Shown,
): Promise<void> {
  const { now, ...rest } = change;
  await changeBid(tx, { ...rest, updatedAt: now }, { id });
}

/** Ends a bid: withdrawn, won, lost. */
export async function saveBidState(tx: Writer, id: string, change: { state: BidState; now: Instant }): Promise<void> {
  const { state, now } = change;
  const withdrawnAt = state === "withdrawn" ? { withdrawnAt: now } : {};
  await changeBid(tx, { state, updatedAt: now, ...withdrawnAt }, { id });
}

const endBids = preparedList("end_bids", (db, ids) =>
  (db as Writer)
    .update(bids)
    .set({ state: p("state") as never, updatedAt: p("now") as never })
    .where(inArray(bids.id, ids)),
);

/** Ends many bids in one statement; a withdrawal is its bidder's own and has a moment to be kept. */
export async function saveBidStates(
  tx: Writer,
  ids: readonly string[],
  { state, now }: { readonly state: Exclude<BidState, "withdrawn">; readonly now: Instant },
): Promise<void> {
  await endBids(tx, ids, { state, now });
}

/** The opening: the content of a sealed version becomes readable, once; the sealed block stays beside it as the receipt's proof. */
export async function saveOpened(
  tx: Writer,
  of: { readonly bidId: string; readonly version: number },
  content: BidContent,
): Promise<void> {
  const { totalMinor, currency, validUntil } = content;
  await changeVersion(tx, { content }, of);
  await changeBid(tx, { totalMinor: BigInt(totalMinor), currency, validUntil }, { id: of.bidId });
}

/** Notes that this person said "open", with the share that the word released, and answers how many different people have. */
export async function approveOpening(
  tx: Writer,
  of: {
    readonly requestId: string;
    readonly userId: string;
    readonly at: Instant;
    readonly shareNumber: number | null;
    readonly share: Buffer | null;
  },
): Promise<number> {
  await tx.insert(openingApprovals).values(of).onConflictDoNothing();
  return (await approversOf(tx, of.requestId)).length;
}

export async function approversOf(db: Reader, requestId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: openingApprovals.userId })
    .from(openingApprovals)
    .where(eq(openingApprovals.requestId, requestId));
  return rows.map((row) => row.userId);
}

/** Which of these requests this person has said "open" to. */
export async function openedBy(
  db: Reader,
  of: { readonly requestIds: readonly string[]; readonly userId: string | null },
): Promise<ReadonlySet<string>> {
  if (of.requestIds.length === 0 || of.userId === null) return new Set();
  const rows = await db
    .select({ requestId: openingApprovals.requestId })
    .from(openingApprovals)
    .where(and(inArray(openingApprovals.requestId, [...of.requestIds]), eq(openingApprovals.userId, of.userId)));
  return new Set(rows.map(({ requestId }) => requestId));
}
