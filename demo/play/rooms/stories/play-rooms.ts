import type { Database } from "../../../../db/database";
import type { Instant } from "../../../../domain/shared/instant";
import { world as readWorld } from "@/server/hubs/queries/network";
import type { World } from "../../../plan/plan-movement";
import { randomFrom } from "../../../plan/random";
import type { DemoParties } from "../../cast";
import { Scenery } from "../../scenes/scenery";
import { Stage } from "../../stage";
import { keepBoards } from "../hub-boards";
import { askForAnotherWay, playAtTheBorder, playDutiesDue } from "./at-the-border";
import { playContested } from "./contested";
import { playFailedGoods } from "./failed-goods";
import { playOnSite } from "./on-site";
import { playThroughHorgos } from "./through-horgos";
import { playWholeWay } from "./whole-way";

/** Dice of their own, so that what is played before them is the same with them and without. */
const SEED = 20_261_126;

/** Stories of some orders that chance would not bring about: every room of an order, each in the states in which one of the demo's people has to act. */
export async function playRooms(
  database: Database,
  of: { readonly world: World; readonly parties: DemoParties; readonly now: Instant },
): Promise<void> {
  const random = randomFrom(SEED);
  const stage = new Stage(database, random);
  const scenery = new Scenery({ ...of, stage, random });
  const { hubs } = await readWorld(database.read);
  await keepBoards({ ...of, hubs, stage });
  for (const story of [playWholeWay, playContested]) await story(scenery);
  const waiting = await playAtTheBorder(scenery);
  for (const story of [playFailedGoods, playDutiesDue, playOnSite, playThroughHorgos]) await story(scenery);
  await askForAnotherWay(waiting);
}
