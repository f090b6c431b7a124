import { inArray } from "drizzle-orm";
import type { Reader } from "../../database";
import { deals } from "../../schema/deals";
import { hubBoardHeads } from "../../schema/hub-board";
import { boardOfDeal, dealHead } from "./deal-head";
import { headsInParts } from "./heads-in-parts";

/** How far each deal and its hub's board have gone, for many at once; one that is not there is left out. */
export const dealHeads = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  headsInParts(ids, (some) =>
    db
      .select({ id: deals.id, seq: dealHead })
      .from(deals)
      .leftJoin(hubBoardHeads, boardOfDeal)
      .where(inArray(deals.id, some)),
  );
