import { count, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../test/database";
import { TRAFFIC_MEASURES } from "../../domain/hubs/traffic";
import { DAY_MS, dayOf, instant, monthOf } from "../../domain/shared/time";
import { FUNDS_STEP } from "../../domain/services/payment/funds";
import { parseCorridor } from "../../domain/hubs/corridor";
import { castParties } from "../play/cast";
import { EventQueue, Stage } from "../play/stage";
import { readMarketData } from "../plan/market-data";
import { withMembers } from "../plan/parties/membership";
import { type Cast, playDeal } from "../play/play-deal";
import { planQueues } from "../plan/queues";
import { randomFrom } from "../plan/random";
import { walkRates } from "../play/enter-rates";
import { idFrom } from "../../server/platform/platform";
import { referenceData } from "../../server/hubs/queries/network";
import { recountTraffic, trafficShare } from "../../server/hubs/queries/traffic";
import type { Database } from "../../db/database";
import { readReference } from "../../db/reference/read-reference";
import { bids, bidVersions, requests } from "../../db/schema/requests";
import { askWords } from "../../db/word-search";
import { deals } from "../../db/schema/deals";
import { awards, orderMilestones, orders } from "../../db/schema/orders";
import { openingMinutes, receiptLists } from "../../db/schema/proof";
import { planMarket } from "./main";
import { BulkPlay, SerialReferences } from "./play-in-bulk";

const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));
const DEALS = 300;
// Some of all the year, among them one that is called off and one whose money came while its rate was still held for it after the promised time, and the last ones, which are on their way.
const isTaken = (position: number, of: number) => [0, 12, 24, 19].includes(position % 30) || position > of - 24;

/** The demo's companies and rates, and a plan of some deals among them: the same in each database. What is played hears of a rate on its day. */
async function setting(database: Database, { isPlayed }: { readonly isPlayed: boolean }) {
  const random = randomFrom(1);
  const { network, places } = await referenceData(database.read);
  const market = withMembers(readMarketData(), NOW);
  const stage = new Stage(database, random);
  const at = instant(NOW - 410 * DAY_MS);
  const parties = await castParties(database, {
    stage,
    market,
    places,
    network,
    at,
    newId: (day) => idFrom(day, random),
    passwordHash: "",
  });
  const queue = isPlayed ? new EventQueue() : undefined;
  await walkRates(stage, parties.administrator, readReference().seedRates, {
    random,
    now: NOW,
    ...(queue && { queue }),
  });
  const providers = market.organisations.filter((one) => one.kind === "provider");
  const cast: Cast = {
    referenceData: { market, network, places, queues: planQueues(network, NOW) },
    providers,
    ...parties,
    toCny: (minor) => minor,
  };
  const year = [...planMarket({ seed: 13, now: NOW, deals: DEALS, casts: [cast], ownBuyer: parties.buyer })];
  const scenes = year.filter((_, position) => isTaken(position, year.length));
  return { stage, queue: queue ?? new EventQueue(), scenes, administrator: parties.administrator };
}

async function playThroughCommands({ stage, queue, scenes }: Awaited<ReturnType<typeof setting>>): Promise<void> {
  for (const { planned, cast, seed } of scenes) playDeal({ stage, queue, random: randomFrom(seed), cast }, planned);
  await queue.runUntil(NOW, () => undefined);
}

/** What came in for every payment, and what became of it; contracts are called after references, which are drawn. */
async function fundsIn(read: Database["read"]) {
  const steps = await read
    .select({ at: orderMilestones.occurredAt, evidence: orderMilestones.evidence })
    .from(orderMilestones)
    .where(eq(orderMilestones.code, FUNDS_STEP))
    .orderBy(orderMilestones.occurredAt);
  return steps.flatMap(({ at, evidence }) => {
    const { receipts = [], ...counted } = evidence?.funds ?? {};
    return receipts.map(({ contract, ...credit }) => ({
      at,
      ...counted,
      ...credit,
      hasContract: contract !== undefined,
    }));
  });
}

