import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { nextRequest } from "@/domain/deals/deal-turn";
import type { LineState } from "@/domain/shared/states";
import { biddingMarket, done } from "@/test/bidding-market";
import type { Actor } from "@/domain/access/actor";
import { dealExample } from "@/domain/deals/deal-example";
import { SPECS } from "@/test/four-kinds";
import { HOUR_MS, later } from "@/domain/shared/instant";
import { awardBids } from "../award/award-bids";
import { createDeal } from "./create-deal";
import { keepTemplate } from "./templates";
import { saveDraft } from "./drafts";
import { newId } from "../platform/new-id";
import { requestPage } from "../requests/queries/request-page";
import { requestList } from "../requests/queries/requests";
import { dealList, dealPage, draftList, ownDraft, templateList } from "./queries";

test("a deal says that a delivery waits for its buyer, and that it is finished once its order is, in the list and on its page", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const turns = async (state: LineState) => {
    await of.database.write((tx) => tx.update(orders).set({ state }).returning({ id: orders.id }));
    const [read, now] = [of.database.read, of.on.clock()];
    const list = await dealList(read, of.actors.buyer, { cursor: null, limit: 10, now });
    const page = await dealPage(read, of.actors.buyer, { id: of.dealId, now });
    return [list.items[0]?.requests, page?.requests].map((requests) => nextRequest(requests ?? [])?.turn);
  };
  const twice = (holder: string, act: string) => Array.from({ length: 2 }, () => ({ holder, act }));
  expect(await turns("in_progress")).toMatchObject(twice("provider", "report"));
  expect(await turns("delivered")).toMatchObject(twice("buyer", "accept"));
  expect(await turns("completed")).toMatchObject(twice("nobody", "finished"));
});

test("The request that an order came of says to its parties that it is finished or called off and when, on its page and in lists, and to others no more than that it is awarded.", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  await of.bid(of.actors.provider2);
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const now = of.on.clock();
  const turns = async (viewer: Actor, end: Partial<typeof orders.$inferInsert>) => {
    await of.database.write((tx) => tx.update(orders).set(end).returning({ id: orders.id }));
    const page = await requestPage(of.database.read, viewer, { id: of.requestId, now });
    const list = await requestList(of.database.read, viewer, { filter: { state: "awarded" }, limit: 10, now });
    return [page?.turn, list.items.find(({ id }) => id === of.requestId)?.turn];
  };
  const twice = (turn: object) => [turn, turn];
  const finished = { state: "completed", completedAt: now } as const;
  const calledOff = { state: "cancelled", completedAt: null, cancelledAt: now } as const;
  for (const party of [of.actors.buyer, of.actors.provider]) {
    expect(await turns(party, { state: "in_progress", completedAt: null, cancelledAt: null })).toMatchObject(
      twice({ holder: "provider", act: "report", by: null }),
    );
    expect(await turns(party, finished)).toEqual(twice({ holder: "nobody", act: "finished", by: null, endedAt: now }));
    expect(await turns(party, calledOff)).toEqual(
      twice({ holder: "nobody", act: "called_off", by: null, endedAt: now }),
    );
  }
  for (const other of [of.actors.provider2, of.actors.visitor])
    expect(await turns(other, finished)).toEqual(twice({ holder: "nobody", act: "awarded", by: null }));
});

test("A buyer reads its own deals, the latest first, each with its own requests; nobody else reads any.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const post = async (by: Actor) => done(await of.run(createDeal, by, dealExample())).id;
  const [second, theirs] = [await post(of.actors.buyer), await post(of.actors.buyer2)];
  const now = of.on.clock();
  const page = async (viewer: Actor, cursor: string | null = null, limit = 10) => {
    const { items, nextCursor } = await dealList(read, viewer, { cursor, limit, now });
    return { ids: items.map(({ id, requests }) => [id, requests.map((one) => one.id)]), nextCursor };
  };
  const [first, last] = [
    [second, []],
    [of.dealId, [of.requestId]],
  ];
  expect(await page(of.actors.viewer)).toEqual({ ids: [first, last], nextCursor: null });
  const { ids, nextCursor } = await page(of.actors.buyer, null, 1);
  expect([ids, await page(of.actors.buyer, nextCursor, 1)]).toEqual([[first], { ids: [last], nextCursor: null }]);
  expect((await page(of.actors.buyer2)).ids).toEqual([[theirs, []]]);
  for (const other of [of.actors.provider, of.actors.administrator, of.actors.visitor]) {
    expect((await page(other)).ids).toEqual([]);
    expect(await dealPage(read, other, { id: of.dealId, now })).toBeNull();
  }
  expect(await dealPage(read, of.actors.buyer2, { id: of.dealId, now })).toBeNull();
  expect((await dealPage(read, of.actors.buyer, { id: second, now }))?.requests).toEqual([]);
});

test("A loading that is watched after the last day of the pick-up is warned of on the deal's page and on its buyer's own request, and nobody else learns of that day.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const loading = { type: "container_loading", factoryAddress: "Yiwu, Industry Road 18", date: "2026-12-14" };
  const id = await of.ask("inspection", loading);
  const now = of.on.clock();
  const shown = async () => (await dealPage(read, of.actors.buyer, { id: of.dealId, now }))?.conflicts;
  const warned = async (viewer: Actor) =>
    (await requestPage(read, viewer, { id, now }))?.warnings.map(({ key }) => key);
  expect(await warned(of.actors.buyer)).toEqual([]);
  await of.ask("logistics", { ...SPECS.logistics, equipment: "tilt_136", temperature: undefined });
  const warnings = [{ key: "loading_after_pickup", values: { lastPickUpDay: "2026-12-13" } }];
  expect(await shown()).toContainEqual({ service: "inspection", warnings });
  expect(await warned(of.actors.buyer)).toEqual(["loading_after_pickup"]);
  expect(await warned(of.actors.provider)).toEqual([]);
});

test("Drafts and templates of postings are for those of an organisation who may post, the last touched first.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const [early, late, theirs] = [newId(), newId(), newId()];
  const save = (by: Actor, draftId: string, title: string) => of.run(saveDraft, by, { draftId, fields: { title } });
  await save(of.actors.buyer, early, "early");
  of.setClock(later(of.on.clock(), HOUR_MS));
  await save(of.actors.buyer, late, "late");
  await save(of.actors.buyer2, theirs, "theirs");
  await of.run(keepTemplate, of.actors.buyer, { draftId: early, templateId: newId(), name: "ours" });
  const drafts = async (by: Actor) => (await draftList(read, by)).map(({ title }) => title);
  const templates = async (by: Actor) => (await templateList(read, by)).map(({ name }) => name);
  expect([await drafts(of.actors.buyer), await drafts(of.actors.buyer2)]).toEqual([["late", "early"], ["theirs"]]);
  expect([await templates(of.actors.buyer), await templates(of.actors.buyer2)]).toEqual([["ours"], []]);
  of.setClock(later(of.on.clock(), HOUR_MS));
  await save(of.actors.buyer, early, "early, changed");
  expect(await drafts(of.actors.buyer)).toEqual(["early, changed", "late"]);
  for (const other of [of.actors.viewer, of.actors.provider, of.actors.administrator, of.actors.visitor]) {
    expect(await ownDraft(read, other, early)).toBeNull();
    expect(await drafts(other)).toEqual([]);
    expect(await templates(other)).toEqual([]);
  }
  expect(await ownDraft(read, of.actors.buyer2, early)).toBeNull();
  expect(await ownDraft(read, of.actors.buyer, early)).toMatchObject({ id: early });
});
