import { askReroute } from "@/server/orders/reroute";
import { DEMO_BROKER, DEMO_PAYER, DEMO_PROVIDER } from "../cast";
import type { Scenery } from "./scenery";
import { DeclarationHand, enterTravelPapers } from "../steps/clearance";
import { codeIn } from "../../plan/market-data";
import { FieldHand, explain, object } from "../steps/transit";
import { checkClient, FOR_GOODS, freeze, lock, sendFunds } from "../steps/remittance";
import { SlotHand } from "../steps/slots";
import { type Contract, PLACES, POSITIONS, TRUCKS, contract } from "./contract";

const DAY = 24;

async function stopped(of: Contract): Promise<void> {
  const order = of.order("logistics");
  const slot = await SlotHand.ask(order, -6 * DAY, { truck: TRUCKS.langson, window: -2 * DAY });
  await slot.confirm(-5.5 * DAY, "YYG-#-0318");
  const driver = await FieldHand.give(order, -4 * DAY, {
    ...{ role: "driver", person: "卢大成 Lu Dacheng", locale: "zh-CN", days: 14 },
  });
  await driver.report(-3.5 * DAY, {
    code: "picked_up",
    evidence: { tractorPlate: TRUCKS.langson.plate, seals: ["CN902216"], position: POSITIONS.longgang },
    picture: { number: 22, place: PLACES.longgang },
  });
  await driver.report(-3 * DAY, { code: "left_for_hub" });
  // The window has passed before the truck is there.
  await slot.forfeit();
  const missed = "车辆在南宁附近爆胎，未能按时到场。 · A tyre burst near Nanning: the truck came too late.";
  // The wait is counted from the start of the window that replaces the missed one.
  const again = await slot.rebook(-34, { window: -28, words: missed });
  await again.confirm(-33.5, "YYG-#-0071");
  await driver.report(-33, { code: "arrived_hub", evidence: { position: POSITIONS.pingxiangYard } });
  const asked =
    "海关问询尚未答复，本预约时段无法进场。 · The customs' question is not answered: the truck cannot use its slot.";
  // The next slot at the pass is days away.
  const third = await again.rebook(-25, { window: 62, words: asked, atFault: "buyer" });
  await third.confirm(-24.5, "YYG-#-0138");
  await explain(order, -24, {
    ...{ place: "border", reason: "documents", from: -26 },
    words: "海关问询尚未答复，车辆在货场等候。 · The customs' question is not answered; the truck waits in the yard.",
  });
  await object(order, -20, "错过预约在先，海关问询在后。 · The slot was missed before anything was asked.");
}

/** A slot that was lost and booked anew, a truck that waits, a question of the customs that is open, and money that a bank holds back. */
export async function playAtTheBorder(scenery: Scenery): Promise<Contract> {
  const of = await contract(scenery, {
    ...{ ware: "decking", lane: "v2", posted: -22 * DAY, ready: -4.5 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER },
    slots: TRUCKS.langson.system,
    specs: { customs: { side: "export" }, payment: FOR_GOODS },
  });
  await of.order("logistics").reports({ booked: -19 * DAY });
  const customs = of.order("customs");
  await customs.reports({ documents_requested: -18 * DAY, documents_complete: -9 * DAY });
  await stopped(of);

  const out = await DeclarationHand.draft(customs, "export", -4 * DAY);
  await out.approve(-3.5 * DAY);
  await out.file(-2.4 * DAY);
  const question = "请补充说明落叶松地板的含水率及加工方式。 · Please state moisture and working of the larch decking.";
  await out.question(-28, { question, until: 20 });

  await checkClient(of.order("payment"), -17 * DAY);
  // The rate is locked and the money sent on one day of the banks.
  const payment = of.order("payment", of.scenery.atMidday(-2.75 * DAY).atBanks(-14.5 * DAY));
  await lock(payment, -3 * DAY, "1160");
  await sendFunds(payment, { locked: -3 * DAY, funded: -2.8 * DAY, cleared: -2.6 * DAY, sent: -2.5 * DAY });
  await freeze(payment, -26, "收款行要求补充运输单据。 · The payee's bank asks for the transport papers.");
  return of;
}

/** The carrier of the truck that waits would go another way; the buyer has to say whether it may. */
export async function askForAnotherWay(of: Contract): Promise<void> {
  const other = {
    ...{ dealId: of.dealId, hubId: "dongxing", extra: { minor: 450_000, currency: "CNY" } },
    reason:
      "友谊关最早两天半后才有预约时段，改走东兴可早一天过境。 · The Friendship Pass has no slot for two and a half days; by Dongxing the truck would be across a day sooner.",
  };
  await of.order("logistics").does("provider", -14, [askReroute, other]);
}

