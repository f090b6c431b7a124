import { z } from "zod";
import type { Reader } from "../../db/database";
import {
  appendRemittanceEntry,
  remittancesOfOrders,
  saveRemittance,
  type StoredRemittance,
} from "../../db/repositories/remittances";
import type { Actor } from "../../domain/access/policy";
import { orderFacts } from "../../domain/orders/order";
import { type HappenedRefusal, mayHaveHappened } from "../../domain/orders/step-times";
import { advanceRemittance, RETURN_REASONS } from "../../domain/remittance/remittance";
import {
  type BorneCost,
  costBearer,
  type CostBearer,
  returnedOf,
  type ReturnRefusal,
  takeCost,
  type TakeCostRefusal,
} from "../../domain/remittance/return-cost";
import { RETURN_COST_BEARERS } from "../../domain/services/payment/choices";
import {
  accept,
  assert,
  atMember,
  checkAll,
  type Refusal,
  refusalsOf,
  refuse,
  type Result,
} from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { type Money, money } from "../../domain/shared/money";
import { priceSchema, readSoFar, wholeNumber } from "../../domain/shared/wire-fields";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { paymentContext, sendingOf } from "../orders/payment-context";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import { EXAMPLE_TIME, ofPaymentOrder, TRANSITION_REFUSALS, transitionFields, transitionHttp } from "./payment-fields";
import { idText } from "../platform/api/endpoint-kinds";
import { lockDealOfOrder } from "../../db/repositories/deals";

const returnPaymentInput = z.strictObject({
  ...ofPaymentOrder,
  reason: z.enum(RETURN_REASONS, "unknown_choice"),
  amountReturned: priceSchema.meta({ description: "In the currency that was sent" }),
  cost: priceSchema.optional().meta({ description: "What the return has cost; what is missing where not given" }),
  isCostApart: z
    .boolean()
    .default(false)
    .meta({ description: "Whether what the cost is above what is missing was charged apart" }),
  costBorneBy: z
    .enum(RETURN_COST_BEARERS, "unknown_choice")
    .optional()
    .meta({ description: "Only where the bid does not say: it is then open" }),
  ...transitionFields,
});

type Returned = { readonly order: LoadedOrder; readonly sending: StoredRemittance };

/** The order whose money has come back, with the sending that did. */
async function loadReturned(
  db: Reader,
  actor: Actor,
  of: { readonly orderId: string; readonly version?: number | undefined },
): Promise<Result<Returned, LoadRefusal | Refusal<"payment_not_sent" | "wrong_state">>> {
  const loaded = await loadOrder(db, actor, { ...of, action: "payment.record" });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  const sending = await sendingOf(db, order);
  if (!sending.ok) return sending;
  const next = advanceRemittance(sending.value.state, "return");
  return next.ok ? accept({ order, sending: sending.value }) : next;
}

type Told = Partial<
  Pick<z.output<typeof returnPaymentInput>, "amountReturned" | "cost" | "isCostApart" | "costBorneBy" | "occurredAt">
>;
type ReturnedRefusal = ReturnRefusal | HappenedRefusal | Refusal<"bearer_by_bid">;
type Booked = { readonly back: Required<{ amount: Money; cost: Money }> | null; readonly bearer: BorneCost };

/** What came back, what that cost and who bears it, as far as it was told in words that can be read; else every fault of it at once. */
async function checkReturned(
  db: Reader,
  { order, sending }: Returned,
  { told, now }: { readonly told: Told; readonly now: Instant },
): Promise<Result<Booked, ReturnedRefusal>> {
  const { amountReturned: amount, cost = null, isCostApart = false, costBorneBy = null, occurredAt } = told;
  const { amountMinor, amountCurrency } = sending;
  const sent = amountMinor !== null && amountCurrency !== null ? money(amountMinor, amountCurrency) : null;
  const back = amount ? returnedOf(sent, { amount, cost, isCostApart }) : accept(null);
  const { terms } = await paymentContext(db, order);
  const bearer = costBearer(terms.returnCostBorneBy ?? null, costBorneBy);
  const checked = checkAll<ReturnedRefusal>([
    back,
    bearer,
    occurredAt === undefined
      ? accept(undefined)
      : atMember(mayHaveHappened(occurredAt, { lastAt: sending.lastAt, now }), "occurredAt"),
  ]);
  if (!checked.ok) return checked;
  assert(back.ok && bearer.ok, "neither was refused");
  return accept({ back: back.value, bearer: bearer.value });
}

