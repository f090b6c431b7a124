import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { insertListing, setListingActive } from "@/db/repositories/listings";
import { listings } from "@/db/schema/catalogue";
import { cargoLines } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { withdrawBid } from "../../bidding/withdraw-bid";
import { reviseBid } from "../../bidding/submit-bid";
import { DAY_MS } from "@/domain/shared/time";
import { dealPage } from "../../deals/queries";
import { changeRequest } from "../change-request";
import { requestView } from "./api-requests";
import { comparePage } from "../../award/queries/comparison";
import { requestPage } from "./request-page";
import { deskQueue, ownBids } from "../../bidding/queries/desk";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
type Who = keyof Market["actors"];

const page = (of: Market, who: Who, id = of.requestId) =>
  requestPage(of.database.read, of.actors[who], { id, now: of.on.clock() });
const compare = (of: Market, who: Who) =>
  comparePage(of.database.read, of.actors[who], { dealId: of.dealId, currency: null, now: of.on.clock() });
const text = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === "bigint" ? one.toString() : one));

describe("before the opening", () => {
  test("everyone but the bidder learns the number of bids and nothing else", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider, offerOfThree("CNY", [7_391_468_253, 1, 1]));
    for (const who of ["buyer", "colleague", "viewer", "provider2", "buyer2", "administrator", "visitor"] as const) {
      const seen = await page(of, who);
      expect(seen).toMatchObject({ bidCount: 1, bids: null, ownBid: null });
      expect(text(seen)).not.toContain("7391468253");
    }
    expect(text(await compare(of, "buyer"))).not.toContain("7391468253");
    expect((await compare(of, "buyer"))?.services[0]).toMatchObject({ isReadable: false, bidCount: 1, cells: [] });
  });

  test("the bidder reads every version it sent, the latest first, with its receipt", async () => {
    const of = await biddingMarket();
    const { id: bidId, receipt } = await of.bid();
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "second" }));
    const own = (await page(of, "provider"))?.ownBid;
    expect(own?.versions.map((version) => [version.version, version.content.remarks])).toEqual([
      [2, "second"],
      [1, "CO form needed two days before"],
    ]);
    expect(own?.versions[1]?.receipt).toBe(receipt);
    const { items } = await ownBids(of.database.read, of.actors.provider, {
      state: null,
      cursor: null,
      limit: 10,
      now: of.on.clock(),
    });
    expect(items).toMatchObject([{ id: bidId, version: 2 }]);
    expect(
      (
        await ownBids(of.database.read, of.actors.provider2, {
          state: null,
          cursor: null,
          limit: 10,
          now: of.on.clock(),
        })
      ).items,
    ).toEqual([]);
  });
});

describe("after the opening", () => {
  test("the buyer reads bids with names, a losing side learns nothing of another's", async () => {
    const of = await biddingMarket();
    await of.bid();
    await of.bid(of.actors.provider2, offerOfThree("USD", [100, 200, 300]));
    await of.closeAtItsTime();
    const seen = await page(of, "buyer");
    expect(seen?.bids?.map((bid) => [bid.letter, bid.provider?.id, bid.content?.lines.length])).toEqual([
      ["A", "provider", 3],
      ["B", "provider2", 3],
    ]);
    expect((await page(of, "provider2"))?.bids).toBeNull();
    expect((await page(of, "visitor"))?.bids).toBeNull();
    const cells = (await compare(of, "buyer"))?.services[0]?.cells;
    expect(cells?.filter((cell) => cell.isLowest).map((cell) => cell.providerId)).toEqual(["provider2"]);
  });
});

describe("a bidder's letter", () => {
  test("is the same to the buyer on the request and beside the other bids of the deal, also after one was withdrawn", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    await of.bid(of.actors.provider2, offerOfThree("USD", [100, 200, 300]));
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    await of.closeAtItsTime();
    const onRequest = (await page(of, "buyer"))?.bids?.map((bid) => [bid.provider?.id, bid.letter]);
    const compared = (await compare(of, "buyer"))?.providers.map(({ id, letter }) => [id, letter]);
    expect(onRequest).toEqual([["provider2", "A"]]);
    expect(compared).toEqual(onRequest);
  });
});

