import type { Reader } from "../../db/database";
import { ownTraffic } from "../../db/repositories/crossings";
import { closuresAhead, closuresOver, latestStates } from "../../db/repositories/hub-board";
import { ruleAt } from "../../db/repositories/market-rules";
import { type Board, type WaitAt, waitsOf } from "../../domain/hubs/board/board";
import { DAY_MS, type Instant, later } from "../../domain/shared/instant";
import { COMING_DAYS, comingPerCrossing } from "../../domain/hubs/board/crossing-times";
import { world } from "../queries/network";

/** The board of all hubs, with the waits that follow from it and from the months' planning figures. */
export type ReadBoard = Board & { readonly waitAt: WaitAt };

/**
 * What administrators have entered, as the database has it now. Read for each question and kept by no process: what one process enters the next
 * question to another one knows.
 */
export async function readBoard(db: Reader, now: Instant): Promise<ReadBoard> {
  const { network } = await world(db);
  const maxAgeDays = await ruleAt(db, "board_max_age_days", now);
  const reachDays = await ruleAt(db, "board_reach_days", now);
  const board: Board = {
    now,
    states: await latestStates(db, later(now, -maxAgeDays * DAY_MS)),
    closures: await closuresAhead(db, now),
    pastClosures: await closuresOver(db, { since: later(now, -maxAgeDays * DAY_MS), now }),
    ownComing: comingPerCrossing(await ownTraffic(db, { since: later(now, -COMING_DAYS * DAY_MS), now })),
    maxAgeDays,
    reachDays,
  };
  return { ...board, waitAt: waitsOf(board, network) };
}
