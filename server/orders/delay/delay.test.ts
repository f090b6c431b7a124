import { describe, expect, test } from "vitest";
import { actorOf, START } from "@/test/order-market";
import { SLOT_TERMS, type SlotMarket, slotMarket } from "@/test/slot-market";
import { findMilestones } from "@/db/repositories/orders";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { readDelay } from "./read-delay";
import { endException, raiseException } from "./exceptions";
import { reportMilestone } from "../report-milestone";
import { acceptOrder, requestChanges } from "../accept-order";
import { cancelOrder } from "../cancel-order";
import { execute } from "../../platform/execute";
import { endDelay, objectToDelay, reportDelay, withdrawDelay } from "./delays";

const codeOf = (outcome: { kind: string; refusal?: { code: string } }): string => outcome.refusal?.code ?? outcome.kind;
const idOf = (outcome: unknown): string => (outcome as { value: { id: string } }).value.id;
const at = (hours: number): string => toIso(later(START, hours * HOUR_MS));

async function delayOf({ database, order, now }: SlotMarket) {
  const found = await order();
  return readDelay(database.read, { ...found, milestones: await findMilestones(database.read, found) }, now());
}

/** A truck that arrived at the hub at the start and has waited for so many hours. */
async function waiting(hours: number, made: Parameters<typeof slotMarket>[0] = {}): Promise<SlotMarket> {
  const market = await slotMarket(made);
  await market.step("arrived_hub");
  market.wait(hours * HOUR_MS);
  return market;
}

const because = (from: number, to: number | null, more: object = {}) => ({
  ...{ place: "border", reason: "queue", from: at(from), words: "2 km of trucks" },
  ...(to === null ? {} : { to: at(to) }),
  ...more,
});

