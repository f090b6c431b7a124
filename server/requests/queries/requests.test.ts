import { EXPORTER } from "@/domain/services/examples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insertInvitations } from "@/db/repositories/requests";
import { bids, requests } from "@/db/schema/requests";
import type { Actor } from "@/domain/access/policy";
import { dealExample, type WireDeal } from "@/domain/deals/deal-example";
import { requestFilterSchema } from "@/domain/requests/request-filter";
import { HOUR_MS, instant, MINUTE_MS, toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { postingMarket, START } from "@/test/posting-market";
import { landingView } from "./landing";
import { requestCount, requestList, requestsInReview } from "./requests";
import { saveDraft } from "@/server/deals/drafts";
import { newId } from "@/server/platform/platform";
import { dealList, dealPage, ownDraft } from "../../deals/queries";

const inMinutes = (minutes: number) => toIso(instant(START + minutes * MINUTE_MS));

async function market() {
  const made = await postingMarket();
  const post = async (
    how: {
      deal?: Partial<WireDeal>;
      closes?: number;
      bidding?: object;
      publish?: boolean;
      by?: Actor;
      service?: "customs" | "inspection";
    } = {},
  ) => {
    const { by = made.actors.buyer, closes = 2880, service = "customs" } = how;
    const deal = await made.run(createDeal, by, dealExample(how.deal));
    if (deal.kind !== "done") throw new Error(JSON.stringify(deal));
    const spec =
      service === "customs"
        ? { side: "export", supervisionMode: "0110", ...EXPORTER }
        : { type: "factory_audit", factoryAddress: "Yiwu 1", date: "2026-12-08" };
    const bidding = {
      mode: "sealed",
      closesAt: inMinutes(closes),
      decideBy: inMinutes(closes + 1440),
      currency: "CNY",
      ...how.bidding,
    };
    const request = await made.run(createRequest, by, {
      dealId: deal.value.id,
      service,
      spec,
      bidding,
      publish: how.publish ?? true,
    });
    if (request.kind !== "done") throw new Error(JSON.stringify(request));
    return request.value.id;
  };
  const show = (viewer: Actor, address: Record<string, unknown> = {}, limit = 100) =>
    requestList(made.database.read, viewer, { filter: requestFilterSchema.parse(address), limit, now: START });
  const ids = async (viewer: Actor, address: Record<string, unknown> = {}) =>
    (await show(viewer, address)).items.map((row) => row.id);
  return { ...made, post, offers: made.list, show, ids };
}

test("What is past its close and waits to be closed is counted and listed as open no more, as on the front page.", async () => {
  const { database, post, actors } = await market();
  await post({ closes: 1_500 });
  await post();
  const counts = async (minutes: number) => {
    const now = instant(START + minutes * MINUTE_MS);
    const filter = requestFilterSchema.parse({});
    const { items } = await requestList(database.read, actors.visitor, { filter, limit: 10, now });
    const counted = await requestCount(database.read, actors.visitor, { filter, max: 10, now });
    return [items.length, counted, (await landingView(database.read, now)).openRequests];
  };
  expect(await counts(1_499)).toEqual([2, 2, 2]);
  expect(await counts(1_500)).toEqual([1, 1, 1]);
});

test("the front page leads to the public request of each service that closes next, and to none that closes within six hours", async () => {
  const of = await market();
  const { database } = of;
  await of.offers("provider", "customs");
  await of.offers("provider", "inspection");
  const other = await of.post({ closes: 2_880, service: "inspection" });
  await of.post({ closes: 2_880 });
  const next = await of.post({ closes: 1_900 });
  await of.post({ closes: 4_320 });
  await of.post({ closes: 1_500 });
  await of.post({ closes: 2_000, publish: false });
  await of.post({ closes: 2_100, bidding: { visibility: "invited", invitedIds: ["provider"] } });
  const { next: shown } = await landingView(database.read, instant(START + 1_200 * MINUTE_MS));
  expect(shown.map(({ id }) => id)).toEqual([next, other]);
});

describe("who sees a request", () => {
  test("an open one everybody; a draft its buyer only; one for invited providers its buyer and them only", async () => {
    const of = await market();
    await of.offers("provider", "customs");
    const open = await of.post();
    const draft = await of.post({ publish: false });
    const invited = await of.post({ bidding: { visibility: "invited", invitedIds: ["provider"] } });
    const { actors } = of;
    for (const viewer of [actors.visitor, actors.buyer2, actors.provider2, actors.administrator]) {
      expect(await of.ids(viewer)).toEqual([open]);
      expect(await of.ids(viewer, { state: "any" })).toEqual([open]);
      expect(await of.ids(viewer, { state: "draft" })).toEqual([]);
      expect(await of.ids(viewer, { q: "inverters", state: "any" })).toEqual([open]);
    }
    expect((await of.ids(actors.provider)).sort()).toEqual([open, invited].sort());
    expect((await of.ids(actors.buyer, { state: "any" })).sort()).toEqual([open, draft, invited].sort());
    expect(await requestCount(of.database.read, actors.visitor, { filter: {}, max: 50, now: START })).toBe(1);
  });

  test("what waits for review is its buyer's only", async () => {
    const of = await market();
    await of.rule("first_requests_in_review", 5);
    const held = await of.post();
    expect(await of.ids(of.actors.buyer2, { state: "in_review" })).toEqual([]);
    expect(await of.ids(of.actors.buyer, { state: "in_review" })).toEqual([held]);
  });
});

describe("filters", () => {
  test.each<[string, Record<string, unknown>, number]>([
    ["no filter", {}, 2],
    ["the service", { service: "inspection" }, 1],
    ["the hub", { hub: "alashankou" }, 1],
    ["a hub nobody uses", { hub: "pingxiang" }, 0],
    ["the corridor", { corridor: "CN-KZ" }, 2],
    ["another corridor", { corridor: "KZ-CN" }, 0],
    ["closing within a day", { closes: "1d" }, 0],
    ["closing within three days", { closes: "3d" }, 1],
    ["words of the title", { q: "solar INVERT" }, 2],
    ["words in Chinese, of the hub", { q: "阿拉山口" }, 1],
    ["the origin in Chinese", { q: "义乌" }, 2],
    ["wildcards, which are only letters", { q: "%_" }, 2],
    ["a word nobody wrote", { q: "durian" }, 0],
    ["nonsense, as if it were not there", { service: "magic", state: ["a", "b"], closes: "9y", cursor: "x" }, 2],
  ])("%s", async (_, address, expected) => {
    const of = await market();
    await of.post();
    await of.post({ deal: { hubId: "alashankou" }, service: "inspection", closes: 9000 });
    expect(await of.ids(of.actors.visitor, address)).toHaveLength(expected);
    const count = await requestCount(of.database.read, of.actors.visitor, {
      filter: requestFilterSchema.parse(address),
      max: 50,
      now: START,
    });
    expect(count).toBe(expected);
  });

  test("only mine is what one asked, was invited to or bid on", async () => {
    const of = await market();
    const asked = await of.post({ publish: false });
    const other = await of.post({ by: of.actors.buyer2 });
    const bidOn = await of.post({ by: of.actors.buyer2 });
    await of.database.write(async (tx) => {
      await insertInvitations(tx, other, { organisationIds: ["provider"], now: START });
      await tx.insert(bids).values(bidOf(bidOn, "provider"));
    });
    expect(await of.ids(of.actors.buyer, { mine: "1" })).toEqual([asked]);
    expect((await of.ids(of.actors.provider, { mine: "1" })).sort()).toEqual([other, bidOn].sort());
    expect(await of.ids(of.actors.provider2, { mine: "1" })).toEqual([]);
    expect((await of.ids(of.actors.visitor, { mine: "1" })).length).toBe(2);
  });

  test("counting stops at its limit", async () => {
    const of = await market();
    for (let at = 0; at < 4; at++) await of.post();
    expect(await requestCount(of.database.read, of.actors.visitor, { filter: {}, max: 3, now: START })).toBe(3);
  });
});

const bidOf = (requestId: string, providerOrganisationId: string) => ({
  id: `bid-${requestId}`,
  requestId,
  providerOrganisationId,
  state: "submitted" as const,
  version: 1,
  submittedAt: START,
  updatedAt: START,
  withdrawnAt: null,
  totalMinor: null,
  currency: null,
  validUntil: null,
});

test("pages hold every request once, in every order, whatever their size and however many close at once", async () => {
  const of = await market();
  for (const closes of [2880, 2880, 2880, 3000, 3000, 1500, 4000]) await of.post({ closes });
  const cases = fc.record({
    size: fc.integer({ min: 1, max: 8 }),
    sort: fc.constantFrom("closing", "-closing", "newest"),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ size, sort }) => {
      const whole = (await of.show(of.actors.visitor, { sort })).items.map((row) => row.id);
      const paged: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: Awaited<ReturnType<typeof of.show>> = await of.show(of.actors.visitor, { sort, cursor }, size);
        paged.push(...page.items.map((row) => row.id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(7);
    }),
    { numRuns: 15 },
  );
});

test("the turn is the reader's own: a provider without a bid may bid, with one it waits, the buyer decides", async () => {
  const of = await market();
  await of.offers("provider", "customs");
  const id = await of.post();
  const seen = async (viewer: Actor, state = "open") => {
    const [row] = (await of.show(viewer, { state })).items;
    return [row?.side, row?.turn.holder, row?.turn.act];
  };
  expect(await seen(of.actors.provider)).toEqual(["provider", "providers", "bid"]);
  expect(await seen(of.actors.provider2)).toEqual(["visitor", "providers", "bid"]);
  expect(await seen(of.actors.buyer)).toEqual(["buyer", "providers", "bid"]);
  await of.database.write((tx) => tx.insert(bids).values(bidOf(id, "provider")));
  expect(await seen(of.actors.provider)).toEqual(["bidder", "providers", "bid"]);
  await of.database.write((tx) => tx.update(requests).set({ state: "opened" }));
  expect(await seen(of.actors.buyer, "opened")).toEqual(["buyer", "buyer", "decide"]);
});

test("a list says nothing of an amount of a bid", async () => {
  const of = await market();
  await of.post();
  const [row] = (await of.show(of.actors.buyer)).items;
  expect(Object.keys(row ?? {}).filter((name) => /amount|total|price|content/i.test(name))).toEqual([]);
  expect(row).toMatchObject({ bidCount: 0, goodsValue: { minor: 61_400_000n, currency: "CNY" } });
});

const at = (hours: number) => toIso(instant(START + hours * HOUR_MS));

async function held() {
  const market = await postingMarket();
  await market.rule("first_requests_in_review", 1);
  const deal = await market.run(createDeal, market.actors.buyer, dealExample());
  if (deal.kind !== "done") throw new Error("the deal was not posted");
  const bidding = { mode: "sealed", closesAt: at(48), decideBy: at(72), currency: "CNY" };
  const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
  await market.run(createRequest, market.actors.buyer, {
    dealId: deal.value.id,
    service: "customs",
    spec,
    bidding,
    publish: true,
  });
  return { ...market, dealId: deal.value.id };
}

test("what waits for review is shown to administrators with its goods and spec, and to nobody else", async () => {
  const { database, actors } = await held();
  const shown = await requestsInReview(database.read, actors.administrator);
  expect(shown).toMatchObject([{ title: "Solar inverters", buyer: { id: "buyer" }, spec: { side: "export" } }]);
  for (const actor of [actors.buyer, actors.provider, actors.visitor])
    expect(await requestsInReview(database.read, actor)).toBeNull();
});

test("a deal, its list and its drafts are its buyer's only", async () => {
  const { database, actors, dealId, run } = await held();
  const now = START;
  const draftId = newId();
  await run(saveDraft, actors.buyer, { draftId, fields: { title: "Ours" } });
  expect(await ownDraft(database.read, actors.buyer, draftId)).toMatchObject({ title: "Ours" });
  expect(await dealPage(database.read, actors.buyer, { id: dealId, now })).toMatchObject({
    requests: [{ turn: { holder: "administrator" } }],
  });
  expect((await dealList(database.read, actors.viewer, { cursor: null, limit: 10, now })).items).toHaveLength(1);
  for (const actor of [actors.buyer2, actors.provider, actors.visitor, actors.administrator]) {
    expect(await dealPage(database.read, actor, { id: dealId, now })).toBeNull();
    expect((await dealList(database.read, actor, { cursor: null, limit: 10, now })).items).toEqual([]);
    expect(await ownDraft(database.read, actor, draftId)).toBeNull();
  }
});

test("the way of a deal stops at every place between its ends, its border crossed once", async () => {
  const { database, actors, dealId } = await held();
  const deal = await dealPage(database.read, actors.buyer, { id: dealId, now: START });
  const countries = deal?.stops.map((stop) => stop.country) ?? [];
  expect([deal?.stops[0]?.id, deal?.stops.at(-1)?.id]).toEqual(["CNYIU", "KZALA"]);
  expect(countries.filter((country, at) => at > 0 && (country === "CN") !== (countries[at - 1] === "CN"))).toHaveLength(
    1,
  );
  expect(deal?.stops.length).toBe((deal?.way.legs.length ?? 0) + 1);
});
