import type { Reader } from "@/db/database";
import { milestonesOfOrders } from "@/db/repositories/order-lists";
import { type StoredOrder, ordersOfDeals } from "@/db/repositories/orders";
import type {
  ChainFacts,
  ChainOrder,
  PapersFact,
  SlotFact,
  Unprovided,
  Verdict,
} from "@/domain/orders/chain/chain-facts";
import { statementsOf, waiversOf } from "@/db/repositories/chains";
import { bringerOf, type Gate, type GateNeed, isRelease } from "@/domain/orders/chain/gate";
import type { Service } from "@/domain/shared/vocabulary";
import { readinessOfDeal } from "./document-readiness";
import { specsOfRequests } from "@/db/repositories/requests";
import { slotsOfOrders } from "@/db/repositories/slots";
import { trucksIn } from "@/domain/services/logistics/schema";
import { slotFactOf } from "@/domain/orders/slots/order-of-slot";
import { judgedRounds } from "@/db/repositories/inspections";
import { verdictOfRounds } from "@/domain/inspections/verdict";

/** An order as it is kept, with its milestones. */
export type DealOrder = StoredOrder & ChainOrder;

/** All orders of these deals with their milestones, each of which says what its kind says of it. */
export async function readOrders(db: Reader, dealIds: readonly string[]): Promise<DealOrder[]> {
  const orders = await ordersOfDeals(db, dealIds);
  const milestones = await milestonesOfOrders(db, orders);
  return orders.map((order) => ({ ...order, milestones: milestones.get(order.id) ?? [] }));
}

/** Whether the goods may be taken, by inspection order, where something is on record. */
export async function verdictsOf(db: Reader, orderIds: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  const rounds = await judgedRounds(db, orderIds);
  const ids = [...new Set(rounds.map(({ orderId }) => orderId))];
  return new Map(ids.map((id) => [id, verdictOfRounds(rounds.filter(({ orderId }) => orderId === id))]));
}

const idsOf = (orders: readonly DealOrder[]): string[] => orders.map(({ id }) => id);

/** Whether each truck has a slot at the crossing, by logistics order, where one is kept. */
async function slotsOf(db: Reader, orders: readonly DealOrder[]): Promise<ReadonlyMap<string, SlotFact>> {
  const slots = Map.groupBy(await slotsOfOrders(db, idsOf(orders)), ({ orderId }) => orderId);
  const kept = orders.filter(({ id }) => slots.has(id));
  const specs = await specsOfRequests(
    db,
    kept.map(({ requestId }) => requestId),
  );
  return new Map(
    kept.map(({ id, requestId }) => [id, slotFactOf(slots.get(id) ?? [], trucksIn(specs.get(requestId)))]),
  );
}

/** Gates of a deal that are to be judged, and its orders. */
export type ChainParts = {
  readonly dealId: string;
  readonly gates: readonly Gate[];
  readonly orders: readonly DealOrder[];
  readonly unprovided: Unprovided;
};

export type DealFacts = Omit<ChainFacts, "orders"> & { readonly orders: readonly DealOrder[] };

const NO_VERDICT: Verdict = { kind: "none", at: null };
const NO_SLOT: SlotFact = { kind: "none", at: null };
const NO_PAPERS: PapersFact = { kind: "ready", missing: 0, blocked: 0 };

const asksFor = (kind: GateNeed["kind"], { gates }: ChainParts): boolean =>
  gates.some(({ need }) => need.kind === kind);

/** The inspections that a gate waits for, be it for the verdict or for the inspector alone, whose visit may be booked. */
const inspectionsIn = (deals: readonly ChainParts[]): DealOrder[] =>
  deals
    .filter(({ gates }) => gates.some((gate) => bringerOf(gate) === "inspection"))
    .flatMap((deal) => orderOf("inspection", deal) ?? []);

const orderOf = (service: Service, { orders }: ChainParts): DealOrder | undefined =>
  orders.find((order) => order.service === service);

/** The orders of a service in those deals of which a gate asks for what they bring. */
const bringing = (kind: GateNeed["kind"], service: Service, deals: readonly ChainParts[]): DealOrder[] =>
  deals.filter((deal) => asksFor(kind, deal)).flatMap((deal) => orderOf(service, deal) ?? []);

async function papersOf(db: Reader, deal: ChainParts): Promise<PapersFact> {
  if (!asksFor("papers", deal)) return NO_PAPERS;
  const { state, missing, blocked } = await readinessOfDeal(db, deal.dealId);
  return { kind: state === "past" ? "ready" : state, missing, blocked };
}

/** What the gates of each deal are judged by, by deal: no more is read than they ask for. */
export async function readFacts(db: Reader, deals: readonly ChainParts[]): Promise<ReadonlyMap<string, DealFacts>> {
  const verdicts = await verdictsOf(db, idsOf(inspectionsIn(deals)));
  const slots = await slotsOf(db, bringing("slot", "logistics", deals));
  const waivers = await waiversOf(
    db,
    deals.filter(({ gates }) => gates.length > 0).map(({ dealId }) => dealId),
  );
  const statements = await statementsOf(
    db,
    deals
      .filter(({ gates, unprovided }) => unprovided.own.length > 0 || gates.some(isRelease))
      .map(({ dealId }) => dealId),
  );
  const found = new Map<string, DealFacts>();
  for (const deal of deals) {
    const { dealId, orders, unprovided } = deal;
    const factOf = <T>(service: Service, facts: ReadonlyMap<string, T>) => facts.get(orderOf(service, deal)?.id ?? "");
    found.set(dealId, {
      orders,
      verdict: factOf("inspection", verdicts) ?? NO_VERDICT,
      slot: factOf("logistics", slots) ?? NO_SLOT,
      papers: await papersOf(db, deal),
      waivers: waivers.filter((waiver) => waiver.dealId === dealId),
      unprovided,
      statements: statements.filter((statement) => statement.dealId === dealId),
    });
  }
  return found;
}
