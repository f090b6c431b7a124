import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { amendMarket, SPEC } from "@/test/amend-market";
import { CLOSES, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { createRequest } from "./create-request";
import { createDeal } from "../deals/create-deal";
import { dealExample } from "@/domain/deals/deal-example";
import { publishRequest } from "./publish-request";
import { changeRequest } from "./change-request";
import { addressBookOf } from "../deals/book/queries";

const priced = (minor: number) => ({
  ...offerOfThree(),
  charges: [{ code: "EXD", basis: "shipment", unitPrice: { minor, currency: "CNY" } }],
});

test("Whether an amendment comes late goes by the time since the publication, not since the draft was begun.", async () => {
  const of = await amendMarket();
  const { buyer } = of.actors;
  const { id: dealId } = done(await of.run(createDeal, buyer, dealExample()));
  const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const draft = { dealId, service: "customs", spec: SPEC, bidding };
  const { id: requestId } = done(await of.run(createRequest, buyer, draft));
  of.setClock(later(START, DAY_MS));
  done(await of.run(publishRequest, buyer, { requestId }));
  // Of the day that it is open six hours are late; of the two days since it was begun, twelve would be.
  const amend = async (hoursLeft: number, declarations: number) => {
    of.setClock(later(CLOSES, -hoursLeft * HOUR_MS));
    done(await of.run(changeRequest, buyer, { requestId, spec: { ...SPEC, declarations }, reason: "More goods" }));
    return (await of.request(requestId)).closesAt;
  };
  expect(await amend(7, 5)).toBe(CLOSES);
  expect(await amend(6, 6)).toBe(later(CLOSES, 12 * HOUR_MS));
});

test("In open bidding who confirms an offer takes its place anew: level with a rival it is refused, and as the best shortly before the close it moves the close.", async () => {
  const of = await amendMarket({ mode: "open" });
  const { provider, provider2 } = of.actors;
  const { id: bidId } = await of.bid(provider, priced(100_000));
  done(await of.amend({ spec: { ...SPEC, remarks: "Gate 7" } }));
  const rival = await of.bid(provider2, priced(100_000));
  expect(refusalOf(await of.confirm(bidId))).toBe("equal_amount");
  expect((await of.bidRow(bidId)).state).toBe("stale");
  done(await of.amend({ spec: { ...SPEC, remarks: "Gate 8" } }));
  const at = later(CLOSES, -MINUTE_MS);
  of.setClock(at);
  done(await of.confirm(bidId));
  expect(await of.request()).toMatchObject({ closesAt: later(at, 5 * MINUTE_MS), extensionCount: 1 });
  expect(refusalOf(await of.confirm(rival.id, provider2))).toBe("equal_amount");
});

test("A draft names nobody in the buyer's address book before it is published, and an amendment adds whom it names.", async () => {
  const of = await amendMarket();
  const { buyer } = of.actors;
  const named = async () => (await addressBookOf(of.database.read, buyer)).map(({ facts }) => facts.name);
  const before = await named();
  const { id: dealId } = done(await of.run(createDeal, buyer, dealExample()));
  const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const exporterOfRecord = { ...SPEC.exporterOfRecord, name: "Yiwu Hongda Co Ltd" };
  // The number of another company: it alone would tell that both are the same.
  const spec = { ...SPEC, exporterOfRecord, exporterCode: "3318960A4K" };
  const { id: requestId } = done(await of.run(createRequest, buyer, { dealId, service: "customs", spec, bidding }));
  expect(await named()).toEqual(before);
  done(await of.run(publishRequest, buyer, { requestId }));
  expect(await named()).toEqual(expect.arrayContaining(["Yiwu Hongda Co Ltd", ...before]));
  const importerOfRecord = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };
  done(await of.run(changeRequest, buyer, { requestId, spec: { ...spec, side: "both", importerOfRecord } }));
  expect(await named()).toContain("Almaty Machine Trade LLP");
});
