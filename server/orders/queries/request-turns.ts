import "server-only";
import type { Reader } from "@/db/database";
import { openedBy } from "@/db/repositories/bidding";
import { ownOrdersOf } from "@/db/repositories/deal-lists";
import type { StoredOrder } from "@/db/repositories/orders";
import { openQuestionsOn } from "@/db/repositories/questions";
import type { StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/policy";
import { inTurn, turnWhileWaiting, type Waiting } from "@/domain/bidding/waiting";
import { dueNow } from "@/domain/orders/due";
import { isOver, stateOf } from "@/domain/orders/order";
import { canHaveTurn } from "@/domain/orders/order-turn";
import {
  type OrderOfRequest,
  type RequestSide,
  type RequestTurn,
  turnOf,
  turnOfBuyersReader,
  turnToSide,
  turnWhileOrdered,
  turnWhileUnstated,
} from "@/domain/requests/request-turn";
import type { BidState } from "@/domain/shared/vocabulary";
import { assert } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import { readAgreements } from "../../bidding/queries/agreement";
import { waitingOn } from "../../bidding/queries/desk";
import { referenceData } from "../../hubs/queries/network";
import { unstatedAmong } from "../chain/settle-chain";
import { turnsOf } from "./turns";

type Known = Pick<
  StoredRequest,
  | "id"
  | "dealId"
  | "service"
  | "state"
  | "bidMode"
  | "twoPersonOpening"
  | "closesAt"
  | "decideBy"
  | "isRejected"
  | "fallback"
> & {
  /** On which side of it the reader stands. */
  readonly side: RequestSide;
  readonly ownBidState?: BidState | undefined;
};

type Told = {
  readonly turn: RequestTurn;
  /** What waits for somebody in the time to decide, the reader's own first. */
  readonly waiting: readonly Waiting[];
};

/** Whose turn each of these orders is, as their own pages say, by the request that each came from; of those that are over none but where a room still asks something. */
async function turnsOfOrders(read: Reader, orders: readonly StoredOrder[], now: Instant) {
  const judged = await turnsOf(read, orders.filter(canHaveTurn), now);
  const turned = judged.filter(({ order, turn }) => !isOver(order) || turn.holder === "task");
  const agreements = await readAgreements(read, await referenceData(read), turned);
  return new Map(
    turned.map(({ order, milestones, turn, mover, task, dispute }) => {
      const { id, service, mode, requestId } = order;
      const agreement = agreements.get(id);
      const asked = dispute ?? (turn.holder === "task" ? task : null);
      const due = agreement ? dueNow({ ...order, milestones }, agreement, asked) : null;
      return [requestId, { id, service, mode, mover, turn, task, dispute, dueAt: due?.at ?? null }];
    }),
  );
}

const endOf = (order: StoredOrder): OrderOfRequest => ({
  state: stateOf(order),
  endedAt: order.completedAt ?? order.cancelledAt ?? null,
});

/** What one of the buyer's people has still to do of these, or has done; nothing is read where no request is at that point. */
async function partsOf(read: Reader, viewer: Actor, own: readonly Known[]) {
  const idsOf = (isMeant: (request: Known) => boolean) => own.filter(isMeant).map(({ id }) => id);
  const waiting = idsOf(({ state, twoPersonOpening }) => state === "closed" && twoPersonOpening);
  const open = idsOf(({ state }) => state === "open");
  const [opened, questions] = await Promise.all([
    openedBy(read, { requestIds: waiting, userId: viewer.userId }),
    openQuestionsOn(read, open),
  ]);
  return (id: string) => ({ hasOpened: opened.has(id), questions: questions.get(id) ?? 0 });
}

/**
 * Whose turn each of these requests is to one reader, by its id: the one rule of all lists and pages and of what programs read. How far an
 * order is, what waits on a bid and what a deal that goes on without a service waits for is told to its parties alone.
 */
export async function requestTurns(
  read: Reader,
  viewer: Actor,
  { requests, now }: { readonly requests: readonly Known[]; readonly now: Instant },
): Promise<(requestId: string) => Told> {
  const own = requests.filter(({ side }) => side === "buyer");
  const [waits, unstated, partOf, orders] = await Promise.all([
    waitingOn(read, viewer, { requests, now }),
    unstatedAmong(read, own),
    partsOf(read, viewer, own),
    ownOrdersOf(read, { requests, organisationId: viewer.organisationId }),
  ]);
  const orderOf = new Map(orders.map((order) => [order.requestId, endOf(order)]));
  const ordered = await turnsOfOrders(read, orders, now);
  const told = new Map(
    requests.map((request): [string, Told] => {
      const { id, side } = request;
      const waiting = inTurn(waits(id), side);
      const known = turnOfBuyersReader(turnOf(request, now, orderOf.get(id)), partOf(id));
      const turn = turnToSide(turnWhileUnstated(known, unstated.has(id)), side);
      return [id, { turn: turnWhileOrdered(turnWhileWaiting(turn, waiting, side), ordered.get(id), side), waiting }];
    }),
  );
  return (requestId) => {
    const found = told.get(requestId);
    assert(found, `request ${requestId} was asked for`);
    return found;
  };
}
