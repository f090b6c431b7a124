import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { CHAIN_GATES, chainMarket } from "@/test/chain-market";
import { actorOf, orderMarket, START, visitor } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { statementsOf } from "@/db/drivers/statement-count";
import { insertChain } from "@/db/repositories/chains";
import { bidVersions, requests } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import { type Gate, gateKey } from "@/domain/orders/chain/gate";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { cancelOrder } from "../cancel-order";
import { waiveGate } from "../chain/gates";
import { reportMilestone } from "../report-milestone";
import { listOrders } from "./orders";
import { workCount, type WorkFilter, workList } from "./work";

const GOODS_GATE = "inspection>logistics.picked_up";

type Market = Awaited<ReturnType<typeof chainMarket>>;
type Who = Parameters<typeof actorOf>[0];

const listOf = ({ database, now }: Pick<Market, "database" | "now">, who: Who, filter: Partial<WorkFilter> = {}) =>
  workList(database.read, actorOf(who), { limit: 50, now: now(), ...filter });

/** "logistics yours booked", in the list's order. */
const said = async (market: Parameters<typeof listOf>[0], who: Who, filter: Partial<WorkFilter> = {}) =>
  (await listOf(market, who, filter)).rows.map(({ service, group, next }) => `${service} ${group} ${next}`);

/** What was bid and asked for in the orders of a deal. */
async function promise({ database }: Market, orderId: string, bid: object, spec: object = {}): Promise<void> {
  await database.write(async (tx) => {
    const content = { lines: [], transitDays: { min: 2, max: 5 }, terms: {}, ...bid } as unknown as NonNullable<
      typeof bidVersions.$inferInsert.content
    >;
    await tx
      .insert(bidVersions)
      .values({ bidId: `b-${orderId}`, version: 1, submittedAt: START, receipt: "", content });
    await tx
      .update(requests)
      .set({ spec })
      .where(eq(requests.id, `r-${orderId}`))
      .returning({ id: requests.id });
  });
}

const give = (market: Market, service: "customs" | "inspection", to: string) =>
  market.database.write((tx) =>
    tx
      .update(orders)
      .set({ providerOrganisationId: to })
      .where(eq(orders.id, market.idOf(service)))
      .returning({ id: orders.id }),
  );

