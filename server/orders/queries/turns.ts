import type { Reader } from "@/db/database";
import { lateStepsTold } from "@/db/repositories/order-lists";
import type { StoredOrder } from "@/db/repositories/orders";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";
import { type OpenableGate, openableGates } from "@/domain/orders/chain/gate-opener";
import { stopsOf } from "@/domain/orders/chain/holds";
import { dueNow, lateNow, type LateStep, lateSteps } from "@/domain/orders/due";
import { type Mover, moverOf, type OrderTurn, turnOf } from "@/domain/orders/order-turn";
import { type DisputeStep, type OrderTask, sideOf } from "@/domain/orders/order";
import { assert } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import { readAgreements } from "../../bidding/queries/agreement";
import type { ReferenceData } from "../../hubs/queries/network";
import { type Chain, readChains } from "../chain/settle-chain";
import { disputeStepsOf } from "../dispute-steps";
import { tasksOf } from "../kinds/registry";

/** An order under way, with whose turn it is and what that follows from. */
export type Turned = {
  readonly order: StoredOrder;
  readonly milestones: ChainOrder["milestones"];
  /** The chain of its deal. */
  readonly chain: Chain;
  /** The closed gates before its next step. */
  readonly stops: readonly OpenableGate[];
  /** What one of its rooms asks of a side. */
  readonly task: OrderTask | null;
  /** What is to be done next in its dispute. */
  readonly dispute: DisputeStep | null;
  readonly turn: OrderTurn;
  readonly mover: Mover;
};

/** Whose turn each of these orders under way is: as many questions however many there are. */
export async function turnsOf(read: Reader, orders: readonly StoredOrder[], now: Instant): Promise<Turned[]> {
  const chains = await readChains(read, [...new Set(orders.map(({ dealId }) => dealId))]);
  const judged = orders.map((order) => {
    const chain = chains.get(order.dealId);
    const own = chain?.facts.orders.find(({ id }) => id === order.id);
    assert(chain && own, `order ${order.id} is in the chain of its deal`);
    return { order, chain, own };
  });
  const told = judged.map(({ order, own }) => ({ ...order, milestones: own.milestones }));
  const tasks = await tasksOf(read, told, now);
  const disputes = await disputeStepsOf(read, orders, now);
  return judged.map(({ order, chain, own }) => {
    const { milestones } = own;
    const stops = openableGates(stopsOf(own, chain), chain.facts);
    const task = tasks.get(order.id) ?? null;
    const dispute = disputes.get(order.id) ?? null;
    const turn = turnOf({ ...order, milestones }, stops, task);
    const mover = moverOf({ service: order.service, turn, side: sideOf(order), dispute });
    return { order, milestones, chain, stops, task, dispute, turn, mover };
  });
}

type Judged = Omit<Turned, "stops" | "task">;

type LateAsked = {
  readonly known: ReferenceData;
  readonly now: Instant;
  /** Orders that are over: none of their steps is late now. */
  readonly over?: readonly StoredOrder[];
};

/** The late steps of each of these orders, by the order's id: those that are kept as late, and last the one that is late now. */
export async function lateStepsOf(
  read: Reader,
  judged: readonly Judged[],
  { known, now, over = [] }: LateAsked,
): Promise<ReadonlyMap<string, readonly LateStep[]>> {
  const agreements = await readAgreements(read, known, judged);
  const told = await lateStepsTold(
    read,
    [...judged.map(({ order }) => order), ...over].map(({ id }) => id),
  );
  const current = new Map(
    judged.map(({ order, milestones, turn, mover, dispute }) => {
      const agreement = agreements.get(order.id);
      const asked = dispute ?? (turn.holder === "task" ? turn.task : null);
      const due = agreement ? dueNow({ ...order, milestones }, agreement, asked) : null;
      return [order.id, lateNow({ mover, due }, now)];
    }),
  );
  const ids = [...current.keys(), ...over.map(({ id }) => id)];
  return new Map(ids.map((id) => [id, lateSteps(told.get(id) ?? [], current.get(id) ?? null)]));
}
