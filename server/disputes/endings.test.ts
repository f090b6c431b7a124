import { describe, expect, test } from "vitest";
import { done } from "@/test/bidding-market";
import { chainMarket } from "@/test/chain-market";
import { makeAdministrator } from "@/test/dispute-market";
import { inspectionMarket, REINSPECTION } from "@/test/inspection-market";
import { actorOf } from "@/test/order-market";
import { contractTruck, slotMarket } from "@/test/slot-market";
import { deals } from "../../db/schema/deals";
import { changeRequestsOf, findDispute } from "../../db/repositories/disputes";
import { findOrder } from "../../db/repositories/orders";
import { DAY_MS, HOUR_MS, later } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { orderPage } from "../orders/queries/orders";
import { deadlineRound } from "../worker/timers";
import { decideDispute, escalateDispute, openDispute, writeEntry } from "./dispute";
import { orderDisputes } from "./queries";
import { takeOffer } from "./take-offer";

const DONE = { kind: "done" };
const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const ending = (effect: string) => ({ outcome: "split", shareBps: 5_000, effect });

type Chained = Pick<Awaited<ReturnType<typeof chainMarket>>, "database" | "run" | "on" | "wait">;

/** What the two of an order and the market do about it. */
async function disputing({ database, run, on, wait }: Chained, orderId: string) {
  const administrator = await makeAdministrator(database);
  const offer = (disputeId: string, effect: string) =>
    run("aigul", writeEntry, { disputeId, words: "So be it.", offer: ending(effect) });
  return {
    order: () => findOrder(database.read, orderId),
    open: async () => done(await run("lin", openDispute, { orderId, code: "not_as_agreed", words: "Look again." })).id,
    offer,
    /** The provider offers an end, and the buyer takes it. */
    async settle(disputeId: string, effect: string) {
      done(await offer(disputeId, effect));
      return run("lin", takeOffer, { disputeId, seq: 1 });
    },
    /** Before the market, with the time for evidence over. */
    async hear(disputeId: string) {
      wait(3 * DAY_MS);
      done(await run("lin", escalateDispute, { disputeId }));
      wait(3 * DAY_MS);
    },
    judge: (disputeId: string, effect: string) =>
      execute(
        decideDispute,
        { actor: administrator, input: { disputeId, words: "The photographs show it.", ...ending(effect) } },
        on,
      ),
  };
}

/** An inspection kept on site whose goods failed and whose report waits for the buyer, in dispute. */
async function reportInDispute() {
  const market = await inspectionMarket();
  await market.visit(8);
  const about = await disputing(market, market.orderId);
  return { ...market, ...about, disputeId: await about.open() };
}

/** Carriage that was delivered just now, without gates. */
async function delivered() {
  const market = await chainMarket([]);
  await market.reportTo("logistics", "delivered");
  const orderId = market.idOf("logistics");
  return { ...market, ...(await disputing(market, orderId)), orderId };
}

