import { expect, test } from "vitest";
import { findOrder } from "@/db/repositories/orders";
import { insertRate } from "@/db/repositories/exchange-rates";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { addDays, dayOf, type LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { done } from "@/test/bidding-market";
import { ASSESSED, clearanceMarket, IMPORT } from "@/test/clearance-market";
import { actorOf } from "@/test/order-market";
import { order as orderView } from "@/views/orders";
import { toWire } from "@/views/fields";
import { orderPage } from "../orders/queries/orders";
import { assessDuties, fileDeclaration, payDuties } from "./acts";
import { approveDraft } from "./review-draft";

type Market = Awaited<ReturnType<typeof clearanceMarket>>;

const LINE = { basis: "declaration", unitPriceMinor: null, rateBps: null, quantityMilli: null, note: "" } as const;
const LINES: readonly PricedLine[] = [
  { ...LINE, code: "IMD", amountMinor: "70", isPassThrough: false },
  { ...LINE, code: "VAT", amountMinor: "30", isPassThrough: true },
];

/** An order whose bid holds 30.00 of tax; the market has a rate from before the contract and one from after it. */
async function taxedMarket(terms: object) {
  const of = await clearanceMarket(IMPORT, ["customs"], { terms, lines: LINES });
  const order = await findOrder(of.database.read, of.orderId);
  if (!order) throw new Error("the order is there");
  const day = dayOf(order.contractedAt);
  await of.database.write(async (tx) => {
    const rate = async (at: LocalDate, text: string) =>
      insertRate(tx, {
        ...{ id: `rate-${at}`, base: "CNY", quote: "KZT", rate: text, day: at, source: "test" },
        ...{ enteredByUserId: null, enteredAt: of.now() },
      });
    await rate(addDays(day, -1), "75");
    await rate(addDays(day, 1), "90");
  });
  return { ...of, price: money(order.contractMinor, order.contractCurrency) };
}

const page = async ({ database, orderId, now }: Market) => {
  const order = await orderPage(database.read, actorOf("lin"), { id: orderId, now: now() });
  if (!order) throw new Error("the buyer reads its order");
  return order;
};

async function assessed(of: Market): Promise<string> {
  const declarationId = await of.draft();
  done(await of.run("lin", approveDraft, { declarationId }));
  const number = "50417/241126/0012345";
  done(await of.run("timur", fileDeclaration, { declarationId, number, occurredAt: of.at() }));
  done(await of.run("timur", assessDuties, { declarationId, ...ASSESSED, occurredAt: of.at() }));
  return declarationId;
}

const pay = async (of: Market, declarationId: string) =>
  done(await of.run("timur", payDuties, { declarationId, receipt: "P-77", occurredAt: of.at() }));

/** 2,525,640.00 tenge at 75 for a yuan. */
const IN_YUAN = 3_367_520n;

test("a clearance comes to what the broker paid by receipt in place of its estimate, by the page and for programs alike", async () => {
  const of = await taxedMarket({ dutyPaidBy: "broker_advance" });
  const id = await assessed(of);
  expect((await page(of)).sumDue).toMatchObject({ taxes: null, total: of.price });
  await pay(of, id);
  const order = await page(of);
  const total = of.price.minor - 30n + IN_YUAN;
  expect(order.sumDue).toMatchObject({
    taxes: { estimated: money(30n, "CNY"), paid: [money(252_564_000n, "KZT")], converted: money(IN_YUAN, "CNY") },
    total: { minor: total },
  });
  expect(order.sumDue.taxes?.rates.map(({ rate }) => rate)).toEqual(["75"]);
  expect(toWire(orderView.pick({ sumDue: true }), order)).toMatchObject({
    sumDue: {
      taxes: {
        ...{ estimated: { minor: 30, currency: "CNY" }, paid: [{ minor: 252_564_000, currency: "KZT" }] },
        ...{ converted: { minor: Number(IN_YUAN) }, rates: [{ rate: "75" }], paidBy: "provider" },
      },
      total: { minor: Number(total) },
    },
  });
});

test("a clearance comes to the broker's own price where the buyer pays the customs from its own account", async () => {
  const of = await taxedMarket({ dutyPaidBy: "client_account" });
  await pay(of, await assessed(of));
  expect((await page(of)).sumDue).toMatchObject({
    taxes: { converted: money(IN_YUAN, "CNY"), paidBy: "buyer" },
    total: { minor: of.price.minor - 30n },
  });
});
