import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { actorOf, orderMarket, START } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { hasActiveListing } from "../../db/repositories/listings";
import { organisations } from "../../db/schema/accounts";
import { bids, bidVersions, requests } from "../../db/schema/requests";
import { listingHubs } from "../../db/schema/catalogue";
import { orderMilestones, orders } from "../../db/schema/orders";
import { DELIVERED_WITH } from "../../domain/catalogue/track-record";
import type { Service } from "../../domain/shared/vocabulary";
import { DAY_MS } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { ownListings, providerPage, searchProviders } from "./queries";
import { changeOrganisation } from "../accounts/organisation";
import { pauseListing, saveListing } from "./listings";

type Market = Awaited<ReturnType<typeof orderMarket>>;
type Who = Parameters<typeof actorOf>[0];

const LISTING = {
  service: "logistics",
  summary: "霍尔果斯换装，整列班列",
  hubIds: ["horgos"],
  corridors: ["CN-KZ"],
  languages: ["zh-CN", "en"],
  licences: [{ name: "道路运输经营许可证", number: "1", validUntil: "2027-06-30" }],
} as const;

const VIET_NAM = { service: "customs", hubIds: ["pingxiang"], corridors: ["CN-VN"] };
const save = (who: Who, { on }: Market, more: object = {}) =>
  execute(saveListing, { actor: actorOf(who), input: { ...LISTING, ...more } }, on);
const pause = (who: Who, { on }: Market, isActive: boolean) =>
  execute(pauseListing, { actor: actorOf(who), input: { service: "logistics", isActive } }, on);
const search = async ({ database }: Market, question: object) =>
  (await searchProviders(database.read, { limit: 20, ...question })).items.map((provider) => provider.id);

test("a listing is one a service: written again it is changed, with its hubs", async () => {
  const market = await orderMarket();
  const first = await save("aigul", market, { hubIds: ["horgos", "alashankou", "horgos"] });
  const second = await save("aigul", market, { hubIds: ["pingxiang"], corridors: ["CN-VN"] });
  expect(first).toMatchObject({ kind: "done" });
  expect(second).toEqual(first);
  const hubs = await market.database.read.select({ hubId: listingHubs.hubId }).from(listingHubs);
  expect(hubs).toEqual([{ hubId: "pingxiang" }]);
});

test("a provider that is named anew is found by its new name and city, and no longer by the old ones", async () => {
  const market = await orderMarket();
  await save("aigul", market);
  await save("aigul", market, { service: "customs" });
  const facts = {
    nameOwn: "Тулпар",
    nameLatin: "Tulpar Rail",
    country: "CN",
    city: "Shymkent",
    registrationNumber: "91330782MY52572988",
    description: "",
  };
  expect(await search(market, { q: "provider" })).toEqual(["provider"]);
  expect(await execute(changeOrganisation, { actor: actorOf("aigul"), input: facts }, market.on)).toMatchObject({
    kind: "done",
  });
  for (const service of ["logistics", "customs"])
    expect(await search(market, { q: "tulpar shymkent", service }), service).toEqual(["provider"]);
  expect(await search(market, { q: "换装", service: "logistics" })).toEqual(["provider"]);
  expect(await search(market, { q: "provider" })).toEqual([]);
});

test("only who leads a provider changes its listings; a hub that is none is refused", async () => {
  const market = await orderMarket();
  expect(await save("timur", market)).toMatchObject({ kind: "refused", refusal: { code: "not_permitted" } });
  expect(await save("aigul", market, { hubIds: ["atlantis"] })).toMatchObject({
    kind: "refused",
    refusal: { code: "hub_unknown" },
  });
  expect(await save("aigul", market, { corridors: ["KZ"] })).toMatchObject({ kind: "malformed" });
  expect(await pause("aigul", market, false)).toMatchObject({ kind: "refused", refusal: { code: "not_found" } });
});

