import { inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { deals } from "../../schema/deals";
import { headsInParts } from "./heads-in-parts";

/** The last number in the log of each deal, for many at once; one that is not there is left out. */
export const dealHeads = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  headsInParts(ids, (some) =>
    db.select({ id: deals.id, seq: deals.logSeq }).from(deals).where(inArray(deals.id, some)),
  );
