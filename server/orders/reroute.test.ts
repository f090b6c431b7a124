import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeAdministrator } from "@/test/dispute-market";
import { actorOf } from "@/test/order-market";
import { rerouteMarket } from "@/test/reroute-market";
import { contractTruck } from "@/test/slot-market";
import { dealHeads } from "@/db/repositories/live-heads";
import { findDeal } from "@/db/repositories/deals";
import { ordersOfDeals } from "@/db/repositories/orders";
import { reroutesOf } from "@/db/repositories/chains";
import { slotsOfOrder } from "@/db/repositories/slots";
import { hubTraffic } from "@/db/schema/hubs";
import { orders } from "@/db/schema/orders";
import { requests } from "@/db/schema/requests";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { watchDeal } from "../live/watch";
import { execute } from "../platform/execute";
import { announceClosure } from "../hubs/hub-state";
import { orderPage } from "./queries/orders";
import { workList } from "./queries/work";
import { askReroute, endReroute } from "./reroute";
import { mintActor } from "../platform/identity/mint-actor";
import { openDispute } from "../disputes/dispute";
import { cancelOrder } from "./cancel-order";

const DONE = { kind: "done" };
const refused = (code: string) => ({ kind: "refused", refusal: { code } });

type Market = Awaited<ReturnType<typeof rerouteMarket>>;

const hubsOf = async ({ database, dealId }: Market) => {
  const deal = await findDeal(database.read, dealId);
  const orders = await ordersOfDeals(database.read, [dealId]);
  return { deal: deal?.hubId, orders: orders.filter(({ state }) => state !== "cancelled").map(({ hubId }) => hubId) };
};

/** What the summary counts at a hub, by what is counted. */
const counted = async ({ database }: Market, hubId: string) => {
  const rows = await database.read
    .select({ service: hubTraffic.service, count: sql<number>`sum(${hubTraffic.count})` })
    .from(hubTraffic)
    .where(eq(hubTraffic.hubId, hubId))
    .groupBy(hubTraffic.service);
  return Object.fromEntries(
    rows.flatMap(({ service, count }) => (Number(count) === 0 ? [] : [[service, Number(count)]])),
  );
};

test("a truck is shown other roads beside what is sooner by other modes, each hub and mode once", async () => {
  const market = await rerouteMarket();
  const others = (await market.view())?.otherWays ?? [];
  const ways = others.map(({ hub, mode }) => `${hub.id} ${mode}`);
  expect(new Set(ways).size).toBe(ways.length);
  const modes = Object.groupBy(others, ({ mode }) => mode);
  expect(modes.road?.map(({ hub }) => hub.id)).toEqual(["alashankou", "torugart"]);
  expect([modes.air?.length, modes.rail?.length]).toEqual([1, 1]);
  expect(others.map(({ arrives }) => arrives.from)).toEqual(
    others.map(({ arrives }) => arrives.from).sort((a, b) => a - b),
  );
});

describe("another way that waits for an answer", () => {
  test("compares as it does among the ways below, whatever has come of the goods since it was asked for", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    await market.ask(hub);
    const compared = async () => {
      const view = await market.view();
      const way = view?.otherWays.find((one) => one.hub.id === hub);
      return { asked: view?.reroutes[0], way };
    };
    const before = await compared();
    expect(before.asked?.laterHours).toBe(before.way?.laterHours);
    await market.reportTo("customs", "documents_complete");
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.reportTo("logistics", "arrived_hub");
    const { asked, way } = await compared();
    expect(asked).toMatchObject({ laterHours: way?.laterHours, furtherKm: way?.furtherKm });
    expect(asked?.laterHours).not.toBe(before.asked?.laterHours);
  });
});