describe("an inspection kept on site that is done again", () => {
  test("is the inspection company's to book, without the charge of a re-inspection, and goes its way to the end", async () => {
    const market = await reportInDispute();
    expect(await market.settle(market.disputeId, "done_again")).toMatchObject(DONE);
    expect(await market.order()).toMatchObject({ state: "changes_requested", deliveredAt: null, autoAcceptAt: null });
    expect(await market.rounds()).toMatchObject([
      { number: 1, state: "decided", decision: "reinspect", decisionReason: "So be it.", decidedByUserId: null },
      { number: 2, state: "asked", charge: null, commitment: null },
    ]);
    expect((await market.told("inspection")).at(-1)).toBe("scheduled");
    expect((await market.view())?.rounds[0]?.decision).toMatchObject({ decision: "reinspect", by: null });
    expect(await changeRequestsOf(market.database.read, market.orderId)).toEqual([]);

    await market.visit(0);
    expect(await market.order()).toMatchObject({ state: "delivered", deliveredAt: market.now() });
    expect(await market.decide("accept")).toMatchObject(DONE);
    expect(await market.state("inspection")).toBe("completed");
  });

  test("is so by the market's decision too, in its words", async () => {
    const market = await reportInDispute();
    await market.hear(market.disputeId);
    expect(await market.judge(market.disputeId, "done_again")).toMatchObject(DONE);
    expect(await market.rounds()).toMatchObject([
      { decision: "reinspect", decisionReason: "The photographs show it.", decidedByUserId: null },
      { state: "asked", charge: null },
    ]);
    expect(await market.book("timur", { plannedDay: "2026-12-20" })).toMatchObject(DONE);
  });

  test("leaves the buyer its own re-inspection, which is charged as the bid says", async () => {
    const market = await reportInDispute();
    done(await market.settle(market.disputeId, "done_again"));
    await market.visit(8);
    expect(await market.decide("reinspect", "Sort them first")).toMatchObject(DONE);
    expect(await market.last()).toMatchObject({ number: 3, charge: REINSPECTION });
  });

  test("tells both that it has ended and the company that it is to book, and holds what failed until then", async () => {
    const market = await reportInDispute();
    done(await market.settle(market.disputeId, "done_again"));
    const events = await market.events();
    expect(events.filter(({ type }) => type === "inspection.decided")).toMatchObject([
      { round: 1, decision: "reinspect" },
    ]);
    expect(events.filter(({ type }) => type === "dispute.ended")).toMatchObject([{ effect: "done_again" }]);
    expect(events.filter(({ type }) => type === "order.changes_requested")).toEqual([]);
    expect(await market.report("payment", "sent")).toMatchObject({ kind: "refused" });
  });

  test("is neither offered nor decided once no visit is left; every other end is", async () => {
    const market = await inspectionMarket();
    for (let number = 1; number < 5; number++) {
      await market.visit(8);
      done(await market.decide("reinspect", "Sort them first"));
    }
    await market.visit(8);
    const about = await disputing(market, market.orderId);
    const disputeId = await about.open();
    expect(await about.offer(disputeId, "done_again")).toMatchObject({
      kind: "refused",
      refusal: { code: "no_visit_left", details: { maximum: 5 } },
    });
    await about.hear(disputeId);
    expect(await about.judge(disputeId, "done_again")).toMatchObject(refused("no_visit_left"));
    expect(await findDispute(market.database.read, disputeId)).toMatchObject({ state: "evidence", ending: null });
    expect(await about.judge(disputeId, "accepted")).toMatchObject(DONE);
    expect(await market.rounds()).toHaveLength(5);
  }, 60_000);

  test("is reported once more by hand where it is kept on paper", async () => {
    const market = await inspectionMarket();
    await market.reportTo("inspection", "report_issued");
    const about = await disputing(market, market.orderId);
    expect(await about.settle(await about.open(), "done_again")).toMatchObject(DONE);
    expect(await market.rounds()).toEqual([]);
    expect(await changeRequestsOf(market.database.read, market.orderId)).toHaveLength(1);
    expect(await market.report("inspection", "report_issued")).toMatchObject(DONE);
    expect(await market.state("inspection")).toBe("delivered");
  });
});

