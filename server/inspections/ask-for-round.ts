import { originOfOrder } from "../../db/repositories/order-lists";
import { findRequest } from "../../db/repositories/requests";
import type { StoredOrder } from "../../db/repositories/orders";
import type { Reader } from "../../db/database";
import { contentOfAlternative } from "../../domain/bidding/offer/alternatives/choose-alternative";
import type { PricedLine } from "../../domain/bidding/price-charges";
import { factoryKey } from "../../domain/inspections/photos/pairing";
import { type RoundPlan, roundPlan } from "../../domain/inspections/plan/round-plan";
import { type InspectionSpec, inspectionSpecSchema } from "../../domain/services/inspection/spec";
import type { Severity } from "../../domain/services/inspection/sampling/sampling";
import { assert } from "../../domain/shared/assert";

/** What was asked for with an inspection order. */
export async function specOfOrder(db: Reader, order: Pick<StoredOrder, "requestId">): Promise<InspectionSpec> {
  const request = await findRequest(db, order.requestId);
  assert(request, "an order has its request");
  return inspectionSpecSchema.parse(request.spec);
}

type Fixed = { readonly plan: RoundPlan; readonly factoryKey: string };

/** What a new round of the order is fixed to: its plan at this severity, and the factory that it goes to. */
export const planForRound = (spec: InspectionSpec, severity: Severity = spec.severity ?? "normal"): Fixed => ({
  plan: roundPlan(spec, severity),
  factoryKey: factoryKey(spec.factoryAddress),
});

/** The line of the contracted offer that a second visit falls under: priced with the bid and due only if it happens. Null where it has none. */
export async function reinspectionCharge(db: Reader, order: StoredOrder): Promise<PricedLine | null> {
  const origin = await originOfOrder(db, order);
  const content = origin?.content && contentOfAlternative(origin.content, origin.alternative);
  return content?.lines.find(({ basis }) => basis === "reinspection") ?? null;
}