describe("open bidding", () => {
  test("a bidder sees rivals' totals under letters, never who or how; others see none", async () => {
    const of = await biddingMarket({ mode: "open" });
    await of.bid();
    await of.bid(of.actors.provider2, offerOfThree("CNY", [135_001, 144_676, 14_000]));
    const seen = (await page(of, "provider"))?.bids;
    expect(seen?.map((bid) => [bid.letter, bid.isOwn, bid.provider, bid.content === null])).toEqual([
      ["A", true, null, false],
      ["B", false, null, true],
    ]);
    expect(text(seen)).not.toContain("provider2");
    expect((await page(of, "visitor"))?.bids).toBeNull();
    expect((await page(of, "buyer"))?.bids).toHaveLength(2);
  });
});

describe("what is not the viewer's", () => {
  test("a deal's comparison is there for its buyer only", async () => {
    const of = await biddingMarket();
    for (const who of ["buyer2", "provider", "administrator", "visitor"] as const)
      expect(await compare(of, who)).toBeNull();
    expect((await compare(of, "viewer"))?.dealId).toBe(of.dealId);
  });

  test("a request for invited providers is there for them and its buyer only", async () => {
    const of = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
    for (const who of ["provider2", "buyer2", "visitor"] as const) expect(await page(of, who)).toBeNull();
    expect((await page(of, "provider"))?.id).toBe(of.requestId);
  });

  test("addresses and names of a spec are not shown to visitors without an account", async () => {
    const of = await biddingMarket();
    expect((await page(of, "visitor"))?.spec).toBeNull();
    expect((await page(of, "provider"))?.spec).not.toBeNull();
  });

  test("marks on packages are not shown to visitors without an account", async () => {
    const of = await biddingMarket();
    await of.database.write((tx) => tx.update(cargoLines).set({ marks: "ACME 1/12" }));
    const marksSeenBy = async (who: Who) => (await page(of, who))?.cargo.map((line) => line.marks);
    expect(await marksSeenBy("visitor")).toEqual([null, null]);
    expect(await marksSeenBy("provider")).toEqual(["ACME 1/12", "ACME 1/12"]);
  });
});

describe("the planner's way beside a bid for carriage", () => {
  const spec = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
  const charges = [{ code: "OFT", basis: "truck", unitPrice: { minor: 2_400_000, currency: "CNY" } }];
  const terms = { legs: [{ place: "KZALA", mode: "road", days: 4 }], borderWaitHours: 20 };

  test("is there for the bidder at its own bid and for the buyer at the comparison, and for nobody else", async () => {
    const of = await biddingMarket();
    await of.list("provider", "logistics");
    const id = await of.ask("logistics", spec);
    expect((await page(of, "provider", id))?.plannedRoute).toBeNull();
    await of.bid(of.actors.provider, { ...offerOfThree(), exclusions: [], charges, terms }, id);
    const route = (await page(of, "provider", id))?.plannedRoute;
    expect(route?.stops.at(0)?.id).toBe("CNYIU");
    expect(route?.stops.at(-1)?.id).toBe("KZALA");
    for (const who of ["provider2", "buyer2", "visitor", "buyer"] as const)
      expect((await page(of, who, id))?.plannedRoute).toBeNull();
    await of.closeAtItsTime(id);
    const compared = await compare(of, "buyer");
    expect(compared?.route).toEqual(route);
    const [carriage] = compared?.services ?? [];
    expect(carriage?.cells[0]?.content.terms).toEqual(terms);
  });

  test("and what stands of the goods' leaving follow a pick-up that was amended, but for a visitor", async () => {
    const of = await biddingMarket();
    await of.list("provider", "logistics");
    const id = await of.ask("logistics", spec);
    await of.bid(of.actors.provider, { ...offerOfThree(), exclusions: [], charges, terms }, id);
    const before = await page(of, "provider", id);
    const later = { ...spec, pickupFrom: "2026-12-20", pickupTo: "2026-12-22" };
    done(await of.run(changeRequest, of.actors.buyer, { requestId: id, reason: "Not packed yet", spec: later }));
    const after = await page(of, "provider", id);
    expect([before?.leaveDay, after?.leaveDay]).toEqual(["2026-12-10", "2026-12-20"]);
    expect((await page(of, "visitor", id))?.leaveDay).toBe(after?.readyDate);
    const days = [before, after].map((one) => Date.parse(one?.plannedRoute?.toCome?.day ?? ""));
    expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 10 * DAY_MS]);
    const deal = await dealPage(of.database.read, of.actors.buyer, { id: of.dealId, now: of.on.clock() });
    expect(deal?.leaveDay).toBe("2026-12-20");
    expect((await compare(of, "buyer"))?.leaveDay).toBe("2026-12-20");
  });
});