/** Everything by which the two markets are compared: no ids and no reference numbers, which are drawn. */
async function figuresOf({ read }: Database) {
  return {
    deals: await read
      .select({
        hubId: deals.hubId,
        corridor: deals.corridor,
        title: deals.title,
        contractedAt: deals.contractedAt,
        version: deals.version,
        value: deals.goodsValueMinor,
        grams: deals.grossWeightGrams,
        cm3: deals.volumeCm3,
        way: deals.way,
      })
      .from(deals)
      .orderBy(deals.createdAt, deals.title),
    requests: await read
      .select({
        service: requests.service,
        state: requests.state,
        spec: requests.spec,
        mode: requests.bidMode,
        bidCount: requests.bidCount,
        version: requests.version,
        fallback: requests.fallback,
        fallbackAt: requests.fallbackAt,
        closedAt: requests.closedAt,
        openedAt: requests.openedAt,
        awardedAt: requests.awardedAt,
        hubId: requests.hubId,
        words: sql<number>`length(${requests.searchText})`.mapWith(Number),
      })
      .from(requests)
      .orderBy(requests.closesAt, requests.service, requests.hubId),
    bids: await read
      .select({
        state: bids.state,
        totalMinor: bids.totalMinor,
        currency: bids.currency,
        validUntil: bids.validUntil,
        submittedAt: bids.submittedAt,
        updatedAt: bids.updatedAt,
        content: bidVersions.content,
        isSealed: sql<boolean>`${bidVersions.sealed} is not null`,
      })
      .from(bids)
      .innerJoin(bidVersions, eq(bidVersions.bidId, bids.id))
      .orderBy(bids.submittedAt, bids.totalMinor),
    proofs: (
      await read
        .select()
        .from(receiptLists)
        .leftJoin(openingMinutes, eq(openingMinutes.requestId, receiptLists.requestId))
    )
      .map(({ receipt_lists: list, opening_minutes: minutes }) => ({
        closedAt: list.closedAt,
        versions: list.receipts.length,
        isRootKept: minutes === null || minutes.root === list.root,
        openedAt: minutes?.openedAt,
        opened: minutes?.openedCount,
        isByClock: minutes?.isByClock,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    awards: (await read.select({ comparison: awards.comparison, at: awards.effectiveAt }).from(awards))
      .map(({ comparison, at }) => ({
        at,
        day: comparison.day,
        rates: comparison.rates,
        totals: Object.values(comparison.totals).sort(),
        ownPrices: Object.values(comparison.ownPrices ?? {}).sort(),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    orders: await read
      .select({
        service: orders.service,
        state: orders.state,
        title: orders.title,
        isBorderHub: orders.isBorderHub,
        cny: orders.contractCnyMinor,
        margin: orders.marginCnyMinor,
        countries: sql<string>`${orders.providerCountry} || ${orders.buyerCountry}`,
        month: orders.contractedMonth,
        referenceHead: sql<string>`substr(${orders.reference}, 1, 8)`,
        deliveredAt: orders.deliveredAt,
        acceptedAt: orders.acceptedAt,
        completedAt: orders.completedAt,
        autoAcceptAt: orders.autoAcceptAt,
        cancelledAt: orders.cancelledAt,
        cancelReason: orders.cancelReason,
        version: orders.version,
      })
      .from(orders)
      .orderBy(orders.contractedAt, orders.service, orders.contractCnyMinor),
    papersReasons: (
      await read
        .select({ at: orderMilestones.occurredAt, evidence: orderMilestones.evidence })
        .from(orderMilestones)
        .where(inArray(orderMilestones.code, ["documents_complete", "documents_closed"]))
        .orderBy(orderMilestones.occurredAt, orderMilestones.code)
    ).map(({ at, evidence }) => [at, evidence?.papersReason ?? null]),
    declared: (
      await read
        .select({ at: orderMilestones.occurredAt, evidence: orderMilestones.evidence })
        .from(orderMilestones)
        .orderBy(orderMilestones.occurredAt, orderMilestones.code)
    ).flatMap(({ at, evidence }) => (evidence?.declarations ?? []).map(({ country, number }) => [at, country, number])),
    late: (
      await read
        .select({ code: orderMilestones.code, at: orderMilestones.occurredAt, evidence: orderMilestones.evidence })
        .from(orderMilestones)
        .orderBy(orderMilestones.occurredAt, orderMilestones.code)
    ).flatMap(({ code, at, evidence }) => (evidence?.late ? [[code, at, evidence.late]] : [])),
    funds: await fundsIn(read),
    milestones: await read
      .select({ code: orderMilestones.code, occurredAt: orderMilestones.occurredAt, rows: count() })
      .from(orderMilestones)
      .groupBy(orderMilestones.code, orderMilestones.occurredAt)
      .orderBy(orderMilestones.occurredAt, orderMilestones.code),
  };
}

async function sharesOf(database: Database, administrator: Parameters<typeof trafficShare>[1]) {
  const period = { from: monthOf(dayOf(instant(NOW - 365 * DAY_MS))), to: monthOf(dayOf(NOW)), now: NOW };
  const shares = [];
  for (const measure of TRAFFIC_MEASURES)
    for (const by of ["month", "total"] as const)
      for (const corridor of [null, parseCorridor("CN-KZ"), parseCorridor("VN-CN")])
        shares.push(await trafficShare(database.read, administrator, { ...period, measure, by, corridor }));
  return shares;
}

const foundByWords = async ({ read }: Database) =>
  read
    .select({ service: requests.service, hubId: requests.hubId })
    .from(requests)
    .where((await askWords(read, requests, { text: "霍尔" })).isFound())
    .orderBy(requests.closesAt, requests.service, requests.hubId);

test("a market built in bulk is the market that the same plan makes through commands", async () => {
  const [played, built] = [await freshDatabase(), await freshDatabase()];
  const onStage = await setting(played, { isPlayed: true });
  await playThroughCommands(onStage);
  const inBulk = await setting(built, { isPlayed: false });
  const play = await BulkPlay.over(built, { random: randomFrom(2), references: new SerialReferences(), until: NOW });
  // The present comes after the year, as the bulk market is built: who was approved in the year is known by then.
  await play.playAll(inBulk.scenes.filter(({ isPresent }) => !isPresent));
  await play.playAll(inBulk.scenes.filter(({ isPresent }) => isPresent));
  await play.end();
  const { counts } = play;

  const figures = await figuresOf(built);
  expect(figures).toEqual(await figuresOf(played));
  const states = [...figures.requests, ...figures.orders, ...figures.bids].map((row) => row.state);
  for (const state of ["open", "awarded", "no_decision", "in_progress", "completed", "cancelled", "won", "lost"])
    expect(states).toContain(state);
  for (const { month, referenceHead } of figures.orders)
    expect(referenceHead).toBe(`KO-${month.slice(2).replace("-", "")}-`);
  const shares = await sharesOf(built, inBulk.administrator);
  expect(shares).toEqual(await sharesOf(played, onStage.administrator));
  expect(shares.some((share) => share.ok && share.value.rows.length > 0)).toBe(true);
  expect(figures.late.length).toBeGreaterThan(0);
  const found = await foundByWords(built);
  expect(found).toEqual(await foundByWords(played));
  expect(found.length).toBeGreaterThan(0);
  expect(counts.refusals).toEqual(onStage.stage.refusals);
  const year = { from: dayOf(instant(NOW - 365 * DAY_MS)), to: dayOf(NOW) };
  const recount = await recountTraffic(built.read, inBulk.administrator, year);
  expect(recount?.discrepancies).toEqual([]);
  const calledOff = figures.orders.filter(({ state }) => state === "cancelled");
  expect(recount?.orders).toBe(counts.orders - calledOff.length);
}, 120_000);
