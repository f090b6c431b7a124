import type { Reader } from "@/db/database";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import type { OrderTask } from "@/domain/orders/order-task";
import type { Instant } from "@/domain/shared/instant";
import { accept, type Result } from "@/domain/shared/result";
import { SERVICES, type Service } from "@/domain/shared/service";
import { customsWork } from "./customs";
import { inspectionWork } from "./inspection";
import { logisticsWork } from "./logistics";
import type { ByHandRefusal, Offer, OnTop, OrderRecords, OrderWork, WorkedOrder } from "./order-work";
import { paymentWork } from "./payment";

/** The work of each kind in its orders; a kind without records of its own is left out. */
const WORK: Readonly<Partial<Record<Service, OrderWork>>> = {
  logistics: logisticsWork,
  payment: paymentWork,
  customs: customsWork,
  inspection: inspectionWork,
};

const NO_WORK: OrderWork = {};

export const workOf = ({ service }: { readonly service: Service }): OrderWork => WORK[service] ?? NO_WORK;

/** Whether a step may be reported by hand, whoever reports it. */
export async function reportedByHand(
  db: Reader,
  order: Pick<StoredOrder, "id" | "service" | "requestId" | "dealId">,
  code: string,
): Promise<Result<void, ByHandRefusal>> {
  return (await workOf(order).mayReport?.(db, order, code)) ?? accept(undefined);
}

/** What the records of these orders ask of one of their sides at `now`, by order. */
export async function tasksOf(
  db: Reader,
  orders: readonly WorkedOrder[],
  now: Instant,
): Promise<ReadonlyMap<string, OrderTask>> {
  const found = new Map<string, OrderTask>();
  for (const service of SERVICES) {
    const own = orders.filter((order) => order.service === service);
    if (own.length === 0) continue;
    for (const [id, task] of (await workOf({ service }).tasksOf?.(db, own, now)) ?? []) found.set(id, task);
  }
  return found;
}

const NO_RECORDS: OrderRecords = { held: [], evidence: {} };

/** What the records of an order hold of its deliverables and of its steps' evidence. */
export const recordsOf = async (
  db: Reader,
  order: StoredOrder,
  steps: readonly StoredMilestone[],
): Promise<OrderRecords> => (await workOf(order).recordsOf?.(db, order, steps)) ?? NO_RECORDS;

/** What an order comes to beside its price. */
export const onTopOf = async (db: Reader, order: StoredOrder, chosen: Offer | null): Promise<OnTop> => ({
  agreedExtras: [],
  visitCharges: [],
  taxes: null,
  ...(await workOf(order).onTopOf?.(db, order, chosen)),
});
