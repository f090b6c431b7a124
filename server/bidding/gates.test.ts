import { describe, expect, test } from "vitest";
import { comparePage } from "@/server/award/queries/comparison";
import { bidsOf } from "@/server/bidding/queries/bids";
import { checkOffer } from "@/server/bidding/pricing";
import type { Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { biddingMarket, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { reviseBid, submitBid } from "./submit-bid";

const GATES = [
  { question: "Own trucks?", mustBe: "yes" },
  { question: "Which post?", mustBe: null },
];
const ANSWERS = [
  { gate: 0, answer: "yes" },
  { gate: 1, answer: "Dostyk" },
];

async function market() {
  const of = await biddingMarket({ gates: GATES });
  return {
    ...of,
    offer: (gateAnswers?: object) =>
      of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree(), gateAnswers }),
  };
}

describe("a request with gates", () => {
  test("takes no bid that leaves one unanswered or answers it wrongly, and says which", async () => {
    const of = await market();
    expect(await of.offer()).toMatchObject({ refusal: { code: "gate_unanswered", details: { gate: 1 } } });
    expect(await of.offer([ANSWERS[0] as object])).toMatchObject({
      refusal: { code: "gate_unanswered", details: { gate: 2 } },
    });
    expect(await of.offer([{ gate: 0, answer: "no" }, ANSWERS[1] as object])).toMatchObject({
      refusal: { code: "gate_not_met", details: { gate: 1, mustBe: "yes" } },
    });
    expect((await of.request()).bidCount).toBe(0);
  });

  test("keeps the answers in the bid, sealed until the opening, and shows them to the buyer then", async () => {
    const of = await market();
    const { id: bidId } = done(await of.offer(ANSWERS));
    expect((await of.versions(bidId))[0]?.content).toBeNull();
    const seen = async (by: typeof of.actors.buyer) =>
      (await bidsOf(of.database.read, by, { requestId: of.requestId, now: of.on.clock() }))?.items.map(
        ({ gateAnswers }) => gateAnswers,
      );
    expect(await seen(of.actors.provider)).toEqual([ANSWERS]);
    expect(await seen(of.actors.buyer)).toEqual([]);
    await of.closeAtItsTime();
    expect(await seen(of.actors.buyer)).toEqual([ANSWERS]);
    const page = await comparePage(of.database.read, of.actors.buyer, {
      dealId: of.dealId,
      currency: null,
      now: of.on.clock(),
    });
    expect(page?.services[0]?.gates).toEqual(GATES);
    expect(page?.services[0]?.cells[0]?.content.gateAnswers).toEqual(ANSWERS);
  });

  test("keeps them through a revision that does not speak of them, and refuses one that takes them away", async () => {
    const of = await market();
    const { id: bidId } = done(await of.offer(ANSWERS));
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "as before" }));
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, gateAnswers: [] }))).toBe("gate_unanswered");
  });

  test("prices an offer that is still being written without its answers, and checks a whole one with them", async () => {
    const of = await market();
    const offer = offerSchema.parse(offerOfThree()) as Offer;
    const asked = { requestId: of.requestId, offer, now: of.on.clock() };
    expect(await checkOffer(of.database.read, of.actors.provider, asked)).toMatchObject({
      refusal: { code: "gate_unanswered" },
    });
    expect((await checkOffer(of.database.read, of.actors.provider, { ...asked, isUnfinished: true })).ok).toBe(true);
  });
});

test("a request without gates takes a bid that answers nothing, as ever, and none that answers what was not asked", async () => {
  const of = await biddingMarket();
  expect(
    refusalOf(
      await of.run(submitBid, of.actors.provider, {
        requestId: of.requestId,
        ...offerOfThree(),
        gateAnswers: [ANSWERS[0]],
      }),
    ),
  ).toBe("gate_unknown");
  await of.bid();
});
