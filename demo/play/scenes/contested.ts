import { DEMO_PROVIDER } from "../cast";
import type { Scenery } from "./scenery";
import { handOver } from "../steps/clearance";
import { explainSpan } from "../steps/transit";
import { dayOf, HOUR_MS, type Instant, later } from "../../../domain/shared/time";
import { startOfDay } from "../../../domain/shared/zones";
import { SlotHand, type Truck } from "../steps/slots";
import { TRUCKS, contract } from "./contract";
import type { OrderHand } from "../steps/order-steps";
import type { WareName } from "./goods";
import type { DisputeCode, Ending } from "@/domain/disputes/dispute";
import { decideDispute, escalateDispute, openDispute, writeEntry } from "@/server/disputes/dispute";
import { requestChanges } from "@/server/orders/accept-order";

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
/** A late truck stands before the border for so long, whatever its bid promised: three days of the wait are not full by the crossing. */
const LATE_WAIT_HOURS = 70.3;
/** Hours from a late truck's arrival, at midday, to the middle of the next morning, when its goods are on the customs' check. */
const CHECKED_AFTER = 22;
/** Hours after which it is plain that the queue will not let it in within its first window. */
const QUEUED_AFTER = 2.4;
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
  /** What the carrier says of the wait before its truck crosses. */
  readonly waited?: (of: Delivered) => Promise<void>;
};

/** Why the crossing gives a truck a later window. */
const MOVED = {
  queue:
    "排队车辆过多，当日未能进场，预约时段由口岸顺延。 · The queue was too long to get in that day; the crossing moved the slot.",
  check: "查验未结束，预约时段由口岸顺延。 · The customs’ check was not over; the crossing moved the slot.",
} as const;

type Move = { readonly at: number; readonly window: number; readonly why: keyof typeof MOVED };

/** The crossing gives the truck a later window: the wait is still counted from the first. */
async function movedByHub(slot: SlotHand, { at, window, why }: Move) {
  const next = await slot.rebook(at, { window, words: MOVED[why], atFault: "nobody" });
  await next.confirm(at + 0.5, `LS-#-41${Math.round(-window)}`);
  return next;
}

/** Of a late truck: on the day of its arrival the queue lets it not come in, and the next morning the customs check its goods. */
async function movedTwice(slot: SlotHand, { arrived, crossed }: Readonly<Record<"arrived" | "crossed", number>>) {
  const morning = arrived + CHECKED_AFTER - 2;
  const second = await movedByHub(slot, { at: arrived + QUEUED_AFTER, window: morning, why: "queue" });
  return movedByHub(second, { at: arrived + CHECKED_AFTER, window: crossed - 1, why: "check" });
}

/** An order with when its truck came to the hub and crossed, and the hours of both from the demo's present. */
type Delivered = {
  readonly order: OrderHand;
  readonly arrived: { readonly at: Instant; readonly hours: number };
  readonly crossed: { readonly at: Instant; readonly hours: number };
};

/** Carriage to Hanoi alone, delivered on that day of the demo's past. */
async function delivered(scenery: Scenery, { ware, day, truck, note, lateDays = 0, waited }: Way): Promise<Delivered> {
  const begun = day - WAY_DAYS;
  const isLate = lateDays > 0;
  const made = await contract(scenery, {
    ...{ ware, lane: "v2", posted: (begun - 2) * DAY, by: { logistics: DEMO_PROVIDER } },
    // A truck that comes late had been asked for some days sooner.
    ready: (day - (isLate ? 6 : 3)) * DAY,
  });
  const order = made.order("logistics");
  await order.reports({ booked: begun * DAY });
  // No two trucks come at the same minute.
  const crossed = (day + CROSSED_DAYS) * DAY + (note % 10) * 0.29 - 2;
  const left = isLate ? (day - made.transitDaysMax - lateDays) * DAY + (note % 10) * 0.4 : crossed - 26;
  const arrived = isLate ? crossed - LATE_WAIT_HOURS : left + 21;
  const unloaded = day * DAY + (note % 10) * 0.33 - 2;
  const first = await SlotHand.ask(order, (begun + 6) * DAY, { truck, window: isLate ? arrived : crossed - 1 });
  await first.confirm((begun + 7) * DAY, `LS-#-4${day + 900}`);
  await order.reports({ picked_up: left, left_for_hub: left + 3, arrived_hub: arrived });
  const moment = (hours: number) => ({ hours, at: scenery.at(hours) });
  const of = { order, arrived: moment(arrived), crossed: moment(crossed) };
  const slot = isLate ? await movedTwice(first, { arrived, crossed }) : first;
  await waited?.(of);
  await slot.mark(crossed - 0.8, "called");
  await order.reports({ export_released: crossed - 0.5 });
  await slot.mark(crossed, "crossed");
  await order.reports({
    ...{ crossed_border: crossed, import_released: crossed + 3 + (note % 10) * 0.2 },
    ...{ arrived_destination: unloaded - 2.6 - (note % 10) * 0.1, delivered: unloaded },
  });
  await handOver(order, unloaded + 2.4, [{ code: "proof_of_delivery", name: `POD-hanoi-${note}.jpg`, number: note }]);
  return of;
}

