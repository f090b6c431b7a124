import { eq } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { panelScores } from "../schema/scoring";

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

/** All that the panel gave the bids of a request, person by person. */
export async function scoresOf(db: Reader, requestId: string) {
  return await db
    .select({
      bidId: panelScores.bidId,
      criterion: panelScores.criterion,
      userId: panelScores.userId,
      points: panelScores.points,
    })
    .from(panelScores)
    .where(eq(panelScores.requestId, requestId));
}
