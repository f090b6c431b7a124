import { eq, inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { hubBoardHeads } from "../../schema/hub-board";
import { requests } from "../../schema/requests";

// SQLite takes 32,766 values in a statement, and a plan for a few hundred is as good as any.
const AT_ONCE = 500;

/** Two numbers that say whether anything has happened: to the request itself, and on the board of its hub. */
export type Heads = { readonly seq: number; readonly board: number };

/** The last numbers of each request and of its hub's board, for many at once. */
export async function logHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Heads>> {
  const heads = new Map<string, Heads>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const rows = await db
      .select({ id: requests.id, seq: requests.logSeq, board: hubBoardHeads.seq })
      .from(requests)
      .leftJoin(hubBoardHeads, eq(hubBoardHeads.hubId, requests.hubId))
      .where(inArray(requests.id, some));
    for (const { id, seq, board } of rows) heads.set(id, { seq, board: board ?? 0 });
  }
  return heads;
}
