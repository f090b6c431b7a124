import type { Reader } from "../../db/database";
import { findDeclaration } from "../../db/repositories/declarations";
import { segmentsOfOrder } from "../../db/repositories/delay";
import { milestonesOfOrders } from "../../db/repositories/order-lists";
import { findOrder, ordersOfDeals, type StoredOrder } from "../../db/repositories/orders";
import { remittancesOfOrders } from "../../db/repositories/remittances";
import { specsOfRequests } from "../../db/repositories/requests";
import { slotsOfOrder } from "../../db/repositories/slots";
import type { Instant } from "../../domain/shared/time";
import type { Service } from "../../domain/shared/vocabulary";
import type { Verdict } from "../../domain/orders/chain/chain-facts";
import { verdictsOf } from "../../server/orders/chain/read-facts";
import { lateReason, type OrderRecord } from "../plan/late/late-reason";

/** The steps that are told by commands of their own. */
const STEP_OF: Readonly<Record<string, string>> = {
  "clearance.file-declaration": "filed",
  "clearance.record-act": "released",
  "inspections.book-round": "inspector_assigned",
  "inspections.check-in": "on_site",
  "inspections.issue-report": "report_issued",
  "remittance.send-payment": "sent",
  "remittance.record-receipt": "received_by_payee",
};

type Input = { readonly orderId?: string; readonly declarationId?: string; readonly code?: string };
type Told = { readonly name: string; readonly input: Input; readonly at: Instant; readonly dueAt: Instant };

/** When an inspection let the goods go, by its verdict or its buyer's decision; null of one that has not, or has no record of the site. */
const letGoAt = (verdict: Verdict | undefined): Instant | null =>
  verdict?.kind === "passed" || verdict?.kind === "decided" ? verdict.at : null;

/** What is on record of the orders of a deal; of two of one kind that of the last. */
async function recordOfDeal(read: Reader, dealId: string): Promise<Partial<Record<Service, OrderRecord>>> {
  const orders = await ordersOfDeals(read, [dealId]);
  const milestones = await milestonesOfOrders(read, orders);
  const specs = await specsOfRequests(
    read,
    orders.map(({ requestId }) => requestId),
  );
  const verdicts = await verdictsOf(
    read,
    orders.map(({ id }) => id),
  );
  const recordOf = ({ id, requestId }: StoredOrder): OrderRecord => ({
    steps: Object.fromEntries(
      (milestones.get(id) ?? []).flatMap(({ code, occurredAt }) => (occurredAt === null ? [] : [[code, occurredAt]])),
    ),
    letGoAt: letGoAt(verdicts.get(id)),
    side: (specs.get(requestId) as { readonly side?: string } | undefined)?.side,
  });
  return Object.fromEntries(orders.map((order) => [order.service, recordOf(order)]));
}

/** Why the order's step came late, by all that the market has on record of its deal. */
export async function whyOfOrder(
  read: Reader,
  {
    orderId,
    ...step
  }: { readonly orderId: string; readonly code: string; readonly at: Instant; readonly dueAt: Instant },
) {
  const order = await findOrder(read, orderId);
  if (!order) throw new Error("The demo tells a late step of no order");
  const spans = (await segmentsOfOrder(read, orderId)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const slots = await slotsOfOrder(read, orderId);
  const faults = slots.flatMap(({ atFault }) => atFault ?? []);
  const returned = (await remittancesOfOrders(read, [orderId])).findLast(({ returnReason }) => returnReason !== null);
  const { service, mode, corridor, dealId } = order;
  return lateReason({
    ...{ service, mode, corridor, ...step, deal: await recordOfDeal(read, dealId) },
    waits: { spans, faults, slotOpensAt: slots.at(-1)?.window.from ?? null },
    returned: returned?.returnReason ?? null,
  });
}

/** The same of the step that a refused command would have told. */
export async function whyLate(read: Reader, { name, input, at, dueAt }: Told) {
  const declared = input.declarationId === undefined ? undefined : await findDeclaration(read, input.declarationId);
  const orderId = input.orderId ?? declared?.orderId;
  const code = input.code ?? STEP_OF[name];
  if (orderId === undefined || code === undefined) throw new Error(`The demo does not know what ${name} tells`);
  return whyOfOrder(read, { orderId, code, at, dueAt });
}
