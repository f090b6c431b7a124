import { eq, inArray } from "drizzle-orm";
import type { Debrief, KeptDebrief } from "../../domain/bidding/debrief";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { bids } from "../schema/bidding";
import { debriefs } from "../schema/decide";
import { awards } from "../schema/orders";

const told = {
  bidId: debriefs.bidId,
  rank: debriefs.rank,
  gap: debriefs.gap,
  code: debriefs.code,
  detail: debriefs.detail,
  words: debriefs.words,
};

export async function insertDebriefs(tx: Writer, rows: readonly KeptDebrief[], at: Instant): Promise<void> {
  if (rows.length > 0) await tx.insert(debriefs).values(rows.map((row) => ({ ...row, at })));
}

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

/** What a bid's end was explained with; whether it is the bidder who asks, the caller has decided. */
export async function findDebrief(db: Reader, bidId: string): Promise<Debrief | null> {
  const [row] = await selectTold(db).where(eq(debriefs.bidId, bidId)).limit(1);
  return row ? debriefOf(row) : null;
}

/** The same for many bids of one bidder. */
export async function debriefsOfBids(db: Reader, bidIds: readonly string[]): Promise<ReadonlyMap<string, Debrief>> {
  if (bidIds.length === 0) return new Map();
  const rows = await selectTold(db).where(inArray(debriefs.bidId, [...bidIds]));
  return new Map(rows.map((row) => [row.told.bidId, debriefOf(row)]));
}
