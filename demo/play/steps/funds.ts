import { findDeal } from "../../../db/repositories/deals";
import { findMilestones, findOrder } from "../../../db/repositories/orders";
import { locksOfOrders } from "../../../db/repositories/remittances";
import type { Reader } from "../../../db/database";
import { CLEARANCE_STEP, FUNDS_STEP } from "../../../domain/services/payment/funds";
import type { Actor } from "../../../domain/access/actor";
import { dayOf } from "../../../domain/shared/local-date";
import { fundsOf } from "@/server/orders/payment-funds";
import { returnSurplusFunds } from "@/server/remittance/return-funds";
import { acceptPayerOfFunds } from "@/server/remittance/third-party-payer";
import { payeePerPayer } from "../../../domain/remittance/rate-lock";
import type { Instant } from "../../../domain/shared/instant";
import { assert } from "../../../domain/shared/assert";
import { paymentContext } from "@/server/orders/payment-context";
import { groupAccepted, oddityOf, paidFunds, remitterOf, returnReference } from "../../plan/papers/paid-funds";
import type { Stage } from "../stage";
import type { PlannedDeal } from "../../plan/plan-deal";

type Step = { readonly orderId: string; readonly deal: PlannedDeal; readonly code: string; readonly at: Instant };

/** What goes with the step at which a payer's funds come: who buys the goods pays all of it from its own account. Nothing with any other step. */
export async function fundsAt(read: Reader, { orderId, deal, code, at }: Step) {
  if (code !== FUNDS_STEP) return {};
  const order = await findOrder(read, orderId);
  assert(order, `order ${orderId} is there`);
  const { spec } = await paymentContext(read, order);
  if (!spec) return {};
  const lock = (await locksOfOrders(read, [orderId])).at(-1);
  const perPayer = lock ? payeePerPayer(lock, spec.payerCurrency) : null;
  const reference = (await findDeal(read, order.dealId))?.reference;
  assert(reference, "an order has its deal");
  return { funds: paidFunds(spec, { remitter: remitterOf(deal), at, perPayer, reference }) };
}

type Provider = { readonly stage: Stage; readonly provider: Actor; readonly orderId: string; readonly at: Instant };

/** What the provider does before a step of a payment whose funds were odd: it accepts who has paid before it clears them, and returns a surplus before it sends. */
export async function settleFunds(
  { stage, provider, orderId, at }: Provider,
  { code, cameAt }: { readonly code: string; readonly cameAt: Instant },
): Promise<void> {
  const oddity = oddityOf(cameAt);
  if (oddity === "third_party" && code === CLEARANCE_STEP)
    await stage.act(at, provider, acceptPayerOfFunds, { orderId, ...groupAccepted(cameAt) });
  if (oddity !== "surplus" || code !== "sent") return;
  const milestones = await findMilestones(stage.database.read, { id: orderId, service: "payment" });
  const amount = fundsOf({ milestones })?.surplus;
  const advice = { valueDate: dayOf(at), reference: returnReference(at) };
  if (amount) await stage.act(at, provider, returnSurplusFunds, { orderId, amount, ...advice });
}
