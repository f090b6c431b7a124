import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { awardsOfDeal } from "@/db/repositories/award";
import { orders } from "@/db/schema/orders";
import { comparePage } from "@/server/award/queries/comparison";
import { placeWithPackage } from "@/server/award/queries/scores";
import { ownBids } from "@/server/bidding/queries/desk";
import { orderPage } from "@/server/orders/queries/orders";
import { allRows } from "@/test/all-rows";
import { biddingMarket, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { reviseBid } from "../bidding/submit-bid";
import { awardBids } from "./award-bids";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
type Chosen = { readonly bidId: string; readonly alternative?: number };

const give = (of: Market, ...bids: Chosen[]) =>
  of.run(awardBids, of.actors.buyer, {
    dealId: of.dealId,
    bids: bids.map((bid) => ({ ...bid, reason: "Known to us" })),
  });
const ordersOf = (of: Market) => of.database.read.select().from(orders).where(eq(orders.dealId, of.dealId));
const pageOf = (of: Market) =>
  comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: null, now: of.on.clock() });

const line = (code: string, basis: string, minor: number, more: object = {}) => ({
  code,
  basis,
  unitPrice: { minor, currency: "CNY" },
  ...more,
});

const NIGHT = {
  title: "Filed by night",
  charges: [line("EXD", "declaration", 90_813), line("IMD", "shipment", 50_002), line("HSC", "hs_line", 7_003)],
  transitDays: { min: 1, max: 1 },
  startDate: "2026-12-01",
  note: "two people on duty",
};

const COMMERCIAL_TERMS = {
  conditions: [{ type: "documents_days_before", value: 2 }],
  subcontractors: [{ name: "Horgos Yard", country: "CN", parts: ["EXD"], registrationNumber: "070240004567" }],
  lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 1 },
  liabilityCap: { minor: 10_000_000, currency: "CNY" },
  insuranceCover: { minor: 5_000_000, currency: "USD" },
  closeOutDays: 15,
  relatedParty: { isRelated: false, words: "" },
};

/** Customs and carriage of one deal, both bid on by one provider with a package for the other; a second one bids on customs. */
async function packaged(rivals: object = {}) {
  const of = await biddingMarket();
  await of.list("provider", "logistics");
  const logistics = await of.ask("logistics", {
    equipment: "tilt_136",
    pickupFrom: "2026-12-12",
    pickupTo: "2026-12-13",
  });
  const customs = await of.bid(of.actors.provider, {
    ...offerOfThree(),
    charges: [...offerOfThree().charges, line("DTY", "shipment", 33_333)],
    packageDiscounts: [{ services: ["logistics"], discountBps: 333 }],
  });
  const haul = await of.bid(
    of.actors.provider,
    {
      ...offerOfThree(),
      charges: [line("OFT", "truck", 2_500_001), line("INS", "shipment", 10_001, { isPassThrough: true })],
      exclusions: [],
      packageDiscounts: [{ services: ["customs"], discountBps: 500 }],
    },
    logistics,
  );
  const rival = await of.bid(of.actors.provider2, { ...offerOfThree(), ...rivals });
  await of.closeAtItsTime();
  await of.closeAtItsTime(logistics);
  return { ...of, customs: customs.id, haul: haul.id, rival: rival.id };
}

