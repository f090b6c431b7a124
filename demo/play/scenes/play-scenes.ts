import type { Database } from "../../../db/database";
import type { Instant } from "../../../domain/shared/instant";
import type { World } from "../../plan/plan-movement";
import { randomFrom } from "../../plan/random";
import type { DemoParties } from "../cast";
import { Stage } from "../stage";
import { playAfterOpening } from "./after-opening";
import { playLongEnded } from "./long-ended";
import { Scenery } from "./scenery";
import { playWhileOpen } from "./while-open";

/** Dice of their own, so that the year before them is the same with them and without. */
const SEED = 20_261_125;

/** Scenes that chance would not bring about: each thing that bidding can say, in a state in which one of the demo's people has to act. */
export async function playScenes(
  database: Database,
  of: { readonly world: World; readonly parties: DemoParties; readonly now: Instant },
): Promise<void> {
  const random = randomFrom(SEED);
  const scenery = new Scenery({ ...of, stage: new Stage(database, random), random });
  await playLongEnded(scenery);
  await playAfterOpening(scenery);
  await playWhileOpen(scenery);
}
