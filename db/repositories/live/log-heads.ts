import { eq, inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { hubBoardHeads } from "../../schema/hub-board";
import { requests } from "../../schema/requests";
import { rowsInParts } from "./heads-in-parts";

/** Two numbers that say whether anything has happened: to the request itself, and on the board of its hub. */
export type Heads = { readonly seq: number; readonly board: number };

/** The last numbers of each request and of its hub's board, for many at once. */
export async function logHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Heads>> {
  const rows = await rowsInParts(ids, (some) =>
    db
      .select({ id: requests.id, seq: requests.logSeq, board: hubBoardHeads.seq })
      .from(requests)
      .leftJoin(hubBoardHeads, eq(hubBoardHeads.hubId, requests.hubId))
      .where(inArray(requests.id, some)),
  );
  return new Map(rows.map(({ id, seq, board }) => [id, { seq, board: board ?? 0 }]));
}