describe("the desk", () => {
  test("shows open requests of what one offers, until one has bid", async () => {
    const of = await biddingMarket();
    const queue = (who: Who) => deskQueue(of.database.read, of.actors[who], { service: null, now: of.on.clock() });
    expect(await queue("provider")).toMatchObject({ count: 1, services: ["customs"], items: [{ id: of.requestId }] });
    expect((await queue("buyer2")).items).toEqual([]);
    const { id: bidId } = await of.bid();
    expect((await queue("provider")).items).toEqual([]);
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    expect((await queue("provider")).items).toEqual([]);
    expect((await queue("provider2")).count).toBe(1);
    await of.closeAtItsTime();
    expect((await queue("provider2")).items).toEqual([]);
  });

  test("shows what goes through a hub that one offers on a corridor that one offers, as long as one offers it, and never one's own", async () => {
    const of = await biddingMarket();
    const queue = (who: Who) => deskQueue(of.database.read, of.actors[who], { service: null, now: of.on.clock() });
    const offer = (id: string, organisationId: string, on: { hubIds: string[]; corridors: string[] }) =>
      of.database.write((tx) =>
        insertListing(tx, {
          ...{ id, organisationId, service: "customs", summary: "", languages: ["en"], licences: [], ...on },
          ...{ isActive: true, searchText: "", createdAt: START, updatedAt: START },
        }),
      );
    await offer("own", "buyer", { hubIds: ["horgos"], corridors: ["CN-KZ"] });
    await offer("beside", "buyer2", { hubIds: ["alashankou"], corridors: ["CN-RU"] });
    expect([(await queue("buyer")).count, (await queue("buyer2")).count]).toEqual([0, 0]);
    const stop = (id: string, isActive: boolean) =>
      of.database.write((tx) => setListingActive(tx, id, { isActive, updatedAt: START }));
    await stop("provider2-customs", false);
    expect(await queue("provider2")).toEqual({ items: [], count: 0, services: [] });
    const change = (more: object) =>
      of.database.write((tx) => tx.update(listings).set(more).where(eq(listings.id, "beside")));
    for (const half of [{ corridors: ["CN-KZ"] }, { corridors: ["CN-RU"], hubIds: ["horgos"] }]) {
      await change(half);
      expect((await queue("buyer2")).items).toEqual([]);
    }
    await change({ corridors: ["CN-KZ"] });
    expect((await queue("buyer2")).items.map(({ id }) => id)).toEqual([of.requestId]);
  });

  test("shows what is for invited ones to them alone", async () => {
    const of = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
    const count = async (who: Who) =>
      (await deskQueue(of.database.read, of.actors[who], { service: null, now: of.on.clock() })).count;
    expect([await count("provider"), await count("provider2")]).toEqual([1, 0]);
  });
});

test("a request whose spec an older version stored in another form is shown without it, and nobody is asked to bid on it", async () => {
  const of = await biddingMarket();
  await of.database.write((tx) => tx.update(requests).set({ spec: { side: "export", formerMember: true } }));
  for (const who of ["buyer", "provider", "visitor"] as const)
    expect(await page(of, who)).toMatchObject({ spec: null, isSpecRead: false, figures: [], context: null });
  const view = (who: Who) => requestView(of.database.read, of.actors[who], { id: of.requestId, now: of.on.clock() });
  expect((await view("buyer"))?.spec).toEqual({ side: "export", formerMember: true });
  expect((await view("provider"))?.spec).toEqual({});
});
