import { describe, expect, test } from "vitest";
import { everyRefusal, type Refusal } from "@/domain/shared/result";
import { later, toIso } from "@/domain/shared/time";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { PAYMENT, paymentMarket, quoteOf } from "@/test/payment-market";
import { amendMarket, SPEC } from "@/test/amend-market";
import { createRequest } from "../requests/create-request";
import { postBidCheck } from "./api";
import { refusedOfReadable, reviseBid, submitBid } from "./submit-bid";

const said = (refusals: readonly Refusal[]) => refusals.map(({ code, details }) => [code, details?.field]);
const saidOf = (outcome: { readonly kind: string; readonly refusal?: Refusal }) =>
  outcome.refusal ? said(everyRefusal(outcome.refusal)) : [];

const GATES = [
  { question: "Own trucks?", mustBe: "yes" },
  { question: "Which post?", mustBe: null },
];
const price = (minor: number, currency = "CNY") => ({ minor, currency });
const FAULTS = {
  validUntil: toIso(later(DECIDES, -1)),
  charges: [
    { code: "EXD", basis: "declaration", unitPrice: price(1) },
    { code: "OFT", basis: "shipment", unitPrice: price(1) },
    { code: "EXD", basis: "wagon", unitPrice: price(1) },
    { code: "HSC", basis: "hs_line_above_5", unitPrice: price(1, "USD") },
  ],
  startDate: "2026-11-01",
};
const ALL = [
  ["validity_too_short", "validUntil"],
  ["gate_unanswered", "gateAnswers"],
  ["gate_unanswered", "gateAnswers"],
  ["starts_in_past", "startDate"],
  ["charge_not_of_service", "charges[1]"],
  ["basis_not_possible", "charges[2]"],
  ["currency_mixed", "charges[3]"],
];

