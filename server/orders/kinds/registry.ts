import type { Reader } from "@/db/database";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { DECLARED_IN, type DeclaredIn } from "@/domain/orders/document-numbers";
import type { OrderTask } from "@/domain/orders/order";
import type { Instant } from "@/domain/shared/time";
import { accept, type Result } from "@/domain/shared/result";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { customsInOrder } from "./customs";
import { inspectionInOrder } from "./inspection";
import { logisticsInOrder } from "./logistics";
import type { ByHandRefusal, Offer, OnTop, OrderRecords, KindInOrder, KnownOrder } from "./kind-in-order";
import { paymentInOrder } from "./payment";

/** What each kind does in its orders; a kind without records of its own is left out. */
const KINDS: Readonly<Partial<Record<Service, KindInOrder>>> = {
  logistics: logisticsInOrder,
  payment: paymentInOrder,
  customs: customsInOrder,
  inspection: inspectionInOrder,
};

const NO_RECORDS_KEPT: KindInOrder = {};

export const kindInOrder = ({ service }: { readonly service: Service }): KindInOrder =>
  KINDS[service] ?? NO_RECORDS_KEPT;

/** Whether a step may be reported by hand, whoever reports it. */
export async function reportedByHand(
  db: Reader,
  order: Pick<StoredOrder, "id" | "service" | "requestId" | "dealId">,
  code: string,
): Promise<Result<void, ByHandRefusal>> {
  return (await kindInOrder(order).mayReport?.(db, order, code)) ?? accept(undefined);
}

/** What the records of these orders ask of one of their sides at `now`, by order. */
export async function tasksOf(
  db: Reader,
  orders: readonly KnownOrder[],
  now: Instant,
): Promise<ReadonlyMap<string, OrderTask>> {
  const found = new Map<string, OrderTask>();
  for (const service of SERVICES) {
    const own = orders.filter((order) => order.service === service);
    if (own.length === 0) continue;
    for (const [id, task] of (await kindInOrder({ service }).tasksOf?.(db, own, now)) ?? []) found.set(id, task);
  }
  return found;
}

const NO_RECORDS: OrderRecords = { held: [], evidence: {} };

/** What the records of an order hold of its deliverables and of its steps' evidence. */
export const recordsOf = async (
  db: Reader,
  order: StoredOrder,
  steps: readonly StoredMilestone[],
): Promise<OrderRecords> => (await kindInOrder(order).recordsOf?.(db, order, steps)) ?? NO_RECORDS;

/** What an order comes to beside its price. */
export const onTopOf = async (db: Reader, order: StoredOrder, chosen: Offer | null): Promise<OnTop> => ({
  agreedExtras: [],
  visitCharges: [],
  taxes: null,
  ...(await kindInOrder(order).onTopOf?.(db, order, chosen)),
});

/** The countries of which a step of the order can be told with a declaration's number, and the side that it is of where that is the same in each. */
export async function declaringOf(db: Reader, order: StoredOrder) {
  const found = await kindInOrder(order).declaresIn?.(db, order);
  const countries = found ? DECLARED_IN.filter((country) => found.countries.includes(country)) : DECLARED_IN;
  return { countries, side: found?.side };
}

export const declaredIn = async (db: Reader, order: StoredOrder): Promise<readonly DeclaredIn[]> =>
  (await declaringOf(db, order)).countries;