test("a paused listing leaves the directory and lets nobody bid, and comes back as it was", async () => {
  const market = await orderMarket();
  const { read } = market.database;
  await save("aigul", market);
  expect(await hasActiveListing(read, "provider", "logistics")).toBe(true);
  await pause("aigul", market, false);
  expect(await hasActiveListing(read, "provider", "logistics")).toBe(false);
  expect(await search(market, {})).toEqual([]);
  expect(await providerPage(read, "provider", START)).toBeNull();
  await pause("aigul", market, true);
  expect((await providerPage(read, "provider", START))?.listings[0]).toMatchObject({ ...LISTING, isActive: true });
  expect(await hasActiveListing(read, "provider", "customs")).toBe(false);
});

test.each([
  [{}, true],
  [{ q: "霍尔果斯" }, true],
  [{ q: "班列" }, true],
  [{ q: "换" }, true],
  [{ q: "班车" }, false],
  [{ q: "Horg" }, true],
  [{ q: "PROVIDER" }, true],
  [{ q: "gos" }, false],
  [{ q: "orgos" }, true],
  [{ q: "Хоргосе" }, true],
  [{ q: "%" }, true],
  [{ q: "provider 霍尔" }, true],
  [{ q: "provider nowhere" }, false],
  [{ service: "logistics" }, true],
  [{ service: "customs" }, false],
  [{ hubId: "horgos" }, true],
  [{ hubId: "pingxiang" }, false],
  [{ corridor: "CN-KZ" }, true],
  [{ corridor: "KZ-CN" }, false],
  [{ language: "en" }, true],
  [{ language: "ru" }, false],
])("the directory answers %j", async (question, isFound) => {
  const market = await orderMarket();
  await save("aigul", market);
  expect(await search(market, question)).toEqual(isFound ? ["provider"] : []);
});

