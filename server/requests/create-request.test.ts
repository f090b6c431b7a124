import { EXPORTER } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { invitedTo, requestsOfDeal } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { dealPage } from "../deals/queries";
import { requestPage } from "./queries/request-page";
import { rejectBids } from "../award/reject-bids";
import { askAgain } from "./create-request";
import { chooseFallbackOf } from "./choose-fallback";
import { lapseRequest } from "./cancel-request";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
const TIMES = { closesAt: toIso(later(CLOSES, 5 * DAY_MS)), decideBy: toIso(later(CLOSES, 9 * DAY_MS)) };

/** A request for customs that has closed without a bid. */
async function unfilled() {
  const of = await biddingMarket({ negotiationRounds: 2, mayCloseEarly: true, invitedIds: ["provider"] });
  expect(done(await of.closeAtItsTime()).state).toBe("no_bids");
  return { ...of, again: (more: object = {}, by = of.actors.buyer) => again(of, more, by) };
}

const again = (of: Market, more: object = {}, by = of.actors.buyer) =>
  of.run(askAgain, by, { requestId: of.requestId, ...TIMES, ...more });

const successorOf = async (of: Market) => (await requestsOfDeal(of.database.read, of.dealId))[0];

describe("a request that is asked again", () => {
  test("takes the old one's place with all that it said, open for bids, and invites whom it invited", async () => {
    const of = await unfilled();
    const { id } = done(await of.again());
    const [old, fresh] = [await of.request(), await of.request(id)];
    expect(fresh).toMatchObject({
      ...{ state: "open", service: "customs", dealId: of.dealId, replacesId: of.requestId, bidCount: 0 },
      ...{ closesAt: Date.parse(TIMES.closesAt), decideBy: Date.parse(TIMES.decideBy) },
      ...{ spec: old.spec, bidMode: old.bidMode, visibility: old.visibility, mayCloseEarly: true },
      terms: { negotiationRounds: 2, questionsUntil: null },
    });
    expect(old).toMatchObject({ state: "no_bids", fallback: "again", fallbackByUserId: "user-buyer" });
    expect(await invitedTo(of.database.read, id)).toEqual(["provider"]);
    expect((await requestsOfDeal(of.database.read, of.dealId)).map((request) => request.id)).toEqual([id]);
    const events = (await of.events()).slice(-2);
    expect(events).toMatchObject([
      { type: "request.published", requestId: id, invitedOrganisationIds: ["provider"] },
      { type: "chain.fallback_chosen", service: "customs", fallback: "again" },
    ]);
  });

  test("is bid on like any other, and no bid goes to the old one any more", async () => {
    const of = await unfilled();
    const { id } = done(await of.again());
    const offer = { validUntil: toIso(later(CLOSES, 20 * DAY_MS)) };
    const { id: bidId } = await of.bid(of.actors.provider, { ...offerOfThree(), ...offer }, id);
    expect((await of.bidRow(bidId)).requestId).toBe(id);
    await expect(of.bid(of.actors.provider2)).rejects.toThrow("request_not_open");
  });

  test("may say something else, and be asked of those alone who are named", async () => {
    const of = await unfilled();
    const spec = { side: "export", supervisionMode: "1039", ...EXPORTER };
    const { id } = done(await of.again({ spec, visibility: "invited", invitedIds: ["provider2"] }));
    expect(await of.request(id)).toMatchObject({ visibility: "invited", spec: { supervisionMode: "1039" } });
    expect(await invitedTo(of.database.read, id)).toEqual(["provider2"]);
  });

  test.each([
    ["closes_too_soon", { closesAt: toIso(CLOSES) }],
    ["decides_before_close", { decideBy: toIso(later(CLOSES, 5 * DAY_MS)) }],
    ["nobody_invited", { visibility: "invited", invitedIds: [] }],
    ["provider_unknown", { invitedIds: ["buyer2"] }],
    ["spec_invalid", { spec: { side: "sideways" } }],
    ["stale_version", { version: 1 }],
  ] as const)("is refused by %s, and the old one stays as it was", async (code, more) => {
    const of = await unfilled();
    expect(refusalOf(await of.again(more))).toBe(code);
    expect((await of.request()).fallback).toBeNull();
    expect((await successorOf(of))?.id).toBe(of.requestId);
  });

  test("is its buyer's to ask, once, and only where nobody was chosen", async () => {
    const open = await biddingMarket();
    expect(refusalOf(await again(open))).toBe("wrong_state");
    const of = await unfilled();
    for (const by of [of.actors.buyer2, of.actors.provider])
      expect(refusalOf(await again(open, {}, by))).toBe("not_found");
    done(await of.again());
    expect(refusalOf(await of.again())).toBe("wrong_state");
    expect(
      refusalOf(await of.run(chooseFallbackOf, of.actors.buyer, { requestId: of.requestId, choice: "drop" })),
    ).toBe("wrong_state");
  });

  test("can be asked again in its turn, and of two who ask at once one does", async () => {
    const of = await unfilled();
    const outcomes = await Promise.all([of.again(), of.again(), of.again()]);
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const all = await of.database.read.select({ id: requests.id }).from(requests);
    expect(all).toHaveLength(2);
  });
});

test("where all bids were rejected or nobody decided in time, the buyer says how the deal goes on as well", async () => {
  const rejected = await biddingMarket();
  await rejected.bid();
  await rejected.closeAtItsTime();
  done(
    await rejected.run(rejectBids, rejected.actors.buyer, {
      requestId: rejected.requestId,
      code: "over_budget",
      words: "Too dear",
    }),
  );
  expect(await rejected.request()).toMatchObject({ state: "cancelled", isRejected: true });
  done(await again(rejected));

  const late = await biddingMarket();
  await late.bid();
  await late.closeAtItsTime();
  late.setClock(later(DECIDES, 1));
  done(await late.run(lapseRequest, SYSTEM, { requestId: late.requestId }));
  const choice = { requestId: late.requestId, choice: "do_it_ourselves" };
  expect(done(await late.run(chooseFallbackOf, late.actors.buyer, choice)).fallback).toBe("self");
});

test("it is the buyer's turn on the request's page and the deal's until it has said, and nobody else is offered a choice", async () => {
  const of = await unfilled();
  const now = later(CLOSES, DAY_MS);
  const page = (viewer: typeof of.actors.buyer) => requestPage(of.database.read, viewer, { id: of.requestId, now });
  const deal = () => dealPage(of.database.read, of.actors.buyer, { id: of.dealId, now });
  const all = ["ask_again", "do_it_ourselves", "drop"];
  expect(await page(of.actors.buyer)).toMatchObject({ turn: { holder: "buyer", act: "choose" }, choices: all });
  expect(await page(of.actors.provider)).toMatchObject({ choices: [], successor: null });
  expect((await deal())?.requests).toMatchObject([{ turn: { holder: "buyer", act: "choose" }, choices: all }]);
  const { id, reference } = done(await of.again());
  for (const viewer of [of.actors.buyer, of.actors.provider])
    expect(await page(viewer)).toMatchObject({ turn: { act: "ended" }, choices: [], successor: { id, reference } });
  expect((await deal())?.requests.map((request) => request.id)).toEqual([id]);
});
