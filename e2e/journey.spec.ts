import { awardDeal, awardTooEarly, closeEarly } from "./journey/award-deal";
import { type Cast, castFor } from "./journey/cast";
import { expectSealed, tells } from "./journey/expect-sealed";
import { hubCount } from "./journey/hub-count";
import { joinMarket } from "./journey/join-market";
import { LANES, type Lane } from "./journey/lanes";
import { amountsOf, offersOf } from "./journey/offers";
import { offerService } from "./journey/offer-service";
import { acceptOrder, openOrder, reportStep } from "./journey/perform-order";
import { go, untilShown } from "./journey/person";
import { type Posted, postDeal } from "./journey/post-deal";
import { findRequest, reviseBid, sendBid } from "./journey/send-bid";
import { expect, test } from "./support/test";

const JOURNEY_MS = 240_000;

type Play = { readonly cast: Cast; readonly lane: Lane };

/** Two providers bid, one of them for both services; it changes one bid before the close. */
async function everybodyBids({ cast: { rival, newcomer }, lane }: Play) {
  const offers = offersOf(lane);
  const reference = await findRequest(rival, "logistics", lane);
  await sendBid(rival, offers.rival);
  await findRequest(newcomer, "customs", lane);
  await sendBid(newcomer, offers.brokerage);
  await findRequest(newcomer, "logistics", lane);
  const bidId = await sendBid(newcomer, offers.first);
  await reviseBid(newcomer, offers.revised);
  return { bidId, reference };
}

async function everythingIsSealed({ cast, lane }: Play, { dealId, hubId, requestIds }: Posted): Promise<void> {
  const { rival, newcomer, buyer, administrator } = cast;
  const ids = { dealId, hubId, requestId: requestIds.logistics, service: "logistics" };
  const offers = offersOf(lane);
  const [theirs, newcomers] = [amountsOf(offers.rival), amountsOf(offers.first, offers.revised, offers.brokerage)];
  expect(tells(await newcomer.page.content(), newcomers), "the bidder's own page tells them").not.toEqual([]);
  await expectSealed(rival, { amounts: newcomers, ids });
  await expectSealed(newcomer, { amounts: theirs, ids });
  await expectSealed(buyer, { amounts: [...theirs, ...newcomers], ids });
  await expectSealed(administrator, { amounts: [...theirs, ...newcomers], ids });
}

const NOTES = ["Booking BK-20931", "Seal H 448120 whole", "44 pallets, signed for"] as const;

async function theOrderIsCarriedOut({ cast: { buyer, newcomer }, lane }: Play): Promise<void> {
  const orderId = await openOrder(newcomer, "logistics", lane);
  await reportStep(newcomer, orderId, { milestone: "booked", note: NOTES[0] });
  await reportStep(newcomer, orderId, { milestone: "crossed_border", note: NOTES[1] });
  await reportStep(newcomer, orderId, { milestone: "delivered", note: NOTES[2] });
  await acceptOrder(buyer, orderId, NOTES);
  await reportStep(newcomer, orderId, { milestone: "documents_closed", note: "CMR filed" });
  await expect(newcomer.page.getByText(newcomer.t("orders.turn.completed"))).toBeVisible();
}

test("a deal goes from sign-up to a completed order that its hub counts", async ({ browser, baseURL }, { project }) => {
  test.setTimeout(JOURNEY_MS);
  const lane = LANES[project.name] as Lane;
  const cast = await castFor(browser, { locale: lane.locale, baseURL: baseURL as string });
  const play = { cast, lane };
  const { buyer, newcomer, rival, administrator } = cast;

  await test.step("a buyer joins", () => joinMarket(buyer, lane.buyer));
  const posted = await test.step("the buyer posts a deal", () => postDeal(buyer, lane));
  const { dealId, hubId, requestIds } = posted;
  const before = await test.step("the hub's count before", () => hubCount(administrator, hubId));
  await test.step("a provider joins and lists its services", async () => {
    await joinMarket(newcomer, lane.newcomer);
    await offerService(newcomer, "logistics", { lane, hubId });
    await offerService(newcomer, "customs", { lane, hubId });
  });
  const { bidId, reference } = await test.step("two providers find the requests and bid", () => everybodyBids(play));
  await test.step("nobody else finds an amount in any page", () => everythingIsSealed(play, posted));
  await test.step("an award before the close is refused", () => awardTooEarly(buyer, dealId, bidId));
  await test.step("the buyer closes both requests early, compares and awards", async () => {
    await closeEarly(buyer, requestIds.logistics);
    await closeEarly(buyer, requestIds.customs);
    await awardDeal(buyer, { dealId, lane });
  });
  await test.step("the provider that was not chosen is told", async () => {
    const { page, t } = rival;
    const facts = { reference, service: t("service-logistics.name"), title: lane.goods };
    await go(rival, "/inbox");
    await untilShown(rival, () => page.getByText(t("notices.kind.bid_lost", facts)));
  });
  await test.step("the order is carried out, accepted and completed", () => theOrderIsCarriedOut(play));
  const after = await test.step("the hub's count after", () => hubCount(administrator, hubId));

  expect(after - before, "both orders are counted").toBe(2);
  for (const { complaints } of Object.values(cast)) expect(complaints, "the browser complained").toEqual([]);
});
