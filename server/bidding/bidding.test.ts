import { describe, expect, test } from "vitest";
import { outbox } from "@/db/schema/notices";
import { idempotencyKeys } from "@/db/schema/platform";
import { DAY_MS, type Instant, later, toIso } from "@/domain/shared/time";
import { execute } from "@/server/platform/execute";
import { readOwnVersion } from "@/server/sealing/seal-bid";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { reviseBid, submitBid } from "./submit-bid";
import { withdrawBid } from "./withdraw-bid";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

const own = async (of: Market, bidId: string, version: number) => {
  const row = (await of.versions(bidId)).find((one) => one.version === version);
  if (!row) throw new Error("no such version");
  return readOwnVersion(of.database.read, row, { requestId: of.requestId, organisationId: "provider" });
};

describe("what a bidder hands in is what is kept", () => {
  test("every unit price of three lines is kept as typed, and the total is their exact sum", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    const content = await own(of, bidId, 1);
    expect(content.lines.map((line) => line.unitPriceMinor)).toEqual(["135000", "144676", "14000"]);
    const sum = content.lines.reduce((all, line) => all + BigInt(line.amountMinor ?? "0"), 0n);
    expect(content.totalMinor).toBe(sum.toString());
    expect(content.exclusions).toEqual(["CRT"]);
  });

  test("a later version leaves the earlier ones as they were, and what it does not say stays", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    const change = {
      bidId,
      charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 99_900, currency: "CNY" } }],
    };
    expect(done(await of.run(reviseBid, of.actors.provider, change)).version).toBe(2);
    expect((await own(of, bidId, 1)).lines).toHaveLength(3);
    const second = await own(of, bidId, 2);
    expect(second.lines.map((line) => line.unitPriceMinor)).toEqual(["99900"]);
    expect(second.remarks).toBe("CO form needed two days before");
    expect((await of.request()).bidCount).toBe(1);
  });

  test("versions can be neither deleted nor rewritten", async () => {
    const of = await biddingMarket({ mode: "open" });
    const { id: bidId } = await of.bid();
    const { bidVersions, bids } = await import("@/db/schema/requests");
    await expect(of.database.write((tx) => tx.delete(bidVersions))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.delete(bids))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.update(bidVersions).set({ content: null }))).rejects.toThrow();
    expect(await of.versions(bidId)).toHaveLength(1);
  });

  test("a bid that is sent fifty times with one key is one bid, and the kept answer holds no amount", async () => {
    const of = await biddingMarket();
    const call = {
      actor: of.actors.provider,
      input: { requestId: of.requestId, ...offerOfThree() },
      idempotencyKey: "k",
    };
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => execute(submitBid, call, of.on)));
    expect(new Set(outcomes.map((outcome) => done(outcome).id)).size).toBe(1);
    expect((await of.request()).bidCount).toBe(1);
    const [kept] = await of.database.read.select().from(idempotencyKeys);
    expect(Object.keys(kept?.response as object).sort()).toEqual(["id", "receipt", "version"]);
    const [event] = await of.database.read
      .select()
      .from(outbox)
      .limit(50)
      .then((rows) => rows.filter((row) => row.type === "bid.submitted"));
    expect(JSON.stringify(event?.event)).not.toMatch(/135000|144676|amount|total/i);
  });
});

test("a way to be reached past the market is malformed, in the remarks and in a line's note", async () => {
  const of = await biddingMarket();
  const [line, ...lines] = offerOfThree().charges;
  const outcome = await of.run(submitBid, of.actors.provider, {
    requestId: of.requestId,
    ...offerOfThree(),
    charges: [{ ...line, note: "WeChat: kz_cargo88" }, ...lines],
    remarks: "call +7 727 123 45 67",
  });
  expect(outcome).toMatchObject({
    kind: "malformed",
    issues: [
      { message: "contact_in_text", path: ["remarks"] },
      { message: "contact_in_text", path: ["charges", 0, "note"] },
    ],
  });
});

