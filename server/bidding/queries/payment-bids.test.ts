import { describe, expect, test } from "vitest";
import { csvReader } from "@/test/csv-language";
import { insertRate } from "@/db/repositories/exchange-rates";
import { addDays, dayOf, later } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { done } from "@/test/bidding-market";
import { EXPIRING, paymentMarket, PAYMENT, QUOTE_ENDS } from "@/test/payment-market";
import { START } from "@/test/posting-market";
import { awardBids } from "../../award/award-bids";
import { comparePage } from "../../award/queries/comparison";
import { requestPage } from "../../requests/queries/request-page";
import { bidsOf } from "./bids";
import { ownBids } from "./desk";
import { PAYOUT_HEADS, payoutCells } from "../../award/queries/comparison-csv";

type Market = Awaited<ReturnType<typeof paymentMarket>>;

const page = (of: Market, who: "buyer" | "provider" | "provider2") =>
  requestPage(of.database.read, of.actors[who], { id: of.paymentId, now: of.on.clock() });

async function payments(of: Market) {
  const asked = { dealId: of.dealId, currency: null, now: of.on.clock() };
  const compared = await comparePage(of.database.read, of.actors.buyer, asked);
  return compared?.services.find((service) => service.service === "payment")?.cells ?? [];
}

const mine = async (of: Market) =>
  (
    await ownBids(of.database.read, of.actors.provider, {
      state: null,
      cursor: null,
      limit: 10,
      now: of.on.clock(),
    })
  ).items;

describe("an expired quote", () => {
  test.each([
    ["a moment before its end stands", -1, false],
    ["from its end on is expired", 0, true],
  ])("%s, wherever it is listed", async (_name, shift, isExpired) => {
    const of = await paymentMarket({ mode: "open" });
    const { id: bidId } = await of.quote(of.actors.provider, { terms: EXPIRING });
    await of.quote(of.actors.provider2, { feeMinor: 3_600 });
    await of.closePayment();
    of.setClock(later(QUOTE_ENDS, shift));
    const flags = (rows: readonly { isExpired: boolean }[] | null | undefined) => rows?.map((row) => row.isExpired);
    expect((await page(of, "provider"))?.ownBid).toMatchObject({ isExpired, expiresAt: QUOTE_ENDS });
    expect(flags(await mine(of))).toEqual([isExpired]);
    expect(flags((await page(of, "buyer"))?.bids)).toEqual([isExpired, false]);
    expect(flags((await page(of, "provider2"))?.bids)).toEqual([isExpired, false]);
    expect((await payments(of)).find((cell) => cell.bidId === bidId)).toMatchObject({
      isExpired,
      quoteExpiresAt: QUOTE_ENDS,
    });
  });

  test("of a sealed bid is told to its bidder before the opening, and to nobody else", async () => {
    const of = await paymentMarket();
    await of.quote(of.actors.provider, { terms: { expiresAt: "2026-11-24T09:00:00Z" } });
    of.setClock(later(START, 2 * 3_600_000));
    expect((await page(of, "provider"))?.ownBid?.isExpired).toBe(true);
    expect(await page(of, "buyer")).toMatchObject({ bids: null, ownBid: null });
    expect(await payments(of)).toEqual([]);
  });

  test("does not expire any more once it has won", async () => {
    const of = await paymentMarket();
    const { id: bidId } = await of.quote(of.actors.provider, { terms: EXPIRING });
    await of.closePayment();
    done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId, reason: "Known to us" }] }));
    of.setClock(QUOTE_ENDS);
    expect((await mine(of))[0]).toMatchObject({ state: "won", isExpired: false });
  });
});