describe("another way that is agreed", () => {
  test("takes the deal and its orders to the other hub, in what they say and in what is counted", async () => {
    const market = await rerouteMarket();
    await market.run("lin", cancelOrder, { orderId: market.idOf("inspection"), reason: "not needed" });
    const before = await counted(market, "horgos");
    expect(before).toEqual({ logistics: 1, payment: 1, customs: 1, deal: 1 });
    const hub = await market.otherHub();
    expect(await market.ask(hub)).toMatchObject({ kind: "done", value: { number: 1 } });
    expect(await hubsOf(market)).toEqual({ deal: "horgos", orders: ["horgos", "horgos", "horgos"] });
    expect(await market.end("agree")).toMatchObject({ kind: "done", value: { state: "agreed" } });
    expect(await hubsOf(market)).toEqual({ deal: hub, orders: [hub, hub, hub] });
    expect(await counted(market, "horgos")).toEqual({});
    expect(await counted(market, hub)).toEqual(before);
  });

  test("is the way that every page plans by from then on", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    const offered = (await market.view())?.otherWays.find((way) => way.hub.id === hub);
    await market.ask(hub);
    const asked = async (who?: "timur" | "wei") => (await market.view(who))?.reroutes[0];
    expect(await asked()).toMatchObject({ state: "asked", mayWithdraw: true, isViewersTurn: false });
    expect(await asked("timur")).toMatchObject({ state: "asked", mayWithdraw: false, isViewersTurn: true });
    expect(await asked("wei")).toMatchObject({
      reason: "the road is closed",
      mayWithdraw: false,
      isViewersTurn: false,
    });
    expect(await market.view()).toMatchObject({ mayReroute: false });
    await market.end("agree");
    const view = await market.view();
    expect(view?.deal.hub.id).toBe(hub);
    expect(view?.eta?.arrives).toEqual(offered?.arrives);
    expect(view?.reroutes).toMatchObject([{ laterHours: offered?.laterHours, furtherKm: offered?.furtherKm }]);
    expect(view?.otherWays.map((way) => way.hub.id)).toContain("horgos");
  });

  test("of goods that had come to the old hub goes on from there, and their coming is told anew", async () => {
    const market = await rerouteMarket();
    await market.reportTo("customs", "documents_complete");
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.reportTo("logistics", "arrived_hub");
    const hub = await market.otherHub();
    await market.ask(hub);
    expect(await market.end("agree")).toMatchObject(DONE);
    const deal = await findDeal(market.database.read, market.dealId);
    expect(deal?.way.legs[0]).toEqual(market.way.legs[0]);
    expect(deal?.way.distanceKm).toBe(deal?.way.legs.reduce((all, { km }) => all + km, 0));
    expect(await market.told("logistics")).not.toContain("arrived_hub");
    expect(await reroutesOf(market.database.read, market.dealId)).toMatchObject([{ leftArrivalAt: market.now() }]);
    market.wait(DAY_MS);
    expect(await market.report("logistics", "arrived_hub")).toMatchObject(DONE);
    expect(await market.report("logistics", "export_released")).toMatchObject(DONE);
  });

  test("is heard of by whoever asked; the other side has answered itself", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    await market.database.write((tx) =>
      tx
        .update(orders)
        .set({ providerOrganisationId: "elsewhere" })
        .where(eq(orders.id, market.idOf("customs"))),
    );
    for (const service of ["inspection", "payment"] as const)
      await market.run("lin", cancelOrder, { orderId: market.idOf(service), reason: "not needed" });
    await market.ask(hub, "timur");
    await market.end("decline", "lin", { words: "too far" });
    await market.ask(hub, "timur");
    await market.end("agree", "lin", { number: 2 });
    const told = (await market.events()).filter(({ type }) => type.startsWith("chain.reroute"));
    // The broker hears of the new hub; whose order was called off does not, nor the carrier as one of the others.
    expect(told).toMatchObject([
      { type: "chain.reroute_asked", number: 1, by: "provider", reason: "the road is closed", hubId: hub },
      { type: "chain.reroute_ended", number: 1, outcome: "declined", otherOrganisationIds: [] },
      { type: "chain.reroute_asked", number: 2, by: "provider" },
      { type: "chain.reroute_ended", number: 2, outcome: "agreed", otherOrganisationIds: ["elsewhere"] },
    ]);
  });

  test("is told to whoever watches the deal, also where the old hub's board had gone further than the new one's", async () => {
    const market = await rerouteMarket();
    const administrator = await makeAdministrator(market.database);
    for (const days of [1, 2, 3]) {
      const span = {
        from: toIso(later(market.now(), days * DAY_MS)),
        to: toIso(later(market.now(), (days + 1) * DAY_MS)),
      };
      const closure = { hubId: "horgos", mode: "road", ...span, reason: "Strong wind", source: "Port authority" };
      expect(await execute(announceClosure, { actor: administrator, input: closure }, market.on)).toMatchObject(DONE);
    }
    const head = async () => (await dealHeads(market.database.read, [market.dealId])).get(market.dealId) ?? 0;
    await market.ask(await market.otherHub());
    const before = await head();
    await market.end("agree");
    expect(await head()).toBe(before + 1);
    const gone = new AbortController();
    const opened = await watchDeal(
      {
        dealId: market.dealId,
        actor: actorOf("lin"),
        after: String(before),
        caller: { kind: "session", id: "reroute" },
        isStanding: async () => true,
        signal: gone.signal,
      },
      market.on,
    );
    if (typeof opened === "string") throw new Error(opened);
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of opened.stream) {
      text += decoder.decode(part);
      if (text.includes("event: head")) break;
    }
    gone.abort();
    expect(text).toContain(`"seq":${before + 1},`);
  });
});

