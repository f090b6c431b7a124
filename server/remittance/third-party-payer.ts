import { z } from "zod";
import { isOver, orderFacts } from "../../domain/orders/order";
import type { EventOf } from "../../domain/notices/events";
import { RELATIONSHIPS } from "../../domain/services/payment/choices";
import { type Funds, FUNDS_STEP } from "../../domain/services/payment/funds";
import {
  acceptPayer,
  askOfPayer,
  DOCUMENT_MAX,
  EXPLANATION_MAX,
  explainPayer,
  type HoldRefusal,
  QUESTION_MAX,
} from "../../domain/services/payment/third-party";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { boundedText } from "../../domain/shared/wire-fields";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { command, type CommandContext } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { saveFunds, unclearedFunds } from "../orders/payment-funds";
import { FILES_OF_FUNDS, type FundsReceipt, fundsHttp, ofPaymentOrder } from "./payment-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

type Asked = { readonly orderId: string; readonly version?: number | undefined; readonly fileIds?: readonly string[] };

type Change = {
  readonly action: "payment.record" | "payment.confirm";
  readonly stage: EventOf<"payment.payer">["stage"];
  readonly changed: (funds: Funds) => Result<Funds, HoldRefusal>;
};

type PayerRefusal = LoadRefusal | MilestoneFilesRefusal | HoldRefusal;

/** Changes what is said of held money while its order goes on, with the files that show it. */
async function changeHold(
  context: CommandContext,
  { orderId, version, fileIds = [] }: Asked,
  { action, stage, changed }: Change,
): Promise<Result<FundsReceipt, PayerRefusal>> {
  const { tx, actor, publish, concerns } = context;
  const loaded = await loadOrder(tx, actor, { orderId, version, action });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  const funds = isOver(order) ? undefined : unclearedFunds(order);
  if (!funds) return refuse("no_payer_held");
  const next = changed(funds);
  if (!next.ok) return next;
  const put = await putToMilestone(tx, fileIds, {
    ...{ orderId, code: FUNDS_STEP, organisationId: actor.organisationId },
  });
  if (!put.ok) return put;
  const saved = await saveFunds(context, order, { funds: next.value });
  publish({ type: "payment.payer", stage, ...orderFacts(order) });
  concerns(orderId);
  return accept(saved);
}

/** The provider asks the buyer who has paid. Its own time stands still until the buyer has said so. */
export const askPayer = command({
  name: "remittance.ask-payer",
  action: "payment.record",
  input: z.strictObject({ ...ofPaymentOrder, question: boundedText(QUESTION_MAX) }),
  http: {
    ...fundsHttp,
    path: "/orders/{orderId}/funds/ask-payer",
    summary: "Asks the buyer who the payer of held money is; the provider's days stand still until it answers",
    example: { question: "Who is Almaty Holding JSC to you, and by which agreement does it pay?" },
    refusals: ["not_permitted", "no_payer_held"],
  },
  lock: lockDealOfOrder,
  run: (context, { question, ...of }): Promise<Result<FundsReceipt, PayerRefusal>> =>
    changeHold(context, of, {
      ...{ action: "payment.record", stage: "asked" },
      changed: (funds) => askOfPayer(funds, question, context.now),
    }),
});

const explainInput = z.strictObject({
  ...ofPaymentOrder,
  relationship: z.enum(RELATIONSHIPS, "unknown_choice").meta({ description: "What the payer is to the buyer" }),
  explanation: boundedText(EXPLANATION_MAX),
  ...FILES_OF_FUNDS,
});

/** The buyer says who has paid, and why. */
export const explainPayerOfFunds = command({
  name: "remittance.explain-payer",
  action: "payment.confirm",
  input: explainInput,
  http: {
    ...fundsHttp,
    operation: "explainPayer",
    path: "/orders/{orderId}/funds/explain-payer",
    summary: "The buyer says who the payer of held money is, and why it pays",
    example: { relationship: "group_company", explanation: "Our sole shareholder; the payment letter is attached." },
    refusals: ["not_permitted", "no_payer_held", "file_unknown"],
  },
  lock: lockDealOfOrder,
  run: (context, { relationship, explanation: words, ...of }): Promise<Result<FundsReceipt, PayerRefusal>> =>
    changeHold(context, of, {
      ...{ action: "payment.confirm", stage: "explained" },
      changed: (funds) => explainPayer(funds, { at: context.now, relationship, words }),
    }),
});

const acceptInput = z.strictObject({
  ...ofPaymentOrder,
  relationship: z.enum(RELATIONSHIPS, "unknown_choice").meta({ description: "What the payer is to the buyer" }),
  document: boundedText(DOCUMENT_MAX).meta({ description: "By which document: its kind, number and day" }),
  ...FILES_OF_FUNDS,
});

/** The provider takes the money of a third-party payer, and says by what: it may be cleared and sent on then. */
export const acceptPayerOfFunds = command({
  name: "remittance.accept-payer",
  action: "payment.record",
  input: acceptInput,
  http: {
    ...fundsHttp,
    operation: "acceptPayer",
    path: "/orders/{orderId}/funds/accept-payer",
    summary: "The provider accepts a third-party payer, with the relationship and the document that shows it",
    example: { relationship: "group_company", document: "Payment letter no. 14 of 24 November 2026, register extract" },
    refusals: ["not_permitted", "no_payer_held", "file_unknown"],
  },
  lock: lockDealOfOrder,
  run: (context, { relationship, document, ...of }): Promise<Result<FundsReceipt, PayerRefusal>> =>
    changeHold(context, of, {
      ...{ action: "payment.record", stage: "accepted" },
      changed: (funds) => acceptPayer(funds, { relationship, document, recordedAt: context.now }),
    }),
});
