import type { Reader } from "../../db/database";
import type { Instant } from "../../domain/shared/instant";
import { type World, world } from "./queries/network";
import { type ReadBoard, readBoard } from "./read-board";

/** The world with the board of its hubs, which is read anew for each question. */
export type PlannedWorld = World & { readonly board: ReadBoard };

/** What ways are planned by: the places and legs of this process, and what is entered of the hubs at this moment. */
export async function planningWorld(db: Reader, now: Instant): Promise<PlannedWorld> {
  return { ...(await world(db)), board: await readBoard(db, now) };
}