describe("a delivered order that goes on after a dispute", () => {
  const PASSED = DAY_MS + 123;

  test.each(["decided", "agreed"] as const)(
    "is accepted by itself when what was left of its time is over, and not before: %s",
    async (how) => {
      const market = await delivered();
      const acceptedBy = later(market.now(), 7 * DAY_MS);
      market.wait(PASSED);
      const opened = market.now();
      const disputeId = await market.open();
      await market.hear(disputeId);
      market.wait(5 * DAY_MS + 7);
      const ended = how === "decided" ? market.judge(disputeId, "goes_on") : market.settle(disputeId, "goes_on");
      expect(await ended).toMatchObject(DONE);
      const left = acceptedBy - opened;
      expect(left).toBe(6 * DAY_MS - 123);
      const until = later(market.now(), left);
      expect(await market.order()).toMatchObject({ state: "delivered", disputedSince: null, autoAcceptAt: until });

      await deadlineRound(market.on);
      expect(await market.state("logistics")).toBe("delivered");
      market.wait(left - 1);
      await deadlineRound(market.on);
      expect(await market.state("logistics")).toBe("delivered");
      market.wait(1);
      await deadlineRound(market.on);
      expect(await market.order()).toMatchObject({ state: "accepted", acceptedAt: until });
    },
  );

  test("shows the new time on its page, in its turn and in what is due", async () => {
    const market = await delivered();
    market.wait(PASSED);
    const disputeId = await market.open();
    market.wait(2 * DAY_MS);
    done(await market.settle(disputeId, "goes_on"));
    await contractTruck(market.database, market.orderId);
    const until = later(market.now(), 6 * DAY_MS - 123);
    const shown = await orderPage(market.database.read, actorOf("lin"), { id: market.orderId, now: market.now() });
    expect(shown).toMatchObject({
      autoAcceptAt: until,
      turn: { holder: "buyer", by: until },
      due: { at: until, field: "auto_accept" },
    });
  });

  test("has what is left after each of two disputes", async () => {
    const market = await delivered();
    for (let dispute = 0; dispute < 2; dispute++) {
      market.wait(HOUR_MS);
      const disputeId = await market.open();
      market.wait(10 * DAY_MS);
      done(await market.settle(disputeId, "goes_on"));
    }
    expect(await market.order()).toMatchObject({ autoAcceptAt: market.now() + 7 * DAY_MS - 2 * HOUR_MS });
  });

  test("has no such time where nothing was delivered", async () => {
    const market = await chainMarket([]);
    await market.reportTo("logistics", "picked_up");
    const about = await disputing(market, market.idOf("logistics"));
    done(await about.settle(await about.open(), "goes_on"));
    expect(await about.order()).toMatchObject({ state: "in_progress", autoAcceptAt: null });
  });
});

describe("between the end of evidence and the decision", () => {
  test("an end is offered and taken, and no word or file comes beside it", async () => {
    const market = await delivered();
    const disputeId = await market.open();
    await market.hear(disputeId);
    const write = (more: object) => market.run("aigul", writeEntry, { disputeId, words: "We bear half.", ...more });
    const offer = ending("accepted");
    expect(await write({})).toMatchObject(refused("evidence_over"));
    expect(await write({ fileIds: ["photo"] })).toMatchObject(refused("evidence_over"));
    expect(await write({ fileIds: ["photo"], offer })).toMatchObject(refused("evidence_over"));
    expect(await write({ offer })).toMatchObject(DONE);
    expect(await market.run("lin", takeOffer, { disputeId, seq: 1 })).toMatchObject(DONE);
    expect(await market.order()).toMatchObject({ state: "accepted" });
  });

  test("also past the day by which it was to be decided, as long as nobody has decided", async () => {
    const market = await delivered();
    const disputeId = await market.open();
    await market.hear(disputeId);
    market.wait(20 * DAY_MS);
    expect(await market.offer(disputeId, "goes_on")).toMatchObject(DONE);
    done(await market.judge(disputeId, "goes_on"));
    expect(await market.offer(disputeId, "goes_on")).toMatchObject(refused("wrong_state"));
    expect(await market.run("lin", takeOffer, { disputeId, seq: 1 })).toMatchObject(refused("wrong_state"));
  });
});

