import { z } from "zod";
import { orderFacts } from "../../domain/orders/order";
import { answerKeeping, askToKeep, type KeepRefusal, SURPLUS_ANSWERS } from "../../domain/services/payment/surplus";
import { accept, refuse, type Result } from "../../domain/shared/result";
import type { EventOf } from "../../domain/notices/events";
import type { Funds } from "../../domain/services/payment/funds";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { command, type CommandContext } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { paymentContext } from "../orders/payment-context";
import { fundsOf, saveFunds } from "../orders/payment-funds";
import { type FundsReceipt, fundsHttp, ofPaymentOrder } from "./payment-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

type Order = { readonly orderId: string; readonly version?: number | undefined };

type Change = {
  readonly action: "payment.record" | "payment.confirm";
  readonly stage: EventOf<"payment.surplus">["stage"];
  readonly changed: (funds: Funds, order: LoadedOrder) => Promise<Result<Funds, KeepRefusal>>;
};

/** Changes what is said of an order's surplus; the money stays where it is. */
async function changeSurplus(
  context: CommandContext,
  { orderId, version }: Order,
  { action, stage, changed }: Change,
): Promise<Result<FundsReceipt, LoadRefusal | KeepRefusal>> {
  const { tx, actor, publish, concerns } = context;
  const loaded = await loadOrder(tx, actor, { orderId, version, action });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  const funds = fundsOf(order);
  if (!funds) return refuse("no_surplus");
  const next = await changed(funds, order);
  if (!next.ok) return next;
  const saved = await saveFunds(context, order, { funds: next.value });
  publish({ type: "payment.surplus", stage, ...orderFacts(order) });
  concerns(orderId);
  return accept(saved);
}

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
  lock: lockDealOfOrder,
  run: (context, of): Promise<Result<FundsReceipt, LoadRefusal | KeepRefusal>> =>
    changeSurplus(context, of, {
      ...{ action: "payment.record", stage: "asked" },
      changed: async (funds, order) => askToKeep(funds, (await paymentContext(context.tx, order)).spec, context.now),
    }),
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
  lock: lockDealOfOrder,
  run: (context, { answer, ...of }): Promise<Result<FundsReceipt, LoadRefusal | KeepRefusal>> =>
    changeSurplus(context, of, {
      ...{ action: "payment.confirm", stage: answer === "keep" ? "kept" : "declined" },
      changed: async (funds) => answerKeeping(funds, answer === "keep", context.now),
    }),
});
