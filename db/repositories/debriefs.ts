import { eq, inArray } from "drizzle-orm";
import type { Debrief } from "../../domain/decide/debrief";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { debriefs } from "../schema/decide";

const told = {
  bidId: debriefs.bidId,
  rank: debriefs.rank,
  gap: debriefs.gap,
  code: debriefs.code,
  detail: debriefs.detail,
  words: debriefs.words,
};

export async function insertDebriefs(tx: Writer, rows: readonly Debrief[], at: Instant): Promise<void> {
  if (rows.length > 0) await tx.insert(debriefs).values(rows.map((row) => ({ ...row, at })));
}

/** What a bid's end was explained with; whether it is the bidder who asks, the caller has decided. */
export async function findDebrief(db: Reader, bidId: string): Promise<Debrief | null> {
  return (await db.select(told).from(debriefs).where(eq(debriefs.bidId, bidId)).limit(1))[0] ?? null;
}

/** The same for many bids of one bidder. */
export async function debriefsOfBids(db: Reader, bidIds: readonly string[]): Promise<ReadonlyMap<string, Debrief>> {
  if (bidIds.length === 0) return new Map();
  const rows = await db
    .select(told)
    .from(debriefs)
    .where(inArray(debriefs.bidId, [...bidIds]));
  return new Map(rows.map((row) => [row.bidId, row]));
}
