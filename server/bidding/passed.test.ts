import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { outbox } from "@/db/schema/notices";
import { biddingMarket, done, refusalOf } from "@/test/bidding-market";
import { requestList } from "../requests/queries/requests";
import { requestPage } from "../requests/queries/request-page";
import { passRequest, takeUpRequest } from "./pass-request";
import { deskQueue } from "./queries/desk";
import { isPassedOn, passedRequests as passedOn, requestsToPass } from "./queries/passed";

async function market() {
  const of = await biddingMarket();
  const { read } = of.database;
  const { requestId } = of;
  const now = of.on.clock();
  const pass = (by: Actor) => of.run(passRequest, by, { requestId });
  const takeUp = (by: Actor) => of.run(takeUpRequest, by, { requestId });
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const listed = async (by: Actor, filter: object = {}) =>
    ids((await requestList(read, by, { filter, limit: 10, now })).items);
  /** What each of the lists of what fits has, and those of what was passed on. */
  const seen = async (by: Actor) => ({
    desk: ids((await deskQueue(read, by, { service: null, now })).items),
    fitting: ids(await requestsToPass(read, by, { now })),
    passed: ids(await passedOn(read, by, { now })),
    filtered: await listed(by, { passed: "1" }),
  });
  return { ...of, pass, takeUp, listed, seen, now };
}

test("a request that is not for a provider leaves what fits it, is found by search and under its filter, and may be taken back", async () => {
  const of = await market();
  const { provider } = of.actors;
  const { requestId } = of;
  const before = await of.seen(provider);
  expect(before).toEqual({ desk: [requestId], fitting: [requestId], passed: [], filtered: [] });
  done(await of.pass(provider));
  done(await of.pass(provider));
  expect(await of.seen(provider)).toEqual({ desk: [], fitting: [], passed: [requestId], filtered: [requestId] });
  expect((await deskQueue(of.database.read, provider, { service: null, now: of.now })).count).toBe(0);
  expect(await of.listed(provider)).toContain(requestId);
  done(await of.takeUp(provider));
  expect(await of.seen(provider)).toEqual(before);
});

test("what an organisation has passed on is seen by nobody else: not by its buyer, another provider, the market or a visitor", async () => {
  const of = await market();
  const { provider, provider2, buyer, administrator, visitor } = of.actors;
  const others = [provider2, buyer, administrator, visitor];
  const look = () =>
    Promise.all(
      others.map(async (by) => [
        await requestPage(of.database.read, by, { id: of.requestId, now: of.now }),
        await of.listed(by),
        await of.seen(by),
        await isPassedOn(of.database.read, by, of.requestId),
      ]),
    );
  const [before, events] = [await look(), await of.database.read.$count(outbox)];
  done(await of.pass(provider));
  expect(await look()).toEqual(before);
  expect(await of.database.read.$count(outbox)).toBe(events);
  // Nor does anybody else take it back.
  done(await of.takeUp(provider2));
  expect(await isPassedOn(of.database.read, provider, of.requestId)).toBe(true);
});

test("a bid takes back that its request was passed on, and what is bid on is withdrawn and not passed on", async () => {
  const of = await market();
  const { provider } = of.actors;
  done(await of.pass(provider));
  await of.bid();
  expect(await of.seen(provider)).toEqual({ desk: [], fitting: [], passed: [], filtered: [] });
  expect(await isPassedOn(of.database.read, provider, of.requestId)).toBe(false);
  expect(refusalOf(await of.pass(provider))).toBe("bid_exists");
});

test("nobody passes on their own request, nor on one that they do not see or that takes no bids", async () => {
  const of = await market();
  expect(refusalOf(await of.pass(of.actors.buyer))).toBe("own_request");
  expect(refusalOf(await of.run(passRequest, of.actors.provider, { requestId: "nothing" }))).toBe("not_found");
  expect((await of.pass(of.actors.visitor)).kind).not.toBe("done");
  done(await of.closeAtItsTime());
  expect(refusalOf(await of.pass(of.actors.provider))).toBe("request_not_open");
});
