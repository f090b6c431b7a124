import { confirmBid } from "@/server/bidding/confirm-bid";
import { reviseBid } from "@/server/bidding/submit-bid";
import { expect, test } from "vitest";
import { type Answered, type ApiMarket, apiMarket, CUSTOMS } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { getRequest, listAmendments, listRequests } from "../requests/api";
import { getBid, listBids } from "../bidding/api";
import { changeRequest } from "../requests/change-request";

type Bid = { state: string; isStale: boolean; amendment: number; version: number; total: { minor: number } };
type Amendments = { items: { number: number; reason: string; staleCount: number; changes: { path: string }[] }[] };

const of = <Body>({ body }: Answered): Body => body as unknown as Body;

async function amended() {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bidId = await step.bid(requestId);
  const body = { spec: { ...CUSTOMS, declarations: 3, remarks: "Gate 7" }, reason: "The factory splits the goods" };
  const answered = await market.call(changeRequest, { as: "buyer", params: { requestId }, body });
  expect(answered.status, answered.text).toBe(200);
  return { market, requestId, bidId };
}

const bidOf = async (market: ApiMarket, bidId: string) =>
  of<Bid>(await market.call(getBid, { as: "provider", params: { bidId } }));

test("an amendment is read by all who see the request: with a key all that changed, without one none of the spec", async () => {
  const { market, requestId } = await amended();
  const [told] = of<Amendments>(await market.call(listAmendments, { as: "provider", params: { requestId } })).items;
  expect(told).toMatchObject({ number: 1, reason: "The factory splits the goods", staleCount: 1 });
  expect(told?.changes.map(({ path }) => path)).toEqual(["spec.declarations", "spec.remarks"]);
  const seen = await market.call(listAmendments, { as: null, params: { requestId } });
  expect(of<Amendments>(seen).items[0]?.changes).toEqual([]);
  expect(seen.text).not.toContain("Gate 7");
  const strange = await market.call(listAmendments, { as: "provider", params: { requestId: "none" } });
  expect(strange.status).toBe(404);
});

test("a bid says that it is stale, and confirmed that it answers the amendment, with the total of the new quantities", async () => {
  const { market, requestId, bidId } = await amended();
  const before = await bidOf(market, bidId);
  expect(before).toMatchObject({ state: "stale", isStale: true, amendment: 0, version: 1 });
  const call = { as: "provider", params: { bidId }, body: { amendment: 1 } } as const;
  const confirmed = await market.call(confirmBid, call);
  expect([confirmed.status, confirmed.body]).toEqual([200, { id: bidId, version: 2 }]);
  const after = await bidOf(market, bidId);
  expect(after).toMatchObject({ state: "submitted", isStale: false, amendment: 1 });
  expect(after.total.minor).toBeGreaterThan(before.total.minor);
  const again = await market.call(confirmBid, call);
  expect([again.status, of<{ code: string }>(again).code]).toEqual([409, "wrong_state"]);
  expect(of<{ count: number }>(await market.call(listBids, { as: "buyer", params: { requestId } })).count).toBe(1);
});

test("A PATCH that was under way when the request was amended is refused, and says which amendment is current.", async () => {
  const { market, bidId } = await amended();
  const patch = (body: object) => market.call(reviseBid, { as: "provider", params: { bidId }, body });
  for (const body of [{ transitDays: { min: 1, max: 3 } }, { transitDays: { min: 1, max: 3 }, amendment: 0 }]) {
    const refused = await patch(body);
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.objectContaining({ code: "amended_again", details: { amendment: 1 } }),
    ]);
  }
  expect(await bidOf(market, bidId)).toMatchObject({ isStale: true, amendment: 0, version: 1 });
  const taken = await patch({ transitDays: { min: 1, max: 3 }, amendment: 1 });
  expect([taken.status, of<{ version: number }>(taken).version]).toEqual([200, 2]);
  expect(await bidOf(market, bidId)).toMatchObject({ isStale: false, amendment: 1, version: 2 });
});

test("the answer to a confirmation holds no amount, and a repeated key confirms once", async () => {
  const { market, bidId } = await amended();
  const call = { as: "provider", params: { bidId }, body: {}, key: "confirm-once" } as const;
  const [first, second] = [await market.call(confirmBid, call), await market.call(confirmBid, call)];
  expect(first.text).toBe(second.text);
  expect(Object.keys(first.body)).toEqual(["id", "version"]);
});

test("the end that an amendment moved is the one that the list and the request say", async () => {
  const { market, requestId } = await amended();
  const bidding = { closesAt: "2026-11-28T00:00:00.000Z", decideBy: "2026-12-03T00:00:00.000Z" };
  const later = { bidding, reason: "The ship is late" };
  const answered = await market.call(changeRequest, { as: "buyer", params: { requestId }, body: later });
  expect(answered.status, answered.text).toBe(200);
  type Request = { id: string; amendmentCount: number; bidding: { closesAt: string } };
  const one = of<Request>(await market.call(getRequest, { as: "provider", params: { requestId } }));
  const { items } = of<{ items: Request[] }>(await market.call(listRequests, { as: null }));
  const closes = [one, items.find(({ id }) => id === requestId)].map((request) => request?.bidding.closesAt);
  expect([...closes, one.amendmentCount]).toEqual([bidding.closesAt, bidding.closesAt, 2]);
});
