import { inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { requests } from "../../schema/requests";

// SQLite takes 32,766 values in a statement, and a plan for a few hundred is as good as any.
const AT_ONCE = 500;

/** The last number in the log of each request, for many at once. */
export async function logHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const heads = new Map<string, number>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const rows = await db
      .select({ id: requests.id, logSeq: requests.logSeq })
      .from(requests)
      .where(inArray(requests.id, some));
    for (const { id, logSeq } of rows) heads.set(id, logSeq);
  }
  return heads;
}
