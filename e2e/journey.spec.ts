import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import {
  awardDeal,
  awardTooEarly,
  closeAndOpen,
  expectCounted,
  expectOpened,
  freeOfGates,
  hubCount,
  openByTwo,
} from "./journey/award";
import { performOrder } from "./journey/perform-order";
import { readMails, type Winners } from "./journey/mails";
import { castFor } from "./journey/cast";
import { type Bids, bidsByName, everybodyBids } from "./journey/everybody-bids";
import { inviteColleague, joinMarket, offerService } from "./journey/join-market";
import { kindName } from "./journey/kind-name";
import type { Lane } from "./journey/lane";
import { LANES } from "./journey/lanes";
import { go, type Person, untilShown } from "./journey/person";
import { postDeal } from "./journey/post-deal";
import { everythingIsSealed } from "./journey/sealed";
import { expect, test } from "./support/test";

const JOURNEY_MS = 300_000;

const WINNERS: Winners = { logistics: "newcomer", payment: "rival", customs: "newcomer", inspection: "rival" };

const GATED: readonly Service[] = ["logistics", "payment"];

const chosenOf = (bids: Bids) => {
  const offerOf = (service: keyof Winners) => bids[WINNERS[service]][service].offer;
  return {
    logistics: offerOf("logistics"),
    payment: offerOf("payment"),
    customs: offerOf("customs"),
    inspection: offerOf("inspection"),
  };
};

async function listAll(newcomer: Person, lane: Lane, hubId: string): Promise<void> {
  const summary = `${lane.newcomer.nameLatin}: ${lane.goods}`;
  for (const service of SERVICES) await offerService(newcomer, service, { summary, hubId, corridor: lane.corridor });
}

async function isToldOfLoss(rival: Person, dealId: string): Promise<void> {
  const { page, t } = rival;
  // What it is told of its place comes after this sentence.
  const sentence = t("notices.short.bid_lost", { service: kindName(t, "logistics"), rank: "none" });
  await go(rival, `/inbox?open=${dealId}`);
  await untilShown(rival, () => page.getByRole("list", { name: t("notices.inbox.list") }).getByText(sentence));
}

test("all four kinds go from sign-up over sealed bids to orders; every line opened is the line typed, and every mail's link opens (lessons 6, 7)", async ({
  browser,
  baseURL,
}, { project }) => {
  test.setTimeout(JOURNEY_MS);
  const lane = LANES[project.name] as Lane;
  const cast = await castFor(browser, { locale: lane.locale, baseURL: baseURL as string });
  const { buyer, colleague, newcomer, rival, administrator } = cast;

  await test.step("a buyer joins", () => joinMarket(buyer, lane.buyer));
  if (lane.isOpenedByTwo)
    await test.step("a colleague joins by the link of a mail", () => inviteColleague(buyer, colleague, lane.buyer));
  const posted = await test.step("the buyer posts a deal with four requests", () => postDeal(buyer, lane));
  const { dealId, hubId, requestIds } = posted;
  const before = await test.step("the hub's count before", () => hubCount(administrator, hubId));
  await test.step("a provider joins", () => joinMarket(newcomer, lane.newcomer));
  await test.step("it lists its services", () => listAll(newcomer, lane, hubId));
  const bids = await test.step("two providers bid on each request", () => everybodyBids(cast, lane, posted));
  if (lane.isSwept)
    await test.step("nobody else finds an amount in any page", () => everythingIsSealed(cast, lane, posted));
  await test.step("nothing can be awarded before the close", () => awardTooEarly(buyer, dealId));
  await test.step("the requests are closed early and their bids opened", async () => {
    for (const id of Object.values(requestIds))
      await (lane.isOpenedByTwo ? openByTwo(buyer, colleague, id) : closeAndOpen(buyer, id));
  });
  await test.step("the buyer reads every bid as it was typed, line by line", async () => {
    for (const service of SERVICES) await expectOpened(buyer, requestIds[service], bidsByName(bids, service, lane));
  });
  // The steps of these wait for what others do in the rooms of their own orders, which have walks of their own.
  if (GATED.includes(lane.performed))
    await test.step("the buyer takes the gates out of the chain", () => freeOfGates(buyer, dealId));
  await test.step("the buyer compares and awards", () => awardDeal(buyer, { dealId, chosen: chosenOf(bids) }));
  await test.step("the provider that was not chosen is told", () => isToldOfLoss(rival, dealId));
  await test.step("an order is carried out, accepted and completed", () =>
    performOrder({ buyer, provider: cast[WINNERS[lane.performed]] }, lane));
  const after = await test.step("the hub's count after", () => hubCount(administrator, hubId));
  await test.step("its orders are among those that the hub counts", () =>
    expectCounted(administrator, { hubId, buyer: lane.buyer.nameLatin, count: SERVICES.length }));
  await test.step("every mail's link opens for whom it was written to", () => readMails(cast, lane, posted, WINNERS));

  // Others may order through the same hub meanwhile.
  expect(after - before, "every order is counted").toBeGreaterThanOrEqual(SERVICES.length);
  for (const { complaints } of Object.values(cast)) expect(complaints, "the browser complained").toEqual([]);
});
