import { eq, inArray, sql } from "drizzle-orm";
import { prepared, preparedInsert, preparedRows, type Reader, type Writer } from "../database";
import { awards } from "../schema/orders";
import type { Instant } from "../../domain/shared/time";
import { panelScores } from "../schema/scoring";
import type { Debrief, KeptDebrief } from "../../domain/bidding/debrief";
import { bids } from "../schema/requests";
import { debriefs } from "../schema/decide";

export type NewAward = typeof awards.$inferInsert;
export type StoredAward = typeof awards.$inferSelect;

const addAward = preparedInsert("insert_award", (db, row: NewAward) => db.insert(awards).values(row));

export async function insertAwards(tx: Writer, rows: readonly NewAward[]): Promise<void> {
  for (const row of rows) await addAward(tx, row);
}

export async function awardsOfDeal(db: Reader, dealId: string): Promise<StoredAward[]> {
  return await db.select().from(awards).where(eq(awards.dealId, dealId));
}

/** The awards of these requests, at most one each. */
export async function awardsOfRequests(db: Reader, requestIds: readonly string[]): Promise<StoredAward[]> {
  if (requestIds.length === 0) return [];
  return await db
    .select()
    .from(awards)
    .where(inArray(awards.requestId, [...requestIds]));
}

type NewScore = {
  readonly bidId: string;
  readonly requestId: string;
  readonly criterion: number;
  readonly userId: string;
  readonly points: number;
  readonly scoredAt: Instant;
};

/** Keeps what a person gives a bid at a criterion, in place of what it gave before. */
export async function keepScore(tx: Writer, score: NewScore): Promise<void> {
  const { points, scoredAt } = score;
  await tx
    .insert(panelScores)
    .values(score)
    .onConflictDoUpdate({
      target: [panelScores.bidId, panelScores.criterion, panelScores.userId],
      set: { points, scoredAt },
    });
}

const scoresByRequest = prepared("panel_scores_of_request", (db) =>
  db
    .select({
      bidId: panelScores.bidId,
      criterion: panelScores.criterion,
      userId: panelScores.userId,
      points: panelScores.points,
    })
    .from(panelScores)
    .where(eq(panelScores.requestId, sql.placeholder("requestId"))),
);

/** All that the panel gave the bids of a request, person by person. */
export const scoresOf = (db: Reader, requestId: string) => scoresByRequest(db, { requestId });

const told = {
  bidId: debriefs.bidId,
  rank: debriefs.rank,
  gap: debriefs.gap,
  code: debriefs.code,
  detail: debriefs.detail,
  words: debriefs.words,
};

const addDebriefs = preparedRows("insert_debriefs", (db, rows: (KeptDebrief & { readonly at: Instant })[]) =>
  db.insert(debriefs).values(rows),
);

export const insertDebriefs = (tx: Writer, rows: readonly KeptDebrief[], at: Instant): Promise<void> =>
  addDebriefs(
    tx,
    rows.map(({ bidId, rank, gap, code, detail, words }) => ({ bidId, rank, gap, code, detail, words, at })),
  );

/** With the award of the bid's request, which says why another was chosen. */
const selectTold = (db: Reader) =>
  db
    .select({ told, comparison: awards.comparison })
    .from(debriefs)
    .innerJoin(bids, eq(bids.id, debriefs.bidId))
    .leftJoin(awards, eq(awards.requestId, bids.requestId));

type Row = Awaited<ReturnType<typeof selectTold>>[number];

/** Who had no place is not told why another came before it. */
const debriefOf = ({ told: kept, comparison }: Row): Debrief => ({
  ...kept,
  choice: kept.rank === null ? null : (comparison?.choice ?? null),
});

const toldOfBid = prepared("debrief_of_bid", (db) =>
  selectTold(db)
    .where(eq(debriefs.bidId, sql.placeholder("bidId")))
    .limit(1),
);

/** What a bid's end was explained with; whether it is the bidder who asks, the caller has decided. */
export async function findDebrief(db: Reader, bidId: string): Promise<Debrief | null> {
  const [row] = await toldOfBid(db, { bidId });
  return row ? debriefOf(row) : null;
}

/** The same for many bids of one bidder. */
export async function debriefsOfBids(db: Reader, bidIds: readonly string[]): Promise<ReadonlyMap<string, Debrief>> {
  if (bidIds.length === 0) return new Map();
  const rows = await selectTold(db).where(inArray(debriefs.bidId, [...bidIds]));
  return new Map(rows.map((row) => [row.told.bidId, debriefOf(row)]));
}