describe("lesson 34: waiting has reasons, and these say who pays", () => {
  test("a wait of 96 hours with 48 free, one day of queue and one of repair: a truck-day each for buyer and provider", async () => {
    const market = await waiting(96, { trucks: 2 });
    await market.run(reportDelay, "timur", because(48, 72));
    await market.run(reportDelay, "lin", because(72, 96, { reason: "vehicle" }));
    const { waits } = await delayOf(market);
    expect(waits).toMatchObject([
      {
        interval: { place: "border", isRunning: true, trucks: 2 },
        reckoning: {
          totals: { buyer: { minor: 160_000n }, provider: { minor: 160_000n } },
          isContested: false,
        },
      },
    ]);
  });

  test("the clock stands still with the crossing, and the destination has a clock of its own", async () => {
    const market = await waiting(60);
    await market.step("crossed_border");
    market.wait(10 * HOUR_MS);
    await market.step("arrived_destination");
    market.wait(49 * HOUR_MS);
    await market.step("delivered");
    market.wait(500 * HOUR_MS);
    const { waits } = await delayOf(market);
    expect(
      waits.map(({ interval, free, reckoning }) => [
        interval.place,
        interval.isRunning,
        free.hours,
        reckoning.days.length,
        reckoning.totals.buyer.minor,
      ]),
    ).toEqual([
      ["border", false, 48, 1, 80_000n],
      ["destination", false, 24, 2, 40_000n],
    ]);
  });

  test("closed hours are left out where the bid says so, and charged where it does not", async () => {
    for (const [closuresExcluded, charged] of [
      [true, 0n],
      [false, 80_000n],
    ] as const) {
      const market = await waiting(72, { terms: { ...SLOT_TERMS, closuresExcluded } });
      await market.run(reportDelay, "timur", because(10, 34, { reason: "closure" }));
      expect((await delayOf(market)).waits[0]?.reckoning.totals.buyer.minor).toBe(charged);
    }
  });

  test("the other side objects once, which is kept and shown and takes nothing out of the sum", async () => {
    const market = await waiting(72);
    const segmentId = idOf(await market.run(reportDelay, "timur", because(0, 72, { reason: "documents" })));
    expect(codeOf(await market.run(objectToDelay, "timur", { segmentId, words: "no" }))).toBe("delay_own");
    expect(codeOf(await market.run(objectToDelay, "lin", { segmentId, words: "The papers were there" }))).toBe("done");
    expect(codeOf(await market.run(objectToDelay, "lin", { segmentId, words: "again" }))).toBe("delay_objected");
    const { waits, segments } = await delayOf(market);
    expect(segments).toMatchObject([{ objection: "The papers were there", objectedAt: market.now() }]);
    expect(waits[0]?.reckoning).toMatchObject({ isContested: true, totals: { buyer: { minor: 80_000n } } });
    expect(await market.types()).toEqual(expect.arrayContaining(["delay.reported", "delay.objected"]));
  });

  test("a reason that goes on ends when it is said to; one that was taken back counts no more and stays", async () => {
    const market = await waiting(96);
    const segmentId = idOf(await market.run(reportDelay, "timur", because(48, null, { reason: "vehicle" })));
    expect((await delayOf(market)).waits[0]?.reckoning.totals).toMatchObject({
      buyer: { minor: 0n },
      provider: { minor: 160_000n },
    });
    expect(codeOf(await market.run(endDelay, "lin", { segmentId, to: at(72) }))).toBe("not_permitted");
    expect(codeOf(await market.run(endDelay, "timur", { segmentId, to: at(72) }))).toBe("done");
    expect((await delayOf(market)).waits[0]?.reckoning.totals).toMatchObject({
      buyer: { minor: 80_000n },
      provider: { minor: 80_000n },
    });
    expect(codeOf(await market.run(withdrawDelay, "lin", { segmentId }))).toBe("not_permitted");
    expect(codeOf(await market.run(withdrawDelay, "timur", { segmentId }))).toBe("done");
    expect((await delayOf(market)).waits[0]?.reckoning.totals.provider.minor).toBe(0n);
    expect((await delayOf(market)).segments).toHaveLength(1);
  });

  test.each([
    ["over another", because(40, 60), "delay_overlaps"],
    ["of a place where no truck waits", because(0, 10, { place: "destination" }), "delay_not_running"],
    ["of the future", because(60, 100), "delay_in_future"],
    ["that is none of the table", because(60, 70, { reason: "weather" }), "malformed"],
  ])("a reason %s is refused", async (_, told, code) => {
    const market = await waiting(72);
    await market.run(reportDelay, "timur", because(50, 55));
    expect(codeOf(await market.run(reportDelay, "timur", told))).toBe(code);
  });

  test("strangers and viewers give none, and find none", async () => {
    const market = await waiting(72);
    expect(codeOf(await market.run(reportDelay, "stranger", because(0, 10)))).toBe("not_found");
    expect(codeOf(await market.run(reportDelay, "wei", because(0, 10)))).toBe("not_permitted");
    const segmentId = idOf(await market.run(reportDelay, "timur", because(0, 10)));
    expect(codeOf(await market.run(objectToDelay, "stranger", { segmentId, words: "x" }))).toBe("not_found");
    const elsewhere = { orderId: market.customsId, segmentId, words: "x" };
    expect(codeOf(await market.run(objectToDelay, "lin", elsewhere))).toBe("not_found");
  });

  test("twenty reports of one reason at once leave one", async () => {
    const market = await waiting(72);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => market.run(reportDelay, "timur", because(0, 10))),
    );
    expect(outcomes.map(codeOf).filter((code) => code === "delay_overlaps")).toHaveLength(19);
    expect((await delayOf(market)).segments).toHaveLength(1);
  });
});