describe("a dispute about a charge that was not agreed", () => {
  const charge = { minor: 650, currency: "CNY" };

  /** Delivered carriage with a dispute about a charge of 6.50 yuan on top of its price. */
  async function charged() {
    const market = await delivered();
    await contractTruck(market.database, market.orderId);
    const input = { orderId: market.orderId, code: "charge_not_agreed", words: "No fork-lift was bid.", charge };
    const disputeId = done(await market.run("lin", openDispute, input)).id;
    const lin = actorOf("lin");
    const at = () => ({ now: market.now() });
    const all = () => orderDisputes(market.database.read, lin, { orderId: market.orderId, ...at() });
    const shown = async () => (await all())?.disputes[0];
    const page = () => orderPage(market.database.read, lin, { id: market.orderId, ...at() });
    return { ...market, disputeId, all, shown, page };
  }

  test.each([
    ["for_buyer", 0, 0n],
    ["for_provider", 10_000, 650n],
    ["split", 4_000, 260n],
  ])("that ends %s shares that charge at %d, and the contract price stays", async (outcome, shareBps, due) => {
    const market = await charged();
    const price = (await market.page())?.price.minor ?? 0n;
    const stands = {
      about: "charge",
      inDispute: { minor: 650n, currency: "CNY" },
      order: { price: { minor: price } },
    };
    expect(await market.shown()).toMatchObject({ ...stands, ending: null });
    expect(await market.page()).toMatchObject({ sumDue: { disputedCharges: { minor: 0n }, total: { minor: price } } });
    const offer = { outcome, shareBps, effect: "accepted" };
    done(await market.run("aigul", writeEntry, { disputeId: market.disputeId, words: "So be it.", offer }));
    done(await market.run("lin", takeOffer, { disputeId: market.disputeId, seq: 1 }));
    expect(await market.shown()).toMatchObject(stands);
    const toBuyer = { minor: 650n - due };
    expect(await market.page()).toMatchObject({
      rulings: [{ about: "charge", toProvider: { minor: due }, toBuyer }],
      sumDue: { contract: { minor: price }, disputedCharges: { minor: 650n }, total: { minor: price + due } },
    });
  });

  test("stands on the bill while it is open, in no total and not payable", async () => {
    const market = await charged();
    const { disputedSince: since } = (await market.order()) ?? {};
    expect(await market.page()).toMatchObject({
      openCharge: { disputeId: market.disputeId, about: "charge", amount: { minor: 650n }, since, isInTotal: false },
    });
    done(await market.offer(market.disputeId, "goes_on"));
    done(await market.run("lin", takeOffer, { disputeId: market.disputeId, seq: 1 }));
    expect(await market.page()).toMatchObject({ openCharge: null });
  });

  test("divides once more only what an earlier one about the same charge has left to the provider", async () => {
    const market = await charged();
    const { orderId, disputeId: earlier } = market;
    const open = (more: object) =>
      market.run("lin", openDispute, { orderId, code: "charge_not_agreed", words: "Anew.", ...more });
    expect(await open({ charge })).toMatchObject({
      refusal: { code: "dispute_running", details: { disputeId: earlier } },
    });
    const end = async (disputeId: string, shareBps: number) => {
      const offer = { outcome: shareBps === 0 ? "for_buyer" : "split", shareBps, effect: "goes_on" };
      done(await market.run("aigul", writeEntry, { disputeId, words: "So be it.", offer }));
      done(await market.run("lin", takeOffer, { disputeId, seq: 1 }));
    };
    await end(earlier, 6_000);
    expect(await open({ charge })).toMatchObject(refused("charge_disputed_before"));
    const again = done(await open({ earlier })).id;
    const price = (await market.page())?.price.minor ?? 0n;
    expect(await market.shown()).toMatchObject({ earlier, inDispute: { minor: 390n } });
    expect(await market.page()).toMatchObject({
      openCharge: { disputeId: again, amount: { minor: 390n }, isInTotal: true },
      sumDue: { total: { minor: price + 390n } },
    });
    await end(again, 5_000);
    expect(await market.page()).toMatchObject({
      rulings: [{ disputeId: earlier }, { disputeId: again, earlier, inDispute: { minor: 390n } }],
      sumDue: { disputedCharges: { minor: 650n }, total: { minor: price + 195n } },
    });
    expect(await open({ earlier })).toMatchObject(refused("charge_disputed_before"));
    await end(done(await open({ earlier: again })).id, 0);
    expect(await market.page()).toMatchObject({ sumDue: { total: { minor: price } } });
    const { dividedCharges: left } = (await market.all()) ?? {};
    expect(left).toMatchObject([{ left: { minor: 0n } }]);
    expect(await open({ earlier: left?.[0]?.disputeId })).toMatchObject(refused("charge_settled"));
    expect(await open({ charge, earlier: null })).toMatchObject(DONE);
  });

  test("names it, in the currency of the contract and within ten times its price or the value of the goods", async () => {
    const market = await delivered();
    const worth = (goodsValueMinor: bigint) =>
      market.database.write(async (tx) => tx.update(deals).set({ goodsValueMinor, goodsCurrency: "CNY" }));
    await worth(1n);
    const open = (named: object) =>
      market.run("lin", openDispute, { orderId: market.orderId, code: "charge_not_agreed", words: "x", ...named });
    expect(await open({})).toMatchObject({ kind: "malformed" });
    expect(await open({ charge: { ...charge, currency: "USD" } })).toMatchObject(refused("charge_currency"));
    const contract = Number((await market.order())?.contractMinor);
    const most = { ...charge, minor: contract * 10 };
    expect(await open({ charge: { ...most, minor: most.minor + 1 } })).toMatchObject(refused("charge_too_high"));
    await worth(BigInt(most.minor + 1));
    expect(await open({ charge: { ...most, minor: most.minor + 2 } })).toMatchObject(refused("charge_too_high"));
    expect(await open({ charge: { ...most, minor: most.minor + 1 } })).toMatchObject(DONE);
  });
});

