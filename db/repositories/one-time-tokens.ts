import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { oneTimeTokens } from "../schema/accounts";

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;

/** A new link ends the older ones of its purpose: of several mails only the last one works. */
export async function replaceToken(tx: Writer, row: typeof oneTimeTokens.$inferInsert): Promise<void> {
  await endTokens(tx, row, row.createdAt as Instant);
  await tx.insert(oneTimeTokens).values(row);
}

export async function findToken(db: Reader, tokenHash: string): Promise<OneTimeToken | undefined> {
  const [row] = await db.select().from(oneTimeTokens).where(eq(oneTimeTokens.tokenHash, tokenHash)).limit(1);
  return row;
}

export async function endTokens(tx: Writer, of: Pick<OneTimeToken, "userId" | "purpose">, now: Instant): Promise<void> {
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(
      and(eq(oneTimeTokens.userId, of.userId), eq(oneTimeTokens.purpose, of.purpose), isNull(oneTimeTokens.usedAt)),
    );
}