describe("an answer", () => {
  test("is taken once, however many there are at once", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    await market.ask(hub);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => market.end(at % 2 ? "agree" : "decline", "timur", { words: "so be it" })),
    );
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const [reroute] = await reroutesOf(market.database.read, market.dealId);
    expect((await hubsOf(market)).deal).toBe(reroute?.state === "agreed" ? hub : "horgos");
  });

  test("that is a yes gives up the slot at the old crossing, whoever booked it, and a no does not", async () => {
    const market = await rerouteMarket();
    await market.reportTo("customs", "documents_complete");
    await market.reportTo("logistics", "booked");
    expect(await market.bookSlot()).toMatchObject(DONE);
    const slots = () => slotsOfOrder(market.database.read, market.idOf("logistics"));
    await market.ask(await market.otherHub(), "timur");
    expect(await market.end("decline", "lin", { words: "no" })).toMatchObject(DONE);
    expect(await slots()).toMatchObject([{ state: "requested" }]);
    await market.ask(await market.otherHub(), "timur");
    expect(await market.end("agree", "lin", { number: 2 })).toMatchObject(DONE);
    const [reroute] = (await reroutesOf(market.database.read, market.dealId)).slice(-1);
    expect(await slots()).toMatchObject([
      { state: "cancelled", endedAt: market.now(), endWords: reroute?.reason, dueAt: null },
    ]);
    expect((await market.events()).filter(({ type }) => type === "slot.cancelled")).toMatchObject([{ by: "buyer" }]);
  });
});

describe("the question", () => {
  test("is the turn of whoever is asked, in the list of orders and of work, until it is answered", async () => {
    const market = await rerouteMarket();
    const { read } = market.database;
    const at = { limit: 50, now: market.now() };
    const work = async () =>
      (await workList(read, actorOf("timur"), at)).rows.find(({ service }) => service === "logistics");
    const turn = async () =>
      (await orderPage(read, actorOf("lin"), { id: market.idOf("logistics"), now: at.now }))?.turn;
    const hub = await market.otherHub();
    await market.ask(hub);
    expect(await work()).toMatchObject({ group: "yours", task: { code: "reroute.answer", side: "provider" } });
    expect(await turn()).toMatchObject({ holder: "task", task: { code: "reroute.answer", side: "provider" } });
    await market.end("decline", "timur", { words: "no truck there" });
    expect(await work()).toMatchObject({ task: null });
    await market.ask(hub, "timur");
    expect(await turn()).toMatchObject({ holder: "task", task: { side: "buyer" } });
    expect(await work()).toMatchObject({ group: "waiting", task: { side: "buyer" } });
  });

  test("is one at a time, and may be asked again after a no or a second thought", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    await market.ask(hub);
    expect(await market.ask(hub, "timur")).toMatchObject(refused("reroute_running"));
    expect(await market.end("decline")).toMatchObject(refused("reason_required"));
    expect(await market.end("decline", "timur", { words: "no truck there" })).toMatchObject(DONE);
    expect(await market.end("agree")).toMatchObject(refused("wrong_state"));
    expect(await market.ask(hub)).toMatchObject({ kind: "done", value: { number: 2 } });
    expect(await market.end("withdraw", "lin", { number: 2 })).toMatchObject(DONE);
    expect(await market.ask(hub)).toMatchObject({ kind: "done", value: { number: 3 } });
    expect((await hubsOf(market)).deal).toBe("horgos");
  });

  test("is answered by the other side, and taken back by none but its own", async () => {
    const market = await rerouteMarket();
    await market.ask(await market.otherHub());
    expect(await market.end("agree", "lin")).toMatchObject(refused("not_permitted"));
    expect(await market.end("withdraw", "timur")).toMatchObject(refused("not_permitted"));
    expect(await market.end("agree", "wei")).toMatchObject(refused("not_permitted"));
    expect(await market.end("agree", "stranger")).toMatchObject(refused("not_found"));
    expect(await market.end("agree", "timur", { number: 2 })).toMatchObject(refused("not_found"));
    expect(await market.ask("x", "stranger")).toMatchObject(refused("not_found"));
    expect(await market.ask("x", "wei")).toMatchObject(refused("not_permitted"));
  });

  test.each([
    ["horgos", "reroute_same_hub"],
    ["nowhere", "reroute_no_way"],
    ["qingdao", "reroute_no_way"],
  ])("for %s is refused: %s", async (hubId, code) => {
    const market = await rerouteMarket();
    expect(await market.ask(hubId)).toMatchObject(refused(code));
    expect(await reroutesOf(market.database.read, market.dealId)).toEqual([]);
  });

  test("comes too late once the goods have crossed, and for an order that is over or in dispute", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    await market.ask(hub);
    await market.reportTo("customs", "export_released");
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.reportTo("logistics", "crossed_border");
    expect(await market.end("agree")).toMatchObject(refused("reroute_crossed"));
    expect(await market.view("timur")).toMatchObject({
      mayReroute: false,
      reroutes: [{ state: "overtaken", isViewersTurn: false }],
    });
    const page = await orderPage(market.database.read, actorOf("timur"), {
      id: market.idOf("logistics"),
      now: market.now(),
    });
    expect(page?.turn).toMatchObject({ holder: expect.not.stringMatching("task") });

    const disputed = await rerouteMarket();
    await disputed.reportTo("logistics", "booked");
    const orderId = disputed.idOf("logistics");
    await disputed.run("lin", openDispute, { orderId, code: "other", words: "no" });
    expect(await disputed.ask(hub)).toMatchObject(refused("wrong_state"));

    const over = await rerouteMarket();
    await over.run("lin", cancelOrder, { orderId: over.idOf("logistics"), reason: "plans changed" });
    expect(await over.ask(hub)).toMatchObject(refused("reroute_no_carriage"));
  });

  test("waits while somebody still bids on what names the hub", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    const bids = eq(requests.id, `r-${market.idOf("customs")}`);
    await market.database.write((tx) => tx.update(requests).set({ state: "open" }).where(bids));
    expect(await market.ask(hub)).toMatchObject(refused("reroute_bids_out"));
  });
});

