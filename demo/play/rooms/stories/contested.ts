import { DEMO_PROVIDER } from "../../cast";
import type { Scenery } from "../../scenes/scenery";
import { handOver } from "../packs";
import { explain } from "../delay";
import { SlotHand, type Truck } from "../slots";
import { contract } from "./contract";
import type { OrderHand } from "./order-hand";
import { TRUCKS } from "./people";
import type { WareName } from "../../scenes/goods";
import type { DisputeCode, Ending } from "@/domain/disputes/dispute";
import { decideDispute } from "@/server/disputes/decide-dispute";
import { escalateDispute } from "@/server/disputes/escalate-dispute";
import { openDispute } from "@/server/disputes/open-dispute";
import { writeEntry } from "@/server/disputes/write-entry";
import { requestChanges } from "@/server/orders/request-changes";

/** A dispute between the two of an order, moved on from hour to hour. */
class DisputeHand {
  private constructor(
    private readonly order: OrderHand,
    private readonly id: string,
  ) {}

  static async open(order: OrderHand, hours: number, of: { readonly code: DisputeCode; readonly words: string }) {
    const { id } = await order.does("buyer", hours, [openDispute, { orderId: order.id, ...of }]);
    return new DisputeHand(order, id);
  }

  says(who: "buyer" | "provider", hours: number, said: { readonly words: string; readonly offer?: Ending }) {
    return this.order.does(who, hours, [writeEntry, { disputeId: this.id, ...said }]);
  }

  escalate(hours: number) {
    return this.order.does("buyer", hours, [escalateDispute, { disputeId: this.id }]);
  }

  decide(hours: number, decision: Ending & { readonly words: string }) {
    const { stage, parties } = this.order.scenery;
    const input = { disputeId: this.id, ...decision };
    return stage.must(this.order.scenery.at(hours), parties.administrator, decideDispute, input);
  }
}

/** The buyer does not take the delivery yet. */
const askForChanges = (order: OrderHand, hours: number, words: string) =>
  order.does("buyer", hours, [requestChanges, { orderId: order.id, words }]);

const DAY = 24;
/** From the booking to the delivery. */
const WAY_DAYS = 19;
/** The truck crosses so long before it unloads, at midday, while the Friendship Pass is open. */
const CROSSED_DAYS = -1;

type Way = {
  readonly ware: WareName;
  /** The day of the delivery, from the demo's present. */
  readonly day: number;
  readonly truck: Truck;
  /** The number of the picture that shows the delivery note. */
  readonly note: number;
  /** Days beyond those that the bid promised, all of them before the crossing. */
  readonly lateDays?: number;
};

/** The hub lets fewer trucks through and gives the truck a later window: the wait is still counted from the first. */
async function movedByHub(slot: SlotHand, { at, window }: { readonly at: number; readonly window: number }) {
  const words = "口岸限流，预约时段由口岸顺延。 · The hub let fewer trucks through and moved the slot.";
  const next = await slot.rebook(at, { window, words, atFault: "nobody" });
  await next.confirm(at + 0.5, `LS-#-41${Math.round(-window)}`);
  return next;
}

/** Carriage to Hanoi alone, delivered on that day of the demo's past. */
async function delivered(scenery: Scenery, { ware, day, truck, note, lateDays = 0 }: Way): Promise<OrderHand> {
  const begun = day - WAY_DAYS;
  const of = await contract(scenery, {
    ...{ ware, lane: "v2", posted: (begun - 2) * DAY, by: { logistics: DEMO_PROVIDER } },
  });
  const order = of.order("logistics");
  await order.reports({ booked: begun * DAY });
  // No two trucks come at the same minute.
  const crossed = (day + CROSSED_DAYS) * DAY + (note % 10) * 0.29 - 2;
  const left = lateDays > 0 ? (day - of.transitDaysMax - lateDays) * DAY + (note % 10) * 0.4 : crossed - 26;
  const arrived = left + 21;
  const unloaded = day * DAY + (note % 10) * 0.33 - 2;
  const isLate = lateDays > 0;
  const first = await SlotHand.ask(order, (begun + 6) * DAY, { truck, window: isLate ? arrived : crossed - 1 });
  await first.confirm((begun + 7) * DAY, `LS-#-4${day + 900}`);
  await order.reports({ picked_up: left, left_for_hub: left + 3, arrived_hub: arrived });
  const slot = isLate ? await movedByHub(first, { at: arrived + 1, window: crossed - 1 }) : first;
  await slot.mark(crossed - 0.8, "called");
  await order.reports({ export_released: crossed - 0.5 });
  await slot.mark(crossed, "crossed");
  await order.reports({
    ...{ crossed_border: crossed, import_released: crossed + 3 + (note % 10) * 0.2 },
    ...{ arrived_destination: unloaded - 2.6 - (note % 10) * 0.1, delivered: unloaded },
  });
  await handOver(order, unloaded + 2.4, [{ code: "proof_of_delivery", name: `POD-hanoi-${note}.jpg`, number: note }]);
  return order;
}

