import "server-only";
import type { Reader } from "@/db/database";
import { findChain } from "@/db/repositories/chains";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { dealHeads } from "@/db/repositories/live-heads";
import { ordersOfDeals, type StoredOrder } from "@/db/repositories/orders";
import { namesOf } from "@/db/repositories/parties";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { isPortMode } from "@/domain/hubs/place";
import type { BorderDelay, Eta, Span } from "@/domain/orders/chain/eta";
import { defaultGates, gatesInDeal } from "@/domain/orders/chain/deal-gates";
import { gateKey } from "@/domain/orders/chain/gate";
import { openableGates } from "@/domain/orders/chain/gate-opener";
import { awaitedStatements, goodsHold, type StandingGate, stopsOf } from "@/domain/orders/chain/holds";
import type { LateStep } from "@/domain/orders/due";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";
import {
  type DisputeStep,
  isOver,
  type Milestone,
  type OrderTask,
  sideOf as keptBy,
  stateOf,
} from "@/domain/orders/order";
import { type NamedParty, type Service, SERVICES } from "@/domain/shared/vocabulary";
import { type OrderTurn, moverOf, turnOf } from "@/domain/orders/order-turn";
import { isInDeal, isUnfilled, needsFallback } from "@/domain/requests/request";
import { assert } from "@/domain/shared/result";
import { HOUR_MS, type Instant } from "@/domain/shared/time";
import type { ChainLane, ChainTurn, DealChain, OtherWay, Reroute } from "@/views/chain";
import {
  kilometresLeft,
  type Moving,
  movingGoods,
  otherWays,
  planEta,
  turningStop,
  wayThrough,
} from "../chain/plan-eta";
import { disputeStepsOf } from "../dispute-steps";
import { tasksOf } from "../kinds/registry";
import { type Chain, readChain } from "../chain/settle-chain";
import { reroutesFor } from "./reroutes";
import { gateViews } from "./gate-views";
import { lateStepsOf } from "./turns";
import { namedHub, namedPlace, referenceData } from "../../hubs/queries/network";

type Around = {
  readonly viewer: Actor;
  readonly deal: StoredDeal;
  readonly orders: readonly StoredOrder[];
  readonly requests: readonly StoredRequest[];
  readonly chain: Chain;
  readonly names: ReadonlyMap<string, NamedParty>;
  readonly tasks: ReadonlyMap<string, OrderTask>;
  readonly disputes: ReadonlyMap<string, DisputeStep>;
  readonly late: ReadonlyMap<string, readonly LateStep[]>;
};

const byService = <T extends { readonly service: Service }>(list: readonly T[], service: Service): T | undefined =>
  list.find((one) => one.service === service);

type Reads = { readonly side: "buyer" | "provider" | null; readonly dispute: DisputeStep | undefined };

/** Whose turn an order is to a reader: on `side` of it, null where the reader is none of its parties. */
function chainTurn(turn: OrderTurn, { side, dispute }: Reads): ChainTurn {
  if (dispute && side !== null) {
    const { who } = dispute;
    return { holder: "dispute", side: who === "parties" ? side : who === "market" ? null : who };
  }
  return turn.holder === "task" && side === null ? { holder: "room", side: turn.task.side } : turn;
}

type Told = StoredOrder & Pick<ChainOrder, "milestones">;

/** The deal's orders as it is judged of them whether they are late. */
const judgedIn = (told: readonly Told[], { chain, tasks, disputes }: Pick<Around, "chain" | "tasks" | "disputes">) =>
  told.map((order) => {
    const { id, service, milestones } = order;
    const own = chain.facts.orders.find((one) => one.id === id);
    const stops = own ? openableGates(stopsOf(own, chain), chain.facts) : [];
    const turn = turnOf(order, stops, tasks.get(id) ?? null);
    const dispute = disputes.get(id) ?? null;
    const mover = moverOf({ service, turn, side: keptBy(order), dispute });
    return { order, milestones, chain, turn, mover, dispute };
  });

const laneRequest = (request: StoredRequest) => ({
  id: request.id,
  reference: request.reference,
  state: request.state,
  fallback: request.fallback,
  needsFallback: needsFallback(request),
});

