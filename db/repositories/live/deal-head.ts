import { eq, sql } from "drizzle-orm";
import { deals } from "../../schema/deals";
import { hubBoardHeads } from "../../schema/hub-board";

/** Joins the number of its hub's board to a deal; a hub of which nothing was ever entered has none. */
export const boardOfDeal = eq(hubBoardHeads.hubId, deals.hubId);

/**
 * How far all that a page about a deal shows has gone: the entries of its own log and the changes of its hub's board, by which its goods
 * are expected. Both only grow, and a deal that goes by another hub takes the difference of their boards with it, so their sum only grows.
 */
export const dealHead = sql<number>`${deals.logSeq} + ${deals.boardOffset} + coalesce(${hubBoardHeads.seq}, 0)`.mapWith(
  Number,
);
