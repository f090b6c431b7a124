import { expect, onTestFinished, test } from "vitest";
import type { Database } from "@/db/database";
import { findChain } from "@/db/repositories/chains";
import { hubTraffic } from "@/db/schema/hubs";
import { counterOffersOn, disqualificationsOf } from "@/db/repositories/decisions";
import { findDebrief } from "@/db/repositories/award";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, SYSTEM } from "@/test/bidding-market";
import { restartableDatabase } from "@/test/database";
import { execute } from "../platform/execute";
import { platformOver } from "../platform/platform";
import { deadlineRound } from "../worker/timers";
import { awardBids } from "./award-bids";
import { counterBid } from "../bidding/counter-bid";
import { cancelRequest } from "../requests/cancel-request";
import { disqualifyBid } from "./disqualify-bid";
import { extendDecisionOf, remindToDecide } from "./decision-deadline";

const SPEC = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
const haul = (minor: number) => ({
  ...offerOfThree(),
  charges: [{ code: "OFT", basis: "truck", unitPrice: { minor, currency: "CNY" } }],
  exclusions: [],
});

/** Two opened requests of one deal: customs with one bid, carriage with two. */
async function two(over?: Database) {
  const of = await biddingMarket({ negotiationRounds: 2 }, over);
  for (const id of ["provider", "provider2"]) await of.list(id, "logistics");
  const carriage = await of.ask("logistics", SPEC);
  const customs = (await of.bid()).id;
  const truck = (await of.bid(of.actors.provider, haul(900_000), carriage)).id;
  const dearer = (await of.bid(of.actors.provider2, haul(950_000), carriage)).id;
  for (const id of [of.requestId, carriage]) done(await of.closeAtItsTime(id));
  return { ...of, carriage, customs, truck, dearer };
}

test("What lies on the table of a request and what is mended there ends with that request, and with no other of its deal.", async () => {
  const of = await two();
  const counter = async (bidId: string, minor: number) =>
    done(
      await of.run(counterBid, of.actors.buyer, {
        bidId,
        charges: [{ line: 0, unitPrice: { minor, currency: "CNY" } }],
      }),
    );
  await counter(of.customs, 120_000);
  await counter(of.dearer, 890_000);
  const missing = { code: "document_missing", words: "The licence is missing" };
  done(await of.run(disqualifyBid, of.actors.buyer, { bidId: of.customs, ...missing }));
  const stands = async (bidId: string) => {
    const { requestId, state } = await of.bidRow(bidId);
    const cures = await disqualificationsOf(of.database.read, requestId);
    const offers = await counterOffersOn(of.database.read, bidId);
    return [state, cures.map((one) => one.state), offers.map((one) => one.state)];
  };
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: of.truck }] }));
  expect(await stands(of.customs)).toEqual(["submitted", ["curing"], ["open"]]);
  expect(await findDebrief(of.database.read, of.customs)).toBeNull();
  expect(await stands(of.dearer)).toEqual(["lost", [], ["lapsed"]]);
  expect(await findDebrief(of.database.read, of.dearer)).toMatchObject({ code: "price", rank: "top_three" });
  done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Not now" }));
  expect(await stands(of.customs)).toEqual(["lost", ["void"], ["lapsed"]]);
  expect((await of.bidRow(of.truck)).state).toBe("won");
});

test("Each request has its own extensions and reminders, though both are to be decided by the same time.", async () => {
  const of = await two();
  const reminded = async () =>
    (await of.events()).flatMap((event) =>
      event.type === "request.decision_due" ? [[event.requestId, event.decideBy]] : [],
    );
  of.setClock(later(DECIDES, -DAY_MS));
  done(await of.run(remindToDecide, SYSTEM, { requestId: of.requestId }));
  await deadlineRound(of.on);
  expect((await reminded()).sort()).toEqual(
    [
      [of.requestId, DECIDES],
      [of.carriage, DECIDES],
    ].sort(),
  );
  const extend = async (requestId: string, days: number) =>
    done(
      await of.run(extendDecisionOf, of.actors.buyer, {
        ...{ requestId, decideBy: toIso(later(DECIDES, days * DAY_MS)), words: "Our engineer is ill" },
      }),
    ).extensionsLeft;
  expect([await extend(of.requestId, 1), await extend(of.requestId, 2)]).toEqual([1, 0]);
  expect((await of.request(of.carriage)).decideBy).toBe(DECIDES);
  expect(await extend(of.carriage, 3)).toBe(1);
  of.setClock(later(DECIDES, DAY_MS + HOUR_MS));
  await deadlineRound(of.on);
  expect((await reminded()).slice(2)).toEqual([[of.requestId, later(DECIDES, 2 * DAY_MS)]]);
  expect((await of.request()).closedAt).toBe(later(CLOSES, HOUR_MS));
});

test("Of one deal two requests that are awarded at once, in two processes, make one chain, and the deal is counted once.", async () => {
  const copy = await restartableDatabase();
  const [database, other] = [copy.open(), copy.open()];
  onTestFinished(async () => {
    await Promise.all([database.close(), other.close()]);
    await copy.drop();
  });
  const of = await two(database);
  let tries = 0;
  const awardIn = async (open: Database, requestId: string, bidId: string) => {
    const counted: Database = { ...open, write: (work, how) => open.write((tx) => (tries++, work(tx)), how) };
    const call = { actor: of.actors.buyer, input: { requestId, bids: [{ bidId }] } };
    return done(await execute(awardBids, call, platformOver(counted, of.on.clock)));
  };
  await Promise.all([awardIn(database, of.requestId, of.customs), awardIn(other, of.carriage, of.truck)]);
  expect(tries).toBe(2);
  const counted = await database.read.select().from(hubTraffic);
  expect(Object.fromEntries(counted.map(({ service, count }) => [service, count]))).toEqual({
    ...{ customs: 1, logistics: 1, deal: 1 },
  });
  const inTurn = await two();
  for (const [requestId, bidId] of [
    [inTurn.requestId, inTurn.customs],
    [inTurn.carriage, inTurn.truck],
  ])
    done(await inTurn.run(awardBids, inTurn.actors.buyer, { requestId, bids: [{ bidId }] }));
  const gatesOf = async (read: Database["read"], dealId: string) => (await findChain(read, dealId))?.gates;
  expect(await gatesOf(database.read, of.dealId)).toEqual(await gatesOf(inTurn.database.read, inTurn.dealId));
});
