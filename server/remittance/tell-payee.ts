import { z } from "zod";
import { findRequest } from "../../db/repositories/requests";
import { keepPart, saveOrder } from "../../db/repositories/orders";
import { appendRemittanceEntry, lastRemittance } from "../../db/repositories/remittances";
import { isOver, orderFacts } from "../../domain/orders/order";
import { awaitsPayee } from "../../domain/remittance/remittance";
import { CLEARANCE_STEP } from "../../domain/services/payment/funds";
import { checkOtherAccount, type Payee, payeeOf } from "../../domain/services/payment/new-payee";
import { payeeSchema } from "../../domain/services/payment/schema";
import { accept, assert, checkAll, everyRefusal, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { paymentContext } from "../orders/payment-context";
import { payeesOf } from "../orders/payment-funds";
import { command, type CommandContext } from "../platform/command";
import { readSpec } from "../requests/plan-amendment";
import { type FundsReceipt, fundsHttp, ofPaymentOrder, transitionFields } from "./payment-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

const tellPayeeInput = z.strictObject({
  ...ofPaymentOrder,
  payee: payeeSchema.meta({ description: "Whole, whatever of it has changed" }),
  words: transitionFields.words,
  fileIds: transitionFields.fileIds,
});

type PayeeRefusal = Refusal<"spec_invalid" | "account_was_closed">;

/** Holds a payee to the rules of the request that names it; what else the request says was judged when it was posted. */
async function checkPayee(
  db: CommandContext["tx"],
  order: LoadedOrder,
  { payee, now }: { readonly payee: Payee; readonly now: Instant },
): Promise<Result<void, PayeeRefusal>> {
  const request = await findRequest(db, order.requestId);
  assert(request, "an order has its request");
  const read = await readSpec(db, request, { ...(request.spec as object), payee }, now);
  const broken = (read.ok ? [] : everyRefusal(read.refusal)).filter(({ details }) =>
    String(details?.field).startsWith("spec.payee."),
  );
  const own = broken.map(({ details }) => refuse("spec_invalid", { ...details, service: order.service }));
  const checked = checkAll<PayeeRefusal>(own);
  return checked.ok ? accept(undefined) : checked;
}

/** The buyer says anew where its payee is paid, after money came back for that: the provider sends it there. */
export const tellPayee = command({
  name: "remittance.tell-payee",
  action: "payment.confirm",
  input: tellPayeeInput,
  http: {
    ...fundsHttp,
    operation: "tellPayee",
    path: "/orders/{orderId}/payee",
    summary:
      "The buyer gives or confirms its payee's details after money came back for them; until then none is sent again",
    example: {
      payee: {
        name: "Yiwu Hengda Trading Co., Ltd.",
        bank: "Yiwu Merchants Bank",
        bic: "YWMBCNBJ",
        account: "6222020812345678902",
      },
    },
    refusals: ["not_permitted", "no_payee_asked", "spec_invalid", "account_was_closed", "file_unknown"],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, version, payee, words, fileIds },
  ): Promise<Result<FundsReceipt, LoadRefusal | MilestoneFilesRefusal | PayeeRefusal | Refusal<"no_payee_asked">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.confirm" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const last = (await lastRemittance(tx, orderId)) ?? null;
    const { spec } = await paymentContext(tx, order);
    const given = await payeesOf(tx, orderId);
    const isAsked = awaitsPayee(last, { isNamed: spec?.payee !== undefined, given });
    if (!last || !isAsked || isOver(order)) return refuse("no_payee_asked");
    const checked = checkAll<PayeeRefusal>([
      await checkPayee(tx, order, { payee, now }),
      last.returnReason === "account_closed" ? checkOtherAccount(payeeOf(spec, given), payee) : accept(undefined),
    ]);
    if (!checked.ok) return checked;
    const put = await putToMilestone(tx, fileIds, { orderId, code: "sent", organisationId: actor.organisationId });
    if (!put.ok) return put;
    const step = { orderId, code: CLEARANCE_STEP };
    const evidence = order.milestones.find(({ code }) => code === CLEARANCE_STEP)?.evidence;
    await keepPart(tx, step, { ...evidence, payees: [...given, { attempt: last.attempt, payee, at: now }] });
    await appendRemittanceEntry(tx, {
      ...{ remittanceId: last.id, event: "payee", occurredAt: now, recordedAt: now, byUserId: actor.userId },
      ...{ reason: null, words, fileIds },
    });
    await saveOrder(tx, order, {});
    publish({ type: "payment.payee", remittanceId: last.id, attempt: last.attempt, ...orderFacts(order) });
    concerns(orderId);
    return accept({ orderId, version: order.version + 1 });
  },
});