describe("a package", () => {
  test("is taken off both orders where both are awarded together, and stands as a line of its own", async () => {
    const of = await packaged();
    const page = await pageOf(of);
    const { orders: ids } = done(await give(of, { bidId: of.customs }, { bidId: of.haul }));
    const made = await ordersOf(of);
    const [customs, haul] = [of.customs, of.haul].map((bidId) => made.find((order) => order.bidId === bidId));
    const [customsBid, haulBid] = [await of.bidRow(of.customs), await of.bidRow(of.haul)];
    const own = (customsBid.totalMinor ?? 0n) - 33_333n;
    const customsOff = (own * 333n + 5_000n) / 10_000n;
    const haulOff = (((haulBid.totalMinor ?? 0n) - 10_001n) * 500n + 5_000n) / 10_000n;
    expect(customs?.contractMinor).toBe((customsBid.totalMinor ?? 0n) - customsOff);
    expect(haul?.contractMinor).toBe((haulBid.totalMinor ?? 0n) - haulOff);
    for (const order of made) expect(order.contractCnyMinor).toBe(order.contractMinor);
    const listed = { state: null, cursor: null, limit: 5, now: of.on.clock() };
    const bids = await ownBids(of.database.read, of.actors.provider, listed);
    expect(bids.items.map(({ total }) => total?.minor).sort()).toEqual(made.map((order) => order.contractMinor).sort());
    const shown = await orderPage(of.database.read, of.actors.provider, { id: ids[1] ?? "", now: of.on.clock() });
    expect(shown?.packageDiscount).toEqual({
      services: ["customs"],
      discountBps: 500,
      amount: { minor: BigInt(haulOff), currency: shown?.price.currency },
    });
    const lines = shown?.charges.reduce((all, one) => all + (one.amount?.minor ?? 0n), 0n) ?? 0n;
    expect(lines - haulOff).toBe(shown?.price.minor);
    const told = page?.services.flatMap(({ cells }) => cells).filter(({ packages }) => packages.length > 0) ?? [];
    expect(told.map(({ packages }) => packages[0]?.contract?.minor).sort()).toEqual(
      [customs?.contractMinor, haul?.contractMinor].sort(),
    );
  });

  test("awarded one by one is not reached, though the same bidder wins the whole in the end", async () => {
    const of = await packaged();
    done(await give(of, { bidId: of.customs }));
    done(await give(of, { bidId: of.haul }));
    for (const order of await ordersOf(of)) expect(order.contractMinor).toBe((await of.bidRow(order.bidId)).totalMinor);
    const awards = await awardsOfDeal(of.database.read, of.dealId);
    expect(awards.map(({ packageDiscount }) => packageDiscount)).toEqual([null, null]);
  });

  test("makes a bid first that is cheaper with it, so that no reason is asked for; chosen alone it needs one", async () => {
    const [first, ...others] = offerOfThree().charges;
    const price = first?.unitPrice ?? { minor: 0, currency: "CNY" };
    const charges = [{ ...first, unitPrice: { ...price, minor: price.minor - 1 } }, ...others];
    const of = await packaged({ charges });
    const award = (...bids: Chosen[]) => of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids });
    const [request] = (await pageOf(of))?.services.filter(({ service }) => service === "customs") ?? [];
    const requestId = request?.requestId ?? "";
    expect(request?.ranking[0]?.bidId).toBe(of.rival);
    expect(refusalOf(await award({ bidId: of.customs }))).toBe("reason_needed");
    const withPackage = { bidId: of.customs, discountBps: 333 };
    const asked = { requestId, withPackage, now: of.on.clock() };
    expect(await placeWithPackage(of.database.read, of.actors.buyer, asked)).toBe(1);
    expect(await placeWithPackage(of.database.read, of.actors.provider, asked)).toBeNull();
    done(await award({ bidId: of.customs }, { bidId: of.haul }));
    const kept = (await awardsOfDeal(of.database.read, of.dealId)).find(({ bidId }) => bidId === of.customs);
    expect(kept?.comparison.ranking?.[0]).toMatchObject({ bidId: of.customs, rank: 1 });
    expect(kept?.comparison.choice).toBeUndefined();
  });

  test("is not reached beside another bidder's win", async () => {
    const of = await packaged();
    done(await give(of, { bidId: of.rival }, { bidId: of.haul }));
    const haul = (await ordersOf(of)).find((order) => order.bidId === of.haul);
    expect(haul?.contractMinor).toBe((await of.bidRow(of.haul)).totalMinor);
  });

  test("is of other services, never of the request's own", async () => {
    const of = await biddingMarket();
    await expect(
      of.bid(of.actors.provider, { ...offerOfThree(), packageDiscounts: [{ services: ["customs"], discountBps: 1 }] }),
    ).rejects.toThrow("package_of_own_service");
  });
});

