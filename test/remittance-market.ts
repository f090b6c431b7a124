import { PAYEE } from "../domain/services/examples";
import { instant, MINUTE_MS, toIso } from "../domain/shared/time";
import { lockRate } from "../server/remittance/lock-rate";
import { returnPayment } from "../server/remittance/return-payment";
import { sendPayment } from "../server/remittance/send-payment";
import { reportMilestone } from "../server/orders/report-milestone";
import type { Outcome } from "../server/platform/execute";
import { done } from "./bidding-market";
import { doAs, heldTo } from "./held-order";
import { newUetr } from "./new-uetr";
import { EARLY, orderMarket } from "./order-market";

/** A hundred thousand dollars of a Kazakh payer to a supplier in China, in yuan. */
export const TO_SUPPLIER = {
  ...{ need: "supplier_payment", payerCountry: "KZ", payerCurrency: "USD", payeeCurrency: "CNY" },
  ...PAYEE,
  amount: { minor: 10_000_000, currency: "USD" },
};

/** A rate of 7.12 that is held for a quarter of an hour, and returns at the payer's cost. */
export const HELD = { channel: "cips", lockMinutes: 15, midRate: "7.12", returnCostBorneBy: "payer" };

export const yuan = (minor: number) => ({ minor, currency: "CNY" });

/** A payment order whose payer is known; what happens, happens a minute after what was before. */
export async function remittanceMarket(terms: object = HELD, spec: object = TO_SUPPLIER) {
  const market = await orderMarket({ services: ["payment"] });
  const { orderId, now, wait } = market;
  await heldTo(market.database, orderId, { spec, terms });
  // A payment has more steps than a minute's rate allows one after the other.
  const run = doAs({ ...market, on: { ...market.on, isMetered: false } });
  const at = () => {
    wait(MINUTE_MS);
    return toIso(instant(now()));
  };
  const told = (code: string, occurredAt: string) =>
    run("timur", reportMilestone, { orderId, code, occurredAt, ...EARLY });
  /** The payer's money has come in and is cleared by then, where nothing refuses it. */
  const fund = async (by: string) => {
    for (const code of ["funds_received", "compliance_cleared"]) await told(code, by);
  };
  const report = async (code: string, occurredAt = at()): Promise<Outcome<{ readonly version: number }>> => {
    if (code === "sent") return send({ occurredAt });
    if (code === "received_by_payee") await fund(occurredAt);
    return told(code, occurredAt);
  };
  let locks = 0;
  const lock = (more: object = {}) =>
    run("timur", lockRate, {
      ...{ orderId, base: "USD", rate: "7.12", reference: `L-${++locks}`, lockedAt: at(), ...more },
    });
  const send = async ({
    occurredAt = at(),
    ...more
  }: {
    readonly occurredAt?: string;
    readonly [name: string]: unknown;
  } = {}) => {
    await fund(occurredAt);
    return run("timur", sendPayment, { orderId, referenceKind: "uetr", reference: newUetr(), occurredAt, ...more });
  };
  const comeBack = (more: object = {}) =>
    run("timur", returnPayment, {
      ...{ orderId, reason: "bank_policy", amountReturned: yuan(71_100_000), occurredAt: at(), ...more },
    });
  done(await report("kyc_submitted"));
  done(await report("kyc_approved"));
  return { ...market, run, at, told, report, lock, fund, send, comeBack };
}
