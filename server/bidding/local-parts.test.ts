import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import type { Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { requestPage } from "@/server/requests/queries/request-page";
import { checkOffer } from "@/server/bidding/pricing";
import { amendMarket, SPEC } from "@/test/amend-market";
import { done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { reviseBid, submitBid } from "./submit-bid";

type Market = Awaited<ReturnType<typeof amendMarket>>;

const BOTH = {
  ...SPEC,
  side: "both",
  importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
};
const PARTNER = { name: "Almaty Brokers", country: "KZ", registrationNumber: "120740001853", parts: ["IMD"] };

const submit = (of: Market, requestId: string, more: object = {}, by: Actor = of.actors.provider) =>
  of.run(submitBid, by, { requestId, ...offerOfThree(), ...more });

/** A request whose buyer has come to ask for both declarations. */
async function askedForBoth() {
  const of = await amendMarket();
  done(await of.amend({ spec: BOTH }));
  return { of, seen: { amendment: 1 } };
}

test("a bid on both sides names who declares where its bidder is not established", async () => {
  const { of, seen } = await askedForBoth();
  const refused = await submit(of, of.requestId, seen);
  expect(refused).toMatchObject({ refusal: { code: "declarant_not_named", details: { code: "IMD", country: "KZ" } } });
  const { id: bidId } = done(await submit(of, of.requestId, { ...seen, subcontractors: [PARTNER] }));
  const revised = (change: object) => of.run(reviseBid, of.actors.provider, { bidId, ...seen, ...change });
  expect(refusalOf(await revised({ subcontractors: [] }))).toBe("declarant_not_named");
  expect(refusalOf(await revised({ remarks: "As before" }))).toBe("done");
});

test("the form is told what to name, and its check says what is missing once the offer is finished", async () => {
  const { of } = await askedForBoth();
  const { database, actors, on, requestId } = of;
  const page = await requestPage(database.read, actors.provider, { id: requestId, now: on.clock() });
  expect(page?.context?.partsToName).toEqual([{ code: "IMD", country: "KZ" }]);
  const offer = offerSchema.parse(offerOfThree()) as Offer;
  const checked = async (isUnfinished: boolean) => {
    const said = await checkOffer(database.read, actors.provider, { requestId, offer, now: on.clock(), isUnfinished });
    return said.ok ? "fine" : said.refusal.code;
  };
  expect(await checked(false)).toBe("declarant_not_named");
  expect(await checked(true)).toBe("fine");
});

test("a bid that an amendment asks for a second side is not confirmed as it was", async () => {
  const of = await amendMarket();
  const { id: bidId } = await of.bid();
  done(await of.amend({ spec: BOTH }));
  expect(refusalOf(await of.confirm(bidId))).toBe("declarant_not_named");
  const change = { bidId, amendment: 1, subcontractors: [PARTNER] };
  expect(refusalOf(await of.run(reviseBid, of.actors.provider, change))).toBe("done");
});
