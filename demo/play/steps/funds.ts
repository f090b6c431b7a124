import { findOrder } from "../../../db/repositories/orders";
import { locksOfOrders } from "../../../db/repositories/remittances";
import type { Reader } from "../../../db/database";
import { FUNDS_STEP } from "../../../domain/services/payment/funds";
import { payeePerPayer } from "../../../domain/remittance/rate-lock";
import type { Instant } from "../../../domain/shared/instant";
import { assert } from "../../../domain/shared/assert";
import { paymentContext } from "@/server/orders/payment-context";
import { paidFunds, remitterOf } from "../../plan/papers/paid-funds";
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
  return { funds: paidFunds(spec, { remitter: remitterOf(deal), at, perPayer }) };
}
