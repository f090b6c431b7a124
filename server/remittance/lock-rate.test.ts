import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { insertRate } from "../../db/repositories/exchange-rates";
import { locksOfOrders } from "../../db/repositories/remittances";
import { dayOf, instant, MINUTE_MS } from "../../domain/shared/time";
import { money } from "../../domain/shared/money";
import { confirmLock } from "./lock-rate";
import { paymentPage } from "./queries";

test("a rate is locked neither while money is on its way nor after it has come back exchanged, as the page offers", async () => {
  const of = await remittanceMarket();
  const transitions = async () =>
    (await paymentPage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() }))?.transitions;
  done(await of.lock());
  done(await of.send());
  of.wait(20 * MINUTE_MS);
  expect(refusalOf(await of.lock())).toBe("payment_on_its_way");
  expect(await transitions()).not.toContain("lock");
  done(await of.comeBack());
  expect(await of.lock()).toMatchObject({ refusal: { code: "exchanged_already", details: { currency: "CNY" } } });
  expect(await transitions()).not.toContain("lock");
  expect(await locksOfOrders(of.database.read, [of.orderId])).toHaveLength(1);
  expect(done(await of.send()).attempt).toBe(2);
});

test("a move of the market alone needs no consent where the bid states no rate; a rate below the market's of its day does", async () => {
  const of = await remittanceMarket({ lockMinutes: 1 });
  await of.database.write((tx) =>
    insertRate(tx, {
      ...{ id: "r", base: "USD", quote: "CNY", rate: "6.9058", day: dayOf(instant(of.now())), source: "test" },
      ...{ enteredByUserId: null, enteredAt: instant(of.now()) },
    }),
  );
  expect(done(await of.lock({ rate: "7.1" })).needsConfirmation).toBe(false);
  of.wait(MINUTE_MS);
  expect(done(await of.lock({ rate: "6.9058" })).needsConfirmation).toBe(false);
  of.wait(MINUTE_MS);
  expect(await of.lock({ rate: "9.5" })).toMatchObject({
    refusal: { code: "rate_off_market", details: { rate: "9.5", market: "6.9058", percent: 5 } },
  });
  expect(done(await of.lock({ rate: "6.9050" })).needsConfirmation).toBe(true);
  const page = await paymentPage(of.database.read, actorOf("lin"), { orderId: of.orderId, now: instant(of.now()) });
  expect(page?.locks.map(({ worse }) => worse)).toEqual([
    ...[null, null],
    {
      ...{ basis: "market", agreed: "6.9058", spreadBps: null, lessBps: 1.2 },
      market: { rate: "6.9058", day: dayOf(instant(of.now())), sources: ["test"] },
      loss: { side: "payee_receives", given: money(10_000_000n, "USD"), by: money(8_000n, "CNY") },
    },
  ]);
});

test("that waits for the buyer ends when another is locked, and is taken no more", async () => {
  const of = await remittanceMarket();
  const { orderId } = of;
  const worse = done(await of.lock({ rate: "7.1165" }));
  const better = done(await of.lock({ rate: "7.1235" }));
  expect(better.needsConfirmation).toBe(false);
  const take = () => of.run("lin", confirmLock, { orderId, lockId: worse.id });
  expect(refusalOf(await take())).toBe("lock_replaced");
  const shown = await paymentPage(of.database.read, actorOf("lin"), { orderId, now: of.now() });
  expect(shown?.transitions).toEqual([]);
  expect(shown?.locks.map(({ isLive, isReplaced, expiresAt }) => [isLive, isReplaced, expiresAt])).toEqual([
    [false, true, of.now()],
    [true, false, Date.parse(better.expiresAt)],
  ]);
  of.wait(Date.parse(better.expiresAt) - of.now());
  expect(refusalOf(await of.report("funds_received"))).toBe("lock_expired");
});