describe("a dispute about a waiting charge", () => {
  test("shares what the buyer owes for the wait by then, leaves the contract price whole, and what comes up later is owed on top", async () => {
    const market = await slotMarket();
    await market.step("arrived_hub");
    market.wait(96 * HOUR_MS);
    const { id: orderId, contractMinor } = await market.order();
    const words = "We have not agreed to two days.";
    const opened = await market.run(openDispute, "lin", { orderId, code: "waiting_charge", words });
    const disputeId = done(opened).id;
    const offer = { outcome: "split", shareBps: 2_500, effect: "goes_on" };
    const said = { disputeId, words: "We take a quarter.", offer };
    done(await execute(writeEntry, { actor: actorOf("timur"), input: said }, market.on));
    const lin = actorOf("lin");
    const shown = async () =>
      (await orderDisputes(market.database.read, lin, { orderId, now: market.now() }))?.disputes[0];
    expect(await shown()).toMatchObject({ about: "waiting", inDispute: { minor: 160_000n } });
    expect(await orderPage(market.database.read, lin, { id: orderId, now: market.now() })).toMatchObject({
      openCharge: { disputeId, about: "waiting", amount: { minor: 160_000n }, isInTotal: true },
    });
    done(await execute(takeOffer, { actor: lin, input: { disputeId, seq: 1 } }, market.on));
    const page = () => orderPage(market.database.read, lin, { id: orderId, now: market.now() });
    expect(await page()).toMatchObject({
      rulings: [{ disputeId, isAgreed: true, about: "waiting", toProvider: { minor: 40_000n } }],
      sumDue: { openWaiting: { minor: 0n }, total: { minor: contractMinor + 40_000n } },
    });
    market.wait(24 * HOUR_MS);
    expect(await page()).toMatchObject({
      sumDue: { openWaiting: { minor: 80_000n }, total: { minor: contractMinor + 120_000n } },
    });
    expect(await shown()).toMatchObject({ inDispute: { minor: 160_000n } });
  });
});