describe("an alternative", () => {
  const opened = async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid(of.actors.provider, {
      ...offerOfThree(),
      alternatives: [NIGHT],
      ...COMMERCIAL_TERMS,
    });
    const rival = await of.bid(of.actors.provider2);
    await of.closeAtItsTime();
    return { ...of, bidId, rival: rival.id };
  };

  test("stands in the comparison as an offer of its own under its bidder", async () => {
    const of = await opened();
    const cells = (await pageOf(of))?.services[0]?.cells ?? [];
    expect(cells.map(({ choiceId }) => choiceId)).toEqual([of.bidId, `${of.bidId}.1`, of.rival]);
    expect(cells[1]).toMatchObject({
      title: "Filed by night",
      transitDays: { min: 1, max: 1 },
      isLowest: true,
      isFastest: true,
    });
    expect(cells[0]).toMatchObject({ title: null, isLowest: false });
  });

  test("that is awarded makes the order: its lines, total and days, with all that the bid says beside its price", async () => {
    const of = await opened();
    const { orders: ids } = done(await give(of, { bidId: of.bidId, alternative: 1 }));
    const order = await orderPage(of.database.read, of.actors.buyer, { id: ids[0] ?? "", now: of.on.clock() });
    expect(order?.charges.map((one) => one.unitPrice?.minor)).toEqual([90_813n, 50_002n, 7_003n]);
    expect(order?.price.minor).toBe(order?.charges.reduce((all, one) => all + (one.amount?.minor ?? 0n), 0n));
    expect(order).toMatchObject({
      transitDays: { min: 1, max: 1 },
      alternative: "Filed by night",
      ...COMMERCIAL_TERMS,
    });
    expect((await ordersOf(of))[0]?.contractCnyMinor).toBe(order?.price.minor);
    const listed = { state: null, cursor: null, limit: 5, now: of.on.clock() };
    const own = await ownBids(of.database.read, of.actors.provider, listed);
    expect(own.items.find(({ id }) => id === of.bidId)?.total).toEqual(order?.price);
    const [award] = await awardsOfDeal(of.database.read, of.dealId);
    expect(award?.alternative).toBe(1);
    expect(Object.keys(award?.comparison.totals ?? {}).sort()).toEqual([of.bidId, `${of.bidId}.1`, of.rival].sort());
  });

  test("and who does a part of the work are sealed like all else until the opening", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider, { ...offerOfThree(), alternatives: [NIGHT], ...COMMERCIAL_TERMS });
    const stored = async () =>
      JSON.stringify(await allRows(of.database), (_, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
    for (const secret of ["Horgos Yard", "070240004567", "Filed by night", "90813"])
      expect(await stored()).not.toContain(secret);
    await of.closeAtItsTime();
    expect(await stored()).toContain("Horgos Yard");
  });

  test("the main offer is what is awarded where none is named", async () => {
    const of = await opened();
    const { orders: ids } = done(await give(of, { bidId: of.bidId }));
    const order = await orderPage(of.database.read, of.actors.buyer, { id: ids[0] ?? "", now: of.on.clock() });
    expect(order).toMatchObject({ alternative: null, transitDays: { min: 2, max: 4 } });
    expect(order?.price.minor).toBe((await of.bidRow(of.bidId)).totalMinor);
  });

  test("that a bid has not, or two offers of one bid, cannot be awarded", async () => {
    const of = await opened();
    expect(refusalOf(await give(of, { bidId: of.bidId, alternative: 2 }))).toBe("alternative_unknown");
    expect(refusalOf(await give(of, { bidId: of.rival, alternative: 1 }))).toBe("alternative_unknown");
    const both = await give(of, { bidId: of.bidId }, { bidId: of.bidId, alternative: 1 });
    expect(refusalOf(both)).toBe("two_for_one_request");
    expect(await ordersOf(of)).toHaveLength(0);
  });

  test("and everything beside the price stays where a revision does not speak of it, and goes where it says nothing", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid(of.actors.provider, {
      ...offerOfThree(),
      alternatives: [NIGHT],
      ...COMMERCIAL_TERMS,
    });
    const revise = (change: object) => of.run(reviseBid, of.actors.provider, { bidId, ...change });
    done(await revise({ transitDays: { min: 1, max: 9 } }));
    done(await revise({ alternatives: [], conditions: [], lateDelivery: null, relatedParty: null }));
    await of.closeAtItsTime();
    const standing = (await of.versions(bidId)).at(-1)?.content;
    expect(standing).toMatchObject({ closeOutDays: 15, transitDays: { max: 9 } });
    for (const gone of ["alternatives", "conditions", "lateDelivery", "relatedParty"])
      expect(standing).not.toHaveProperty(gone);
  });
});
