import { acceptOrder } from "@/server/orders/accept-order";
import { DEMO_BROKER, DEMO_INSPECTOR, DEMO_PAYER, DEMO_PROVIDER } from "../cast";
import type { Scenery } from "./scenery";
import { DeclarationHand, enterTravelPapers, handOver, pack } from "../steps/clearance";
import { FieldHand, explain, object } from "../steps/transit";
import { boardsLookedAt, decide, visit } from "../steps/inspections";
import { arrive, checkClient, comeBack, confirmPayee, FOR_GOODS, lock, send, sendFunds } from "../steps/remittance";
import { SlotHand } from "../steps/slots";
import { grossOf } from "../steps/order-steps";
import { type Contract, PLACES, POSITIONS, TRUCKS, contract } from "./contract";

const DAY = 24;

async function inspected(of: Contract): Promise<void> {
  const order = of.order("inspection");
  const name = "谭雨晴 Tan Yuqing";
  const first = { booked: -32 * DAY, arrives: -29 * DAY, reported: -28 * DAY, pictures: [1, 2, 3, 4, 15] };
  await visit(order, { ...first, name, majors: 14 });
  const again = "崩边板须全部挑出更换，之后复验。 · All chipped boards are to be sorted out and replaced; look again.";
  await decide(order, -27.6 * DAY, "reinspect", again);
  const second = { booked: -27 * DAY, arrives: -25 * DAY, reported: -24.4 * DAY, pictures: [5, 6, 7, 8, 16] };
  await visit(order, { ...second, name, majors: 1 });
  await decide(order, -24 * DAY, "accept");
}

/** A pro forma of some boards more than were loaded in the end. */
const PRO_FORMA = 1.02;

/** Both sides are declared and the near one is released; answers the far side's declaration, which waits for the crossing. */
async function declared(of: Contract): Promise<DeclarationHand> {
  const order = of.order("customs");
  const remarks = "一般贸易 0110 · General trade";
  const out = await DeclarationHand.draft(order, "export", -24 * DAY, { remarks, times: PRO_FORMA });
  const words =
    "申报金额取自形式发票，与商业发票不符。 · The value is that of the pro forma and not of the commercial invoice.";
  await out.sendBack(-23.5 * DAY, words);
  await out.revise(-23 * DAY, "金额已按商业发票更正。 · The value is corrected by the commercial invoice.");
  await out.approve(-22.5 * DAY);
  const across = await DeclarationHand.draft(order, "import", -22 * DAY);
  await across.approve(-21.5 * DAY);
  await out.file(-19 * DAY);
  await across.file(-18.5 * DAY);
  const question = "请说明货物的密度及用途。 · Please state density and use.";
  await out.question(-18.4 * DAY, { question, until: -17.5 * DAY });
  await out.answer(-18.2 * DAY, "密度 650 kg/m³，用于制造家具。 · 650 kg/m³, for furniture.");
  await across.assess(-18 * DAY);
  await across.pay(-17.9 * DAY, "VNACCS 77120-0418");
  await out.release(-17.55 * DAY);
  return across;
}

/** From the yard to Hanoi: a slot that was moved, a wait that both see otherwise, a driver who reports, and papers handed over. */
async function carried(of: Contract): Promise<void> {
  const order = of.order("logistics");
  const first = await SlotHand.ask(order, -24 * DAY, { truck: TRUCKS.hanoi, window: -18 * DAY });
  await first.confirm(-23.6 * DAY, "LS-#-40226");
  await first.move(-21 * DAY, -18.4 * DAY);
  const truck = { tractorPlate: TRUCKS.hanoi.plate, trailerPlate: TRUCKS.hanoi.trailer };
  const driver = await FieldHand.give(order, -21 * DAY, {
    ...{ role: "driver", person: "农伟明 Nong Weiming", locale: "zh-CN", days: 14 },
  });
  await driver.report(-20.5 * DAY, {
    code: "picked_up",
    note: "已施两枚铅封。 · Both seals are on.",
    evidence: {
      ...truck,
      seals: ["CN881204", "CN881205"],
      grossWeightGrams: grossOf(order),
      position: POSITIONS.longgang,
    },
    picture: { number: 21, place: PLACES.longgang },
  });
  await enterTravelPapers(order, { dealId: of.dealId, trade: -30 * DAY, waybill: -20.3 * DAY });
  await driver.report(-19.5 * DAY, { code: "left_for_hub" });
  await driver.report(-18.5 * DAY, { code: "arrived_hub", evidence: { position: POSITIONS.pingxiangYard } });
  // The truck has come before its window; its wait is counted from the window, also once the hub has given it a later one.
  const slot = await first.rebook(-18.3 * DAY, {
    ...{ window: -17.5 * DAY, atFault: "nobody" },
    words: "口岸限流，预约时段由口岸顺延一天。 · The hub let fewer trucks through and moved the slot by a day.",
  });
  await slot.confirm(-18.25 * DAY, "LS-#-40377");
  const across = await declared(of);
  await slot.mark(-17.6 * DAY, "called");
  await slot.mark(-17.55 * DAY, "in");
  await order.reports({ export_released: -17.5 * DAY });
  await slot.mark(-17.4 * DAY, "crossed");
  await driver.report(-17.4 * DAY, { code: "crossed_border", evidence: { position: POSITIONS.friendshipPass } });
  await explain(order, -17 * DAY, {
    ...{ place: "border", reason: "queue", from: -18.4 * DAY, to: -18 * DAY },
    words: "友谊关口岸排队。 · The queue before the pass.",
  });
  await explain(order, -17 * DAY, {
    ...{ place: "border", reason: "documents", from: -18 * DAY, to: -17.7 * DAY },
    words: "等待答复中国海关问询。 · Waiting for the answer to the Chinese customs.",
  });
  await across.release(-16.95 * DAY);
  await object(
    order,
    -16.8 * DAY,
    "提问当天已答复，等待与单证无关。 · We answered the same day; papers were not the cause.",
  );
}

