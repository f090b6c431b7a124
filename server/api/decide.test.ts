import { expect, test } from "vitest";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { awardBids } from "../award/award-bids";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "../award/disqualify-bid";
import { extendDecisionOf, prolongBid } from "../award/decision-deadline";
import { rejectBids } from "../award/reject-bids";
import { getDecision } from "../award/api";
import { getRequest } from "../requests/api";

const WORDS = "The licence copy is missing";

/** An opened request with two bids. */
async function opened() {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const cheap = await step.bid(requestId, "provider", bidBody(30_000));
  const dear = await step.bid(requestId, "provider2", bidBody(40_000));
  await step.close(requestId);
  const decision = (as: "buyer" | "provider" | "provider2") => market.call(getDecision, { as, params: { requestId } });
  return { ...market, step, requestId, cheap, dear, decision };
}

test("a bid is disqualified, mended and awarded by calls alone, and the loser reads why", async () => {
  const of = await opened();
  const [cheap, ofRequest] = [{ bidId: of.cheap }, { requestId: of.requestId }];
  const asked = await of.call(disqualifyBid, {
    as: "buyer",
    params: cheap,
    body: { code: "document_missing", words: WORDS },
  });
  expect(asked).toMatchObject({ status: 200, body: { bidId: of.cheap, state: "curing" } });
  const passedOver = await of.call(awardBids, {
    as: "buyer",
    params: ofRequest,
    body: { bids: [{ bidId: of.dear }] },
  });
  expect(passedOver).toMatchObject({ status: 409, body: { code: "cure_pending" } });
  await of.upload("provider", { subject: "cure", subjectId: of.requestId });
  expect(await of.call(sendCureOfBid, { as: "provider", params: cheap, body: { words: "Here it is" } })).toMatchObject({
    status: 200,
    body: { state: "answered" },
  });
  expect((await of.decision("buyer")).body).toMatchObject({
    disqualifications: [{ bidder: { id: "provider" }, isCuring: true, cureWords: "Here it is" }],
    extensionsLeft: 2,
    latestExtension: null,
    buyerRecord: null,
  });
  expect((await of.decision("provider2")).body).toMatchObject({
    disqualifications: [],
    buyerRecord: { closedCount: 0 },
  });
  expect(await of.call(judgeCureOfBid, { as: "buyer", params: cheap, body: { isAccepted: true } })).toMatchObject({
    status: 200,
    body: { state: "void" },
  });
  const reasons = [{ bidId: of.dear, code: "experience", words: "No work at this hub" }];
  const awarded = await of.call(awardBids, {
    as: "buyer",
    params: ofRequest,
    body: { bids: [{ bidId: of.cheap }], reasons },
  });
  expect(awarded.status, awarded.text).toBe(201);
  expect((await of.decision("provider2")).body).toMatchObject({
    debrief: { rank: "top_three", gap: null, code: "experience", words: "No work at this hub" },
  });
  expect((await of.decision("provider")).body).toMatchObject({ debrief: null });
});

test("all bids are rejected by a call, and their bidders read the reason", async () => {
  const of = await opened();
  const params = { requestId: of.requestId };
  const rejected = await of.call(rejectBids, { as: "buyer", params, body: { code: "over_budget", words: "Too dear" } });
  expect(rejected).toMatchObject({ status: 200, body: { state: "cancelled" } });
  expect((await of.decision("provider")).body).toMatchObject({
    end: { kind: "rejected", code: "over_budget" },
    debrief: { code: "all_rejected", detail: "over_budget", words: "Too dear" },
  });
});

test("a time to decide is moved and a bid held for longer by calls, each with the refusal that fits", async () => {
  const of = await opened();
  const params = { requestId: of.requestId };
  const request = (await of.call(getRequest, { as: "buyer", params })).body as { bidding: { decideBy: string } };
  const at = (days: number) => new Date(Date.parse(request.bidding.decideBy) + days * 86_400_000).toISOString();
  const extend = (days: number) =>
    of.call(extendDecisionOf, { as: "buyer", params, body: { decideBy: at(days), words: "We wait for a permit" } });
  expect(await extend(0)).toMatchObject({ status: 422, body: { code: "decides_earlier" } });
  expect(await extend(1)).toMatchObject({ status: 200, body: { decideBy: at(1), extensionsLeft: 1 } });
  expect(await extend(2)).toMatchObject({ status: 200 });
  expect(await extend(3)).toMatchObject({ status: 409, body: { code: "extensions_used" } });
  for (const who of ["buyer", "provider"] as const)
    expect((await of.decision(who)).body).toMatchObject({
      extensionsLeft: 0,
      latestExtension: { decideBy: at(2), reason: "We wait for a permit" },
    });
  const prolong = (days: number) =>
    of.call(prolongBid, { as: "provider", params: { bidId: of.cheap }, body: { validUntil: at(days) } });
  expect(await prolong(-30)).toMatchObject({ status: 422, body: { code: "not_longer" } });
  expect(await prolong(20)).toMatchObject({ status: 200, body: { id: of.cheap, version: 2 } });
});
