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
import { playOnSite } from "./on-site";
import { playThroughHorgos } from "./through-horgos";
import { playWholeWay } from "./whole-way";
import { DEMO_BROKER, DEMO_INSPECTOR, DEMO_PAYER, DEMO_PROVIDER } from "../../cast";
import { DeclarationHand } from "../clearance";
import { boardsLookedAt, visit } from "../inspections";
import { FOR_GOODS, lock } from "../remittance";
import { SlotHand } from "../slots";
import { contract } from "./contract";
import { TRUCKS } from "./people";

const DAY = 24;

/** Goods that failed and wait for the buyer's decision, and with them truck, money and the declaration that is ready to be filed. */
async function playFailedGoods(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -18 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER, inspection: DEMO_INSPECTOR },
    ready: 2 * DAY,
    specs: { inspection: boardsLookedAt(scenery.day(-1 * DAY)), customs: { side: "export" }, payment: FOR_GOODS },
  });
  const customs = of.order("customs");
  await customs.reports({ documents_requested: -14 * DAY, documents_complete: -6 * DAY });
  const out = await DeclarationHand.draft(customs, "export", -5 * DAY);
  await out.approve(-4.5 * DAY);

  const carriage = of.order("logistics");
  await carriage.reports({ booked: -15 * DAY });
  const early = await SlotHand.ask(carriage, -2 * DAY, { truck: TRUCKS.pingxiang, window: DAY });
  await early.cancel(-5, "验货不合格，无法按时装车。 · The goods failed: loading will not be in time.");
  await SlotHand.ask(carriage, -4, {
    ...{ truck: { ...TRUCKS.pingxiang, system: "cn_port_booking" }, window: 3 * DAY },
    systemReason:
      "谅山平台当日时段已约满，改在友谊关口岸预约。 · Lạng Sơn's windows of that day are full: booked at Youyiguan instead.",
  });

  await of.order("payment").reports({ kyc_submitted: -14 * DAY });
  await lock(of.order("payment", scenery.atBanks(-12.9 * DAY)), -4, "1205");

  await visit(of.order("inspection"), {
    ...{ booked: -3 * DAY, arrives: -1 * DAY, reported: -6, majors: 16 },
    ...{ name: "黄志远 Huang Zhiyuan", pictures: [11, 12, 13, 14, 17] },
  });
}

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
