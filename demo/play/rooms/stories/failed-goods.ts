import { DEMO_BROKER, DEMO_INSPECTOR, DEMO_PAYER, DEMO_PROVIDER } from "../../cast";
import type { Scenery } from "../../scenes/scenery";
import { DeclarationHand } from "../clearance";
import { boardsLookedAt, visit } from "../inspections";
import { FOR_GOODS, lock } from "../remittance";
import { SlotHand } from "../slots";
import { contract } from "./contract";
import { TRUCKS } from "./people";

const DAY = 24;

/** Goods that failed and wait for the buyer's decision, and with them truck, money and the declaration that is ready to be filed. */
export async function playFailedGoods(scenery: Scenery): Promise<void> {
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
  await SlotHand.ask(carriage, -4, { truck: TRUCKS.pingxiang, window: 3 * DAY });

  await of.order("payment").reports({ kyc_submitted: -14 * DAY, kyc_approved: -13 * DAY });
  await lock(of.order("payment", scenery.atBanks(-12.9 * DAY)), -4, "1205");

  await visit(of.order("inspection"), {
    ...{ booked: -3 * DAY, arrives: -1 * DAY, reported: -6, majors: 16 },
    ...{ name: "黄志远 Huang Zhiyuan", pictures: [11, 12, 13, 14, 17] },
  });
}
