import { describe, expect, test } from "vitest";
import { makeAdministrator } from "@/test/dispute-market";
import { actorOf, START } from "@/test/order-market";
import { rerouteMarket } from "@/test/reroute-market";
import { SLOT_TERMS, WINDOW } from "@/test/slot-market";
import { slotsOfOrder } from "@/db/repositories/slots";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { execute } from "../platform/execute";
import { delay } from "@/views/delay";
import { toWire } from "@/views/fields";
import { delayView } from "./queries/delay";
import { orderPage } from "./queries/orders";
import { deadlineRound } from "../worker/timers";
import { reportDelay } from "./delay/delays";
import { announceClosure } from "../hubs/hub-state";
import { confirmSlot, paySlot } from "./slots/confirm-slot";

const DONE = { kind: "done" };
const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const hours = (ms: number): number => ms / HOUR_MS;

type Market = Awaited<ReturnType<typeof rerouteMarket>>;

/** A truck whose papers are there and whose goods are good, as far as this step. */
async function carried(last: string, terms = SLOT_TERMS): Promise<Market> {
  const market = await rerouteMarket(terms);
  await market.reportTo("customs", "documents_complete");
  await market.reportTo("inspection", "report_issued");
  await market.accept("inspection");
  await market.reportTo("logistics", last);
  return market;
}

/** The goods are sent on by another hub, which is answered. */
async function sentOn(market: Market, number = 1): Promise<string> {
  const hub = await market.otherHub();
  expect(await market.ask(hub)).toMatchObject(DONE);
  expect(await market.end("agree", "timur", { number })).toMatchObject(DONE);
  return hub;
}

const delayOf = async ({ database, idOf, now }: Market) => {
  const view = await delayView(database.read, actorOf("lin"), { orderId: idOf("logistics"), now: now() });
  if (!view) throw new Error("the order is the buyer's");
  return view;
};

/** The stays of the wait at the border in hours since the start, its hours that are free and charged, its days and what the buyer pays. */
async function waitOf(market: Market) {
  const [wait] = (await delayOf(market)).waits;
  if (!wait) return null;
  return {
    stays: wait.stays.map(({ hubId, from, to, began }) => [hubId, hours(from - START), hours(to - START), began]),
    isRunning: wait.isRunning,
    freeHours: wait.freeUsedHours,
    chargedHours: wait.chargedHours,
    days: wait.days.length,
    buyer: wait.totals.buyer.minor,
  };
}

const because = (market: Market, reason: string, from: number, to: number | null) =>
  market.run("timur", reportDelay, {
    ...{ orderId: market.idOf("logistics"), place: "border", reason, from: toIso(later(START, from * HOUR_MS)) },
    ...(to === null ? {} : { to: toIso(later(START, to * HOUR_MS)) }),
  });

