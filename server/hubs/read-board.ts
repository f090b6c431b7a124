import type { Reader } from "../../db/database";
import { ownTraffic } from "../../db/repositories/crossings";
import { closuresAhead, closuresOver, latestStates } from "../../db/repositories/hub-board";
import { ruleAt } from "../../db/repositories/market-rules";
import { type Board, type WaitAt, waitsOf } from "../../domain/hubs/board/board";
import { DAY_MS, type Instant, later, MINUTE_MS } from "../../domain/shared/instant";
import { COMING_DAYS, comingPerCrossing } from "../../domain/hubs/board/crossing-times";
import { world } from "../queries/network";

/** The board of all hubs, with the waits that follow from it and from the months' planning figures. */
export type ReadBoard = Board & { readonly waitAt: WaitAt };

type Coming = { readonly readAt: Instant; readonly perCrossing: ReadonlyMap<string, number> };

// A fortnight's ratio does not change within minutes, and is the only thing of a board that is added up from orders. One per process, so that
// a transaction that plans a way does not read every step of the last days, and conflict with whoever reports one.
const KEPT_MS = 15 * MINUTE_MS;
const holder = globalThis as unknown as { kouanComing?: Coming };

/** How many of the market's own orders came to a hub for each that crossed there, by hub and mode; read anew every quarter of an hour. */
async function ownComing(db: Reader, now: Instant): Promise<Coming["perCrossing"]> {
  const known = holder.kouanComing;
  if (known && Math.abs(now - known.readAt) < KEPT_MS) return known.perCrossing;
  const perCrossing = comingPerCrossing(await ownTraffic(db, { since: later(now, -COMING_DAYS * DAY_MS), now }));
  holder.kouanComing = { readAt: now, perCrossing };
  return perCrossing;
}

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
    ownComing: await ownComing(db, now),
    maxAgeDays,
    reachDays,
  };
  return { ...board, waitAt: waitsOf(board, network) };
}