async function arrived(of: Contract): Promise<void> {
  const order = of.order("logistics");
  const steps = { import_released: -16.9 * DAY, arrived_destination: -16.4 * DAY, delivered: -16 * DAY };
  await order.reports(steps);
  await explain(order, -15.9 * DAY, {
    ...{ place: "destination", reason: "consignee", from: -16.35 * DAY, to: -16.1 * DAY },
    words: "工厂卸货月台被占用。 · The factory's ramp was taken.",
  });
  await handOver(order, -15.5 * DAY, [
    { code: "waybill", name: "waybill-0042718.jpg", number: 31 },
    { code: "seal_photos", name: "seals-CN881204-5.jpg", number: 32 },
    { code: "weight_slip", name: "weighbridge-longgang.jpg", number: 33 },
    { code: "proof_of_delivery", name: "POD-hanoi-signed.jpg", number: 34 },
  ]);
  await order.does("buyer", -15 * DAY, [acceptOrder, { orderId: order.id }]);
  await order.reports({ documents_closed: -14.5 * DAY });
  const last = { customs: "pack_archived", payment: "control_documents_delivered" } as const;
  for (const service of ["customs", "payment"] as const) {
    const other = of.order(service);
    await other.does("buyer", -14.8 * DAY, [acceptOrder, { orderId: other.id }]);
    await other.reports({ [last[service]]: -14.4 * DAY });
  }
  await pack(order, "buyer", -14 * DAY);
}

/** Money that came back once: a digit of the payee's account was wrong. */
async function paid(of: Contract): Promise<void> {
  await checkClient(of.order("payment"), -32 * DAY);
  // Not before the goods were found to be as they should.
  const order = of.order("payment", of.scenery.atBanks(-23.99 * DAY, 2));
  await lock(order, -23.8 * DAY, "1180");
  await sendFunds(order, { locked: -23.8 * DAY, funded: -23.6 * DAY, cleared: -23.4 * DAY, sent: -23.2 * DAY });
  await comeBack(order, -21 * DAY, "收款账号末位有误。 · The last digit of the account was wrong.");
  await confirmPayee(order, -20.6 * DAY);
  const late = {
    lateReason: "other",
    lateWords: "账号更正后重新汇出。 · Sent again once the account was put right.",
  } as const;
  await send(order, -20.2 * DAY, late);
  await arrive(order, -18 * DAY, late);
}

/** Everything that an order goes through, to its end, and every room with what it leaves behind. */
export async function playWholeWay(present: Scenery): Promise<void> {
  // The truck crosses at midday, within its slot.
  const scenery = present.atMidday(-17.4 * DAY);
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -36 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER, inspection: DEMO_INSPECTOR },
    ready: -26 * DAY,
    specs: {
      // Days enough between the inspection and the pick-up to mend what is found and to look again.
      logistics: { pickupFrom: scenery.day(-22 * DAY), pickupTo: scenery.day(-20 * DAY) },
      inspection: boardsLookedAt(scenery.day(-29 * DAY)),
      customs: { side: "both", declarations: 1 },
      payment: FOR_GOODS,
    },
  });
  await of.order("logistics").reports({ booked: -33 * DAY });
  await of.order("customs").reports({ documents_requested: -32 * DAY, documents_complete: -29 * DAY });
  await inspected(of);
  await paid(of);
  await carried(of);
  await arrived(of);
}
