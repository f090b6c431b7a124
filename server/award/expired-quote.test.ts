import { describe, expect, test } from "vitest";
import { instant, later } from "@/domain/shared/time";
import { execute } from "@/server/platform/execute";
import type { Platform } from "@/server/platform/platform";
import { done, refusalOf } from "@/test/bidding-market";
import { EXPIRING, paymentMarket, QUOTE_ENDS, quoteOf } from "@/test/payment-market";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { awardBids } from "./award-bids";

type Market = Awaited<ReturnType<typeof paymentMarket>>;

const choice = (of: Market, bidId: string) => ({ dealId: of.dealId, bids: [{ bidId }] });
const give = (of: Market, bidId: string) => of.run(awardBids, of.actors.buyer, choice(of, bidId));

/** Opened, with a quote that ends six hours after the close and one that ends with its validity. */
async function opened(bidding: object = {}) {
  const of = await paymentMarket(bidding);
  const short = await of.quote(of.actors.provider, { terms: EXPIRING });
  const long = await of.quote(of.actors.provider2, { feeMinor: 3_600 });
  await of.closePayment();
  return { ...of, short: short.id, long: long.id };
}

describe("an expired quote", () => {
  test.each(["sealed", "open"])(
    "of %s bidding is awarded until its last moment and not from its end on",
    async (mode) => {
      const late = await opened({ mode });
      late.setClock(QUOTE_ENDS);
      const outcome = await give(late, late.short);
      expect(refusalOf(outcome)).toBe("quote_expired");
      expect(outcome).toMatchObject({
        refusal: { details: { bidId: late.short, expiresAt: "2026-11-26T14:00:00.000Z", next: "ask_for_new_quote" } },
      });
      expect((await late.bidRow(late.short)).state).toBe("submitted");
      expect((await late.request(late.paymentId)).state).toBe("opened");

      const timely = await opened({ mode });
      timely.setClock(later(QUOTE_ENDS, -1));
      expect(done(await give(timely, timely.short)).award.state).toBe("effective");
    },
  );

  test("leaves the buyer the other bids, which hold as long as they are valid", async () => {
    const of = await opened();
    of.setClock(QUOTE_ENDS);
    done(await give(of, of.long));
    expect((await of.bidRow(of.long)).state).toBe("won");
  });

  test("fails a whole choice: nothing of it is awarded", async () => {
    const of = await paymentMarket();
    const customs = await of.bid();
    const short = await of.quote(of.actors.provider, { terms: EXPIRING });
    await of.closeAtItsTime();
    await of.closePayment();
    of.setClock(QUOTE_ENDS);
    const input = { dealId: of.dealId, bids: [{ bidId: customs.id }, { bidId: short.id }] };
    expect(refusalOf(await of.run(awardBids, of.actors.buyer, input))).toBe("quote_expired");
    expect((await of.bidRow(customs.id)).state).toBe("submitted");
  });

  test("is judged by the clock within the transaction: time that passes before it counts", async () => {
    const of = await opened();
    of.setClock(later(QUOTE_ENDS, -1));
    const { database } = of.on;
    const waiting: Platform = {
      ...of.on,
      database: {
        ...database,
        write: (work) =>
          database.write((tx) => {
            of.setClock(QUOTE_ENDS);
            return work(tx);
          }),
      },
    };
    const call = { actor: of.actors.buyer, input: choice(of, of.short) };
    expect(refusalOf(await execute(awardBids, call, waiting))).toBe("quote_expired");
  });

  test("is renewed by a revision until the close, and by none after it", async () => {
    const of = await paymentMarket();
    const ends = instant(Date.parse("2026-11-24T09:00:00Z"));
    const { id: bidId } = await of.quote(of.actors.provider, { terms: { expiresAt: "2026-11-24T09:00:00Z" } });
    of.setClock(ends);
    const revise = (change: object) => of.run(reviseBid, of.actors.provider, { bidId, ...change });
    expect(refusalOf(await revise({ transitDays: { min: 1, max: 1 } }))).toBe("quote_expires_in_past");
    expect(done(await revise({ terms: EXPIRING })).version).toBe(2);
    await of.closePayment();
    expect(refusalOf(await revise({ terms: {} }))).toBe("request_not_open");
    done(await give(of, bidId));
  });
});

describe("a payment bid", () => {
  test("is refused with a quote that has ended, and with a mid rate of another pair", async () => {
    const of = await paymentMarket();
    const send = (terms: object) =>
      of.run(submitBid, of.actors.provider, { requestId: of.paymentId, ...quoteOf({ terms }) });
    expect(refusalOf(await send({ expiresAt: "2026-11-24T07:59:59Z" }))).toBe("quote_expires_in_past");
    expect(refusalOf(await send({ midRate: "74.05", midBase: "KZT" }))).toBe("mid_not_of_pair");
    expect(refusalOf(await send({ channel: "cips", fallbackChannel: "cips" }))).toBe("terms_invalid");
  });

  test("keeps the least amount of a percentage from version to version", async () => {
    const of = await paymentMarket({ mode: "open" });
    const least = { minor: 5_000, currency: "USD" };
    const charges = [{ code: "PAY", basis: "percent_of_amount", rateBps: 10, minimum: least }];
    const offer = { ...quoteOf(), charges };
    const { id: bidId } = await of.bid(of.actors.provider, offer, of.paymentId);
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "second" }));
    const versions = await of.versions(bidId);
    expect(versions.map(({ content }) => [content?.totalMinor, content?.lines[0]?.minimumMinor])).toEqual([
      ["5000", "5000"],
      ["5000", "5000"],
    ]);
  });
});
