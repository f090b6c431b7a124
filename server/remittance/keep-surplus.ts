import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { answerKeeping, askToKeep, type KeepRefusal, SURPLUS_ANSWERS } from "../../domain/services/payment/surplus";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { paymentContext } from "../orders/payment-context";
import { fundsOf, saveFunds } from "../orders/payment-funds";
import { type FundsReceipt, fundsHttp, ofPaymentOrder } from "./payment-fields";

/** The provider asks the buyer whether a surplus is held for the next instalment. The provider may return it all the same. */
export const keepSurplus = command({
  name: "remittance.keep-surplus",
  action: "payment.record",
  input: z.strictObject(ofPaymentOrder),
  http: {
    ...fundsHttp,
    path: "/orders/{orderId}/funds/keep-surplus",
    summary: "Asks the buyer whether a surplus is held for the order's next instalment",
    example: {},
    refusals: ["not_permitted", "no_surplus", "no_next_instalment"],
  },
  async run(context, { orderId, version }): Promise<Result<FundsReceipt, LoadRefusal | KeepRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const funds = fundsOf(order);
    if (!funds) return refuse("no_surplus");
    const { spec } = await paymentContext(tx, order);
    const asked = askToKeep(funds, spec, now);
    if (!asked.ok) return asked;
    const saved = await saveFunds(context, order, asked.value);
    publish({ type: "payment.surplus", stage: "asked", ...orderFacts(order) });
    concerns(orderId);
    return accept(saved);
  },
});

const answerInput = z.strictObject({
  ...ofPaymentOrder,
  answer: z.enum(SURPLUS_ANSWERS, "unknown_choice").meta({ description: "Held for the next instalment, or returned" }),
});

/** The buyer says whether a surplus is held for the next instalment or returned. */
export const answerSurplus = command({
  name: "remittance.answer-surplus",
  action: "payment.confirm",
  input: answerInput,
  http: {
    ...fundsHttp,
    path: "/orders/{orderId}/funds/answer-surplus",
    summary: "The buyer says whether a surplus is held for the next instalment or returned",
    example: { answer: "keep" },
    refusals: ["not_permitted", "no_surplus"],
  },
  async run(context, { orderId, version, answer }): Promise<Result<FundsReceipt, LoadRefusal | Refusal<"no_surplus">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.confirm" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const funds = fundsOf(order);
    if (!funds) return refuse("no_surplus");
    const isAgreed = answer === "keep";
    const answered = answerKeeping(funds, isAgreed, now);
    if (!answered.ok) return answered;
    const saved = await saveFunds(context, order, answered.value);
    publish({ type: "payment.surplus", stage: isAgreed ? "kept" : "declined", ...orderFacts(order) });
    concerns(orderId);
    return accept(saved);
  },
});
