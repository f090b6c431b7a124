import { expect, test } from "vitest";
import { findMilestones } from "../../db/repositories/orders";
import { DAY_MS, later, toIso } from "../../domain/shared/time";
import { done } from "../../test/bidding-market";
import { START } from "../../test/order-market";
import { remittanceMarket } from "../../test/remittance-market";
import { recordReceipt } from "./send-payment";

/** Money that was received and is to be with the payee within two days; the rate holds for ten. */
async function paidIn() {
  const market = await remittanceMarket();
  done(await market.lock({ expiresAt: toIso(later(START, 10 * DAY_MS)) }));
  done(await market.report("funds_received"));
  const late = async (code: string) => {
    const steps = await findMilestones(market.database.read, { id: market.orderId, service: "payment" });
    return steps.find((step) => step.code === code)?.evidence?.late ?? null;
  };
  const receive = (more: object = {}) =>
    market.run("timur", recordReceipt, { orderId: market.orderId, occurredAt: market.at(), ...more });
  return { ...market, late, receive };
}

test("money that is sent after the promised days is asked why, and nothing is sent until it is told", async () => {
  const market = await paidIn();
  market.wait(6 * DAY_MS);
  expect(await market.send()).toMatchObject({ refusal: { code: "late_without_reason" } });
  expect(await market.send({ lateReason: "border_queue" })).toMatchObject({ kind: "refused" });
  done(await market.send({ lateReason: "bank_compliance" }));
  expect(await market.late("sent")).toMatchObject({ reason: "bank_compliance" });
});

test("money that the payee has after the promised days is asked why, and within them is not", async () => {
  const market = await paidIn();
  done(await market.send());
  expect(await market.late("sent")).toBeNull();
  market.wait(6 * DAY_MS);
  expect(await market.receive()).toMatchObject({ refusal: { code: "late_without_reason" } });
  done(await market.receive({ lateReason: "holiday", lateWords: "Golden week" }));
  expect(await market.late("received_by_payee")).toMatchObject({ reason: "holiday", words: "Golden week" });
});