function laneOf(
  service: Service,
  { viewer, deal, orders, requests, chain, names, tasks, disputes, late }: Around,
): ChainLane[] {
  const order = byService(orders, service);
  const request = byService(requests, service);
  if (!order && !request) return [];
  const judged = chain.facts.orders.find(({ id }) => id === order?.id);
  const stops = judged ? openableGates(stopsOf(judged, chain), chain.facts) : [];
  const provider = order && names.get(order.providerOrganisationId);
  const isWork = order?.providerOrganisationId === viewer.organisationId;
  const isParty = isWork || deal.buyerOrganisationId === viewer.organisationId;
  const turn =
    order && judged && turnOf({ ...order, milestones: judged.milestones }, stops, tasks.get(order.id) ?? null);
  return [
    {
      service,
      orderId: order && isParty ? order.id : null,
      state: order ? stateOf(order) : null,
      provider: provider ?? null,
      waitsFor: stops.map(({ gate }) => gateKey(gate)),
      late: (order && isParty && late.get(order.id)) || [],
      request: request ? laneRequest(request) : null,
      order:
        order && turn && judged
          ? {
              reference: order.reference,
              line: order.state,
              isViewersWork: isWork,
              turn: chainTurn(turn, {
                side: isWork ? "provider" : isParty ? "buyer" : null,
                dispute: disputes.get(order.id),
              }),
              mover: moverOf({
                ...{ service, turn, side: keptBy(order) },
                dispute: (isParty && disputes.get(order.id)) || null,
              }),
              milestones: judged.milestones,
              heldSince: order.heldSince,
            }
          : null,
    },
  ];
}

const PARTY_STATES: readonly StoredOrder["state"][] = ["cancelled"];

/** What the viewer is in the deal; null to all but its buyer and the providers of its orders. */
function sideOf(viewer: Actor, deal: StoredDeal, orders: readonly StoredOrder[]): "buyer" | "provider" | null {
  const providers = orders.filter(({ state }) => !PARTY_STATES.includes(state));
  const organisationIds = [deal.buyerOrganisationId, ...providers.map((order) => order.providerOrganisationId)];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  return deal.buyerOrganisationId === viewer.organisationId ? "buyer" : "provider";
}

type Times = Pick<
  DealChain,
  "eta" | "hold" | "isCarriedHere" | "leftKm" | "otherWays" | "noOtherWay" | "places" | "reroutes"
>;

const spanOf = ({ min, max }: Span) => ({ from: min, to: max });

const waitOf = ({ queueMs, closureMs, source }: BorderDelay) => ({
  ...{ queueHours: queueMs / HOUR_MS, closedHours: closureMs / HOUR_MS, source },
});

const shownWay = ({ arrives, wait, laterMs, ...way }: ReturnType<typeof otherWays>[number]): OtherWay => ({
  ...{ ...way, hubId: way.hub.id, arrives: spanOf(arrives), wait: waitOf(wait), laterHours: laterMs / HOUR_MS },
});

const isLanding = ({ code, occurredAt }: Milestone): boolean => code === "arrived_port" && occurredAt !== null;

/** Why goods that have still to arrive cannot go another way any more; null while they can. */
function noOtherWay(moving: Moving, eta: Eta): DealChain["noOtherWay"] {
  if (eta.hasArrived || turningStop(moving, eta) !== null) return null;
  return isPortMode(moving.way.mode) && !moving.milestones.some(isLanding) ? "aboard" : "across";
}

type Carried = {
  readonly carriage: { readonly order: StoredOrder; readonly stops: readonly StandingGate[] } | null;
  /** Whether a carrier was chosen, or may yet be, so that somebody reports where the goods are. */
  readonly isCarriedHere: boolean;
  /** Whether nothing more is known of the goods here: the carriage is over, or, of a deal without one, all its orders. */
  readonly isOver: boolean;
};

/** Who carries the goods of a deal as far as it is known here, and whether that has ended. */
function carriedIn({ orders, requests, chain }: Pick<Around, "orders" | "requests" | "chain">): Carried {
  const order = byService(orders, "logistics");
  const judged = byService(chain.facts.orders, "logistics");
  const isToCome = (request: StoredRequest) =>
    !isUnfilled(request) && !orders.some(({ requestId }) => requestId === request.id);
  return {
    carriage: order && judged ? { order, stops: stopsOf(judged, chain) } : null,
    isCarriedHere: order !== undefined || requests.some((one) => one.service === "logistics" && isToCome(one)),
    isOver: order ? isOver(order) : orders.length > 0 && orders.every(isOver) && !requests.some(isToCome),
  };
}

/**
 * When the goods are where, what holds them, and how else they could go; nothing of goods that have not come by what was reported and that
 * nobody carries any more, and no other way where no carrier could take it. A way that is asked for and not answered compares as it does among
 * the others now; one that was answered as it did when it was asked for.
 */