describe("a provider's work list", () => {
  test("has each order under way in the part of whose turn it is, with what it waits for and who can open that", async () => {
    const market = await chainMarket();
    await give(market, "customs", "elsewhere");
    await market.run("lin", waiveGate, { dealId: market.dealId, gate: GOODS_GATE, reason: "We saw them" });
    await market.reportTo("logistics", "picked_up");
    await market.reportTo("payment", "compliance_cleared");
    const list = await listOf(market, "timur");
    expect(await said(market, "timur")).toEqual([
      "inspection yours scheduled",
      "logistics waiting slot_reserved",
      "payment waiting sent",
    ]);
    const [, carrier, money] = list.rows;
    expect(carrier?.gates.map(({ key, lifter, party }) => [key, lifter, party?.id])).toEqual([
      ["customs.documents_complete>logistics.slot_reserved", "customs", "elsewhere"],
    ]);
    expect(money?.gates.map(({ lifter, party }) => [lifter, party?.id])).toEqual([["inspection", "provider"]]);
    expect(list.counts).toEqual({ yours: 1, held: 0, waiting: 2, delivered: 0, overdue: 0 });
    expect(await said(market, "stranger")).toEqual(["customs yours documents_requested"]);
  });

  test("names for each order who provides the other service of its own deal, whatever else that company or another does", async () => {
    const market = await chainMarket();
    const { read } = market.database;
    await give(market, "inspection", "elsewhere");
    await market.reportTo("logistics", "booked");
    const more = { hubId: "horgos", isBorderHub: true, at: START } as const;
    const { deal, orders: ids } = await contractDeal(market.database, {
      ...more,
      services: ["logistics", "inspection"],
    });
    const fixed = { fixedAt: START, updatedAt: START, updatedByUserId: null, isEdited: false, closed: [], version: 1 };
    await market.database.write((tx) => insertChain(tx, { dealId: deal, gates: [...CHAIN_GATES], ...fixed }));
    const booked = { orderId: ids.logistics, code: "booked", occurredAt: toIso(START) };
    expect(await market.run("timur", reportMilestone, booked)).toMatchObject({ kind: "done" });
    const { rows } = await workList(read, actorOf("timur"), { service: "logistics", limit: 9, now: market.now() });
    expect(rows.map(({ id, gates }) => [id, gates.map(({ party }) => party?.id)]).sort()).toEqual(
      [
        [market.idOf("logistics"), ["elsewhere"]],
        [ids.logistics, ["provider"]],
      ].sort(),
    );
  });

  test("moves an order as its gates open, as what it waits for fails, and as it is delivered", async () => {
    const market = await chainMarket();
    await give(market, "inspection", "elsewhere");
    await market.reportTo("customs", "documents_complete");
    for (const code of ["booked", "slot_reserved"]) expect((await market.report("logistics", code)).kind).toBe("done");
    expect(await said(market, "timur", { service: "logistics" })).toEqual(["logistics waiting picked_up"]);
    await market.run("lin", cancelOrder, { orderId: market.idOf("inspection"), reason: "x" });
    expect(await said(market, "timur", { service: "logistics" })).toEqual(["logistics held picked_up"]);
    const [held] = (await listOf(market, "timur", { service: "logistics" })).rows;
    expect(held).toMatchObject({ side: "on_hold", gates: [{ lifter: "buyer", party: { id: "buyer" } }] });
    // What failed further on holds an order that could still take its next step.
    expect(await said(market, "timur", { service: "payment" })).toEqual(["payment held kyc_submitted"]);
    const [money] = (await listOf(market, "timur", { service: "payment" })).rows;
    expect(money?.gates.map(({ key }) => key)).toEqual(["inspection>payment.sent"]);
    await market.reportTo("customs", "released");
    expect(await said(market, "timur", { service: "customs" })).toEqual(["customs delivered null"]);
    await market.accept("customs");
    expect(await said(market, "timur", { service: "customs" })).toEqual(["customs yours pack_archived"]);
    await market.reportTo("customs", "pack_archived");
    expect(await said(market, "timur", { service: "customs" })).toEqual([]);
  });

  test("says the same of whose turn it is as the list of orders does, gate by gate", async () => {
    const slot: Gate = { need: { kind: "slot" }, holds: { service: "logistics", code: "booked" } };
    const market = await chainMarket([slot, ...CHAIN_GATES]);
    await give(market, "customs", "elsewhere");
    const yours = async () => {
      const page = await listOrders(market.database.read, actorOf("timur"), { limit: 9, now: market.now() });
      const moved = page.items.filter(({ side, mover }) => mover === side || mover === "parties");
      const group = await listOf(market, "timur", { group: "yours" });
      expect(moved.map(({ service }) => service).sort()).toEqual(group.rows.map(({ service }) => service).sort());
      return moved.flatMap(({ service, turn }) => (turn.holder === "gate" ? [service] : []));
    };
    expect(await yours()).toEqual(["logistics"]);
    await market.run("lin", waiveGate, { dealId: market.dealId, gate: gateKey(slot), reason: "It has one" });
    await market.reportTo("logistics", "booked");
    expect(await yours()).toEqual([]);
  });

  test("says by when each step is due by the awarded bid and its request, what is overdue first", async () => {
    const market = await chainMarket([]);
    const pickup = { pickupFrom: toIso(later(START, DAY_MS)), pickupTo: toIso(later(START, 2 * DAY_MS)) };
    await promise(market, market.idOf("logistics"), {}, pickup);
    await promise(market, market.idOf("customs"), { terms: { hoursToFile: 8 } });
    await promise(market, market.idOf("inspection"), {}, { date: "2026-11-27" });
    await market.reportTo("customs", "documents_complete");
    market.wait(DAY_MS);
    const { rows, counts } = await listOf(market, "timur");
    expect(rows.map(({ service, due, isOverdue }) => [service, due?.field, due && due.at - START, isOverdue])).toEqual([
      ["logistics", "pickupFrom", DAY_MS, true],
      ["inspection", "date", 62 * HOUR_MS, false],
      ["customs", undefined, null, false],
      ["payment", undefined, null, false],
    ]);
    expect(rows.map(({ waitsToRun }) => waitsToRun?.what)).toEqual([undefined, undefined, "arrived_hub", undefined]);
    expect(counts.overdue).toBe(1);
  });

  test("calls nobody late behind a gate that others open", async () => {
    const market = await chainMarket();
    await give(market, "customs", "elsewhere");
    await promise(market, market.idOf("logistics"), {}, { pickupTo: toIso(later(START, HOUR_MS)) });
    await market.reportTo("logistics", "booked");
    market.wait(DAY_MS);
    const [row] = (await listOf(market, "timur", { service: "logistics" })).rows;
    expect(row).toMatchObject({ group: "waiting", due: { at: later(START, HOUR_MS) }, isOverdue: false, isPast: true });
  });
});