test("page by page the directory shows everyone once, in the order of names", async () => {
  const market = await orderMarket();
  await save("aigul", market);
  await save("lin", market);
  await save("stranger", market);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof searchProviders>> = await searchProviders(market.database.read, {
      limit: 1,
      cursor,
    });
    seen.push(...page.items.map((provider) => provider.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(["buyer", "elsewhere", "provider"]);
  expect(await search(market, { cursor: "not a cursor" })).toHaveLength(3);
});

test("a suspended provider is not in the directory and has no page", async () => {
  const market = await orderMarket();
  await save("aigul", market);
  await market.database.write((tx) =>
    tx.update(organisations).set({ suspendedAt: START }).where(eq(organisations.id, "provider")).returning(),
  );
  expect(await search(market, {})).toEqual([]);
  expect(await providerPage(market.database.read, "provider", START)).toBeNull();
});

/** A step of an order of the deal happened at a time. */
const happened = ({ database, orders: own }: Market, service: Service, step: { code: string; at: number }) =>
  database.write((tx) =>
    tx
      .update(orderMilestones)
      .set({ occurredAt: step.at })
      .where(and(eq(orderMilestones.orderId, own[service] ?? ""), eq(orderMilestones.code, step.code)))
      .returning({ code: orderMilestones.code }),
  );

/** Marks the delivery of an order as one that came after it was due, or as one in time. */
const markLate = ({ database, orders: own }: Market, service: Service, isLate = true) =>
  database.write((tx) =>
    tx
      .update(orderMilestones)
      .set({ evidence: isLate ? { late: { dueAt: START, reason: "own_fault", words: null } } : null })
      .where(and(eq(orderMilestones.orderId, own[service] ?? ""), inArray(orderMilestones.code, [...DELIVERED_WITH]))),
  );

test("figures are counted from the provider's own orders, and nothing on the page says how to reach it", async () => {
  const market = await orderMarket({ services: ["logistics", "customs"] });
  await save("aigul", market);
  const content = { transitDays: { min: 2, max: 5 } } as typeof bidVersions.$inferInsert.content;
  await market.database.write(async (tx) => {
    for (const [service, days] of [
      ["logistics", 5],
      ["customs", 6],
    ] as const) {
      const id = market.orders[service] ?? "";
      await tx.insert(bidVersions).values({ bidId: `b-${id}`, version: 1, submittedAt: START, receipt: "", content });
      await tx
        .update(orders)
        .set({ state: "completed", deliveredAt: START + days * DAY_MS })
        .where(eq(orders.id, id));
    }
  });
  await happened(market, "logistics", { code: "arrived_hub", at: START });
  await markLate(market, "customs");
  const page = await providerPage(market.database.read, "provider", START);
  expect(page?.completedOrders).toEqual({ logistics: 1, customs: 1 });
  expect(page?.onTime).toEqual({ onTimeCount: 1, deliveredCount: 2, earlyCount: 0, notBegunCount: 0 });
  expect(JSON.stringify(page)).not.toMatch(/@|registration|Aigul|Timur/);
});

test("what is asked for has to hold of one listing that is not paused, and a row shows nothing of a paused one", async () => {
  const market = await orderMarket();
  await save("aigul", market);
  await save("aigul", market, { ...VIET_NAM, languages: ["vi"] });
  await save("stranger", market, { ...VIET_NAM, languages: ["ru"] });
  expect(await search(market, { service: "customs", hubId: "horgos" })).toEqual([]);
  expect(await search(market, { service: "logistics", corridor: "CN-VN" })).toEqual([]);
  expect(await search(market, { service: "customs", hubId: "pingxiang" })).toEqual(["elsewhere", "provider"]);
  const rows = async () => (await searchProviders(market.database.read, { limit: 20 })).items;
  expect(await rows()).toMatchObject([
    { id: "elsewhere", services: ["customs"], languages: ["ru"] },
    { id: "provider", services: ["logistics", "customs"], hubIds: expect.arrayContaining(["horgos", "pingxiang"]) },
  ]);
  await pause("aigul", market, false);
  expect(await search(market, { service: "logistics" })).toEqual([]);
  expect(await search(market, { hubId: "horgos" })).toEqual([]);
  expect((await rows())[1]).toMatchObject({ services: ["customs"], hubIds: ["pingxiang"], languages: ["vi"] });
  const shown = await providerPage(market.database.read, "provider", START);
  expect(shown?.listings).toMatchObject([{ service: "customs" }]);
  const own = await ownListings(market.database.read, "provider");
  expect(own.map(({ service, isActive }) => [service, isActive]).sort()).toEqual([
    ["customs", true],
    ["logistics", false],
  ]);
});

test("figures leave out what is not delivered, what others did, and earlier versions of a bid", async () => {
  const market = await orderMarket({ services: ["logistics", "customs", "inspection"] });
  await save("aigul", market);
  await save("stranger", market);
  const bid = (days: number) => ({ transitDays: { min: 1, max: days } }) as typeof bidVersions.$inferInsert.content;
  await market.database.write(async (tx) => {
    for (const [id, days] of Object.entries({ logistics: 9, customs: 9, inspection: 9 } as const)) {
      const bidId = `b-${market.orders[id as "logistics"]}`;
      await tx.insert(bidVersions).values([
        { bidId, version: 1, submittedAt: START, receipt: "", content: bid(1) },
        { bidId, version: 2, submittedAt: START, receipt: "", content: bid(days) },
      ]);
      await tx.update(bids).set({ version: 2 }).where(eq(bids.id, bidId));
    }
    const set = (service: "logistics" | "customs" | "inspection", change: Partial<typeof orders.$inferInsert>) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, market.orders[service] ?? ""));
    await set("logistics", { state: "completed", deliveredAt: START + 8 * DAY_MS });
    await set("customs", { state: "changes_requested" });
    await set("inspection", { state: "completed", deliveredAt: START + 1, providerOrganisationId: "elsewhere" });
  });
  const figures = async (id: string) => {
    const page = await providerPage(market.database.read, id, START);
    return [page?.completedOrders, page?.onTime];
  };
  expect(await figures("provider")).toEqual([
    { logistics: 1 },
    { onTimeCount: 1, deliveredCount: 1, earlyCount: 0, notBegunCount: 0 },
  ]);
  expect(await figures("elsewhere")).toEqual([
    { inspection: 1 },
    { onTimeCount: 1, deliveredCount: 1, earlyCount: 0, notBegunCount: 0 },
  ]);
  // A step that cannot have been so soon takes its order out of the share, and no other order.
  await market.database.write((tx) =>
    tx
      .update(orderMilestones)
      .set({ earliestAt: START })
      .where(and(eq(orderMilestones.orderId, market.orders.inspection ?? ""), eq(orderMilestones.code, "on_site"))),
  );
  expect(await figures("elsewhere")).toEqual([
    { inspection: 1 },
    { onTimeCount: 0, deliveredCount: 0, earlyCount: 1, notBegunCount: 0 },
  ]);
  expect((await figures("provider"))[1]).toEqual({
    onTimeCount: 1,
    deliveredCount: 1,
    earlyCount: 0,
    notBegunCount: 0,
  });
});

