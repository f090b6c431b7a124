import type { Reader } from "../../db/database";
import { declarationsOfOrders, openQuestionsOf } from "../../db/repositories/declarations";
import { judgedRounds } from "../../db/repositories/inspections";
import type { StoredOrder } from "../../db/repositories/orders";
import { askedReroutes } from "../../db/repositories/chains";
import { locksOfOrders, remittancesOfOrders } from "../../db/repositories/remittances";
import { declarationTask } from "../../domain/clearance/declaration-task";
import { taskOfRound } from "../../domain/inspections/inspection-turn";
import type { Milestone } from "../../domain/orders/order";
import type { DisputeStep, OrderTask } from "../../domain/orders/order-task";
import { type SideTimes, goesOn } from "../../domain/orders/side-state";
import { paymentTask } from "../../domain/remittance/transitions";
import { exchangedAlready } from "../../domain/remittance/return-cost";
import { isOvertaken } from "../../domain/orders/reroute";
import type { Service } from "../../domain/shared/service";
import type { Instant } from "../../domain/shared/instant";
import { runningDisputesOf } from "../../db/repositories/disputes";
import { disputeStep } from "../../domain/disputes/dispute-step";

type Known = Pick<StoredOrder, "id" | "dealId" | "service" | "state"> &
  SideTimes & { readonly milestones: readonly Milestone[] };

async function ofClearance(db: Reader, orders: readonly Known[]): Promise<[string, OrderTask][]> {
  const ids = orders.map(({ id }) => id);
  const declarations = await declarationsOfOrders(db, ids);
  const waiting = declarations.filter(({ state }) => state === "questioned").map(({ id }) => id);
  const questions = await openQuestionsOf(db, waiting);
  return ids.flatMap((id): [string, OrderTask][] => {
    const own = declarations.filter(({ orderId }) => orderId === id);
    const task = declarationTask(own.map((one) => ({ ...one, question: questions.get(one.id) ?? null })));
    return task ? [[id, task]] : [];
  });
}

async function ofPayment(db: Reader, orders: readonly Known[], now: Instant): Promise<[string, OrderTask][]> {
  const ids = orders.map(({ id }) => id);
  const locks = await locksOfOrders(db, ids);
  const sendings = await remittancesOfOrders(db, ids);
  return orders.flatMap((order): [string, OrderTask][] => {
    const own = locks.filter(({ orderId }) => orderId === order.id);
    const last = sendings.findLast(({ orderId }) => orderId === order.id) ?? null;
    const isExchanged = exchangedAlready(last) !== null;
    const task = paymentTask({ ...order, locks: own, last: last?.state ?? null, isExchanged }, now);
    return task ? [[order.id, task]] : [];
  });
}

async function ofCarriage(db: Reader, orders: readonly Known[]): Promise<[string, OrderTask][]> {
  const asked = await askedReroutes(
    db,
    orders.map(({ dealId }) => dealId),
  );
  return orders.flatMap((order): [string, OrderTask][] => {
    const askedBy = asked.get(order.dealId);
    if (!askedBy || isOvertaken(order)) return [];
    return [[order.id, { side: askedBy === "buyer" ? "provider" : "buyer", code: "reroute.answer", by: null }]];
  });
}

/** A report waits for the decision on the goods until it is made, whether or not the order that it delivered is accepted, and a re-inspection for its day and its visit; nothing is asked while something keeps the order. */
async function ofInspection(db: Reader, orders: readonly Known[]): Promise<[string, OrderTask][]> {
  const free = orders.filter((order) => goesOn(order).ok).map(({ id }) => id);
  const rounds = await judgedRounds(db, free);
  return free.flatMap((id): [string, OrderTask][] => {
    const last = rounds.findLast(({ orderId }) => orderId === id);
    const task = last ? taskOfRound(last) : null;
    return task ? [[id, task]] : [];
  });
}

/** What the rooms of these orders ask of one of their sides at `now`, by order. */
export async function tasksOf(
  db: Reader,
  orders: readonly Known[],
  now: Instant,
): Promise<ReadonlyMap<string, OrderTask>> {
  const of = (service: Service) => orders.filter((order) => order.service === service);
  return new Map([
    ...(await ofClearance(db, of("customs"))),
    ...(await ofPayment(db, of("payment"), now)),
    ...(await ofCarriage(db, of("logistics"))),
    ...(await ofInspection(db, of("inspection"))),
  ]);
}

type KnownDisputed = Pick<StoredOrder, "id" | "buyerOrganisationId" | "disputedSince">;

/** What is to be done next in the dispute of each of these orders that is in one, by order. */
export async function disputeStepsOf(
  db: Reader,
  orders: readonly KnownDisputed[],
  now: Instant,
): Promise<ReadonlyMap<string, DisputeStep>> {
  const disputed = new Map(orders.flatMap((one) => (one.disputedSince === null ? [] : [[one.id, one] as const])));
  const running = await runningDisputesOf(db, [...disputed.keys()]);
  return new Map(
    running.flatMap((dispute): [string, DisputeStep][] => {
      const isBuyers = disputed.get(dispute.orderId)?.buyerOrganisationId === dispute.openedByOrganisationId;
      const step = disputeStep({ ...dispute, openedBy: isBuyers ? "buyer" : "provider" }, now);
      return step ? [[dispute.orderId, step]] : [];
    }),
  );
}