describe("what is paid for it", () => {
  test("binds the buyer by its leaders alone, and what was said is between buyer and carrier", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    const extra = { minor: 120_000, currency: "CNY" };
    const trader = mintActor({ kind: "user", userId: "lin", organisationId: "buyer", role: "operations" });
    const ask = (more: object) =>
      execute(
        askReroute,
        { actor: trader, input: { dealId: market.dealId, hubId: hub, reason: "r", ...more } },
        market.on,
      );
    expect(await ask({ extra })).toMatchObject(refused("not_permitted"));
    expect(await ask({})).toMatchObject(DONE);
    expect(await market.end("decline", "timur", { words: "for 1,200 more" })).toMatchObject(DONE);
    expect(await market.ask(hub, "timur", { extra })).toMatchObject(DONE);
    const agree = { dealId: market.dealId, number: 2, event: "agree" };
    expect(await execute(endReroute, { actor: trader, input: agree }, market.on)).toMatchObject(
      refused("not_permitted"),
    );
    await market.database.write((tx) =>
      tx
        .update(orders)
        .set({ providerOrganisationId: "elsewhere" })
        .where(eq(orders.id, market.idOf("customs"))),
    );
    const broker = await market.view("stranger");
    expect(broker).toMatchObject({ carriageCurrency: null, mayReroute: false });
    expect(broker?.reroutes).toMatchObject([
      { number: 2, reason: "", extra: null, isViewersTurn: false, mayWithdraw: false },
      { number: 1, reason: "", answer: null },
    ]);
    expect(await market.end("agree", "lin", { number: 2 })).toMatchObject(DONE);
  });

  test("is in the currency of the contract", async () => {
    const market = await rerouteMarket();
    const hub = await market.otherHub();
    expect(await market.ask(hub, "lin", { extra: { minor: 100, currency: "USD" } })).toMatchObject(
      refused("reroute_currency"),
    );
    expect(await market.ask(hub, "lin", { extra: { minor: -1, currency: "CNY" } })).toMatchObject(
      refused("amount_malformed"),
    );
    await market.ask(hub, "lin", { extra: { minor: 120_000, currency: "CNY" } });
    expect((await market.view("timur"))?.reroutes[0]?.extra).toEqual({ minor: 120_000n, currency: "CNY" });
    const of = { id: market.idOf("logistics"), now: market.now() };
    const extras = async () => (await orderPage(market.database.read, actorOf("lin"), of))?.agreedExtras;
    expect(await extras()).toEqual([]);
    await market.end("agree");
    expect(await extras()).toMatchObject([{ to: { id: hub }, amount: { minor: 120_000n, currency: "CNY" } }]);
    await contractTruck(market.database, market.idOf("payment"));
    const beside = { id: market.idOf("payment"), now: market.now() };
    expect((await orderPage(market.database.read, actorOf("lin"), beside))?.agreedExtras).toEqual([]);
  });
});
