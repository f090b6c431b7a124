import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { DEAL_SORTS } from "@/domain/deals/deal-sort";
import { dealExample, type WireDeal } from "@/domain/deals/deal-example";
import { biddingMarket, done } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { createDeal } from "./create-deal";
import { countDeals, dealList } from "./queries";

type Asked = Partial<Parameters<typeof dealList>[2]>;

async function market() {
  const made = await biddingMarket();
  const post = async (changes: Partial<WireDeal>) =>
    done(await made.run(createDeal, made.actors.buyer, dealExample(changes))).id;
  const later = await post({ title: "Copper cathodes", readyDate: "2026-12-20", hubId: "alashankou", mode: "rail" });
  const sooner = await post({ title: "Cotton towels", readyDate: "2026-12-05" });
  const ids = async (asked: Asked, viewer: Actor = made.actors.buyer) => {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof dealList>> = await dealList(made.database.read, viewer, {
        ...{ limit: 1, now: START, ...asked, cursor },
      });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  };
  return { ...made, first: made.dealId, later, sooner, ids };
}

test("deals are sorted by their posting and by the day on which the goods are ready, page by page", async () => {
  const { ids, first, later, sooner } = await market();
  expect(await ids({})).toEqual([sooner, later, first]);
  expect(await ids({ sort: "posted" })).toEqual([first, later, sooner]);
  expect(await ids({ sort: "ready" })).toEqual([sooner, first, later]);
  expect(await ids({ sort: "-ready" })).toEqual([later, first, sooner]);
});

test("deals are narrowed by words, by hub and transport, and by what is asked for them", async () => {
  const { ids, first, later } = await market();
  expect(await ids({ hubId: "alashankou" })).toEqual([later]);
  expect(await ids({ mode: "rail" })).toEqual([later]);
  expect(await ids({ service: "customs" })).toEqual([first]);
  expect(await ids({ service: "customs", state: "open" })).toEqual([first]);
  expect(await ids({ state: "awarded" })).toEqual([]);
  expect(await ids({ q: "inverters", hubId: "alashankou" })).toEqual([]);
  expect(await ids({ q: "inverters" })).toEqual([first]);
});

test("the list is counted as it is asked, no further than its limit, and for its buyer alone", async () => {
  const { database, actors } = await market();
  const counted = (viewer: Actor, asked: object = {}) => countDeals(database.read, viewer, { limit: 50, ...asked });
  expect(await counted(actors.buyer)).toBe(3);
  expect(await counted(actors.buyer, { mode: "rail" })).toBe(1);
  expect(await counted(actors.buyer, { q: "inverters" })).toBe(1);
  expect(await counted(actors.buyer, { limit: 2 })).toBe(2);
  for (const viewer of [actors.buyer2, actors.provider, actors.visitor]) expect(await counted(viewer)).toBe(0);
});

test("whatever the list is asked, it shows nobody else's deals", async () => {
  const { ids, actors } = await market();
  for (const viewer of [actors.buyer2, actors.provider, actors.administrator, actors.visitor])
    for (const sort of DEAL_SORTS) {
      expect(await ids({ sort }, viewer)).toEqual([]);
      expect(await ids({ sort, q: "inverters", service: "customs" }, viewer)).toEqual([]);
    }
});