/** Goods that have crossed, whose duties the customs across the border have assessed: they are to be paid. */
export async function playDutiesDue(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -16 * DAY, ready: -3 * DAY },
    by: { logistics: DEMO_PROVIDER, customs: DEMO_BROKER },
    specs: { customs: { side: "import" } },
  });
  const carriage = of.order("logistics");
  await carriage.reports({ booked: -13 * DAY });
  // So late that the days of the way end after those in which the customs release what has crossed.
  const { plate: tractorPlate, trailer: trailerPlate } = TRUCKS.ningming;
  await carriage.reports({ picked_up: -46 }, { picked_up: { tractorPlate, trailerPlate } });
  await enterTravelPapers(carriage, {
    ...{ dealId: of.dealId, trade: -11 * DAY, waybill: -45.5 },
    // The seller's own broker declares the export, in Nanning.
    exported: { at: -34, hsCode: codeIn(carriage.deal.movement.cargo, "CN") },
  });

  const customs = of.order("customs");
  await customs.reports({ documents_requested: -12 * DAY, documents_complete: -45 });
  const across = await DeclarationHand.draft(customs, "import", -44.5);
  const slot = await SlotHand.ask(carriage, -44.5, { truck: TRUCKS.ningming, window: -26 });
  await slot.confirm(-44, "LS-#-40533");
  await carriage.reports({ left_for_hub: -43.5, arrived_hub: -31 });
  await across.approve(-42);
  // Filed ahead: the truck crosses with its import declared.
  await across.file(-28);
  await slot.mark(-25.8, "called");
  await carriage.reports({ export_released: -25.6 });
  await slot.mark(-25.4, "crossed");
  await carriage.reports({ crossed_border: -25.4 });
  await across.assess(-3);
}

/** Of Horgos, with trucks of its own up to the border. */
const CARRIER = "prov-004";
const TO_HORGOS = { first: "新F·52806", second: "新F·60117" };

/** To Almaty: two trucks bring the goods to Horgos, where Kazakhstan's take over; one of these is called to the crossing, and the other, which broke down, is replaced by a third that has paid for its slot. */
export async function playThroughHorgos(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "shelves", lane: "k2", posted: -20 * DAY, by: { logistics: CARRIER } },
    ...{ loads: 2, ready: -7 * DAY },
  });
  const order = of.order("logistics");
  await order.reports({ booked: -17 * DAY });
  // The trucks leave for the hub once both that take over there have their slots.
  const slot = await SlotHand.ask(order, -8 * DAY, { truck: TRUCKS.almaty, window: -1 });
  const second = await SlotHand.ask(order, -7.9 * DAY, { truck: TRUCKS.zharkent, window: 5 });
  await slot.pay(-7.8 * DAY);
  await second.pay(-7.7 * DAY);
  await slot.confirm(-7.5 * DAY, "KGD-KHO-118204");
  await second.confirm(-7.4 * DAY, "KGD-KHO-118219");
  const driver = await FieldHand.give(order, -7 * DAY, {
    ...{ role: "driver", person: "马小军 Ma Xiaojun", locale: "zh-CN", days: 21 },
  });
  await driver.report(-6 * DAY, {
    code: "picked_up",
    note: `两车同时装货，另一车 ${TO_HORGOS.second}，铅封 XJ440872。 · Both trucks are loaded; the other is ${TO_HORGOS.second} with seal XJ440872.`,
    evidence: { tractorPlate: TO_HORGOS.first, seals: ["XJ440871", "XJ440872"], position: POSITIONS.yiwu },
    picture: { number: 23, place: PLACES.yiwu },
  });
  await enterTravelPapers(order, {
    ...{ dealId: of.dealId, trade: -8 * DAY, waybill: -5.9 * DAY },
    // The seller's own broker declares the export, at the port; the importer holds the declaration of conformity.
    exported: { at: -3, hsCode: codeIn(order.deal.movement.cargo, "CN") },
    certificates: ["eac_declaration"],
  });
  // Yiwu lies 4,600 km away: five days on the road.
  await driver.report(-5.8 * DAY, { code: "left_for_hub" });
  // The plate of a confirmed slot is fixed: another truck books anew.
  const third = await second.rebook(-2 * DAY, {
    ...{ window: 5, truck: TRUCKS.saryozek },
    words: `哈方车辆 ${TRUCKS.zharkent.plate} 出发前变速箱故障，改派 ${TRUCKS.saryozek.plate}。 · The gearbox of ${TRUCKS.zharkent.plate} failed before it set out; ${TRUCKS.saryozek.plate} comes instead.`,
  });
  await third.pay(-1.5 * DAY);
  await driver.report(-20, {
    code: "arrived_hub",
    note: `两车到场，换装哈方车辆 ${TRUCKS.almaty.plate}、${TRUCKS.saryozek.plate}。 · Both trucks are here; the goods change to ${TRUCKS.almaty.plate} and ${TRUCKS.saryozek.plate}.`,
    evidence: { position: POSITIONS.horgos },
    picture: { number: 24, place: PLACES.horgos },
  });
  await order.reports({ export_released: -1 });
  await slot.mark(-0.5, "called");
}
