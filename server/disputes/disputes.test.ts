import { describe, expect, test } from "vitest";
import { done } from "@/test/bidding-market";
import { chainMarket } from "@/test/chain-market";
import { makeAdministrator } from "@/test/dispute-market";
import { changeRequestsOf, findDispute } from "../../db/repositories/disputes";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { hubTraffic } from "../../db/schema/hubs";
import { mails, outbox } from "../../db/schema/notices";
import { DAY_MS, toIso } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { orderPage } from "../orders/queries/orders";
import { workList } from "../orders/queries/work";
import { disputedOrder } from "./disputed-order";
import { escalatedDispute, escalatedDisputes, orderDisputes } from "./queries";
import { deadlineRound } from "../worker/timers";
import { actorOf } from "@/test/order-market";
import { contractTruck } from "@/test/slot-market";
import { acceptOrder, autoAcceptOrder, requestChanges } from "../orders/accept-order";
import { cancelOrder } from "../orders/cancel-order";
import { decideDispute, escalateDispute, openDispute, writeEntry } from "./dispute";
import { takeOffer } from "./take-offer";

type Market = Awaited<ReturnType<typeof disputeMarket>>;

/** A deal whose logistics is delivered, without gates. */
async function disputeMarket() {
  const market = await chainMarket([]);
  await market.reportTo("logistics", "delivered");
  const orderId = market.idOf("logistics");
  const administrator = await makeAdministrator(market.database);
  return {
    ...market,
    orderId,
    administrator,
    order: () => findOrder(market.database.read, orderId),
    open: async (who: "lin" | "aigul" = "lin") =>
      done(await market.run(who, openDispute, { orderId, code: "damaged", words: "Twelve cartons are wet." })).id,
    decide: (disputeId: string, more: object) =>
      execute(
        decideDispute,
        { actor: administrator, input: { disputeId, words: "The photographs show it.", ...more } },
        market.on,
      ),
  };
}

const FOR_BUYER = { outcome: "for_buyer", shareBps: 0, effect: "called_off" };
const SPLIT = { outcome: "split", shareBps: 6_000, effect: "accepted" };

const typesOf = async ({ database }: Market) =>
  (await database.read.select().from(outbox)).map(({ event }) => event.type);

describe("while an order is in dispute", () => {
  test("nothing of it goes on, is accepted or called off, also not by itself", async () => {
    const market = await disputeMarket();
    await market.open();
    expect(await market.state("logistics")).toBe("disputed");
    const refused = { kind: "refused", refusal: { code: "wrong_state", details: { state: "disputed" } } };
    expect(await market.run("lin", acceptOrder, { orderId: market.orderId })).toMatchObject(refused);
    expect(await market.run("lin", requestChanges, { orderId: market.orderId, words: "dry ones" })).toMatchObject(
      refused,
    );
    expect(await market.run("lin", cancelOrder, { orderId: market.orderId, reason: "x" })).toMatchObject(refused);
    market.wait(8 * DAY_MS);
    const tick = { actor: mintActor({ kind: "system" }), input: { orderId: market.orderId } };
    expect(await execute(autoAcceptOrder, tick, market.on)).toMatchObject(refused);
    await deadlineRound(market.on);
    expect(await market.order()).toMatchObject({ state: "delivered" });
  });

  test("no second one is opened, and none by a stranger or who may only look", async () => {
    const market = await disputeMarket();
    const input = { orderId: market.orderId, code: "late", words: "x" };
    expect(await market.run("stranger", openDispute, input)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await market.run("wei", openDispute, input)).toMatchObject({ refusal: { code: "not_permitted" } });
    await market.open();
    expect(await market.run("aigul", openDispute, input)).toMatchObject({ refusal: { code: "dispute_running" } });
  });
});