describe("who may bid, and until when", () => {
  test("after the close nobody bids, changes or withdraws, though no timer has run", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    of.setClock(CLOSES);
    const late = await of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOfThree() });
    expect(refusalOf(late)).toBe("request_not_open");
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe(
      "request_not_open",
    );
    expect(refusalOf(await of.run(withdrawBid, of.actors.provider, { bidId }))).toBe("request_not_open");
    expect((await of.request()).bidCount).toBe(1);
  });

  test.each([
    ["its own buyer", "buyer", {}, "own_request"],
    ["a company without a listing for the service", "buyer2", {}, "no_listing"],
    [
      "an offer that ends before the decision",
      "provider",
      { validUntil: toIso(later(DECIDES, -DAY_MS)) },
      "validity_too_short",
    ],
    [
      "a code of another service",
      "provider",
      { charges: [{ code: "OFT", basis: "shipment", unitPrice: { minor: 1, currency: "CNY" } }] },
      "charge_not_of_service",
    ],
    [
      "a basis that this request does not have",
      "provider",
      { charges: [{ code: "EXD", basis: "wagon", unitPrice: { minor: 1, currency: "CNY" } }] },
      "basis_not_possible",
    ],
    [
      "two currencies",
      "provider",
      { charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 1, currency: "USD" } }] },
      "currency_mixed",
    ],
    [
      "nothing",
      "provider",
      { charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 0, currency: "CNY" } }] },
      "nothing_priced",
    ],
    ["terms of another kind", "provider", { terms: { carrierType: "own_fleet" } }, "terms_invalid"],
  ] as const)("refused: %s", async (_, by, change, code) => {
    const of = await biddingMarket();
    const outcome = await of.run(submitBid, of.actors[by], { requestId: of.requestId, ...offerOfThree(), ...change });
    expect(refusalOf(outcome)).toBe(code);
    expect((await of.request()).bidCount).toBe(0);
  });

  test("a second bid is a revision: the first one stays the only bid", async () => {
    const of = await biddingMarket();
    await of.bid();
    const again = await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree() });
    expect(refusalOf(again)).toBe("bid_exists");
  });

  test("a price in the remarks, and a quantity from the bidder, are malformed", async () => {
    const of = await biddingMarket();
    const priced = await of.run(submitBid, of.actors.provider, {
      requestId: of.requestId,
      ...offerOfThree(),
      remarks: "waiting USD 200 a day",
    });
    expect(priced).toMatchObject({ kind: "malformed", issues: [{ message: "price_in_remarks", path: ["remarks"] }] });
    const [line] = offerOfThree().charges;
    const counted = { ...offerOfThree(), charges: [{ ...line, quantityMilli: 1 }] };
    expect((await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...counted })).kind).toBe(
      "malformed",
    );
  });

  test("a request for invited providers is not there for others", async () => {
    const of = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
    const outsider = await of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOfThree() });
    expect(refusalOf(outsider)).toBe("not_found");
    expect((await of.bid()).version).toBe(1);
  });

  test("another provider's bid is not there to be changed, nor for the buyer", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    for (const who of [of.actors.provider2, of.actors.buyer2])
      expect(refusalOf(await of.run(withdrawBid, who, { bidId }))).toBe("not_found");
    expect(refusalOf(await of.run(withdrawBid, of.actors.buyer, { bidId }))).toBe("not_found");
    expect((await of.bidRow(bidId)).state).toBe("submitted");
  });

  test("a withdrawn bid is an end: it is not counted, not changed and not sent again", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    expect((await of.request()).bidCount).toBe(0);
    expect(refusalOf(await of.run(withdrawBid, of.actors.provider, { bidId }))).toBe("wrong_state");
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "again" }))).toBe("wrong_state");
    expect((await of.versions(bidId)).length).toBe(1);
  });

  test("a revision, like a first bid, is valid until the buyer has decided: to that very moment and no shorter", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    const revise = async (validUntil: Instant) =>
      refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, validUntil: toIso(validUntil) }));
    expect([await revise(later(DECIDES, -1)), await revise(DECIDES)]).toEqual(["validity_too_short", "done"]);
    expect((await own(of, bidId, 2)).validUntil).toBe(DECIDES);
  });

  test("who saw an older version does not overwrite a later one", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "second" }));
    const stale = await of.run(reviseBid, of.actors.provider, { bidId, remarks: "third", ifVersion: 1 });
    expect(refusalOf(stale)).toBe("stale_version");
  });
});