/** Both still talk; the carrier offers an end. */
async function inTalk(scenery: Scenery): Promise<void> {
  const { order } = await delivered(scenery, { ware: "board", day: -4, truck: TRUCKS.hanoi, note: 35 });
  const words = "货到时 11 件受潮，签收单上已注明。 · Eleven bundles came wet; the delivery note says so.";
  const dispute = await DisputeHand.open(order, -2 * DAY, { code: "damaged", words });
  await dispute.says("provider", -1.2 * DAY, {
    words:
      "货车在谅山查验后篷布未重新系紧，我方承担 15%。 · The tarpaulin was not tied again after the check at Lạng Sơn; we bear fifteen percent.",
    offer: { outcome: "split", shareBps: 8_500, effect: "accepted" },
  });
}

/** That hour of the day in China, so many days after the day of `at`. */
const onDayAfter = (at: Instant, days: number, hour: number): Instant =>
  later(startOfDay(dayOf(at)), days * DAY * HOUR_MS + hour * HOUR_MS);

/** Until when a truck that came at midday stood in the queue as the board told it: the rest of that day, and the first hour of the next. */
const QUEUE_ENDS_HOUR = 9;

/** When lanes that were shut on the second day open again. */
const openedAgain = (arrived: Instant): Instant => onDayAfter(arrived, 3, 8);

/** The parts of the wait that were over when the lanes opened again, told shortly before the crossing. */
async function waitedThroughClosure({ order, arrived, crossed }: Delivered): Promise<void> {
  const told = crossed.hours - 0.9;
  const [queued, shut] = [onDayAfter(arrived.at, 1, QUEUE_ENDS_HOUR), onDayAfter(arrived.at, 2, 14)];
  await explainSpan(order, told, {
    ...{ reason: "queue", from: arrived.at, to: queued },
    words: "友谊关口岸排队。 · The queue before the pass.",
  });
  await explainSpan(order, told, {
    ...{ reason: "customs_inspection", from: queued, to: shut },
    words: "海关查验，掏箱核对板材规格。 · The customs unload a part and check the sizes of the panels.",
  });
  await explainSpan(order, told, {
    ...{ reason: "closure", from: shut, to: openedAgain(arrived.at) },
    words: "按口岸公告，货运通道暂停通行。 · Freight lanes stood still, as was announced.",
  });
}