describe("a work list is asked for", () => {
  test.each([
    [{}, 4],
    [{ group: "yours" }, 3],
    [{ group: "held" }, 0],
    [{ group: "waiting" }, 1],
    [{ service: "customs" }, 1],
    [{ hubId: "horgos" }, 4],
    [{ hubId: "pingxiang" }, 0],
    [{ cursor: "broken" }, 4],
  ] as const)("by part, service and hub: %j", async (filter, count) => {
    const market = await chainMarket();
    await market.reportTo("logistics", "booked");
    expect((await listOf(market, "timur", filter)).rows).toHaveLength(count);
  });

  test("page by page, and shows every order once", async () => {
    const market = await chainMarket();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof workList>> = await listOf(market, "timur", { limit: 1, cursor });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([...seen].sort()).toEqual(Object.values(market.orders).sort());
  });

  test("by its provider alone: it has nothing of what its reader bought, of others' orders, and for visitors", async () => {
    const market = await chainMarket();
    for (const who of ["lin", "wei", "stranger"] as const) expect((await listOf(market, who)).rows).toEqual([]);
    const none = await workList(market.database.read, visitor, { limit: 50, now: market.now() });
    expect(none).toMatchObject({ rows: [], counts: { yours: 0 } });
  });

  test("with no more questions for more deals, as the list of all orders", async () => {
    const market = await orderMarket();
    const page = { limit: 50, now: market.now() };
    const listed = async (list: () => Promise<readonly unknown[]>) => {
      let rows: readonly unknown[] = [];
      const { reads } = await statementsOf(async () => {
        rows = await list();
      });
      return [rows.length, reads.length];
    };
    const ask = async () => [
      await listed(async () => (await workList(market.database.read, actorOf("timur"), page)).rows),
      await listed(async () => (await listOrders(market.database.read, actorOf("timur"), page)).items),
    ];
    const contract = (more: number) =>
      contractDeal(market.database, {
        hubId: "horgos",
        isBorderHub: true,
        services: ["customs", "payment"],
        at: later(START, more),
      });
    await contract(0);
    const [work, all] = await ask();
    for (let more = 1; more < 6; more++) await contract(more);
    expect(await ask()).toEqual([work, all].map((few) => [(few?.[0] ?? 0) + 10, few?.[1]]));
  });
});

test("the number beside the list is that of the orders whose turn it is, and counted anew when something has happened", async () => {
  const market = await chainMarket();
  const { on, database } = market;
  const count = () => workCount(on, actorOf("timur"));
  expect(await count()).toBe(4);
  await market.reportTo("logistics", "booked");
  expect(await count()).toBe(3);
  // What nobody has written of in a deal is not looked at before the minute is over.
  const state = { state: "cancelled", cancelledAt: instant(START) } as const;
  await database.write((tx) =>
    tx
      .update(orders)
      .set(state)
      .where(eq(orders.id, market.idOf("payment")))
      .returning({ id: orders.id }),
  );
  expect(await count()).toBe(3);
  market.wait(60_000);
  expect(await count()).toBe(2);
  expect(await workCount(on, actorOf("lin"))).toBe(0);
  expect(await workCount(on, visitor)).toBe(0);
});
