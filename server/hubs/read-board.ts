import type { Reader } from "../../db/database";
import { closuresAhead, latestStates } from "../../db/repositories/hub-board";
import { ruleAt } from "../../db/repositories/market-rules";
import { type Board, type WaitAt, waitsOf } from "../../domain/hubs/board/board";
import { DAY_MS, type Instant, later } from "../../domain/shared/instant";
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
    maxAgeDays,
    reachDays,
  };
  return { ...board, waitAt: waitsOf(board, network) };
}