describe("an offer with several faults", () => {
  test("is refused for all of them at once, each with its member, sent first or as a revision, and nothing of it is kept", async () => {
    const of = await biddingMarket({ gates: GATES });
    const bad = { ...offerOfThree(), ...FAULTS };
    expect(saidOf(await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...bad }))).toEqual(ALL);
    expect((await of.request()).bidCount).toBe(0);
    const gateAnswers = [0, 1].map((gate) => ({ gate, answer: "yes" }));
    const sent = { requestId: of.requestId, ...offerOfThree(), gateAnswers };
    const { id: bidId } = done(await of.run(submitBid, of.actors.provider, sent));
    expect(saidOf(await of.run(reviseBid, of.actors.provider, { bidId, ...FAULTS, gateAnswers: [] }))).toEqual(ALL);
    expect(await of.versions(bidId)).toHaveLength(1);
  });

  test("names every fault of its terms, and of its alternatives", async () => {
    const of = await paymentMarket({}, { ...PAYMENT, payeeCurrency: "USD" });
    const terms = { expiresAt: toIso(later(CLOSES, -999_999_999)), midRate: "7.1", channel: "cips" };
    const alternatives = [
      {
        title: "Slow",
        charges: [{ code: "OFT", basis: "payout", unitPrice: price(1, "USD") }],
        transitDays: { min: 1, max: 1 },
      },
    ];
    const offer = { ...quoteOf({ terms }), alternatives };
    expect(saidOf(await of.run(submitBid, of.actors.provider, { requestId: of.paymentId, ...offer }))).toEqual([
      ["quote_expires_in_past", "terms.expiresAt"],
      ["mid_not_of_pair", "terms.midBase"],
      ["cips_not_in_yuan", "terms.channel"],
      ["charge_not_of_service", "alternatives[0].charges[0]"],
    ]);
  });

  test("is told over the API by the first, whose status it has, and the others beside it", async () => {
    const market = await apiMarket();
    const step = steps(market);
    const requestId = await step.request(await step.deal());
    const body = { ...bidBody(1), charges: FAULTS.charges };
    const answered = await market.call(submitBid, { as: "provider", params: { requestId }, body });
    expect(answered.status).toBe(422);
    expect(answered.body).toMatchObject({
      code: "charge_not_of_service",
      details: { field: "charges[1]" },
      others: [
        { code: "basis_not_possible", details: { field: "charges[2]" } },
        { code: "currency_mixed", details: { field: "charges[3]" } },
      ],
    });
  });

  test("is told over the API what cannot be read, what its texts say, and what is refused of the rest, each with its pointer: first sent, checked, revised", async () => {
    const market = await apiMarket();
    const step = steps(market);
    const requestId = await step.request(await step.deal());
    const body = {
      ...bidBody(1),
      charges: FAULTS.charges,
      startDate: "2026-11-01",
      transitDays: { min: 1 },
      validUntil: "soon",
      remarks: "call +86 138 0013 8000",
    };
    const pointers = ({ body: said }: { body: unknown }) => {
      const { issues, others } = said as Record<"issues" | "others", { code: string; pointer: string }[]>;
      return [...issues, ...others].map(({ code, pointer }) => `${pointer} ${code}`).sort();
    };
    const expected = [
      "/charges/1 charge_not_of_service",
      "/charges/2 basis_not_possible",
      "/charges/3 currency_mixed",
      "/remarks contact_in_text",
      "/startDate starts_in_past",
      "/transitDays/max required",
      "/validUntil time_malformed",
    ];
    expect(pointers(await market.call(submitBid, { as: "provider", params: { requestId }, body }))).toEqual(expected);
    expect(pointers(await market.call(postBidCheck, { as: "provider", params: { requestId }, body }))).toEqual(
      expected,
    );
    const bidId = await step.bid(requestId);
    const { currency: _, ...change } = body;
    const revised = await market.call(reviseBid, { as: "provider", params: { bidId }, body: change });
    expect(pointers(revised)).toEqual(expected);
    const hidden = await market.call(reviseBid, { as: "provider2", params: { bidId }, body: change });
    expect(hidden.body).toMatchObject({ code: "invalid", others: [{ code: "not_found" }] });
  });

  test("that is malformed too is told what is refused of the members that can be read", async () => {
    const of = await biddingMarket({ gates: GATES });
    const refused = (change: object) => {
      const input = { ...offerOfThree(), ...FAULTS, ...change };
      return refusedOfReadable(of.database.read, of.actors.provider, {
        ...{ requestId: of.requestId, input, now: of.on.clock() },
      });
    };
    expect(said(await refused({ transitDays: { max: 2 } }))).toEqual(ALL);
    expect(said(await refused({ charges: [], validUntil: "soon" }))).toEqual(ALL.slice(1, 4));
    const [fine, foreign, byWagon, inDollars] = FAULTS.charges;
    expect(said(await refused({ charges: [fine, foreign, { code: "EXD" }, byWagon, inDollars] }))).toEqual([
      ...ALL.slice(0, 5),
      ["basis_not_possible", "charges[3]"],
      ["currency_mixed", "charges[4]"],
    ]);
    const slow = { title: "Slow", charges: [{ code: "EXD" }, byWagon], transitDays: { min: 1, max: 1 } };
    expect(said(await refused({ charges: [fine], alternatives: [slow] })).at(-1)).toEqual([
      ...["basis_not_possible", "alternatives[0].charges[1]"],
    ]);
    expect(
      await refused({
        ...offerOfThree(),
        startDate: null,
        remarks: 7,
        gateAnswers: [0, 1].map((gate) => ({ gate, answer: "yes" })),
      }),
    ).toEqual([]);
  });
});

test("a request with several faults is refused for all of them at once: its spec's, its window's", async () => {
  const of = await biddingMarket();
  const spec = { ...PAYMENT, payeeCurrency: "USD", lockMinutes: 30, payouts: 3 };
  const asked = {
    ...{ dealId: of.dealId, service: "payment", spec, publish: true },
    bidding: { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(later(CLOSES, -1)), currency: "CNY" },
  };
  const outcome = await of.run(createRequest, of.actors.buyer, asked);
  expect(saidOf(outcome)).toEqual([
    ["spec_invalid", "spec.lockMinutes"],
    ["spec_invalid", "spec.payouts"],
    ["decides_before_close", "bidding.decideBy"],
  ]);
});

test("an amendment with several faults is refused for all of them at once: its spec's, its times'", async () => {
  const of = await amendMarket();
  const asked = { spec: { ...SPEC, side: "both" }, bidding: { closesAt: toIso(later(CLOSES, -1)) } };
  const codes = saidOf(await of.amend(asked)).map(([code]) => code);
  expect([...new Set(codes)]).toEqual(["spec_invalid", "closes_earlier"]);
});
