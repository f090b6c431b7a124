import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { BidContent } from "@/domain/bidding/bid";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { prolongBid } from "@/server/award/decision-deadline";
import { answerCounterOffer } from "@/server/award/answer-counter-offer";
import { counterBid } from "@/server/bidding/counter-bid";
import { requestPage } from "@/server/requests/queries/request-page";
import { receiptOfOpenBid } from "@/server/sealing/seal-bid";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { tamperWith } from "@/test/tamper";
import { sayFinding } from "./bid-files";
import { verifyRequest } from "./closing-proof";

/** Two opened bids: the first is held for longer, then agreed upon at another price. */
async function lateMarket(bidding: object) {
  const of = await biddingMarket({ negotiationRounds: 1, ...bidding });
  const { provider, provider2, buyer } = of.actors;
  const { id: bidId } = await of.bid(provider);
  await of.bid(provider2, offerOfThree("CNY", [140_000, 150_000, 15_000]));
  await of.closeAtItsTime();
  of.setClock(later(CLOSES, 2 * HOUR_MS));
  done(await of.run(prolongBid, provider, { bidId, validUntil: toIso(later(DECIDES, 3 * DAY_MS)) }));
  const charges = [{ line: 0, unitPrice: { minor: 120_000, currency: "CNY" } }];
  of.setClock(later(CLOSES, 3 * HOUR_MS));
  const { id: counterOfferId } = done(await of.run(counterBid, buyer, { bidId, charges }));
  done(await of.run(answerCounterOffer, provider, { counterOfferId, answer: "accept" }));
  const verified = () => verifyRequest(of.database.read, of.requestId);
  /** By somebody who has the keys besides: the receipt fits what is put there. */
  const alter = async (version: number, change: (content: BidContent) => object) => {
    const row = (await of.versions(bidId)).find((one) => one.version === version);
    const content = { ...(row?.content as BidContent), ...change(row?.content as BidContent) };
    const receipt = receiptOfOpenBid(content as BidContent, { requestId: of.requestId, bidId, version });
    await tamperWith(of.database)(
      sql`update bid_versions set content = ${JSON.stringify(content)}, receipt = ${receipt} where bid_id = ${bidId} and version = ${version}`,
    );
    return (await verified())?.findings.map(sayFinding);
  };
  return { ...of, bidId, verified, alter };
}

const added = (version: number, bidId: string) =>
  `version ${version} of bid ${bidId} is there, and the list has it not`;

describe.each([
  ["sealed", {}],
  ["open", { mode: "open" }],
] as const)("after the close of a %s request", (_, bidding) => {
  let of: Awaited<ReturnType<typeof lateMarket>>;
  beforeEach(async () => {
    of = await lateMarket(bidding);
  });

  test("a bid held for longer and one agreed in a negotiation are named as what they are, and nothing is wrong", async () => {
    expect(await of.verified()).toMatchObject({ versions: 4, late: { prolonged: 1, agreed: 1 }, findings: [] });
  });

  test("their receipts hold for the bidder who looks", async () => {
    const page = await requestPage(of.database.read, of.actors.provider, { id: of.requestId, now: of.on.clock() });
    const versions = page?.ownBid?.versions ?? [];
    expect(versions.map(({ version, doesReceiptHold }) => [version, doesReceiptHold])).toEqual([
      [3, true],
      [2, true],
      [1, true],
    ]);
  });

  test("one held for longer that says anything else besides was added", async () => {
    expect(await of.alter(2, () => ({ remarks: "cheaper" }))).toEqual([added(2, of.bidId)]);
  });

  test("one that is held for less long was added", async () => {
    expect(await of.alter(2, ({ validUntil }) => ({ validUntil: instant(validUntil - 5 * DAY_MS) }))).toEqual([
      added(2, of.bidId),
    ]);
  });

  test("one that says other than the accepted offer was added", async () => {
    expect(await of.alter(3, () => ({ remarks: "dearer" }))).toEqual([added(3, of.bidId)]);
  });

  test("one altered without its receipt is named as altered", async () => {
    const row = (await of.versions(of.bidId)).find(({ version }) => version === 3);
    const content = JSON.stringify({ ...row?.content, remarks: "dearer" });
    await tamperWith(of.database)(
      sql`update bid_versions set content = ${content} where bid_id = ${of.bidId} and version = 3`,
    );
    const findings = (await of.verified())?.findings.map(sayFinding);
    expect(findings).toContain(`version 3 of bid ${of.bidId} was altered`);
  });

  test("an offer that was never accepted makes no version", async () => {
    await tamperWith(of.database)(sql`update counter_offers set state = 'declined'`);
    expect((await of.verified())?.findings.map(sayFinding)).toEqual([added(3, of.bidId)]);
  });
});