/** The money has come back: its cost is booked by the bid's clause, and it may be sent again. */
export const returnPayment = command({
  name: "remittance.return-payment",
  action: "payment.record",
  input: returnPaymentInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/return",
    summary: "The money has come back; its cost is booked by the bid's clause, and it may be sent again",
    example: {
      reason: "bank_policy",
      amountReturned: { minor: 71_130_000, currency: "CNY" },
      occurredAt: EXAMPLE_TIME,
    },
    refusals: [
      ...TRANSITION_REFUSALS,
      "payment_not_sent",
      "return_currency",
      "return_above_sent",
      "return_cost_short",
      "return_cost_apart",
      "bearer_by_bid",
    ],
  },
  lock: lockDealOfOrder,
  async refusedSoFar({ read, actor, now }, { orderId, version: _, ...sent }) {
    const loaded = await loadReturned(read, actor, { orderId: String(orderId) });
    if (!loaded.ok) return [loaded.refusal];
    const { value, unread } = readSoFar(returnPaymentInput, sent);
    const refusals = refusalsOf(await checkReturned(read, loaded.value, { told: value, now }));
    return refusals.filter(({ details }) => !unread.has(String(details?.field)));
  },
  async run(
    context,
    { orderId, version, amountReturned, cost, isCostApart, costBorneBy, ...transition },
  ): Promise<Result<RemittanceReceipt, LoadRefusal | RemittanceRefusal | ReturnedRefusal>> {
    const { tx, actor, now, publish } = context;
    const loaded = await loadReturned(tx, actor, { orderId, version });
    if (!loaded.ok) return loaded;
    const { occurredAt, reason } = transition;
    const told = { amountReturned, cost, isCostApart, costBorneBy, occurredAt };
    const checked = await checkReturned(tx, loaded.value, { told, now });
    if (!checked.ok) return checked;
    const { back, bearer } = checked.value;
    assert(back, "what came back was read");
    const change = {
      ...{ returnedAt: occurredAt, returnReason: reason, frozenAt: null },
      ...{ returnedMinor: back.amount.minor, returnedCurrency: back.amount.currency },
      ...{ costMinor: back.cost.minor, costCurrency: back.cost.currency },
      ...{ costBorneBy: bearer.borneBy, costBasis: bearer.basis },
    };
    const moved = await moveRemittance(context, loaded.value, { event: "return", ...transition, change });
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    const borneBy = bearer.basis === "bid" ? (bearer.borneBy ?? "open") : "open";
    publish({
      ...{ type: "payment.returned", remittanceId, attempt, reason, borneBy },
      ...orderFacts(loaded.value.order),
    });
    return moved;
  },
});

const bearReturnCostInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  attempt: wholeNumber().min(1).meta({ description: "The sending that came back" }),
});

type Borne = { readonly id: string; readonly orderId: string; readonly attempt: number; readonly borneBy: CostBearer };

/** A party takes on itself what a return has cost, where the bid does not say who bears it. At any time: also once the order is over. */
export const bearReturnCost = command({
  name: "remittance.bear-return-cost",
  action: "return_cost.bear",
  input: bearReturnCostInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/sendings/bear-cost",
    scope: "orders:write",
    status: 200,
    summary: "Your organisation takes on itself what a return has cost, where the bid does not say who bears it",
    example: { attempt: 1 },
    output: z
      .strictObject({ id: idText, orderId: idText, attempt: z.int(), borneBy: z.enum(RETURN_COST_BEARERS) })
      .meta({ id: "BorneReturnCost" }),
    refusals: ["not_permitted", "no_open_cost"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, attempt },
  ): Promise<Result<Borne, LoadRefusal | Refusal<"not_found"> | TakeCostRefusal>> {
    const loaded = await loadOrder(tx, actor, { orderId, action: "return_cost.bear" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = (await remittancesOfOrders(tx, [orderId])).find((one) => one.attempt === attempt);
    if (!sending) return refuse("not_found");
    const side = order.buyerOrganisationId === actor.organisationId ? "buyer" : "provider";
    const borne = takeCost(sending.costBasis, side);
    if (!borne.ok) return borne;
    const { borneBy, basis } = borne.value;
    await saveRemittance(tx, sending, { costBorneBy: borneBy, costBasis: basis });
    await appendRemittanceEntry(tx, {
      ...{ remittanceId: sending.id, event: "bear", occurredAt: now, recordedAt: now, byUserId: actor.userId },
      ...{ reason: null, words: "", fileIds: [] },
    });
    publish({ type: "payment.cost_borne", remittanceId: sending.id, attempt, borneBy, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: sending.id, orderId, attempt, borneBy });
  },
});