test("the order is due by what the dispute asks for next, on its page and in lists, and no step of it is late", async () => {
  const market = await disputeMarket();
  await contractTruck(market.database, market.orderId);
  const { read } = market.database;
  const shown = async () => {
    const of = { id: market.orderId, now: market.now() };
    const page = await orderPage(read, actorOf("aigul"), of);
    const { rows } = await workList(read, actorOf("aigul"), { limit: 50, now: market.now() });
    const row = rows.find(({ id }) => id === market.orderId);
    expect([row?.due, row?.isOverdue, row?.isPast]).toEqual([page?.due, false, false]);
    return [page?.dispute?.who, page?.due?.field, page?.due && page.due.at - market.now()];
  };
  expect((await shown()).slice(0, 2)).toEqual([undefined, "auto_accept"]);
  const disputeId = await market.open();
  expect(await shown()).toEqual(["provider", "answer", 7 * DAY_MS]);
  done(await market.run("aigul", writeEntry, { disputeId, words: "They were dry." }));
  expect(await shown()).toEqual(["parties", "talk", 7 * DAY_MS]);
  market.wait(3 * DAY_MS);
  done(await market.run("lin", escalateDispute, { disputeId }));
  expect(await shown()).toEqual(["parties", "evidence", 3 * DAY_MS]);
  market.wait(3 * DAY_MS);
  expect(await shown()).toEqual(["market", "decide", 5 * DAY_MS]);
  done(await market.decide(disputeId, { outcome: "for_provider", shareBps: 10_000, effect: "goes_on" }));
  expect((await shown()).slice(0, 2)).toEqual([undefined, "auto_accept"]);
});

test("the parties end it by an offer that the other takes, also after more words, and nobody by its own or an old one", async () => {
  const market = await disputeMarket();
  const disputeId = await market.open();
  const offer = async (shareBps: number) =>
    done(
      await market.run("aigul", writeEntry, {
        disputeId,
        words: "Half of it was wet at pick-up.",
        offer: { ...SPLIT, shareBps },
      }),
    );
  await offer(9_000);
  await offer(6_000);
  done(await market.run("aigul", writeEntry, { disputeId, words: "Our driver saw it too." }));
  done(await market.run("lin", writeEntry, { disputeId, words: "Half.", offer: { ...SPLIT, shareBps: 5_000 } }));
  const page = await orderDisputes(market.database.read, actorOf("lin"), {
    orderId: market.orderId,
    now: market.now(),
  });
  expect(page?.disputes[0]?.entries.map(({ by, isStanding }) => [by, isStanding])).toEqual([
    ["provider", false],
    ["provider", true],
    ["provider", false],
    ["buyer", true],
  ]);
  const take = (who: "lin" | "aigul" | "stranger", seq: number) => market.run(who, takeOffer, { disputeId, seq });
  expect(await take("aigul", 2)).toMatchObject({ refusal: { code: "own_offer" } });
  expect(await take("lin", 1)).toMatchObject({ refusal: { code: "no_offer" } });
  expect(await take("lin", 3)).toMatchObject({ refusal: { code: "no_offer" } });
  expect(await take("stranger", 2)).toMatchObject({ refusal: { code: "not_found" } });
  expect(await take("lin", 2)).toMatchObject({ kind: "done" });
  expect(await market.order()).toMatchObject({ state: "accepted", disputedSince: null });
  expect(await findDispute(market.database.read, disputeId)).toMatchObject({
    state: "executed",
    ending: { shareBps: 6_000 },
    decidedByUserId: null,
  });
  expect(await take("lin", 2)).toMatchObject({ kind: "refused" });
});

test("fifty takers of one offer end it once", async () => {
  const market = await disputeMarket();
  const disputeId = await market.open();
  done(await market.run("aigul", writeEntry, { disputeId, words: "So be it.", offer: SPLIT }));
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => market.run("lin", takeOffer, { disputeId, seq: 1 })),
  );
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  expect((await typesOf(market)).filter((type) => type === "dispute.ended" || type === "order.accepted")).toEqual([
    "order.accepted",
    "dispute.ended",
  ]);
  // Nobody is told that the buyer has accepted it.
  const events = (await market.database.read.select().from(outbox)).map(({ event }) => event);
  expect(events.filter(({ type }) => type === "order.accepted")).toMatchObject([{ isByRuling: true }]);
});

