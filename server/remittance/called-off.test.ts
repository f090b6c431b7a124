import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, EARLY } from "@/test/order-market";
import { HELD, remittanceMarket, TO_SUPPLIER, yuan } from "@/test/remittance-market";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { findRequest } from "../../db/repositories/requests";
import { notices } from "../../db/schema/notices";
import { assert } from "../../domain/shared/result";
import { DAY_MS, instant, later } from "../../domain/shared/time";
import { listOrders, orderPage } from "../orders/queries/orders";
import { requestTurns } from "../orders/queries/request-turns";
import { workList } from "../orders/queries/work";
import { reportMilestone } from "../orders/report-milestone";
import { relayRound } from "../worker/relay";
import { paymentPage } from "./queries";
import { returnCalledOffFunds } from "./return-funds";

const usd = (minor: number) => ({ minor, currency: "USD" });
const OWN = { valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." };
const THIRD = { ...OWN, remitter: "Almaty Holding JSC", thirdPartyReason: "Not known yet" };
const ADVICE = { valueDate: "2026-11-24", reference: "RTN26112400319" };
const RETURNS = { side: "provider", code: "remittance.funds_return", by: null };

/** A payment order with these credits, which is then called off. */
async function calledOff({
  credits = [{ ...OWN, amount: usd(10_000_000) }] as object[],
  isSent = false,
  sent = {},
  terms = HELD as object,
  lock = {},
} = {}) {
  const of = await remittanceMarket(terms, TO_SUPPLIER);
  const { orderId, database } = of;
  done(await of.lock(lock));
  for (const funds of credits)
    done(
      await of.run("timur", reportMilestone, { orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds }),
    );
  if (isSent) done(await of.send(sent));
  const stored = async () => {
    const order = await findOrder(database.read, orderId);
    assert(order, "the order is there");
    return order;
  };
  const callOff = () =>
    database.write(async (tx) => saveOrder(tx, await stored(), { state: "cancelled", cancelledAt: instant(of.now()) }));
  const now = () => instant(of.now());
  return {
    ...of,
    callOff,
    page: (who: "timur" | "lin" = "timur") => paymentPage(database.read, actorOf(who), { orderId, now: now() }),
    giveBack: (more: object = {}, who: "timur" | "lin" = "timur") =>
      of.run(who, returnCalledOffFunds, { orderId, ...ADVICE, ...more }),
    /** Whose turn the order is on its page, asserted to be the same in the list of orders, of work and on the request. */
    turn: async () => {
      const { read } = database;
      const turn = (await orderPage(read, actorOf("lin"), { id: orderId, now: now() }))?.turn;
      const { items } = await listOrders(read, actorOf("timur"), { limit: 9, now: now() });
      expect(items.find(({ id }) => id === orderId)?.turn).toEqual(turn);
      const task = turn?.holder === "task" ? turn.task : null;
      const { rows } = await workList(read, actorOf("timur"), { limit: 9, now: now() });
      expect(rows.filter(({ id }) => id === orderId).map((row) => [row.group, row.task])).toEqual(
        task ? [["yours", task]] : [],
      );
      const request = await findRequest(read, (await stored()).requestId);
      assert(request, "the request is there");
      const own = { ...request, side: "buyer" } as const;
      const told = (await requestTurns(read, actorOf("lin"), { requests: [own], now: now() }))(request.id).turn;
      expect(told.task).toBe(task?.code);
      return task ?? turn?.holder;
    },
    kinds: async () => {
      while (await relayRound(of.on));
      const rows = await database.read.select().from(notices);
      return rows.flatMap(({ kind, userId }) => (kind === "payment_funds_returned" ? [userId] : []));
    },
  };
}

describe("funds of an order that was called off before its payment was sent", () => {
  test("go back whole by the bank's advice: that is the provider's turn, and the account closes", async () => {
    const of = await calledOff();
    expect(refusalOf(await of.giveBack())).toBe("no_funds_to_return");
    await of.callOff();
    expect(await of.turn()).toEqual(RETURNS);
    expect((await of.page())?.transitions).toEqual(["return_funds"]);
    expect((await of.page("lin"))?.transitions).toEqual([]);
    expect((await of.page("lin"))?.funds).toMatchObject({
      ...{ held: usd(10_000_000), surplus: null, hold: null },
      refund: { remitters: ["Buyer Co., Ltd."], amount: usd(10_000_000), isFromBank: false },
    });
    expect(refusalOf(await of.giveBack({}, "lin"))).toBe("not_permitted");
    expect(refusalOf(await of.giveBack({ reference: "no" }))).toBe("reference_malformed");
    expect(refusalOf(await of.giveBack({ valueDate: "2026-11-01" }))).toBe("value_date_before_credit");
    done(await of.giveBack());
    expect((await of.page())?.funds).toEqual({
      ...{ received: usd(10_000_000), sent: usd(0), fees: usd(0), returned: usd(10_000_000), held: usd(0) },
      ...{ surplus: null, hold: null, refund: null, refunds: [] },
    });
    expect(await of.turn()).toBe("nobody");
    expect((await of.page())?.transitions).toEqual([]);
    expect(refusalOf(await of.giveBack())).toBe("no_funds_to_return");
    expect(await of.kinds()).toContain("lin");
  });

  test("go back credit by credit, to whoever paid each: a part, a surplus and a third party's alike", async () => {
    const of = await calledOff({
      credits: [
        { ...OWN, amount: usd(4_000_001) },
        { ...THIRD, amount: usd(6_500_000) },
      ],
    });
    await of.callOff();
    done(await of.giveBack());
    expect((await of.page())?.funds).toMatchObject({
      ...{ returned: usd(4_000_001), held: usd(6_500_000) },
      refund: { remitters: ["Almaty Holding JSC"], amount: usd(6_500_000) },
    });
    expect(await of.turn()).toEqual(RETURNS);
    done(await of.giveBack({ reference: "RTN26112400320" }));
    expect((await of.page())?.funds).toMatchObject({ received: usd(10_500_001), returned: usd(10_500_001) });
    expect(await of.turn()).toBe("nobody");
  });

  test("are nobody's turn where none came in, or they are on their way", async () => {
    const none = await calledOff({ credits: [] });
    await none.callOff();
    expect(await none.turn()).toBe("nobody");
    expect(refusalOf(await none.giveBack())).toBe("no_funds_to_return");
    const gone = await calledOff({ isSent: true });
    await gone.callOff();
    expect(await gone.turn()).toBe("nobody");
    expect(refusalOf(await gone.giveBack())).toBe("no_funds_to_return");
  });

  test("are due within the days of the bid's return, counted from when it was called off", async () => {
    const of = await calledOff({ terms: { ...HELD, returnDays: 10 } });
    await of.callOff();
    const by = later(instant(of.now()), 10 * DAY_MS);
    expect(await of.turn()).toEqual({ ...RETURNS, by });
    const { rows } = await workList(of.database.read, actorOf("timur"), { limit: 9, now: instant(of.now()) });
    expect(rows[0]?.due).toMatchObject({ at: by, source: "task" });
  });
});

describe("money that came back from the bank of an order that was called off", () => {
  const CREDIT = { ...OWN, amount: usd(10_025_000) };

  test("goes back in the payer's currency, less what its return has cost, and the account closes to the minor unit", async () => {
    const of = await calledOff({ credits: [CREDIT], isSent: true, sent: { amount: usd(10_000_000) } });
    done(await of.comeBack({ amountReturned: usd(9_995_001) }));
    expect(await of.turn()).not.toEqual(RETURNS);
    await of.callOff();
    expect(await of.turn()).toEqual(RETURNS);
    expect((await of.page())?.transitions).toEqual(["return_funds"]);
    expect((await of.page("lin"))?.funds).toMatchObject({
      ...{ received: usd(10_025_000), sent: usd(0), fees: usd(4_999), returned: usd(0), held: usd(10_020_001) },
      refund: { remitters: ["Buyer Co., Ltd."], amount: usd(10_020_001), isFromBank: true },
    });
    expect(refusalOf(await of.giveBack({ amount: usd(10_020_000) }))).toBe("return_not_whole");
    expect(refusalOf(await of.giveBack({ amount: usd(10_020_001) }, "lin"))).toBe("not_permitted");
    done(await of.giveBack({ amount: usd(10_020_001) }));
    expect((await of.page())?.funds).toEqual({
      ...{ received: usd(10_025_000), sent: usd(0), fees: usd(4_999), returned: usd(10_020_001), held: usd(0) },
      ...{ surplus: null, hold: null, refund: null },
      refunds: [{ amount: usd(10_020_001), ...ADVICE }],
    });
    expect(await of.turn()).toBe("nobody");
    expect((await of.page())?.transitions).toEqual([]);
    expect(refusalOf(await of.giveBack())).toBe("no_funds_to_return");
    expect(await of.kinds()).toContain("lin");
  });

  test("goes back as it came back exchanged, then the surplus that was never exchanged", async () => {
    const of = await calledOff({ credits: [CREDIT], isSent: true });
    done(await of.comeBack({ amountReturned: yuan(71_100_000) }));
    await of.callOff();
    expect((await of.page())?.funds).toMatchObject({
      ...{ received: usd(10_025_000), fees: usd(14_045), returned: usd(0), held: usd(10_010_955), surplus: null },
      refund: { amount: yuan(71_100_000) },
    });
    done(await of.giveBack());
    expect(await of.turn()).toEqual(RETURNS);
    expect((await of.page())?.funds).toMatchObject({
      ...{ fees: usd(14_045), returned: usd(9_985_955), held: usd(25_000), refund: { amount: usd(25_000) } },
      refunds: [{ amount: yuan(71_100_000) }],
    });
    done(await of.giveBack({ reference: "RTN26112400320" }));
    expect((await of.page())?.funds).toMatchObject({
      ...{ fees: usd(14_045), returned: usd(10_010_955), held: usd(0), surplus: null, refund: null },
    });
    expect(await of.turn()).toBe("nobody");
  });

  test("goes back exchanged back, at a rate that is near the one at which it went", async () => {
    const of = await calledOff({ isSent: true });
    done(await of.comeBack({ amountReturned: yuan(71_200_000) }));
    await of.callOff();
    expect(refusalOf(await of.giveBack({ amount: usd(8_000_000) }))).toBe("refund_far_off");
    done(await of.giveBack({ amount: usd(9_940_017) }));
    expect((await of.page())?.funds).toMatchObject({
      ...{ received: usd(10_000_000), sent: usd(0), fees: usd(59_983), returned: usd(9_940_017), held: usd(0) },
    });
    expect(await of.turn()).toBe("nobody");
  });

  test("may come back after the order was called off: the days of the bid run from then", async () => {
    const of = await calledOff({ isSent: true, terms: { ...HELD, returnDays: 10 } });
    await of.callOff();
    expect(await of.turn()).not.toMatchObject({ code: "remittance.funds_return" });
    const cameBackAt = of.at();
    done(await of.comeBack({ amountReturned: yuan(71_200_000), occurredAt: cameBackAt }));
    const by = later(instant(Date.parse(cameBackAt)), 10 * DAY_MS);
    expect(await of.turn()).toEqual({ ...RETURNS, by });
    done(await of.giveBack());
    expect(await of.turn()).toBe("nobody");
  });
});

test("a rate of an order that was called off has ended with it", async () => {
  const of = await calledOff({ lock: { expiresAt: "2026-12-20T08:00:00Z" } });
  expect((await of.page())?.locks).toMatchObject([{ isLive: true }]);
  const at = of.now();
  await of.callOff();
  expect((await of.page())?.locks).toMatchObject([{ isLive: false, expiresAt: at }]);
});
