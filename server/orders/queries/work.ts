import "server-only";
import type { Reader } from "@/db/database";
import { namesOf } from "@/db/repositories/parties";
import { contractsOf, ordersUnderWay, providersOfDeals } from "@/db/repositories/order-lists";
import type { StoredOrder } from "@/db/repositories/orders";
import type { Actor } from "@/domain/access/actor";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";
import { gateKey } from "@/domain/orders/chain/gate";
import { stopsOf } from "@/domain/orders/chain/holds";
import type { DisputeStep, OrderTask } from "@/domain/orders/order-task";
import { dueNow, dueStart, isOverdue } from "@/domain/orders/due";
import { nextMilestone } from "@/domain/orders/order";
import type { NamedParty } from "@/domain/shared/named";
import { sideOf, stateOf } from "@/domain/orders/side-state";
import { moverOf, turnOf } from "@/domain/orders/order-turn";
import type { Service } from "@/domain/shared/service";
import { assert } from "@/domain/shared/assert";
import type { WithBuyer } from "@/domain/services/due-time";
import type { Instant } from "@/domain/shared/instant";
import { type Lifter, openableGates } from "@/domain/orders/chain/gate-opener";
import {
  type ClosedGate,
  WORK_GROUPS,
  type WorkCounts,
  type WorkGroup,
  type WorkList,
  type WorkRow,
  afterPlace,
  inWorkOrder,
  workGroupOf,
  workPlace,
} from "@/domain/orders/work-list";
import { type Chain, readChains } from "../chain/read-chain";
import { disputeStepsOf } from "../dispute-steps";
import { tasksOf } from "../kinds/registry";
import {
  agreementOf,
  bookedUntilOf,
  lockEndsOf,
  timesWithBuyerOf,
  visitsAskedOf,
} from "../../bidding/queries/agreement";
import { type ReferenceData, namedHub, namedPlace, referenceData } from "../../hubs/queries/network";
import { watchedWork } from "./watched";

/** As many as a list is computed of: turns and due times follow from facts of many rooms and are no column to sort by. */
export const WORK_MAX = 400;

export type WorkFilter = {
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly group?: WorkGroup | null;
  readonly cursor?: string | null;
  readonly limit: number;
  readonly now: Instant;
};

/** An order under way with how its chain stands. */
type Standing = {
  readonly order: StoredOrder;
  readonly judged: ChainOrder;
  /** The chain of its deal. */
  readonly chain: Chain;
  readonly group: WorkGroup;
  readonly gates: readonly Omit<ClosedGate, "party">[];
  /** What a room of the order asks of a side. */
  readonly task: OrderTask | null;
  /** What is to be done next in the order's dispute, if it is in one. */
  readonly dispute: DisputeStep | null;
};

const milestonesIn = (chain: Chain | undefined, { id }: StoredOrder) =>
  chain?.facts.orders.find((order) => order.id === id)?.milestones ?? [];

function standingOf(
  order: StoredOrder,
  chain: Chain | undefined,
  { task, dispute }: Pick<Standing, "task" | "dispute">,
): Standing[] {
  const judged = chain?.facts.orders.find(({ id }) => id === order.id);
  assert(chain && judged, `order ${order.id} is in the chain of its deal`);
  const closed = openableGates(stopsOf(judged, chain), chain.facts);
  const gates = closed.map((one) => ({ ...one, key: gateKey(one.gate) }));
  const turn = turnOf({ ...order, milestones: judged.milestones }, closed, task);
  const side = sideOf(order);
  const mover = moverOf({ service: order.service, turn, side, dispute });
  const group = workGroupOf({ mover, turn, side });
  const asked = turn.holder === "task" ? turn.task : null;
  return group === null ? [] : [{ order, judged, chain, group, gates, task: asked, dispute }];
}

type Asked = Pick<WorkFilter, "service" | "hubId"> & { readonly organisationId: string };

/** The orders that the organisation has under way, each with what it waits for: a question for the orders, and as many for all their chains. */
async function readStandings(
  read: Reader,
  asked: Asked,
  now: Instant,
): Promise<{ standings: Standing[]; isCut: boolean }> {
  const found = await ordersUnderWay(read, { ...asked, limit: WORK_MAX + 1 });
  const looked = found.slice(0, WORK_MAX);
  const chains = await readChains(read, [...new Set(looked.map(({ dealId }) => dealId))]);
  const tasks = await tasksOf(
    read,
    looked.map((order) => ({ ...order, milestones: milestonesIn(chains.get(order.dealId), order) })),
    now,
  );
  const disputes = await disputeStepsOf(read, looked, now);
  const askedOf = ({ id }: StoredOrder) => ({ task: tasks.get(id) ?? null, dispute: disputes.get(id) ?? null });
  return {
    standings: looked.flatMap((order) => standingOf(order, chains.get(order.dealId), askedOf(order))),
    isCut: found.length > WORK_MAX,
  };
}

