import { inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { requests } from "../../schema/requests";
import { headsInParts } from "./heads-in-parts";

/** The last number in the log of each request, for many at once. */
export const logHeads = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  headsInParts(ids, (some) =>
    db.select({ id: requests.id, seq: requests.logSeq }).from(requests).where(inArray(requests.id, some)),
  );
