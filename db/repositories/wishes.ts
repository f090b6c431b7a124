import { and, eq } from "drizzle-orm";
import type { MailTiming } from "../../domain/notices/delivery";
import type { Wish } from "../../domain/notices/wishes";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { users } from "../schema/accounts";
import { noticeWishes, notices } from "../schema/notices";

/** All that a person has said about what they want to hear. */
export async function wishesOf(db: Reader, userId: string): Promise<Wish[]> {
  return await db.select().from(noticeWishes).where(eq(noticeWishes.userId, userId));
}

type Key = { readonly userId: string } & Pick<Wish, "what" | "subject">;
type Change = {
  readonly isInInbox?: boolean;
  readonly mail?: MailTiming;
  readonly mutedAt?: Instant | null;
};

/** Keeps what a person says of one thing beside what they have said of it before. */
export async function keepWish(tx: Writer, key: Key, change: Change): Promise<void> {
  await tx
    .insert(noticeWishes)
    .values({ ...key, ...change })
    .onConflictDoUpdate({ target: [noticeWishes.userId, noticeWishes.what, noticeWishes.subject], set: change });
}

/** Whether a person was ever told of this deal. */
export async function wasTold(db: Reader, of: { readonly userId: string; readonly dealId: string }): Promise<boolean> {
  const found = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.userId, of.userId), eq(notices.dealId, of.dealId)))
    .limit(1);
  return found.length > 0;
}

/** Whether there is such a person. */
export async function isPerson(db: Reader, userId: string): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).limit(1);
  return found.length > 0;
}
