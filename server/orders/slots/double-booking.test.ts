import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findOrder } from "@/db/repositories/orders";
import { insertSlot, slotsOfOrder } from "@/db/repositories/slots";
import { borderSlots, orders } from "@/db/schema/orders";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, START } from "@/test/order-market";
import { BOOKING, type SlotMarket, slotMarket, WINDOW } from "@/test/slot-market";
import { orderPage } from "../queries/orders";
import { slotsView } from "../queries/slots";
import { moveSlot, rebookSlot, requestSlot } from "./book-slot";
import { changeVehicleOfSlot } from "./change-vehicle";
import { confirmSlot, paySlot } from "./confirm-slot";

/** Gives the deal's other order a slot like the first of this one, and to other parties where it is a stranger's. */
async function alsoIn({ database, orderId, customsId }: SlotMarket, isStranger = false): Promise<void> {
  const [slot] = await slotsOfOrder(database.read, orderId);
  if (!slot) throw new Error("the order has its slot");
  await database.write(async (tx) => {
    const [row] = await tx.select().from(borderSlots).where(eq(borderSlots.id, slot.id));
    if (row) await insertSlot(tx, { ...row, id: "other", orderId: customsId, number: 7 });
    const others = { buyerOrganisationId: "elsewhere", providerOrganisationId: "elsewhere" };
    if (isStranger) await tx.update(orders).set(others).where(eq(orders.id, customsId));
    await tx.delete(borderSlots).where(eq(borderSlots.id, slot.id));
  });
}

async function elsewhere(isStranger = false) {
  const market = await slotMarket();
  await market.request();
  await alsoIn(market, isStranger);
  return market;
}

const NEXT_DAY = { windowFrom: toIso(later(START, 2 * DAY_MS)), windowTo: toIso(later(START, 2 * DAY_MS + HOUR_MS)) };

test("a truck that another order's slot has in the same hours is booked once it is said to carry both, and the record shows it", async () => {
  const market = await elsewhere();
  expect(await market.run(requestSlot, "timur", { ...BOOKING, tractorPlate: "123ABC05" })).toMatchObject({
    refusal: { code: "slot_truck_elsewhere", details: { isOwn: true, number: 7 } },
  });
  expect(await market.slots()).toEqual([]);
  await market.request({ isShared: true });
  const view = await slotsView(market.database.read, actorOf("lin"), { orderId: market.orderId, now: START });
  const other = await findOrder(market.database.read, market.customsId);
  expect(view?.slots[0]?.elsewhere).toEqual({ isOwn: true, reference: other?.reference, isOver: false });
});

test("that a truck carries both stays on its slot when the other slot is given up, and goes with another truck or window", async () => {
  const market = await elsewhere();
  const { id: slotId } = await market.request({ isShared: true });
  const shownTo = async (who: "lin" | "timur") => {
    const view = await slotsView(market.database.read, actorOf(who), { orderId: market.orderId, now: START });
    return view?.slots[0]?.elsewhere;
  };
  const change = (set: Partial<typeof borderSlots.$inferInsert>) =>
    market.database.write((tx) => tx.update(borderSlots).set(set).where(eq(borderSlots.id, "other")));
  const keptOf = async () => (await market.slots()).map(({ told }) => told);
  expect(await keptOf()).toEqual([{ shared: { at: START, orderId: market.customsId } }]);
  await change({ state: "cancelled" });
  const other = await findOrder(market.database.read, market.customsId);
  expect(await shownTo("lin")).toEqual({ isOwn: true, reference: other?.reference, isOver: true });
  const others = { buyerOrganisationId: "elsewhere", providerOrganisationId: "elsewhere" };
  await market.database.write((tx) => tx.update(orders).set(others).where(eq(orders.id, market.customsId)));
  expect(await shownTo("timur")).toEqual({ isOwn: false, reference: "", isOver: true });
  done(await market.run(changeVehicleOfSlot, "timur", { slotId, tractorPlate: "456 DEF 05" }));
  expect([await keptOf(), await shownTo("lin")]).toEqual([[{}], null]);
  await change({ state: "requested" });
  const back = { slotId, tractorPlate: "123 ABC 05", isShared: true };
  done(await market.run(changeVehicleOfSlot, "timur", back));
  expect(await keptOf()).toEqual([{ shared: { at: START, orderId: market.customsId } }]);
  done(await market.run(moveSlot, "timur", { slotId, ...NEXT_DAY }));
  expect(await keptOf()).toEqual([{}]);
  done(await market.run(moveSlot, "timur", { slotId, ...WINDOW, isShared: true }));
  expect(await keptOf()).toEqual([{ shared: { at: START, orderId: market.customsId } }]);
});

