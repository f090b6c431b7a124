import { z } from "zod";
import { insertLock, lastRemittance, locksOfOrders } from "../../db/repositories/remittances";
import { type HappenedRefusal, mayHaveHappened } from "../../domain/orders/step-times";
import { orderFacts } from "../../domain/orders/order-facts";
import { type LockRefusal, lockRate as judgeLock } from "../../domain/remittance/rate-lock";
import { type ExchangedRefusal, mayBeExchanged } from "../../domain/remittance/return-cost";
import { boundedText, instantField } from "../../domain/shared/wire-fields";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES } from "../../domain/shared/money";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type StepRefusal, takeStep } from "../orders/take-step";
import { idText, timeText } from "../platform/api/fields";
import { command } from "../platform/command";
import { lockTermsOf, paymentContext } from "../orders/payment-context";
import { retellLock } from "../orders/payment-step";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { TRANSITION_REFUSALS, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";

const LOCK_REFERENCE_MAX = 80;

const input = z.strictObject({
  ...ofPaymentOrder,
  base: z.enum(CURRENCIES, "unknown_choice").meta({ description: "1 of it is `rate` of the payment's other currency" }),
  rate: z.string().trim().min(1, "required").max(24, "too_long"),
  reference: boundedText(LOCK_REFERENCE_MAX),
  lockedAt: instantField,
  expiresAt: instantField.optional().meta({ description: "After the bid's lock period where not given" }),
});

const receiptShape = z
  .strictObject({ id: idText, orderId: idText, number: z.int(), expiresAt: timeText, needsConfirmation: z.boolean() })
  .meta({ id: "RateLockReceipt" });

type LockReceipt = z.infer<typeof receiptShape>;

/** The provider has locked a rate for the payment; one that is worse than the contract's holds once the buyer takes it. */
export const lockRate = command({
  name: "remittance.lock-rate",
  action: "payment.record",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/rate-locks",
    scope: "orders:write",
    status: 201,
    summary: "The provider has locked a rate; one that is worse than the contract's holds once the buyer takes it",
    example: {
      ...{ base: "USD", rate: "7.12", reference: "FX-20931" },
      ...{ lockedAt: EXAMPLE_TIME, expiresAt: "2026-11-24T10:15:00Z" },
    },
    output: receiptShape,
    refusals: [
      ...TRANSITION_REFUSALS,
      "no_exchange",
      "pair_differs",
      "rate_malformed",
      "rate_off_market",
      "lock_expiry_missing",
      "lock_too_short",
      "lock_too_long",
      "lock_stands",
      "exchanged_already",
      "payment_on_its_way",
      "milestone_out_of_order",
      "step_owed",
      "gate_closed",
    ],
  },
  async run(
    context,
    { orderId, version, expiresAt = null, ...asked },
  ): Promise<
    Result<
      LockReceipt,
      | LoadRefusal
      | LockRefusal
      | ExchangedRefusal
      | HappenedRefusal
      | StepRefusal
      | Refusal<"not_found" | "no_exchange" | "wrong_state">
    >
  > {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    if (order.service !== "payment") return refuse("not_found");
    if (order.deliveredAt !== null || order.state === "cancelled")
      return refuse("wrong_state", { state: order.state, event: "progress" });
    const possible = mayHaveHappened(asked.lockedAt, { lastAt: null, now });
    if (!possible.ok) return possible;
    const locks = await locksOfOrders(tx, [orderId]);
    const terms = await lockTermsOf(tx, await paymentContext(tx, order), { locks, lockedAt: asked.lockedAt });
    if (!terms) return refuse("no_exchange");
    const toSend = mayBeExchanged((await lastRemittance(tx, orderId)) ?? null);
    if (!toSend.ok) return toSend;
    const judged = judgeLock(terms, { ...asked, expiresAt });
    if (!judged.ok) return judged;
    const quote = asked.base === terms.payerCurrency ? terms.payeeCurrency : terms.payerCurrency;
    const id = newId();
    const number = locks.length + 1;
    const by = { recordedAt: now, recordedByUserId: actor.userId };
    await insertLock(tx, { id, orderId, number, ...asked, quote, ...judged.value, ...by });
    const isFirst = order.milestones.every(({ code, occurredAt }) => code !== "rate_locked" || occurredAt === null);
    if (isFirst) {
      const taken = await takeStep(context, order, { code: "rate_locked", occurredAt: asked.lockedAt });
      if (!taken.ok) return taken;
    } else if (!judged.value.needsConfirmation) await retellLock(context, order, asked.lockedAt);
    publish({ type: "payment.locked", lockId: id, number, ...judged.value, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id, orderId, number, ...judged.value, expiresAt: toIso(judged.value.expiresAt) });
  },
});