type Around = {
  readonly known: ReferenceData;
  readonly names: ReadonlyMap<string, NamedParty>;
  /** Who provides a service of the order's deal. */
  readonly providerOf: (service: Service) => NamedParty | null;
  readonly contract: Parameters<typeof agreementOf>[2] | undefined;
  /** The times in which the work lay with the buyer. */
  readonly withBuyer: readonly WithBuyer[] | undefined;
  /** When the last booked window of its trucks ends. */
  readonly bookedUntil: Instant | null | undefined;
  /** When the rate of a payment runs out that was locked last. */
  readonly lockEndsAt: Instant | undefined;
  /** When the visit was asked for that runs now, of goods that are looked at again. */
  readonly visitAskedAt: Instant | undefined;
  readonly now: Instant;
};

function rowOf(
  { order, judged, chain, group, gates, task, dispute }: Standing,
  { known, names, providerOf, contract, now, ...times }: Around,
): WorkRow {
  const buyer = names.get(order.buyerOrganisationId);
  assert(buyer, "the parties of an order exist");
  const partyOf = (lifter: Lifter) => (lifter === "buyer" ? buyer : lifter === "parties" ? null : providerOf(lifter));
  const { milestones } = judged;
  const agreed = contract && agreementOf({ known, chain, ...times }, order, contract);
  const due = agreed ? dueNow({ ...order, milestones }, agreed, dispute ?? task) : null;
  const start = agreed ? dueStart({ ...order, milestones }, agreed, dispute ?? task) : null;
  return {
    id: order.id,
    reference: order.reference,
    service: order.service,
    title: order.title,
    mode: order.mode,
    hub: { ...namedHub(known, order.hubId), isBorderHub: order.isBorderHub },
    origin: namedPlace(known, order.originId),
    destination: namedPlace(known, order.destinationId),
    buyer,
    state: stateOf(order),
    group,
    next: nextMilestone({ state: order.state, milestones })?.code ?? null,
    task,
    dispute,
    due,
    waitsToRun: start?.at === null ? start : null,
    isOverdue: group === "yours" && due?.source !== "dispute" && isOverdue(due, now),
    isPast: isOverdue(due, now),
    side: sideOf(order),
    gates: gates.map((gate) => ({ ...gate, party: partyOf(gate.lifter) })),
    contractedAt: order.contractedAt,
  };
}

async function readRows(read: Reader, standings: readonly Standing[], now: Instant): Promise<WorkRow[]> {
  const known = await referenceData(read);
  const orders = standings.map(({ order }) => order);
  const gated = standings.flatMap(({ order, gates }) => (gates.length > 0 ? [order.dealId] : []));
  const provided = await providersOfDeals(read, [...new Set(gated)]);
  const names = await namesOf(read, [
    ...orders.map(({ buyerOrganisationId }) => buyerOrganisationId),
    ...provided.map(({ organisationId }) => organisationId),
  ]);
  const contracts = await contractsOf(
    read,
    orders.map(({ id }) => id),
  );
  const contractOf = new Map(contracts.map((contract) => [contract.orderId, contract]));
  const withBuyer = await timesWithBuyerOf(read, orders);
  const windows = await bookedUntilOf(read, orders);
  const lockEnds = await lockEndsOf(read, orders);
  const visitsAsked = await visitsAskedOf(read, orders);
  const providerIn = new Map(provided.map((one) => [`${one.dealId} ${one.service}`, one.organisationId]));
  return standings.map((one) => {
    const providerOf = (service: Service) => names.get(providerIn.get(`${one.order.dealId} ${service}`) ?? "") ?? null;
    const { id } = one.order;
    const ends = { bookedUntil: windows.get(id), lockEndsAt: lockEnds.get(id), visitAskedAt: visitsAsked.get(id) };
    const times = { withBuyer: withBuyer.get(id), ...ends, now };
    return rowOf(one, { known, names, providerOf, contract: contractOf.get(id), ...times });
  });
}

function countsOf(rows: readonly Pick<WorkRow, "group" | "isOverdue">[]): WorkCounts {
  const of = (group: WorkGroup) => rows.filter((row) => row.group === group).length;
  const [yours, held, waiting, delivered] = WORK_GROUPS.map(of) as [number, number, number, number];
  return { yours, held, waiting, delivered, overdue: rows.filter((row) => row.isOverdue).length };
}

/** What the viewer's organisation provides and has under way, by whose turn it is, what is due first first; nobody else's. */
export async function workList(read: Reader, viewer: Actor, filter: WorkFilter): Promise<WorkList> {
  // Before all else: what happens while the list is read has a later number, so whoever watches from this one hears of it.
  const watched = await watchedWork(read, viewer);
  if (watched === null) return { rows: [], counts: countsOf([]), nextCursor: null, isCut: false, seq: 0 };
  const { organisationId, seq } = watched;
  const { service, hubId, group, cursor, limit, now } = filter;
  const { standings, isCut } = await readStandings(read, { organisationId, service, hubId }, now);
  const all = inWorkOrder(await readRows(read, standings, now));
  const asked = group ? all.filter((row) => row.group === group) : all;
  const rest = cursor ? afterPlace(asked, cursor) : asked;
  const rows = rest.slice(0, limit);
  const last = rows.at(-1);
  return { rows, counts: countsOf(all), nextCursor: rest.length > limit && last ? workPlace(last) : null, isCut, seq };
}

/** In how many orders it is the organisation's turn. */
export async function countYours(read: Reader, organisationId: string, now: Instant): Promise<number> {
  const { standings } = await readStandings(read, { organisationId }, now);
  return standings.filter(({ group }) => group === "yours").length;
}
