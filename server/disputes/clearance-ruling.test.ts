import { expect, test } from "vitest";
import { findOrder } from "@/db/repositories/orders";
import { findDispute } from "@/db/repositories/disputes";
import { insertRate } from "@/db/repositories/exchange-rates";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { dayOf } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { done } from "@/test/bidding-market";
import { ASSESSED, clearanceMarket, IMPORT } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { assessDuties, fileDeclaration, payDuties } from "../clearance/acts";
import { approveDraft } from "../clearance/review-draft";
import { orderPage } from "../orders/queries/orders";
import { openDispute, writeEntry } from "./dispute";
import { orderDisputes } from "./queries";
import { takeOffer } from "./take-offer";

const LINE = { basis: "declaration", unitPriceMinor: null, rateBps: null, quantityMilli: null, note: "" } as const;
const LINES: readonly PricedLine[] = [
  { ...LINE, code: "IMD", amountMinor: "70", isPassThrough: false },
  { ...LINE, code: "VAT", amountMinor: "30", isPassThrough: true },
];

/** 2,525,640.00 tenge at 75 for a yuan. */
const PAID = 3_367_520n;

/** A clearance whose bid holds 30 fen of tax, which the broker advances, with its dispute. */
async function disputed() {
  const of = await clearanceMarket(IMPORT, ["customs"], { terms: { dutyPaidBy: "broker_advance" }, lines: LINES });
  const order = await findOrder(of.database.read, of.orderId);
  if (!order) throw new Error("the order is there");
  const rate = {
    id: "kzt",
    base: "CNY",
    quote: "KZT",
    rate: "75",
    day: dayOf(order.contractedAt),
    source: "test",
  } as const;
  await of.database.write((tx) => insertRate(tx, { ...rate, enteredByUserId: null, enteredAt: of.now() }));
  const own = order.contractMinor - 30n;
  const page = () => orderPage(of.database.read, actorOf("lin"), { id: of.orderId, now: of.now() });
  const settle = async (shareBps: number, effect: string) => {
    const open = { orderId: of.orderId, code: "late", words: "Three days late." };
    const { id: disputeId } = done(await of.run("lin", openDispute, open));
    const shown = async () =>
      (await orderDisputes(of.database.read, actorOf("lin"), { orderId: of.orderId, now: of.now() }))?.disputes[0];
    expect(await shown()).toMatchObject({ about: "own_price", inDispute: money(own, "CNY"), ending: null });
    const offer = { outcome: shareBps === 0 ? "for_buyer" : "split", shareBps, effect };
    done(await of.run("timur", writeEntry, { disputeId, words: "So be it.", offer }));
    done(await of.run("lin", takeOffer, { disputeId, seq: 1 }));
    expect(await shown()).toMatchObject({ about: "own_price", inDispute: money(own, "CNY") });
    expect((await findDispute(of.database.read, disputeId))?.ending).toMatchObject({ ownMinor: Number(own) });
  };
  const pay = async () => {
    const declarationId = await of.draft();
    done(await of.run("lin", approveDraft, { declarationId }));
    const number = "50417/241126/0012345";
    done(await of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at() }));
    done(await of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at() }));
    done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));
  };
  const total = async () => (await page())?.sumDue.total.minor;
  return { ...of, own, page, settle, pay, total };
}

test("a ruling about a clearance divides the broker's own price, and what the broker paid to the customs stays owed", async () => {
  const of = await disputed();
  await of.pay();
  await of.settle(5_000, "goes_on");
  const half = of.own / 2n + (of.own % 2n);
  expect(await of.page()).toMatchObject({
    sumDue: { taxes: { paidBy: "provider" } },
    rulings: [{ about: "own_price" }],
  });
  expect(await of.total()).toBe(half + PAID);
});

test("taxes that are paid after the ruling are owed as well", async () => {
  const of = await disputed();
  await of.settle(0, "goes_on");
  expect(await of.total()).toBe(30n);
  await of.pay();
  expect(await of.total()).toBe(PAID);
});

test("of a clearance that a ruling calls off the taxes that were paid stay owed, and none that were estimated", async () => {
  const paid = await disputed();
  await paid.pay();
  await paid.settle(0, "called_off");
  expect(await paid.total()).toBe(PAID);
  const unpaid = await disputed();
  await unpaid.settle(0, "called_off");
  expect(await unpaid.total()).toBe(0n);
});