test("Of several listings one answers the whole question, and a row says nothing of what is paused.", async () => {
  const market = await orderMarket();
  await save("aigul", market, { hubIds: ["horgos"], corridors: ["CN-KZ"], languages: ["en"] });
  await save("aigul", market, { ...VIET_NAM, languages: ["vi"] });
  await save("stranger", market, { service: "payment", hubIds: ["suifenhe"], corridors: ["CN-RU"], languages: ["ru"] });
  expect(await search(market, { service: "customs", hubId: "pingxiang" })).toEqual(["provider"]);
  expect(await search(market, { service: "customs", hubId: "horgos" })).toEqual([]);
  expect(await search(market, { corridor: "CN-VN", language: "en" })).toEqual([]);
  expect(await search(market, { hubId: "suifenhe" })).toEqual(["elsewhere"]);
  const rowOf = async () =>
    (await searchProviders(market.database.read, { limit: 20, q: "provider" })).items.map((row) => ({
      services: row.services,
      hubIds: [...row.hubIds].sort(),
      languages: [...row.languages].sort(),
    }));
  expect(await rowOf()).toEqual([
    { services: ["logistics", "customs"], hubIds: ["horgos", "pingxiang"], languages: ["en", "vi"] },
  ]);
  await pause("aigul", market, false);
  expect(await rowOf()).toEqual([{ services: ["customs"], hubIds: ["pingxiang"], languages: ["vi"] }]);
  expect(await search(market, { service: "logistics" })).toEqual([]);
  const { read } = market.database;
  expect((await providerPage(read, "provider", START))?.listings.map(({ service }) => service)).toEqual(["customs"]);
  expect((await ownListings(read, "provider")).map(({ service }) => service)).toEqual(["logistics", "customs"]);
});

