import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import type { Service } from "@/domain/shared/vocabulary";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { actorOf, START, EARLY } from "@/test/order-market";
import { rerouteMarket } from "@/test/reroute-market";
import { cancelOrder } from "../cancel-order";
import { reportMilestone } from "../report-milestone";
import { requestSlot } from "../slots/book-slot";
import { insertState } from "@/db/repositories/hub-board";
import { BOOKING } from "@/test/slot-market";
import { isChainReader } from "./chain";

const PAPERS = "customs.documents_complete>logistics.slot_reserved";

/** A deal whose customs is another company's. */
async function shared() {
  const market = await rerouteMarket();
  const { database, view, idOf } = market;
  await database.write((tx) =>
    tx
      .update(orders)
      .set({ providerOrganisationId: "elsewhere" })
      .where(eq(orders.id, idOf("customs"))),
  );
  type Who = Parameters<typeof view>[0];
  const laneOf = async (service: Service, who?: Who) =>
    (await view(who))?.orders.find((lane) => lane.service === service);
  const gateOf = async (key: string) => (await view())?.gates.find((gate) => gate.key === key);
  return { ...market, laneOf, gateOf };
}

test("Each party of a deal reads its chain from its own side: which orders it may open and which are its work, and of others' rooms only whose turn it is.", async () => {
  const market = await shared();
  await market.ask(await market.otherHub());
  const answer = { holder: "task", task: { code: "reroute.answer", side: "provider" } };
  const carriage = (who: "lin" | "timur" | "stranger") => market.laneOf("logistics", who);
  expect(await carriage("lin")).toMatchObject({
    ...{ orderId: market.idOf("logistics"), order: { isViewersWork: false, turn: answer } },
  });
  expect(await carriage("timur")).toMatchObject({
    ...{ orderId: market.idOf("logistics"), order: { isViewersWork: true, turn: answer } },
  });
  expect(await carriage("stranger")).toMatchObject({ orderId: null, order: { isViewersWork: false } });
  expect((await carriage("stranger"))?.order?.turn).toEqual({ holder: "room", side: "provider" });
  expect(await market.laneOf("customs", "stranger")).toMatchObject({
    ...{ orderId: market.idOf("customs"), order: { isViewersWork: true } },
  });
  expect(await market.laneOf("customs", "timur")).toMatchObject({ orderId: null, order: { isViewersWork: false } });
  const sides = await Promise.all((["lin", "wei", "timur", "stranger"] as const).map((who) => market.view(who)));
  expect(sides.map((seen) => [seen?.side, seen?.mayWaive])).toEqual([
    ["buyer", true],
    ["buyer", false],
    ["provider", false],
    ["provider", false],
  ]);
});

test("Whose order was called off reads the chain no more, and the others go on reading it.", async () => {
  const market = await shared();
  const reads = (who: "stranger" | "timur") => isChainReader(market.database.read, actorOf(who), market.dealId);
  expect([await reads("stranger"), await reads("timur")]).toEqual([true, true]);
  await market.run("lin", cancelOrder, { orderId: market.idOf("customs"), reason: "x" });
  expect([await reads("stranger"), await market.view("stranger")]).toEqual([false, null]);
  expect([await reads("timur"), (await market.view("timur"))?.side]).toEqual([true, "provider"]);
});

test("A gate names who brings what it waits for, whom it holds, who can open it, and when its order went through.", async () => {
  const market = await shared();
  expect(await market.gateOf(PAPERS)).toMatchObject({
    ...{ number: 3, state: "waiting", why: "not_yet", lifter: "customs", passedAt: null },
    ...{ bringer: { id: "elsewhere" }, held: { id: "provider" } },
  });
  const asStranger = (code: string) =>
    market.run("stranger", reportMilestone, {
      ...{ orderId: market.idOf("customs"), code, occurredAt: toIso(market.now()), ...EARLY },
    });
  await asStranger("documents_requested");
  expect(await asStranger("documents_complete")).toMatchObject({ kind: "done" });
  await market.report("logistics", "booked");
  market.wait(HOUR_MS);
  expect(await market.gateOf(PAPERS)).toMatchObject({
    ...{ state: "open", why: null, openedAt: START, lifter: null },
  });
  expect(await market.report("logistics", "slot_reserved")).toMatchObject({ kind: "done" });
  expect(await market.gateOf(PAPERS)).toMatchObject({ passedAt: later(START, HOUR_MS) });
});

