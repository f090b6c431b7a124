import { submitBid } from "@/server/bidding/submit-bid";
import { expect, test } from "vitest";
import { allRows } from "@/test/all-rows";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { getBid, postBidCheck } from "../bidding/api";
import { dealExample } from "@/domain/deals/deal-example";
import { EXPORTER } from "@/domain/services/examples";

const IMPORTER = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };

const FULL = {
  alternatives: [
    {
      title: "By night",
      charges: [1, 2, 3].map((minor) => ({
        code: "EXD",
        basis: "declaration",
        unitPrice: { minor: minor * 11_111, currency: "CNY" },
        tiers: [{ from: 2, unitPrice: { minor: 5, currency: "CNY" } }],
      })),
      transitDays: { min: 1, max: 1 },
    },
  ],
  packageDiscounts: [{ services: ["logistics", "inspection"], discountBps: 450 }],
  conditions: [
    { type: "documents_days_before", value: 2 },
    { type: "min_goods_value", value: { minor: 1_000_000, currency: "CNY" } },
    { type: "slot_by_buyer", value: true },
  ],
  subcontractors: [{ name: "Horgos Yard", country: "CN", parts: ["EXD"], registrationNumber: "070240004567" }],
  lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 1 },
  liabilityCap: { minor: 10_000_000, currency: "CNY" },
  insuranceCover: { minor: 5_000_000, currency: "USD" },
  closeOutDays: 15,
  relatedParty: { isRelated: true, words: "One owner" },
};

test("a check tells lines, total and findings, keeps nothing, and stops no bid", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const first = await step.request(await step.deal());
  await step.bid(first, "provider", bidBody(32_000));
  const requestId = await step.request(await step.deal());
  const before = await allRows(market.database);
  const call = { as: "provider" as const, params: { requestId }, body: bidBody(320_000, FULL) };
  const checked = await market.call(postBidCheck, call);
  expect(checked.status, checked.text).toBe(200);
  expect(checked.body).toMatchObject({
    total: { minor: 320_000, currency: "CNY" },
    charges: [{ code: "EXD", amount: { minor: 320_000 } }],
    alternatives: [{ title: "By night", total: { minor: 66_666 } }],
    findings: [{ alternative: 0, line: 0, code: "EXD", isAbove: true, factorMin: 10, beside: "own_bids" }],
  });
  expect(await allRows(market.database)).toEqual(before);
  expect((await market.call(submitBid, call)).status).toBe(201);
});

test("a check tells a broker what its page would: an opinion of another chapter, and a VAT far from the market's", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const spec = { side: "both", supervisionMode: "0110", ...EXPORTER, importerOfRecord: IMPORTER };
  const requestId = await step.request(await step.deal(), { spec });
  const [goods] = dealExample().cargo;
  const doubtsOf = async (hsOpinions: object) => {
    const subcontractors = [
      { name: "Almaty Broker LLP", country: "KZ", registrationNumber: "220340017624", parts: ["IMD"] },
    ];
    const body = bidBody(32_000, { terms: { hsOpinions }, subcontractors });
    const checked = await market.call(postBidCheck, { as: "provider", params: { requestId }, body });
    expect(checked.status, checked.text).toBe(200);
    return (checked.body as { readonly doubts: readonly unknown[] }).doubts;
  };
  expect(await doubtsOf({ 1: { hsCode: goods?.hsCode } })).toEqual([]);
  expect(await doubtsOf({ 1: { hsCode: "440710" } })).toEqual([
    { kind: "other_chapter", line: 1, hsCode: "440710", askedHsCode: goods?.hsCode },
  ]);
  expect(await doubtsOf({ 1: { hsCode: goods?.hsCode, vatBps: 400 } })).toEqual([
    { kind: "vat_far", line: 1, rateBps: 400, marketRateBps: 1_600 },
  ]);
});

test("what a bid says is read back over the API as it was sent, member by member", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bidId = await step.bid(requestId, "provider", bidBody(32_000, FULL));
  const read = async (as: "provider" | "provider2" | "buyer") => market.call(getBid, { as, params: { bidId } });
  const { alternatives, ...rest } = FULL;
  const own = await read("provider");
  expect(own.body).toMatchObject(rest);
  expect(own.body).toMatchObject({ alternatives: [{ charges: alternatives[0]?.charges }] });
  expect((await read("buyer")).status).toBe(404);
  await step.close(requestId);
  expect((await read("buyer")).body).toMatchObject(rest);
  expect((await read("provider2")).status).toBe(404);
});

test("a bid without any of it reads as one that says nothing of it", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const bidId = await step.bid(await step.request(await step.deal()));
  const { body } = await market.call(getBid, { as: "provider", params: { bidId } });
  expect(body).toMatchObject({ alternatives: [], packageDiscounts: [], conditions: null, closeOutDays: null });
});