function timesOf(moving: Moving, { carriage, isCarriedHere, isOver }: Carried, reroutes: readonly Reroute[]): Times {
  const { known, way } = moving;
  const planned = planEta(moving);
  const eta = isOver && !planned?.hasArrived ? null : planned;
  const others = eta && isCarriedHere ? otherWays(moving, eta) : [];
  const asNow = (reroute: Reroute): Reroute => {
    if (reroute.state !== "asked" || !eta) return reroute;
    const shown = others.find(({ hub, mode }) => hub.id === reroute.toHubId && mode === way.mode);
    const planned = shown ?? wayThrough(moving, eta, reroute.toHubId);
    return planned ? { ...reroute, laterHours: planned.laterMs / HOUR_MS, furtherKm: planned.furtherKm } : reroute;
  };
  const ids = (way.legs ?? []).flatMap(({ fromId, toId }) => [fromId, toId]);
  const held = carriage && { state: stateOf(carriage.order), stops: carriage.stops };
  const hold = eta ? goodsHold(held, eta, moving.now) : null;
  return {
    eta: eta && {
      ...{ arrives: spanOf(eta.arrives), hasArrived: eta.hasArrived, wait: eta.wait && waitOf(eta.wait) },
      stops: eta.stops.map((stop) => ({ ...stop, at: spanOf(stop.at) })),
      isHeld: hold !== null,
    },
    hold,
    isCarriedHere,
    reroutes: reroutes.map(asNow),
    leftKm: eta ? kilometresLeft(way, eta) : 0,
    otherWays: others.map(shownWay),
    noOtherWay: eta && isCarriedHere ? noOtherWay(moving, eta) : null,
    places: Object.fromEntries(
      ids.map((id) => [id, { ...namedPlace(known, id), country: known.places.get(id)?.country ?? "" }]),
    ),
  };
}

/** Whether the chain of a deal is the reader's to see. */
export async function isChainReader(read: Reader, viewer: Actor, dealId: string): Promise<boolean> {
  const deal = await findDeal(read, dealId);
  return deal !== undefined && sideOf(viewer, deal, await ordersOfDeals(read, [deal.id])) !== null;
}

/** The chain of a deal to its parties: its services, its gates as they stand, when its goods are where, and how else they could go. */
export async function chainPage(
  read: Reader,
  viewer: Actor,
  of: { readonly dealId: string; readonly now: Instant },
): Promise<DealChain | null> {
  // Read before all else: what comes meanwhile has a higher number, so that an open page hears of it.
  const seq = (await dealHeads(read, [of.dealId])).get(of.dealId) ?? 0;
  const deal = await findDeal(read, of.dealId);
  if (!deal) return null;
  const orders = await ordersOfDeals(read, [deal.id]);
  const side = sideOf(viewer, deal, orders);
  if (side === null) return null;
  const known = await referenceData(read);
  const requests = (await requestsOfDeal(read, deal.id)).filter(isInDeal);
  const kept = await findChain(read, deal.id);
  const chain = await readChain(read, deal.id);
  const hub = namedHub(known, deal.hubId);
  const isFixed = deal.contractedAt !== null;
  const asked = () => defaultGates({ mode: deal.mode, isBorderHub: hub.isBorderHub, services: requests });
  const gates = kept || isFixed ? chain.gates : gatesInDeal(asked(), { requests, orders });
  const names = await namesOf(read, [deal.buyerOrganisationId, ...orders.map((order) => order.providerOrganisationId)]);
  const buyer = names.get(deal.buyerOrganisationId);
  assert(buyer, "the buyer of a deal exists");
  const told = orders.flatMap((order) => {
    const milestones = chain.facts.orders.find(({ id }) => id === order.id)?.milestones;
    return milestones ? [{ ...order, milestones }] : [];
  });
  const tasks = await tasksOf(read, told, of.now);
  const disputes = await disputeStepsOf(read, orders, of.now);
  const late = await lateStepsOf(read, judgedIn(told, { chain, tasks, disputes }), { known, now: of.now });
  const around: Around = { viewer, deal, orders, requests, chain, names, tasks, disputes, late };
  const carriage = byService(orders, "logistics");
  const carried = byService(chain.facts.orders, "logistics");
  const lanes = SERVICES.flatMap((service) => laneOf(service, around));
  const { reroutes, ...rerouting } = await reroutesFor(read, around, carriage);
  return {
    dealId: deal.id,
    deal: {
      ...{ id: deal.id, reference: deal.reference, title: deal.title, mode: deal.mode, hub, buyer },
      contractedAt: deal.contractedAt,
      seq,
    },
    side,
    orders: lanes,
    gates: gateViews({ ...around, buyerId: deal.buyerOrganisationId, now: of.now }, gates),
    isFixed,
    mayWaive: isFixed && may(viewer, "chain.waive", deal),
    mayState: isFixed && may(viewer, "chain.state", deal),
    awaitsWord: awaitedStatements(chain).map(gateKey),
    mayChange: !isFixed && may(viewer, "chain.change", deal),
    ...rerouting,
    ...timesOf(
      await movingGoods(read, {
        ...{ deal, requests, chain, orderId: carriage?.id ?? null },
        ...{ milestones: carried?.milestones ?? [], now: of.now },
      }),
      carriedIn(around),
      reroutes,
    ),
  };
}
