import { expect, test } from "vitest";
import { later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { done, refusalOf } from "@/test/bidding-market";
import { heldTo } from "@/test/held-order";
import { EARLY, START } from "@/test/order-market";
import { newUetr } from "@/test/new-uetr";
import { HELD, remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { contractDeal } from "@/test/traffic-market";
import { lastRemittance, locksOfOrders } from "../../db/repositories/remittances";
import { reportMilestone } from "../orders/report-milestone";
import { confirmLock, lockRate } from "./lock-rate";
import { returnSurplusFunds } from "./return-funds";
import { sendPayment } from "./send-payment";

/** Two payments of the same parties, each with a deal of its own; the other one's bid names no channel and no rate. */
async function twoPayments() {
  const of = await remittanceMarket();
  const place = { hubId: "horgos", isBorderHub: true, at: START };
  const otherId = (await contractDeal(of.database, { ...place, services: ["payment"] })).orders.payment ?? "";
  await heldTo(of.database, otherId, { spec: { ...TO_SUPPLIER, lockMinutes: 30 } });
  const { run, at } = of;
  const reportOther = (code: string) =>
    run("timur", reportMilestone, { orderId: otherId, code, occurredAt: at(), ...EARLY });
  for (const code of ["kyc_submitted", "kyc_approved"]) done(await reportOther(code));
  const order = { orderId: otherId, base: "USD" };
  return {
    ...of,
    otherId,
    reportOther,
    lockOther: (rate: string, reference = "L-other") =>
      run("timur", lockRate, { ...order, rate, reference, lockedAt: at() }),
    sendOther: (more: object = {}) =>
      run("timur", sendPayment, {
        ...{ orderId: otherId, referenceKind: "uetr", reference: newUetr(), occurredAt: at(), ...more },
      }),
  };
}

test("a rate is one payment's own: it holds nothing against another's, frees no money of it and is taken for it by nobody", async () => {
  const of = await twoPayments();
  const { database, orderId, otherId, run } = of;
  const worse = done(await of.lock({ rate: "7" }));
  expect(refusalOf(await of.reportOther("funds_received"))).toBe("lock_missing");
  const other = done(await of.lockOther("6.5"));
  const inHalfAnHour = toIso(later(of.now(), 30 * MINUTE_MS));
  expect(other).toMatchObject({ number: 1, needsConfirmation: false, expiresAt: inHalfAnHour });
  expect(refusalOf(await run("lin", confirmLock, { orderId: otherId, lockId: worse.id }))).toBe("not_found");
  expect((await locksOfOrders(database.read, [orderId]))[0]?.confirmedAt).toBeNull();
  done(await run("lin", confirmLock, { orderId, lockId: worse.id }));
});

test("a reference is one sending's in the whole market, and a sending says its own channel and amount where it names them", async () => {
  const of = await twoPayments();
  done(await of.lock());
  done(await of.lockOther("6.5"));
  const reference = newUetr();
  done(await of.send({ reference, channel: "correspondent", amount: { minor: 71_199_950, currency: "CNY" } }));
  for (const code of ["funds_received", "compliance_cleared"]) done(await of.reportOther(code));
  expect(refusalOf(await of.sendOther({ reference }))).toBe("reference_used");
  done(await of.sendOther());
  const last = (id: string) => lastRemittance(of.database.read, id);
  expect(await last(of.orderId)).toMatchObject({
    channel: "correspondent",
    amountMinor: 71_199_950n,
    amountCurrency: "CNY",
  });
  expect(await last(of.otherId)).toMatchObject({ channel: null, amountMinor: 65_000_000n, amountCurrency: "CNY" });
});

test("a worse rate that the buyer has not taken bars no other, and money goes under the lock that holds when it is sent", async () => {
  const of = await remittanceMarket(HELD);
  done(await of.lock({ rate: "7" }));
  const better = done(await of.lock());
  done(await of.send());
  expect(await lastRemittance(of.database.read, of.orderId)).toMatchObject({ lockId: better.id });
});

test("a bank's reference is one debit's of its provider, be it sent or given back, and a lock's is one lock's", async () => {
  const of = await twoPayments();
  const { orderId, otherId, run } = of;
  const usd = (minor: number) => ({ minor, currency: "USD" });
  const reference = "RTN2611300001";
  const tooMuch = { amount: usd(10_020_000), valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." };
  const credit = (id: string) =>
    run("timur", reportMilestone, {
      ...{ orderId: id, code: "funds_received", occurredAt: of.at(), ...EARLY, funds: tooMuch },
    });
  const giveBack = (id: string, more: object = {}) =>
    run("timur", returnSurplusFunds, { orderId: id, amount: usd(10_000), valueDate: "2026-11-24", reference, ...more });
  done(await of.lock({ reference: "FX-261130-1205" }));
  expect(refusalOf(await of.lockOther("6.5", "FX-261130-1205"))).toBe("lock_reference_used");
  done(await of.lockOther("6.5"));
  for (const id of [orderId, otherId]) done(await credit(id));
  done(await giveBack(orderId));
  for (const id of [orderId, otherId]) expect(refusalOf(await giveBack(id))).toBe("reference_used");
  const cips = { referenceKind: "cips", reference };
  expect(refusalOf(await of.send(cips))).toBe("reference_used");
  done(await of.send({ referenceKind: "cips", reference: "CIPS20261130000077" }));
  expect(refusalOf(await giveBack(otherId, { reference: "CIPS20261130000077" }))).toBe("reference_used");
  done(await giveBack(otherId, { reference: "RTN2611300002" }));
});