describe("before the market", () => {
  test("it comes by a party from the fourth day, by the clock on the seventh", async () => {
    const market = await disputeMarket();
    const disputeId = await market.open();
    const escalate = () => market.run("aigul", escalateDispute, { disputeId });
    expect(await escalate()).toMatchObject({ refusal: { code: "talk_first" } });
    market.wait(3 * DAY_MS);
    expect(await escalate()).toMatchObject({ kind: "done" });

    const other = await disputeMarket();
    const left = await other.open();
    other.wait(7 * DAY_MS - 1);
    await deadlineRound(other.on);
    expect((await findDispute(other.database.read, left))?.state).toBe("opened");
    other.wait(1);
    await deadlineRound(other.on);
    expect(await findDispute(other.database.read, left)).toMatchObject({
      state: "evidence",
      escalatedByUserId: null,
      evidenceEndsAt: other.now() + 3 * DAY_MS,
      decideBy: other.now() + 8 * DAY_MS,
    });
  });

  test("administrators see nothing of it before, decide nothing before the time for evidence is over, and an order that they call off counts no more at its hub", async () => {
    const market = await disputeMarket();
    await contractTruck(market.database, market.orderId);
    const disputeId = await market.open();
    const { read } = market.database;
    expect(await escalatedDispute(read, market.administrator, { id: disputeId, now: market.now() })).toBeNull();
    const seen = (as: Parameters<typeof disputedOrder>[1]) =>
      disputedOrder(read, as, { id: disputeId, now: market.now() });
    expect(await seen(market.administrator)).toBeNull();
    expect(await escalatedDisputes(read, market.administrator, market.now())).toEqual([]);
    expect(await market.decide(disputeId, FOR_BUYER)).toMatchObject({ refusal: { code: "not_found" } });
    market.wait(3 * DAY_MS);
    done(await market.run("lin", escalateDispute, { disputeId }));
    const opened = await escalatedDispute(read, market.administrator, { id: disputeId, now: market.now() });
    expect(opened?.words).toBe("Twelve cartons are wet.");
    // The order is read by whoever decides, and by the parties on their own page alone.
    const order = await seen(market.administrator);
    expect(order?.steps.filter(({ occurredAt }) => occurredAt !== null).length).toBeGreaterThan(0);
    expect([order?.service, await seen(actorOf("lin"))]).toEqual(["logistics", null]);
    expect(await market.decide(disputeId, FOR_BUYER)).toMatchObject({ refusal: { code: "evidence_open" } });
    market.wait(3 * DAY_MS);
    expect(await market.decide(disputeId, { ...FOR_BUYER, shareBps: 1 })).toMatchObject({
      refusal: { code: "share_not_of_outcome" },
    });
    for (const who of ["lin", "aigul"] as const)
      expect(await market.run(who, decideDispute, { disputeId, words: "x", ...FOR_BUYER })).toMatchObject({
        refusal: { code: "not_permitted" },
      });
    expect(await market.decide(disputeId, FOR_BUYER)).toMatchObject({ kind: "done" });
    expect(await market.order()).toMatchObject({
      ...{ state: "cancelled", cancelReason: "The photographs show it.", cancelledAt: market.now() },
      ...{ autoAcceptAt: null, disputedSince: null },
    });
    const traffic = await read.select().from(hubTraffic);
    expect(
      Object.fromEntries(traffic.map(({ service, count, weightGrams }) => [service, [count, weightGrams]])),
    ).toEqual({
      ...{ logistics: [0, 0], payment: [1, 1_000], customs: [1, 1_000], inspection: [1, 1_000] },
      deal: [1, 1_000],
    });
  });

  test("a decision may send the delivery back, and it is delivered again", async () => {
    const market = await disputeMarket();
    const disputeId = await market.open("aigul");
    market.wait(3 * DAY_MS);
    done(await market.run("aigul", escalateDispute, { disputeId }));
    market.wait(3 * DAY_MS);
    done(await market.decide(disputeId, { outcome: "split", shareBps: 5_000, effect: "done_again" }));
    expect(await market.order()).toMatchObject({ state: "changes_requested", deliveredAt: null });
    expect(await market.report("logistics", "delivered")).toMatchObject({ kind: "done" });
    expect(await market.order()).toMatchObject({ state: "delivered", deliveredAt: market.now() });
  });

  test("it is closed once its order has come to its end", async () => {
    const market = await disputeMarket();
    const disputeId = await market.open();
    done(await market.run("aigul", writeEntry, { disputeId, words: "So be it.", offer: SPLIT }));
    done(await market.run("lin", takeOffer, { disputeId, seq: 1 }));
    await deadlineRound(market.on);
    expect((await findDispute(market.database.read, disputeId))?.state).toBe("executed");
    expect(await market.report("logistics", "documents_closed")).toMatchObject({ kind: "done" });
    await deadlineRound(market.on);
    expect(await findDispute(market.database.read, disputeId)).toMatchObject({
      state: "closed",
      closedAt: market.now(),
    });
  });
});