/** Before the market, whose administrator may decide now and has some days left. The hours are those of the wait: the closure is the one on record at the hub. */
async function escalated(scenery: Scenery): Promise<void> {
  const way = { ware: "panels", day: -18, truck: TRUCKS.longgang, note: 36, lateDays: 1 } as const;
  const { order, arrived, crossed } = await delivered(scenery, { ...way, waited: waitedThroughClosure });
  await explainSpan(order, crossed.hours + 1, {
    ...{ reason: "queue", from: openedAgain(arrived.at), to: crossed.at },
    words: "恢复通行后排队。 · The queue once the lanes were open again.",
  });
  const words = "比约定时间晚到一天，客户已对我方扣款。 · One day later than agreed; our customer has deducted for it.";
  const dispute = await DisputeHand.open(order, -13 * DAY, { code: "late", words });
  await dispute.says("provider", -12 * DAY, {
    words:
      "其中海关查验二十九小时，口岸闭关十八小时，其余为友谊关口岸排队，均非我方责任。 · For twenty-nine hours of it the customs checked the goods, for eighteen the crossing was closed, and the rest was the queue before the pass: none is of our making.",
  });
  await dispute.says("buyer", -11 * DAY, {
    words:
      "闭关十八小时我方认可，查验和排队时间应已计入承诺时效。 · We grant the eighteen hours of the closure; the check and the queue were to be reckoned with in the days that you promised.",
    offer: { outcome: "split", shareBps: 8_000, effect: "accepted" },
  });
  await dispute.escalate(-6.2 * DAY);
  await dispute.says("provider", -5 * DAY, {
    words: "口岸等待已逐段上报，见订单。 · Each part of the wait at the border is reported in the order.",
  });
}

/** When the first day that is charged ends: 24 hours of the two days are free time. */
const firstDayEnds = (arrived: Instant): Instant => later(arrived, 2 * DAY * HOUR_MS);

/** The queue and the check of the first day that is charged, told while the truck stood there. */
async function waitedForCheck({ order, arrived }: Delivered): Promise<void> {
  const queued = onDayAfter(arrived.at, 1, QUEUE_ENDS_HOUR);
  const told = arrived.hours + 2 * DAY + 1;
  await explainSpan(order, told, {
    ...{ reason: "queue", from: arrived.at, to: queued },
    words: "友谊关口岸排队。 · The queue before the pass.",
  });
  await explainSpan(order, told, {
    ...{ reason: "customs_inspection", from: queued, to: firstDayEnds(arrived.at) },
    words: "海关抽中查验，车辆在查验场等候。 · The goods were drawn for a check; the truck waits in the yard.",
  });
}

/** Decided by the market, with its reasons: of two days that are charged one was reported while it ran. */
async function decided(scenery: Scenery): Promise<void> {
  const way = { ware: "plywood", day: -30, truck: TRUCKS.hanoi, note: 37, lateDays: 1 } as const;
  const { order, arrived, crossed } = await delivered(scenery, { ...way, waited: waitedForCheck });
  await explainSpan(order, crossed.hours + 2, {
    ...{ reason: "customs_inspection", from: firstDayEnds(arrived.at), to: crossed.at },
    words: "查验持续至放行。 · The check went on until the release.",
  });
  const words = "两天压车费未经我方同意。 · Two days of waiting were charged that we have not agreed to.";
  const dispute = await DisputeHand.open(order, -28 * DAY, { code: "waiting_charge", words });
  await dispute.says("provider", -27 * DAY, {
    words: "口岸查验所致，两天均已在订单内上报。 · The customs checked the goods; both days are reported in the order.",
  });
  await dispute.escalate(-24 * DAY);
  await dispute.decide(-19 * DAY, {
    ...{ outcome: "split", shareBps: 5_000, effect: "accepted" },
    words:
      "到达后 24 小时为免费时间。计费的两天中，第一天当时已上报，买方未提出异议，由买方承担；第二天过境后才补报，由承运方承担。 · The first 24 hours lay within free time. Of the two days that are charged the first was reported while the truck stood there and the buyer did not object: the buyer pays it. The second was reported only after the crossing: the carrier bears it.",
  });
}

/** The buyer does not take the delivery as it is. */
async function toBeChanged(scenery: Scenery): Promise<void> {
  const { order } = await delivered(scenery, { ware: "decking", day: -3, truck: TRUCKS.chongzuo, note: 38 });
  const words =
    "签收单缺收货人盖章，请补交。 · The delivery note lacks the consignee's stamp: please bring one that has it.";
  await askForChanges(order, -1.5 * DAY, words);
}

/** Orders on whose delivery the two do not agree. */
export async function playContested(scenery: Scenery): Promise<void> {
  const atMidday = scenery.atMidday(-DAY);
  for (const scene of [decided, escalated, inTalk, toBeChanged]) await scene(atMidday);
}