describe("lesson 34: an exception has a reason code, and stops every step", () => {
  const raise = (market: SlotMarket, who: "timur" | "lin" | "stranger" | "wei") =>
    market.run(raiseException, who, { reason: "vehicle", words: "The axle is broken" });

  test("from when it is raised until it is ended, and both parties are told", async () => {
    const market = await slotMarket();
    expect(await raise(market, "timur")).toMatchObject({ kind: "done", value: { state: "exception" } });
    expect((await market.order()).exceptionSince).toBe(START);
    expect(codeOf(await raise(market, "lin"))).toBe("exception_open");
    const pickUp = () => market.run(reportMilestone, "timur", { code: "picked_up", occurredAt: at(0) });
    expect(await pickUp()).toMatchObject({ refusal: { code: "wrong_state", details: { state: "exception" } } });
    expect(codeOf(await market.run(endException, "lin", { words: "x" }))).toBe("not_permitted");
    expect(await market.run(endException, "timur", { words: "Mended" })).toMatchObject({
      value: { state: "scheduled" },
    });
    expect(codeOf(await pickUp())).toBe("done");
    expect(codeOf(await market.run(endException, "timur", { words: "" }))).toBe("no_exception");
    expect(await market.types()).toEqual(expect.arrayContaining(["order.exception_raised", "order.exception_ended"]));
  });

  test("is raised by either party and ended by the provider in any case", async () => {
    const market = await slotMarket();
    expect(codeOf(await raise(market, "stranger"))).toBe("not_found");
    expect(codeOf(await raise(market, "wei"))).toBe("not_permitted");
    expect(codeOf(await raise(market, "lin"))).toBe("done");
    expect(codeOf(await market.run(endException, "timur", { words: "Papers came" }))).toBe("done");
    expect(codeOf(await raise(market, "lin"))).toBe("done");
    expect(codeOf(await market.run(endException, "lin", { words: "" }))).toBe("done");
  });

  test("has a reason that work of its kind can stop for", async () => {
    const market = await slotMarket();
    const why = (reason: string) => market.run(raiseException, "timur", { reason, words: "It stands" });
    expect(codeOf(await why("bank_compliance"))).toBe("reason_not_of_service");
    expect(codeOf(await why("vehicle"))).toBe("done");
  });

  test("is of work that is under way", async () => {
    const market = await slotMarket();
    await market.step("delivered");
    expect(codeOf(await raise(market, "timur"))).toBe("wrong_state");
    const accepted = await execute(
      acceptOrder,
      { actor: actorOf("lin"), input: { orderId: market.orderId } },
      market.on,
    );
    expect(codeOf(accepted)).toBe("done");
    const other = await slotMarket();
    await other.run(cancelOrder, "lin", { reason: "x" });
    expect(codeOf(await raise(other, "timur"))).toBe("wrong_state");
  });

  test("twenty at once are one", async () => {
    const market = await slotMarket();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => raise(market, "timur")));
    expect(outcomes.map(codeOf).filter((code) => code === "exception_open")).toHaveLength(19);
  });
});

test("of an order that is over no wait is given a reason, and none is objected to", async () => {
  const market = await waiting(96);
  const id = idOf(await market.run(reportDelay, "timur", because(48, 72)));
  for (const code of ["crossed_border", "arrived_destination", "delivered"]) {
    market.wait(HOUR_MS);
    await market.step(code);
  }
  const { orderId } = market;
  await execute(acceptOrder, { actor: actorOf("lin"), input: { orderId } }, market.on);
  market.wait(HOUR_MS);
  await market.step("documents_closed");
  expect(codeOf(await market.run(reportDelay, "timur", because(72, 96)))).toBe("wrong_state");
  expect(codeOf(await market.run(objectToDelay, "lin", { segmentId: id, words: "No queue" }))).toBe("wrong_state");
});

test("a delivery that the buyer sends back starts no clock: the truck was unloaded", async () => {
  const market = await waiting(60);
  for (const code of ["crossed_border", "arrived_destination", "delivered"]) await market.step(code);
  expect(codeOf(await market.run(requestChanges, "lin", { orderId: market.orderId, words: "Wet cartons." }))).toBe(
    "done",
  );
  market.wait(500 * HOUR_MS);
  const { waits } = await delayOf(market);
  expect(waits.map(({ interval }) => [interval.place, interval.isRunning])).toEqual([["border", false]]);
});