describe("the delay clock of goods that were sent on", () => {
  test("counts the wait at the old hub until the agreement and that at the new one, as one sum, and not the drive", async () => {
    const market = await carried("arrived_hub");
    market.wait(60 * HOUR_MS);
    const hub = await sentOn(market);
    const old = ["horgos", 0, 60, "arrived"];
    const driven = { stays: [old], isRunning: false, freeHours: 48, chargedHours: 12, days: 1, buyer: 80_000n };
    expect(await waitOf(market)).toEqual(driven);
    market.wait(30 * HOUR_MS);
    expect(await waitOf(market)).toEqual(driven);
    expect(await market.report("logistics", "arrived_hub")).toMatchObject(DONE);
    market.wait(10 * HOUR_MS);
    // 60 + 10 hours less 48 are 22: one begun day.
    expect(await waitOf(market)).toEqual({
      ...{ stays: [old, [hub, 90, 100, "arrived"]], isRunning: true },
      ...{ freeHours: 48, chargedHours: 22, days: 1, buyer: 80_000n },
    });
    market.wait(3 * HOUR_MS);
    expect(await waitOf(market)).toMatchObject({ chargedHours: 25, days: 2, buyer: 160_000n });
  });

  test("leaves to the new hub what free time the old one did not use", async () => {
    const market = await carried("arrived_hub");
    market.wait(20 * HOUR_MS);
    await sentOn(market);
    market.wait(100 * HOUR_MS);
    await market.report("logistics", "arrived_hub");
    market.wait(30 * HOUR_MS);
    expect(await waitOf(market)).toMatchObject({ freeHours: 48, chargedHours: 2, days: 1, buyer: 80_000n });
  });

  test("does not run from a slot that was missed at the old hub by a truck that never came there", async () => {
    const market = await rerouteMarket();
    const orderId = market.idOf("logistics");
    await market.reportTo("customs", "documents_complete");
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.report("logistics", "booked");
    expect(await market.bookSlot()).toMatchObject(DONE);
    const slotId = (await slotsOfOrder(market.database.read, orderId))[0]?.id;
    expect(await market.run("timur", paySlot, { orderId, slotId })).toMatchObject(DONE);
    const confirmed = await market.run("timur", confirmSlot, { orderId, slotId, bookingNumber: "KGD-1" });
    expect(confirmed).toMatchObject(DONE);
    for (const code of ["picked_up", "left_for_hub"])
      expect(await market.report("logistics", code)).toMatchObject(DONE);
    const missed = hours(Date.parse(WINDOW.windowTo) - START);
    market.wait((missed + 24) * HOUR_MS);
    await deadlineRound(market.on);
    const hub = await sentOn(market);
    market.wait(3 * DAY_MS);
    expect(await market.report("logistics", "arrived_hub")).toMatchObject(DONE);
    market.wait(25 * HOUR_MS);
    const arrived = missed + 24 + 72;
    expect(await waitOf(market)).toEqual({
      ...{ stays: [[hub, arrived, arrived + 25, "arrived"]], isRunning: true },
      ...{ freeHours: 25, chargedHours: 0, days: 0, buyer: 0n },
    });
  });
});

describe("what is said of a wait of goods that were sent on", () => {
  test("leaves out where the bid says so when a hub was closed, each hub as long as they were there", async () => {
    const market = await carried("arrived_hub", { ...SLOT_TERMS, closuresExcluded: true });
    const administrator = await makeAdministrator(market.database);
    const close = (hubId: string, from: number, to: number) =>
      execute(
        announceClosure,
        {
          actor: administrator,
          input: {
            ...{ hubId, mode: "road", reason: "Strong wind", source: "Port authority" },
            ...{ from: toIso(later(START, from * HOUR_MS)), to: toIso(later(START, to * HOUR_MS)) },
          },
        },
        market.on,
      );
    expect(await close("horgos", 10, 30)).toMatchObject(DONE);
    market.wait(20 * HOUR_MS);
    const hub = await sentOn(market);
    expect(await close(hub, 22, 26)).toMatchObject(DONE);
    market.wait(4 * HOUR_MS);
    await market.report("logistics", "arrived_hub");
    market.wait(50 * HOUR_MS);
    // 20 hours less 10 and 50 less 2 are 58, of which 48 are free.
    expect(await waitOf(market)).toMatchObject({ freeHours: 48, chargedHours: 10, days: 1, buyer: 80_000n });
  });

  test("says at which hub they waited, as soon as it is not the order's own alone", async () => {
    const market = await carried("arrived_hub");
    market.wait(10 * HOUR_MS);
    const hubs = async () => (await delayOf(market)).waits[0]?.hubs.map(({ hub, to }) => [hub.id, to]);
    expect(await hubs()).toEqual([]);
    const hub = await sentOn(market);
    const left = market.now();
    expect(await hubs()).toEqual([["horgos", left]]);
    market.wait(DAY_MS);
    await market.report("logistics", "arrived_hub");
    market.wait(HOUR_MS);
    expect(await hubs()).toEqual([
      ["horgos", left],
      [hub, null],
    ]);
    expect(toWire(delay, await delayOf(market)).waits).toMatchObject([
      {
        ...{ place: "border", from: toIso(START), to: toIso(market.now()), isRunning: true, freeUsedHours: 11 },
        stays: [
          { hubId: "horgos", from: toIso(START), to: toIso(left), began: "arrived" },
          { hubId: hub, from: toIso(later(left, DAY_MS)), to: toIso(market.now()), began: "arrived" },
        ],
      },
    ]);
  });

  test("ends the reasons that went on at the old hub with the agreement: others are given at the new one", async () => {
    const market = await carried("arrived_hub");
    market.wait(60 * HOUR_MS);
    expect(await because(market, "vehicle", 10, 20)).toMatchObject(DONE);
    expect(await because(market, "queue", 30, null)).toMatchObject(DONE);
    await sentOn(market);
    const ends = async () =>
      (await delayOf(market)).segments.map(({ to, mayEnd }) => [hours((to ?? 0) - START), mayEnd]);
    expect(await ends()).toEqual([
      [20, false],
      [60, false],
    ]);
    market.wait(30 * HOUR_MS);
    expect(await because(market, "vehicle", 60, null)).toMatchObject(refused("delay_not_running"));
    await market.report("logistics", "arrived_hub");
    market.wait(14 * HOUR_MS);
    expect(await because(market, "vehicle", 70, 95)).toMatchObject(refused("delay_outside"));
    expect(await because(market, "vehicle", 90, null)).toMatchObject(DONE);
    // After 48 free hours 12 of queue at the old hub and 14 of repair at the new: the first day is 12 and 12, the buyer's, and the begun second the carrier's.
    const [wait] = (await delayOf(market)).waits;
    expect(wait?.totals).toMatchObject({ buyer: { minor: 80_000n }, provider: { minor: 80_000n } });
  });
});