test("what is said is read by both parties and by nobody else", async () => {
  const market = await disputeMarket();
  const disputeId = await market.open();
  done(await market.run("aigul", writeEntry, { disputeId, words: "They were wet when we came." }));
  const seenBy = (who: Parameters<typeof actorOf>[0]) =>
    orderDisputes(market.database.read, actorOf(who), { orderId: market.orderId, now: market.now() });
  for (const who of ["lin", "wei", "timur"] as const)
    expect((await seenBy(who))?.disputes[0]?.entries[0]?.words).toBe("They were wet when we came.");
  expect(await seenBy("stranger")).toBeNull();
  expect((await seenBy("wei"))?.mayWrite).toBe(false);
  expect(await market.run("lin", writeEntry, { disputeId, words: "x", fileIds: ["nofile"] })).toMatchObject({
    refusal: { code: "file_unknown" },
  });
  expect(await market.database.read.select().from(mails)).toEqual([]);
});

describe("a delivery that the buyer does not take", () => {
  const ask = (market: Market, who: "lin" | "aigul" | "wei" = "lin") =>
    market.run(who, requestChanges, { orderId: market.orderId, words: "Two cartons are missing." });

  test("is delivered again, counts as accepted by itself only from then on, and stays on record", async () => {
    const market = await disputeMarket();
    const first = (await market.order())?.deliveredAt;
    expect(await ask(market)).toMatchObject({ kind: "done", value: { state: "changes_requested" } });
    expect(await market.order()).toMatchObject({ deliveredAt: null, autoAcceptAt: null });
    expect(await changeRequestsOf(market.database.read, market.orderId)).toMatchObject([
      { round: 1, deliveredAt: first, words: "Two cartons are missing.", requestedByUserId: "lin" },
    ]);
    market.wait(2 * DAY_MS);
    expect(await market.report("logistics", "delivered", { occurredAt: toIso(market.now()) })).toMatchObject({
      kind: "done",
    });
    expect(await market.order()).toMatchObject({ state: "delivered", autoAcceptAt: market.now() + 7 * DAY_MS });
    const milestones = await findMilestones(market.database.read, { id: market.orderId, service: "logistics" });
    expect(milestones.find(({ isDelivery }) => isDelivery)?.occurredAt).toBe(market.now());
  });

  test("is sent back three times and not a fourth", async () => {
    const market = await disputeMarket();
    for (let round = 0; round < 3; round++) {
      expect(await ask(market)).toMatchObject({ kind: "done" });
      expect(await market.report("logistics", "delivered")).toMatchObject({ kind: "done" });
    }
    expect(await ask(market)).toMatchObject({ refusal: { code: "too_many_rounds" } });
  });

  test("is sent back by its buyer alone, and only once it is delivered", async () => {
    const market = await disputeMarket();
    expect(await ask(market, "aigul")).toMatchObject({ refusal: { code: "not_permitted" } });
    expect(await ask(market, "wei")).toMatchObject({ refusal: { code: "not_permitted" } });
    done(await market.run("lin", acceptOrder, { orderId: market.orderId }));
    expect(await ask(market)).toMatchObject({ refusal: { code: "wrong_state" } });
  });
});