test("Goods that nobody has picked up are expected from the window that was asked for; gates that no award has fixed may still be changed.", async () => {
  const market = await shared();
  const seen = await market.view();
  expect(seen).toMatchObject({ isFixed: true, mayChange: false });
  const [first] = seen?.eta?.stops ?? [];
  expect([toIso(first?.at.from ?? START), toIso(first?.at.to ?? START)]).toEqual([
    "2026-12-09T16:00:00.000Z",
    "2026-12-12T15:59:59.999Z",
  ]);
  await market.database.write((tx) =>
    tx.update(deals).set({ contractedAt: null }).where(eq(deals.id, market.dealId)).returning({ id: deals.id }),
  );
  expect(await market.view()).toMatchObject({ isFixed: false, mayWaive: false, mayChange: true });
  expect(await market.view("wei")).toMatchObject({ mayChange: false });
});

test("Goods are expected across the border no sooner than the slot that their truck has booked there, and while the crossing is open.", async () => {
  const market = await rerouteMarket();
  const { database, idOf } = market;
  const crossed = async () => {
    const stops = (await market.view())?.eta?.stops ?? [];
    return stops[stops.findIndex(({ placeId }) => placeId === BOOKING.placeId)]?.at.from;
  };
  const planned = (await crossed()) ?? START;
  await market.reportTo("customs", "documents_complete");
  expect(await market.report("logistics", "booked")).toMatchObject({ kind: "done" });
  const [windowFrom, windowTo] = ["2027-01-10T16:00:00Z", "2027-01-10T20:00:00Z"];
  const booked = await market.run("timur", requestSlot, {
    ...{ orderId: idOf("logistics"), ...BOOKING, windowFrom, windowTo },
  });
  expect(booked).toMatchObject({ kind: "done" });
  expect(planned).toBeLessThan(Date.parse(windowFrom));
  expect(await crossed()).toBe(Date.parse(windowFrom));
  // Horgos opens at nine by its own clock, which is that of Beijing; the slot begins at midnight there.
  await database.write((tx) =>
    insertState(tx, {
      ...{ id: "counted", hubId: "horgos", mode: "road", backlog: 0, throughputPerDay: 100, capacityPerDay: null },
      ...{ arrivalsPerDay: null, opensAt: "09:00", shutsAt: "21:00", asOf: market.now(), source: "port" },
      ...{ enteredByUserId: "lin", enteredAt: market.now() },
    }),
  );
  expect(await crossed()).toBe(Date.parse("2027-01-11T01:00:00Z"));
});

test("Of goods whose carriage was called off nobody reads when they come, what they wait at the border or how else they could go.", async () => {
  const market = await rerouteMarket();
  expect(await market.report("logistics", "booked")).toMatchObject({ kind: "done" });
  expect(await market.view()).toMatchObject({ eta: { hasArrived: false, wait: { source: expect.any(String) } } });
  expect((await market.view())?.otherWays).not.toEqual([]);
  await market.run("lin", cancelOrder, { orderId: market.idOf("logistics"), reason: "x" });
  expect(await market.view()).toMatchObject({ eta: null, hold: null, otherWays: [], leftKm: 0, mayReroute: false });
  expect((await market.view())?.orders.find(({ service }) => service === "logistics")).toMatchObject({
    ...{ state: "cancelled", order: { turn: { holder: "nobody" } }, waitsFor: [] },
  });
});
