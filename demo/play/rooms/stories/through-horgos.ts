import type { Scenery } from "../../scenes/scenery";
import { FieldHand } from "../field";
import { SlotHand } from "../slots";
import { contract } from "./contract";
import { PLACES, POSITIONS, TRUCKS } from "./people";

const DAY = 24;
/** Of Horgos, with trucks of its own on the way to Almaty. */
const CARRIER = "prov-004";
const SECOND_TRUCK = { ...TRUCKS.almaty, plate: "新F·60117", trailer: "新F·2210挂" };

/** To Almaty: one truck is called to the crossing, and a second one has paid for its slot. */
export async function playThroughHorgos(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "shelves", lane: "k2", posted: -20 * DAY, by: { logistics: CARRIER } },
    ...{ loads: 2, ready: -7 * DAY },
  });
  const order = of.order("logistics");
  await order.reports({ booked: -17 * DAY });
  const slot = await SlotHand.ask(order, -8 * DAY, { truck: TRUCKS.almaty, window: -1 });
  await slot.pay(-7.8 * DAY);
  await slot.confirm(-7.5 * DAY, "KGD-KHO-118204");
  const driver = await FieldHand.give(order, -7 * DAY, {
    ...{ role: "driver", person: "马小军 Ma Xiaojun", locale: "zh-CN", days: 21 },
  });
  await driver.report(-6 * DAY, {
    code: "picked_up",
    note: `两车同时装货，另一车 ${SECOND_TRUCK.plate}，铅封 XJ440872。 · Both trucks are loaded; the other is ${SECOND_TRUCK.plate} with seal XJ440872.`,
    evidence: { tractorPlate: TRUCKS.almaty.plate, seals: ["XJ440871", "XJ440872"], position: POSITIONS.yiwu },
    picture: { number: 23, place: PLACES.yiwu },
  });
  // Yiwu lies 4,600 km away: five days on the road.
  await driver.report(-5.8 * DAY, { code: "left_for_hub" });
  await driver.report(-20, {
    code: "arrived_hub",
    evidence: { position: POSITIONS.horgos },
    picture: { number: 24, place: PLACES.horgos },
  });
  await order.reports({ export_released: -1 });
  await slot.mark(-0.5, "called");
  const second = await SlotHand.ask(order, -2 * DAY, { truck: SECOND_TRUCK, window: 5 });
  await second.pay(-1.5 * DAY);
}
