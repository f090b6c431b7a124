import { DEMO_PROVIDER } from "../../cast";
import type { Scenery } from "../../scenes/scenery";
import { askForChanges, DisputeHand } from "../disputes";
import { handOver } from "../packs";
import { SlotHand } from "../slots";
import { contract } from "./contract";
import type { OrderHand } from "./order-hand";
import { TRUCKS } from "./people";
import type { WareName } from "../../scenes/goods";

const DAY = 24;
/** From the award to the delivery. */
const WAY_DAYS = 19;

/** In days: so long before the delivery the truck crosses, while the Friendship Pass is open. */
const CROSSED_DAYS = -2.8;
const CROSSED_AT_HOUR = 13;

/** Carriage to Hanoi alone, delivered on that day of the demo's past. */
async function delivered(scenery: Scenery, ware: WareName, day: number): Promise<OrderHand> {
  const begun = day - WAY_DAYS;
  const of = await contract(scenery, {
    ...{ ware, lane: "v2", posted: (begun - 2) * DAY, by: { logistics: DEMO_PROVIDER } },
  });
  const order = of.order("logistics");
  await order.reports({ booked: begun * DAY });
  const slot = await SlotHand.ask(order, (begun + 6) * DAY, { truck: TRUCKS.hanoi, window: (day - 2.9) * DAY });
  await slot.confirm((begun + 7) * DAY, `LS-${1000 - day}-4${day + 900}`);
  await order.reports({ picked_up: (day - 6) * DAY, left_for_hub: (day - 5.5) * DAY, arrived_hub: (day - 4) * DAY });
  await slot.mark((day - 3) * DAY, "called");
  await order.reports({ export_released: (day - 3) * DAY });
  await slot.mark((day + CROSSED_DAYS) * DAY, "crossed");
  await order.reports({
    ...{ crossed_border: (day + CROSSED_DAYS) * DAY, import_released: (day - 2.2) * DAY },
    ...{ arrived_destination: (day - 0.3) * DAY, delivered: day * DAY },
  });
  return order;
}

/** Both still talk; the carrier offers an end. */
async function inTalk(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, "board", -4);
  await handOver(order, -3.9 * DAY, [{ code: "proof_of_delivery", name: "POD-hanoi-remarks.jpg", number: 35 }]);
  const words = "11 件到货时受潮，收货单上已注明。 · Eleven bundles came wet; the delivery note says so.";
  const dispute = await DisputeHand.open(order, -2 * DAY, { code: "damaged", words });
  await dispute.says("provider", -1.2 * DAY, {
    words:
      "篷布在谅山被检查后未系紧，我方承担一成半。 · The tarpaulin was not tied again after the check at Lạng Sơn; we bear fifteen percent.",
    offer: { outcome: "split", shareBps: 8_500, effect: "accepted" },
  });
}

/** Before the market, whose administrator may decide now. */
async function escalated(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, "panels", -13);
  const words = "比约定晚到四天，客户已扣款。 · Four days later than agreed; our customer has deducted for it.";
  const dispute = await DisputeHand.open(order, -11 * DAY, { code: "late", words });
  await dispute.says("provider", -10 * DAY, {
    words: "两天为口岸关闭，合同不计。 · Two of them were the closed crossing, which the contract leaves out.",
  });
  await dispute.says("buyer", -9 * DAY, {
    words: "关闭只有十八小时。 · The crossing was closed for eighteen hours only.",
    offer: { outcome: "split", shareBps: 8_000, effect: "accepted" },
  });
  await dispute.escalate(-6 * DAY);
  await dispute.says("provider", -5 * DAY, {
    words: "车辆定位记录已随凭证提交。 · The truck's positions are with the evidence.",
  });
}

/** Decided by the market, with its reasons. */
async function decided(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, "plywood", -27);
  const words = "两次压车费未经同意。 · Two days of waiting were charged that we have not agreed to.";
  const dispute = await DisputeHand.open(order, -25 * DAY, { code: "charge_not_agreed", words });
  await dispute.says("provider", -24 * DAY, {
    words: "等待均已逐日上报。 · The waiting was reported day by day.",
  });
  await dispute.escalate(-21 * DAY);
  await dispute.decide(-16 * DAY, {
    ...{ outcome: "split", shareBps: 9_200, effect: "accepted" },
    words:
      "第一天在免费时间内，第二天已上报且买方未提出异议。 · The first day lay within free time; the second was reported and the buyer did not object.",
  });
}

/** The buyer does not take the delivery as it is. */
async function toBeChanged(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, "decking", -3);
  const words =
    "签收单缺收货人印章，请补交。 · The delivery note lacks the consignee's stamp: please bring one that has it.";
  await askForChanges(order, -1.5 * DAY, words);
}

/** Orders on whose delivery the two do not agree. */
export async function playContested(scenery: Scenery): Promise<void> {
  const atDay = scenery.atHourOfDay(CROSSED_DAYS * DAY, CROSSED_AT_HOUR);
  for (const scene of [decided, escalated, inTalk, toBeChanged]) await scene(atDay);
}
