import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { cancelRequest } from "@/server/requests/cancel-request";
import { cargoLines } from "@/db/schema/deals";
import { biddingMarket, done } from "@/test/bidding-market";
import { listRequests, requestView } from "./api-requests";
import { requestPage } from "./request-page";

test("Who was invited is told to the buyer alone, whose a request is to those with an account, and why it ended to everybody, as on its page.", async () => {
  const invited = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
  const open = await biddingMarket();
  done(await open.run(cancelRequest, open.actors.buyer, { requestId: open.requestId, reason: "Sold at home" }));
  const seen = async (of: typeof open, who: Actor) => {
    const view = await requestView(of.database.read, who, { id: of.requestId, now: of.on.clock() });
    return view && [view.buyer?.id ?? null, view.isOwn, view.invitedIds, view.cancelReason];
  };
  const { buyer, viewer, provider, provider2, visitor } = open.actors;
  expect(await seen(invited, buyer)).toEqual(["buyer", true, ["provider"], null]);
  expect(await seen(invited, viewer)).toEqual(["buyer", true, ["provider"], null]);
  expect(await seen(invited, provider)).toEqual(["buyer", false, null, null]);
  expect(await seen(invited, provider2)).toBeNull();
  expect(await seen(open, buyer)).toEqual(["buyer", true, [], "Sold at home"]);
  expect(await seen(open, provider2)).toEqual(["buyer", false, null, "Sold at home"]);
  expect(await seen(open, visitor)).toEqual([null, false, null, "Sold at home"]);
  const asked = { id: open.requestId, now: open.on.clock() };
  expect((await requestPage(open.database.read, visitor, asked))?.cancelReason).toBe("Sold at home");
  const listed = async (who: Actor) => {
    const { items } = await listRequests(open.database.read, who, { afterId: null, limit: 9 });
    return items.map((row) => [row.buyer?.id ?? null, row.isOwn, "cancelReason" in row]);
  };
  expect(await listed(visitor)).toEqual([[null, false, false]]);
  expect(await listed(provider)).toEqual([["buyer", false, false]]);
  expect(await listed(buyer)).toEqual([["buyer", true, false]]);
});

test("whoever reads a request reads the same of its deal by a program as on its page, and visitors no marks", async () => {
  const of = await biddingMarket();
  const marks = "YIWU TOYS No. 1-90";
  await of.database.write((tx) => tx.update(cargoLines).set({ marks }));
  const marksTo = async (who: Actor) => {
    const asked = { id: of.requestId, now: of.on.clock() };
    const page = await requestPage(of.database.read, who, asked);
    const program = await requestView(of.database.read, who, asked);
    expect(program?.deal).toEqual({ incoterm: page?.incoterm, goodsValue: page?.goodsValue, cargo: page?.cargo });
    return program?.deal.cargo[0]?.marks;
  };
  const { buyer, provider, visitor } = of.actors;
  expect([await marksTo(buyer), await marksTo(provider), await marksTo(visitor)]).toEqual([marks, marks, null]);
});