describe("payment bids side by side", () => {
  const amounts = (cells: Awaited<ReturnType<typeof payments>>) =>
    cells.map(({ payout, isLowest }) => [payout?.ok ? payout.value.amount : payout?.refusal.code, isLowest]);

  test("show what the payee receives, and the most of it is the best, whatever the price says", async () => {
    const of = await paymentMarket();
    await of.quote(of.actors.provider, { spreadBps: 30, feeMinor: 3_500 });
    await of.quote(of.actors.provider2, {
      spreadBps: 40,
      feeMinor: 3_500,
      terms: { midRate: "7.14", midSource: "Bank", midAt: "2026-11-24T02:00:00Z" },
    });
    await of.closePayment();
    const cells = await payments(of);
    // (10,000 − 30 − 35) × 7.12, and (10,000 − 40 − 35) × 7.14.
    expect(amounts(cells)).toEqual([
      [money(70_737_20n, "CNY"), false],
      [money(70_864_50n, "CNY"), true],
    ]);
    expect(cells.map(({ payout }) => payout?.ok && [payout.value.mid.source, payout.value.costAgainst])).toEqual([
      ["market", "market"],
      ["bid", "market"],
    ]);
    expect(cells[0]?.payout).toMatchObject({ value: { side: "payee_receives", effectiveCostBps: 65 } });
    expect(cells[0]?.payout).toMatchObject({ value: { mid: { rates: [{ rate: "7.12", source: "test" }] } } });
    // 71,200 − 70,864.50 = 335.50 of 71,200.
    expect(cells[1]?.payout).toMatchObject({ value: { effectiveCostBps: 47 } });
  });

  test("show what the payer pays where the payee's side is fixed, and the least of it is the best", async () => {
    const of = await paymentMarket({}, { ...PAYMENT, amount: { minor: 7_120_000, currency: "CNY" } });
    await of.quote(of.actors.provider, { spreadBps: 30, feeMinor: 3_500 });
    await of.quote(of.actors.provider2, { spreadBps: 20, feeMinor: 3_500 });
    await of.closePayment();
    expect(amounts(await payments(of))).toEqual([
      [money(10_065_00n, "USD"), false],
      [money(10_055_00n, "USD"), true],
    ]);
  });

  test("stay at the rates of the day of the award once it is made", async () => {
    const of = await paymentMarket();
    const { id: bidId } = await of.quote(of.actors.provider, { spreadBps: 30, feeMinor: 3_500 });
    await of.closePayment();
    done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
    const day = addDays(dayOf(of.on.clock()), 1);
    await of.database.write((tx) =>
      insertRate(tx, {
        ...{ id: "next", base: "USD", quote: "CNY", rate: "6.50", day, source: "test" },
        ...{ enteredByUserId: null, enteredAt: of.on.clock() },
      }),
    );
    of.setClock(later(of.on.clock(), 3 * 86_400_000));
    expect(amounts(await payments(of))).toEqual([[money(70_737_20n, "CNY"), false]]);
    const asked = { dealId: of.dealId, currency: "CNY", now: of.on.clock() } as const;
    const compared = await comparePage(of.database.read, of.actors.buyer, asked);
    expect(compared?.rates.map(({ rate }) => rate)).toEqual(["7.12"]);
    const [view] =
      (await bidsOf(of.database.read, of.actors.buyer, { requestId: of.paymentId, now: of.on.clock() }))?.items ?? [];
    expect(view?.payout).toMatchObject({ payeeReceives: money(70_737_20n, "CNY"), payerPays: null });
  });

  test("mark nothing expired as the best", async () => {
    const of = await paymentMarket();
    await of.quote(of.actors.provider, { spreadBps: 10, terms: EXPIRING });
    await of.quote(of.actors.provider2, { spreadBps: 30 });
    await of.closePayment();
    expect((await payments(of)).map((cell) => cell.isLowest)).toEqual([true, false]);
    of.setClock(QUOTE_ENDS);
    expect((await payments(of)).map((cell) => cell.isLowest)).toEqual([false, false]);
  });

  test("without the market's rate say which is missing, and none is the best; a bid's own rate stands in", async () => {
    const of = await paymentMarket({}, { ...PAYMENT, payeeCurrency: "KZT" });
    await of.quote(of.actors.provider, {});
    await of.quote(of.actors.provider2, { terms: { midRate: "527.20" } });
    await of.closePayment();
    const cells = await payments(of);
    // (10,000 − 30 − 35) × 527.20.
    expect(amounts(cells)).toEqual([
      ["rate_missing", false],
      [money(5_237_732_00n, "KZT"), false],
    ]);
    expect(cells[1]?.payout).toMatchObject({ value: { costAgainst: "bid", effectiveCostBps: 65 } });
  });

  test("are reckoned at the rate of the day of the comparison, not of the bid", async () => {
    const of = await paymentMarket();
    await of.quote();
    await of.closePayment();
    const day = addDays(dayOf(START), 2);
    const later2 = { id: "usd2", base: "USD", quote: "CNY", rate: "7.20", day, source: "test" } as const;
    await of.database.write((tx) => insertRate(tx, { ...later2, enteredByUserId: null, enteredAt: START }));
    expect(amounts(await payments(of))).toEqual([[money(71_532_00n, "CNY"), false]]);
  });

  test("come as columns of the export, with the rate that was used", async () => {
    const of = await paymentMarket();
    await of.quote();
    await of.closePayment();
    const [cell] = await payments(of);
    expect(
      Object.fromEntries(payoutCells(cell?.payout ?? null, csvReader()).map((text, at) => [PAYOUT_HEADS[at], text])),
    ).toEqual({
      payeeReceives: money(7_073_720n, "CNY"),
      payerPays: "",
      payoutCurrency: "CNY",
      effectiveCost: 65,
      mid: "at the market's rate: USD/CNY 7.12 2026-11-24 test",
    });
    expect(payoutCells(null, csvReader())).toEqual(["", "", "", "", ""]);
  });
});
