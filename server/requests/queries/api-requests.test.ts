import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { cancelRequest } from "@/server/requests/cancel-request";
import { biddingMarket, done } from "@/test/bidding-market";
import { listRequests, requestView } from "./api-requests";

test("Who was invited is told to the buyer alone; why a request ended and whose it is to those with an account.", async () => {
  const invited = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
  const open = await biddingMarket();
  done(await open.run(cancelRequest, open.actors.buyer, { requestId: open.requestId, reason: "Sold at home" }));
  const seen = async (of: typeof open, who: Actor) => {
    const view = await requestView(of.database.read, who, { id: of.requestId, now: of.on.clock() });
    return view && [view.buyer?.id ?? null, view.isOwn, view.invitedIds, view.cancelReason, view.deal !== null];
  };
  const { buyer, viewer, provider, provider2, visitor } = open.actors;
  expect(await seen(invited, buyer)).toEqual(["buyer", true, ["provider"], null, true]);
  expect(await seen(invited, viewer)).toEqual(["buyer", true, ["provider"], null, true]);
  expect(await seen(invited, provider)).toEqual(["buyer", false, null, null, true]);
  expect(await seen(invited, provider2)).toBeNull();
  expect(await seen(open, buyer)).toEqual(["buyer", true, [], "Sold at home", true]);
  expect(await seen(open, provider2)).toEqual(["buyer", false, null, "Sold at home", true]);
  expect(await seen(open, visitor)).toEqual([null, false, null, null, false]);
  const listed = async (who: Actor) => {
    const { items } = await listRequests(open.database.read, who, { afterId: null, limit: 9 });
    return items.map((row) => [row.buyer?.id ?? null, row.isOwn, "cancelReason" in row]);
  };
  expect(await listed(visitor)).toEqual([[null, false, false]]);
  expect(await listed(provider)).toEqual([["buyer", false, false]]);
  expect(await listed(buyer)).toEqual([["buyer", true, false]]);
});
