import { describe, expect, test } from "vitest";
import { isTurnOf } from "@/domain/requests/request-turn";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { amendMarket, SPEC } from "@/test/amend-market";
import { CLOSES, done } from "@/test/bidding-market";
import { previewConfirmation } from "../end-bids";
import { withdrawBid } from "../../bidding/withdraw-bid";
import { unconfirmedAtClose } from "./amendments";
import { requestPage } from "./request-page";
import { deskQueue, ownBids } from "../../bidding/queries/desk";
import { requestList } from "./requests";

async function stale(bidding: object = {}) {
  const of = await amendMarket(bidding);
  const { id: bidId } = await of.bid();
  done(await of.amend({ spec: { ...SPEC, declarations: 9 } }));
  const { read } = of.database;
  const now = of.on.clock();
  return {
    ...of,
    bidId,
    page: (by = of.actors.provider) => requestPage(read, by, { id: of.requestId, now: of.on.clock() }),
    listed: async () => (await requestList(read, of.actors.provider, { filter: {} as never, limit: 10, now })).items[0],
    desk: async () => (await deskQueue(read, of.actors.provider, { service: null, now })).items.map(({ id }) => id),
    mine: async () =>
      (await ownBids(read, of.actors.provider, { state: "stale", cursor: null, limit: 9, now })).items.map(
        ({ id }) => id,
      ),
    preview: (by = of.actors.provider) => previewConfirmation(read, by, { bidId, now: of.on.clock() }),
  };
}

describe("a bid that waits to be confirmed", () => {
  test("is its bidder's turn on page, list, desk and among its bids, until it is confirmed", async () => {
    const of = await stale();
    const page = await of.page();
    expect([page?.turn.act, page?.side, page?.ownBid?.state]).toEqual(["confirm", "bidder", "stale"]);
    const row = await of.listed();
    expect(row && isTurnOf(row.turn, row.side)).toBe(true);
    expect([await of.desk(), await of.mine()]).toEqual([[of.requestId], [of.bidId]]);
    done(await of.confirm(of.bidId));
    expect((await of.page())?.turn.act).toBe("bid");
    expect([await of.desk(), await of.mine()]).toEqual([[], []]);
  });

  test("is nobody else's turn: not the buyer's, nor that of another bidder", async () => {
    const of = await stale();
    await of.bid(of.actors.provider2);
    for (const by of [of.actors.buyer, of.actors.provider2]) expect((await of.page(by))?.turn.act).toBe("bid");
  });

  test("shows its bidder what it comes to now, and nobody else", async () => {
    const of = await stale();
    const preview = await of.preview();
    expect(preview?.after.ok && preview.after.value.total.minor > preview.before.minor).toBe(true);
    expect(preview?.after).toMatchObject({ value: { because: "quantities" } });
    expect([await of.preview(of.actors.buyer), await of.preview(of.actors.provider2)]).toEqual([null, null]);
    const shown = preview?.after.ok ? preview.after.value.total.minor : 0n;
    done(await of.confirm(of.bidId));
    expect(BigInt((await of.page())?.ownBid?.versions[0].content.totalMinor ?? 0)).toBe(shown);
    expect(await of.preview()).toBeNull();
  });

  test("says why it cannot be confirmed as it is, before anybody tries", async () => {
    const of = await stale();
    done(await of.amend({ bidding: { decideBy: toIso(later(CLOSES, 1_000 * HOUR_MS)) } }));
    expect((await of.preview())?.after).toMatchObject({ ok: false, refusal: { code: "validity_too_short" } });
  });
});

test("the earlier versions of a bid that was confirmed anew stay to be seen by its bidder (lesson 8)", async () => {
  const of = await stale();
  done(await of.confirm(of.bidId));
  expect((await of.page())?.ownBid?.versions.map(({ version }) => version)).toEqual([2, 1]);
});

test("a late amendment's close is the one that page and list say to all (lesson 17)", async () => {
  const of = await stale();
  of.setClock(later(CLOSES, -HOUR_MS));
  done(await of.amend({ spec: { ...SPEC, declarations: 4 } }));
  const extended = later(CLOSES, 12 * HOUR_MS);
  const pages = [await of.page(), await of.page(of.actors.buyer), await of.page(of.actors.visitor)];
  expect(pages.map((page) => [page?.closesAt, page?.turn.by])).toEqual(pages.map(() => [extended, extended]));
  expect((await of.listed())?.closesAt).toBe(extended);
});

test("after the close it is told how many bids were not confirmed; one that was withdrawn is not among them", async () => {
  const of = await stale();
  const { id: bidId } = await of.bid(of.actors.provider2);
  done(await of.amend({ spec: { ...SPEC, declarations: 4 } }));
  done(await of.run(withdrawBid, of.actors.provider2, { bidId }));
  expect(await unconfirmedAtClose(of.database.read, await of.request())).toBe(0);
  done(await of.closeAtItsTime());
  expect(await unconfirmedAtClose(of.database.read, await of.request())).toBe(1);
});