test("The record on a provider's page is of its own deliveries alone, late where they bear the mark.", async () => {
  const market = await orderMarket({ services: ["logistics", "customs", "payment"] });
  const { database, orders: own } = market;
  await save("aigul", market);
  const deal = { hubId: "horgos", isBorderHub: true, services: ["logistics", "customs"], at: START } as const;
  const { orders: others } = await contractDeal(database, deal);
  const promised = (max: number) => ({ transitDays: { min: 2, max } }) as typeof bidVersions.$inferInsert.content;
  await database.write(async (tx) => {
    const set = (id: string | undefined, change: Partial<typeof orders.$inferInsert>) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, id ?? ""));
    for (const id of Object.values({ ...own, a: others.logistics, b: others.customs }))
      await tx
        .insert(bidVersions)
        .values({ bidId: `b-${id}`, version: 1, submittedAt: START, receipt: "", content: promised(5) });
    const deliveredAt = START + 6 * DAY_MS;
    await set(own.logistics, { state: "completed", deliveredAt });
    await set(own.customs, { state: "completed", deliveredAt });
    await set(own.payment, { state: "in_progress" });
    await set(others.logistics, { state: "completed", deliveredAt, providerOrganisationId: "elsewhere" });
    await set(others.customs, { state: "cancelled" });
    // The days of a carriage run from the pick-up.
    await tx
      .update(orderMilestones)
      .set({ occurredAt: START + 2 * DAY_MS })
      .where(and(eq(orderMilestones.orderId, own.logistics ?? ""), eq(orderMilestones.code, "picked_up")));
  });
  // Goods were at the hub when the order was placed, so that the days of the clearance run from the award.
  await happened(market, "logistics", { code: "arrived_hub", at: START });
  await markLate(market, "customs");
  const record = async () => {
    const page = await providerPage(database.read, "provider", START);
    return [page?.completedOrders, page?.onTime];
  };
  expect(await record()).toEqual([
    { logistics: 1, customs: 1 },
    { onTimeCount: 1, deliveredCount: 2, earlyCount: 0, notBegunCount: 0 },
  ]);
  await markLate(market, "customs", false);
  expect(await record()).toEqual([
    { logistics: 1, customs: 1 },
    { onTimeCount: 2, deliveredCount: 2, earlyCount: 0, notBegunCount: 0 },
  ]);
});

describe("a clearance is on time", () => {
  /** Papers were complete on the day of the award and goods released a week later. */
  async function released(services: readonly Service[], side: string): Promise<Market> {
    const market = await orderMarket({ services });
    await save("aigul", market);
    const id = market.orders.customs ?? "";
    const content = { transitDays: { min: 2, max: 5 } } as typeof bidVersions.$inferInsert.content;
    await market.database.write(async (tx) => {
      await tx.insert(bidVersions).values({ bidId: `b-${id}`, version: 1, submittedAt: START, receipt: "", content });
      const ended = { state: "completed", deliveredAt: START + 7 * DAY_MS } as const;
      await tx.update(orders).set(ended).where(eq(orders.id, id));
      const asked = { spec: { side } };
      await tx
        .update(requests)
        .set(asked)
        .where(eq(requests.id, `r-${id}`));
    });
    await happened(market, "customs", { code: "documents_complete", at: START });
    return market;
  }
  const figure = async ({ database }: Market) => (await providerPage(database.read, "provider", START))?.onTime;
  const onTime = async (market: Market) => (await figure(market))?.onTimeCount;

  test.each([
    ["export", "arrived_hub"],
    ["import", "crossed_border"],
  ])("or late once its days run, from the goods' being before the customs of the %s", async (side, code) => {
    const market = await released(["logistics", "customs"], side);
    await happened(market, "logistics", { code, at: START + 2 * DAY_MS });
    expect(await onTime(market)).toBe(1);
    await markLate(market, "customs");
    expect(await onTime(market)).toBe(0);
  });

  test("neither on time nor late where it is released before they are there, told or not", async () => {
    const notBegun = { onTimeCount: 0, deliveredCount: 0, earlyCount: 0, notBegunCount: 1 };
    const market = await released(["logistics", "customs"], "export");
    expect(await figure(market)).toEqual(notBegun);
    await happened(market, "logistics", { code: "arrived_hub", at: START + 7 * DAY_MS + 1 });
    expect(await figure(market)).toEqual(notBegun);
    await happened(market, "logistics", { code: "arrived_hub", at: START + 7 * DAY_MS });
    expect(await figure(market)).toEqual({ ...notBegun, onTimeCount: 1, deliveredCount: 1, notBegunCount: 0 });
  });

  test("counted from complete papers where the deal has no haul, or one that was called off", async () => {
    expect(await onTime(await released(["customs"], "export"))).toBe(1);
    const market = await released(["logistics", "customs"], "export");
    const isHaul = eq(orders.id, market.orders.logistics ?? "");
    await market.database.write((tx) => tx.update(orders).set({ state: "cancelled" }).where(isHaul));
    expect(await onTime(market)).toBe(1);
  });
});