/** Both still talk; the carrier offers an end. */
async function inTalk(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, { ware: "board", day: -4, truck: TRUCKS.hanoi, note: 35 });
  const words = "货到时 11 件受潮，签收单上已注明。 · Eleven bundles came wet; the delivery note says so.";
  const dispute = await DisputeHand.open(order, -2 * DAY, { code: "damaged", words });
  await dispute.says("provider", -1.2 * DAY, {
    words:
      "货车在谅山查验后篷布未重新系紧，我方承担 15%。 · The tarpaulin was not tied again after the check at Lạng Sơn; we bear fifteen percent.",
    offer: { outcome: "split", shareBps: 8_500, effect: "accepted" },
  });
}

/** Before the market, whose administrator may decide now. */
async function escalated(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, { ware: "panels", day: -18, truck: TRUCKS.longgang, note: 36, lateDays: 4 });
  await explain(order, -20.1 * DAY, {
    ...{ place: "border", reason: "queue", from: -21.4 * DAY, to: -20.2 * DAY },
    words: "友谊关口岸排队。 · The queue before the pass.",
  });
  await explain(order, -19.1 * DAY, {
    ...{ place: "border", reason: "closure", from: -19.8 * DAY, to: -19.49 * DAY },
    words: "按口岸公告，货运通道暂停通行。 · Freight lanes stood still, as was announced.",
  });
  const words =
    "比约定时间晚到四天，客户已对我方扣款。 · Four days later than agreed; our customer has deducted for it.";
  const dispute = await DisputeHand.open(order, -16 * DAY, { code: "late", words });
  await dispute.says("provider", -15 * DAY, {
    words:
      "其中十八小时为口岸闭关，其余为友谊关口岸排队，均非我方责任。 · For eighteen hours of it the crossing was closed, and the rest was the queue before the pass: neither is of our making.",
  });
  await dispute.says("buyer", -14 * DAY, {
    words:
      "闭关十八小时我方认可，排队时间应已计入承诺时效。 · We grant the eighteen hours of the closure; the queue was to be reckoned with in the days that you promised.",
    offer: { outcome: "split", shareBps: 8_000, effect: "accepted" },
  });
  await dispute.escalate(-9 * DAY);
  await dispute.says("provider", -8 * DAY, {
    words: "口岸等待已逐段上报，见订单。 · Each part of the wait at the border is reported in the order.",
  });
}

/** Decided by the market, with its reasons. */
async function decided(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, { ware: "plywood", day: -30, truck: TRUCKS.hanoi, note: 37, lateDays: 2 });
  await explain(order, -31 * DAY, {
    ...{ place: "border", reason: "queue", from: -33 * DAY, to: -31.2 * DAY },
    words: "友谊关口岸排队近两天。 · Nearly two days in the queue before the pass.",
  });
  const words = "两天压车费未经我方同意。 · Two days of waiting were charged that we have not agreed to.";
  const dispute = await DisputeHand.open(order, -28 * DAY, { code: "charge_not_agreed", words });
  await dispute.says("provider", -27 * DAY, {
    words: "压车情况均已逐日上报。 · The waiting was reported day by day.",
  });
  await dispute.escalate(-24 * DAY);
  await dispute.decide(-19 * DAY, {
    ...{ outcome: "split", shareBps: 9_200, effect: "accepted" },
    words:
      "第一天在免费时间内，第二天已上报且采购方未提出异议。 · The first day lay within free time; the second was reported and the buyer did not object.",
  });
}

/** The buyer does not take the delivery as it is. */
async function toBeChanged(scenery: Scenery): Promise<void> {
  const order = await delivered(scenery, { ware: "decking", day: -3, truck: TRUCKS.chongzuo, note: 38 });
  const words =
    "签收单缺收货人盖章，请补交。 · The delivery note lacks the consignee's stamp: please bring one that has it.";
  await askForChanges(order, -1.5 * DAY, words);
}

/** Orders on whose delivery the two do not agree. */
export async function playContested(scenery: Scenery): Promise<void> {
  const atMidday = scenery.atMidday(-DAY);
  for (const scene of [decided, escalated, inTalk, toBeChanged]) await scene(atMidday);
}
