import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyRefusal } from "../shared/result";
import { HOUR_MS, instant, later } from "../shared/time";
import { money } from "../shared/money";
import type { BidContent, Offer } from "./bid";
import { DEFAULT_TERMS } from "../requests/request-choices";
import { answerCounter, type CounterOffer, counterExpiresAt, isPending, nextRound } from "./counter-offer";
import type { PricedLine } from "./price-charges";
import { counterTermsSchema, offerAtTable, withCounterTerms } from "./bid-content";

const NOW = instant(1_000_000);
const request = {
  state: "opened",
  decideBy: later(NOW, 48 * HOUR_MS),
  terms: { ...DEFAULT_TERMS, negotiationRounds: 2 },
} as const;
const bid = { id: "b", state: "submitted", validUntil: later(NOW, 72 * HOUR_MS) } as const;
const put = (round: number, changes: Partial<CounterOffer> = {}): CounterOffer => ({
  id: `o${round}`,
  requestId: "r",
  bidId: "b",
  round,
  by: "buyer",
  state: "open",
  expiresAt: later(NOW, HOUR_MS),
  ...changes,
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? "ok" : result.refusal?.code);

describe("a counter-offer", () => {
  test.each([
    ["where no round was published", { ...request, terms: null }, bid, [], "not_negotiable"],
    ["before the opening", { ...request, state: "closed" as const }, bid, [], "not_in_negotiation"],
    ["after the award", { ...request, state: "awarded" as const }, bid, [], "not_in_negotiation"],
    ["after the time to decide", { ...request, decideBy: NOW }, bid, [], "decision_overdue"],
    ["to a bid that was withdrawn", request, { ...bid, state: "withdrawn" as const }, [], "bid_not_standing"],
    ["to a stale bid", request, { ...bid, state: "stale" as const }, [], "bid_not_standing"],
    ["to a bid past its validity", request, { ...bid, validUntil: NOW }, [], "bid_expired"],
    ["while the last one waits", request, bid, [put(1)], "counter_pending"],
    ["beyond the rounds", request, bid, [put(1, { state: "declined" }), put(2, { state: "lapsed" })], "rounds_used"],
  ])("is refused %s", (_, of, to, history, code) => {
    expect(codeOf(nextRound(of, to, history, NOW))).toBe(code);
  });

  test("has the next number, also where the last one lapsed unmarked or was answered by the bidder", () => {
    expect(nextRound(request, bid, [], NOW)).toEqual({ ok: true, value: 1 });
    expect(nextRound(request, bid, [put(1, { expiresAt: NOW })], NOW)).toEqual({ ok: true, value: 2 });
    const answered = [put(1, { state: "answered" }), put(1, { by: "provider" })];
    expect(nextRound(request, bid, answered, NOW)).toEqual({ ok: true, value: 2 });
  });

  test("stands so many hours and neither beyond the time to decide nor beyond what it offers", () => {
    const of = { ...request, offerEndsAt: bid.validUntil };
    expect(counterExpiresAt(of, HOUR_MS, NOW)).toBe(later(NOW, HOUR_MS));
    expect(counterExpiresAt(of, 99 * HOUR_MS, NOW)).toBe(request.decideBy);
    const offerEndsAt = later(NOW, 2 * HOUR_MS);
    expect(counterExpiresAt({ ...of, offerEndsAt }, 99 * HOUR_MS, NOW)).toBe(offerEndsAt);
  });
});

describe("an answer", () => {
  const as = (answer: "accept" | "decline" | "answer", side: "buyer" | "provider" = "provider") => ({
    side,
    as: answer,
  });

  test("leads to its state", () => {
    expect(answerCounter(request, put(1), as("accept"), NOW)).toEqual({ ok: true, value: "accepted" });
    expect(answerCounter(request, put(1), as("decline"), NOW)).toEqual({ ok: true, value: "declined" });
    expect(answerCounter(request, put(1), as("answer"), NOW)).toEqual({ ok: true, value: "answered" });
  });

  test.each([
    ["to one's own offer", request, put(1), as("accept", "buyer"), "own_counter"],
    ["at the very end of its time", request, put(1, { expiresAt: NOW }), as("accept"), "counter_expired"],
    ["to what has its answer", request, put(1, { state: "declined" }), as("accept"), "wrong_state"],
    ["after the award", { ...request, state: "awarded" as const }, put(1), as("accept"), "not_in_negotiation"],
    ["after the time to decide", { ...request, decideBy: NOW }, put(1), as("accept"), "decision_overdue"],
  ])("is refused %s", (_, of, offer, answer, code) => {
    expect(codeOf(answerCounter(of, offer, answer, NOW))).toBe(code);
    expect(code === "counter_expired" ? isPending(offer, NOW) : false).toBe(false);
  });
});

test("a price by quantity stands at the table as the one that applies, so that a line that nobody changes costs what it did", () => {
  const line = (quantityMilli: number): PricedLine => ({
    ...{ code: "OFT", basis: "truck", unitPriceMinor: "30000", rateBps: null, isPassThrough: false, note: "" },
    ...{ quantityMilli, amountMinor: null, tiers: [{ from: 3, unitPriceMinor: "25000" }] },
  });
  const content = { currency: "CNY", lines: [line(2_000), line(3_000)], transitDays: null } as unknown as BidContent;
  const charges = offerAtTable(content).charges.map((charge) => ("unitPrice" in charge ? charge : null));
  expect(charges.map((charge) => charge?.unitPrice.minor)).toEqual([30_000n, 25_000n]);
  expect(charges.map((charge) => charge?.tiers)).toEqual([undefined, undefined]);
});

describe("what an offer across the table changes", () => {
  const offer: Offer = {
    currency: "CNY",
    charges: [
      { code: "EXD", basis: "declaration", unitPrice: money(10_000n, "CNY"), note: "kept" },
      { code: "IMD", basis: "shipment", unitPrice: money(20_000n, "CNY"), isPassThrough: true },
      { code: "INS", basis: "percent_of_value", rateBps: 30 },
    ],
    transitDays: { min: 2, max: 4 },
    validUntil: later(NOW, HOUR_MS),
    exclusions: ["CRT"],
    terms: { a: 1 },
    remarks: "as it was",
  };
  const terms = (said: object) => counterTermsSchema.parse(said);
  const price = (minor: number, currency = "CNY") => ({ minor, currency });

  test("is the named lines and the days, and nothing else whatever is said", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), fc.nat(90_000), (first, second, rateBps) => {
        const changed = withCounterTerms(
          offer,
          terms({
            charges: [
              { line: 0, unitPrice: price(first) },
              { line: 1, unitPrice: price(second) },
              { line: 2, rateBps },
            ],
            transitDays: { min: 1, max: 3 },
          }),
        );
        expect(changed).toEqual({
          ok: true,
          value: {
            ...offer,
            transitDays: { min: 1, max: 3 },
            charges: [
              { ...offer.charges[0], unitPrice: money(BigInt(first), "CNY") },
              { ...offer.charges[1], unitPrice: money(BigInt(second), "CNY") },
              { ...offer.charges[2], rateBps },
            ],
          },
        });
      }),
    );
  });

  test.each([
    ["a line that is not there", { charges: [{ line: 3, unitPrice: price(1) }] }, "line_unknown"],
    ["a unit price for a percentage", { charges: [{ line: 2, unitPrice: price(1) }] }, "line_priced_otherwise"],
    ["a percentage for a unit price", { charges: [{ line: 0, rateBps: 1 }] }, "line_priced_otherwise"],
    ["a line without anything", { charges: [{ line: 0 }] }, "line_priced_otherwise"],
    ["another currency", { charges: [{ line: 0, unitPrice: price(1, "USD") }] }, "currency_mixed"],
    ["what stands already", { charges: [{ line: 0, unitPrice: price(10_000) }] }, "changes_nothing"],
    ["words alone", { note: "please" }, "changes_nothing"],
  ])("is refused: %s", (_, said, code) => {
    expect(codeOf(withCounterTerms(offer, terms(said)))).toBe(code);
  });

  test("is refused for every line that is wrong, each by its place among the changes", () => {
    const charges = [
      { line: 1, unitPrice: price(1) },
      { line: 2, unitPrice: price(1) },
      { line: 0, unitPrice: price(1, "USD") },
      { line: 3, unitPrice: price(1) },
    ];
    const refused = withCounterTerms(offer, terms({ charges }));
    expect(refused.ok ? [] : everyRefusal(refused.refusal).map(({ code, details }) => [code, details?.field])).toEqual([
      ["line_priced_otherwise", "charges[1]"],
      ["currency_mixed", "charges[2]"],
      ["line_unknown", "charges[3]"],
    ]);
  });

  test.each([
    ["a contact", "call +86 138 0013 8000"],
    ["a price outside of the lines", "I pay 500 USD on top"],
  ])("has no %s in its words", (_, note) => {
    expect(counterTermsSchema.safeParse({ note }).success).toBe(false);
  });
});