test("whose order it is nobody is told who is no party of it", async () => {
  const market = await elsewhere(true);
  expect(await market.run(requestSlot, "timur", BOOKING)).toMatchObject({
    refusal: { code: "slot_truck_elsewhere", details: { isOwn: false, reference: "", number: 0 } },
  });
  await market.request({ isShared: true });
  const view = await slotsView(market.database.read, actorOf("timur"), { orderId: market.orderId, now: START });
  expect(view?.slots[0]?.elsewhere).toEqual({ isOwn: false, reference: "", isOver: false });
});

test("nor is a slot moved into those hours, given that truck, or booked anew with it", async () => {
  const market = await elsewhere();
  const { id: slotId } = await market.request(NEXT_DAY);
  expect(refusalOf(await market.run(moveSlot, "timur", { slotId, ...WINDOW }))).toBe("slot_truck_elsewhere");
  const again = { ...BOOKING, slotId, atFault: "nobody", words: "Another day" };
  expect(refusalOf(await market.run(rebookSlot, "timur", again))).toBe("slot_truck_elsewhere");
  const vehicle = { slotId, tractorPlate: "456 DEF 05" };
  expect(refusalOf(await market.run(changeVehicleOfSlot, "timur", vehicle))).toBe("done");
  expect(refusalOf(await market.run(moveSlot, "timur", { slotId, ...WINDOW }))).toBe("done");
  const back = { slotId, tractorPlate: "123 ABC 05" };
  expect(refusalOf(await market.run(changeVehicleOfSlot, "timur", back))).toBe("slot_truck_elsewhere");
  expect(refusalOf(await market.run(changeVehicleOfSlot, "timur", { ...back, isShared: true }))).toBe("done");
});

test("a truck has another plate than its trailer, when it is booked and when it is changed", async () => {
  const market = await slotMarket();
  const alike = { tractorPlate: "123 ABC 05", trailerPlate: "123-ABC-05" };
  expect(refusalOf(await market.run(requestSlot, "timur", { ...BOOKING, ...alike }))).toBe("slot_trailer_is_tractor");
  const { id: slotId } = await market.request();
  expect(refusalOf(await market.run(changeVehicleOfSlot, "timur", { slotId, ...alike }))).toBe(
    "slot_trailer_is_tractor",
  );
});

test("a booking number is of one truck in its system", async () => {
  const market = await slotMarket({ trucks: 2 });
  const confirm = async (tractorPlate: string, bookingNumber: string) => {
    const { id: slotId } = await market.request({ tractorPlate });
    await market.run(paySlot, "timur", { slotId });
    return refusalOf(await market.run(confirmSlot, "timur", { slotId, bookingNumber }));
  };
  expect(await confirm("123 ABC 05", "KGD-1")).toBe("done");
  expect(await confirm("456 DEF 05", "KGD-1")).toBe("slot_number_used");
});

test("the order page holds plates to the slots from the hub on where the bid changes trucks there", async () => {
  const pageOf = async (terms: object) => {
    const market = await slotMarket({ terms });
    await market.request();
    return orderPage(market.database.read, actorOf("lin"), { id: market.orderId, now: START });
  };
  const plates = { tractorPlate: ["123 ABC 05"], trailerPlate: ["77 RR 05"] };
  expect((await pageOf({ hasTransshipment: true }))?.slotPlates).toEqual({ ...plates, isFromHub: true });
  expect((await pageOf({}))?.slotPlates).toEqual({ ...plates, isFromHub: false });
});