describe("the steps of goods that were sent on", () => {
  test("are told anew from the arrival on, also where they had been released at the old hub", async () => {
    const market = await carried("arrived_hub");
    market.wait(2 * HOUR_MS);
    expect(await market.report("logistics", "export_released")).toMatchObject(DONE);
    await sentOn(market);
    expect(await market.told("logistics")).toEqual(["booked", "picked_up", "slot_reserved", "left_for_hub"]);
    market.wait(8 * HOUR_MS);
    expect(await market.report("logistics", "arrived_hub")).toMatchObject(DONE);
    market.wait(HOUR_MS);
    expect(await market.report("logistics", "export_released")).toMatchObject(DONE);
    expect(await market.report("logistics", "crossed_border")).toMatchObject(refused("gate_closed"));
  });

  test("are told anew where they were released at a hub at which nobody told of their coming", async () => {
    const market = await carried("left_for_hub");
    expect(await market.report("logistics", "export_released")).toMatchObject(DONE);
    await sentOn(market);
    expect(await market.told("logistics")).not.toContain("export_released");
    expect(await waitOf(market)).toBeNull();
  });

  test("keep beside them what was told of them at each hub that was left", async () => {
    const market = await carried("left_for_hub");
    const evidence = { seals: ["CN1001"] };
    await market.report("logistics", "arrived_hub", { note: "gate 2", evidence });
    market.wait(HOUR_MS);
    await market.report("logistics", "export_released");
    await sentOn(market);
    market.wait(DAY_MS);
    await market.report("logistics", "arrived_hub", { note: "yard 7" });
    await sentOn(market, 2);
    const page = await orderPage(market.database.read, actorOf("lin"), {
      ...{ id: market.idOf("logistics"), now: market.now() },
    });
    expect(page?.witnesses).toMatchObject([
      { code: "arrived_hub", occurredAt: START, note: "gate 2", evidence, isReopened: true, reporterName: "Timur" },
      { code: "export_released", occurredAt: instant(START + HOUR_MS), note: null, evidence: {} },
      { code: "arrived_hub", note: "yard 7", evidence: {}, isReopened: true },
    ]);
  });
});
