import { bringerOf, type Gate, gateKey, type GateNeed } from "@/domain/orders/chain/gate";
import {
  gateState,
  isClosed,
  isClosedAt,
  openedAt,
  passedAt,
  visitDayOf,
  whyOf,
} from "@/domain/orders/chain/gate-state";
import { lifterOf } from "@/domain/orders/chain/gate-opener";
import { type NamedParty, type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { StoredOrder } from "@/db/repositories/orders";
import type { Instant } from "@/domain/shared/time";
import type { ChainGate } from "@/views/chain";
import type { Chain } from "../chain/settle-chain";
import "server-only";
import type { Reader } from "@/db/database";
import { findChain } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { requestsOfDeal } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import type { InspectionSpec } from "@/domain/services/inspection/spec";
import { defaultGates, goodsNeed } from "@/domain/orders/chain/deal-gates";
import type { Mode } from "@/domain/hubs/place";
import { isInDeal } from "@/domain/requests/request";
import { namedHub, referenceData } from "../../hubs/queries/network";

type Around = {
  readonly chain: Pick<Chain, "facts">;
  /** All orders of the deal. */
  readonly orders: readonly Pick<StoredOrder, "service" | "providerOrganisationId">[];
  readonly names: ReadonlyMap<string, NamedParty>;
  readonly buyerId: string;
  readonly now: Instant;
};

/** The gates of a deal as they stand, numbered in the chain's order, each with who brings what it waits for and who can open it. */
export function gateViews({ chain, orders, names, buyerId, now }: Around, gates: readonly Gate[]): ChainGate[] {
  const { own } = chain.facts.unprovided;
  const partyOf = (service: Service | null) => {
    if (service && own.includes(service)) return names.get(buyerId) ?? null;
    const order = orders.find((one) => one.service === service);
    return (order && names.get(order.providerOrganisationId)) ?? null;
  };
  return gates.map((gate, at): ChainGate => {
    const state = gateState(gate, chain.facts);
    const order = chain.facts.orders.find(({ service }) => service === gate.holds.service);
    const isToOpen = !isClosed(state) && isClosedAt(state, now);
    return {
      key: gateKey(gate),
      number: at + 1,
      ...{ need: gate.need, holds: gate.holds, state: isToOpen ? "waiting" : state.kind },
      ...{ why: whyOf(state), visitDay: visitDayOf(state) },
      ...{ opensAt: isToOpen ? openedAt(state) : null, openedAt: isToOpen ? null : openedAt(state) },
      cameEarly: state.kind === "open" && state.agreedAt !== undefined,
      waiver: state.kind === "waived" ? { reason: state.waiver.reason, waivedAt: state.waiver.waivedAt } : null,
      statedAt: state.kind === "stated" ? state.statement.statedAt : null,
      release: state.kind === "stated" ? state.statement.release : null,
      passedAt: order ? passedAt(gate, order) : null,
      bringer: partyOf(bringerOf(gate)),
      lifter: lifterOf({ gate, state }, chain.facts),
      held: partyOf(gate.holds.service),
    };
  });
}

export type GateOffer = {
  readonly reference: string;
  readonly mode: Mode;
  readonly services: readonly Service[];
  /** What a gate can wait for beside a step of an order, by what the deal asks for. */
  readonly needs: readonly Exclude<GateNeed["kind"], "step">[];
  /** Those that stand and those that would by themselves; the ones that stand first. */
  readonly gates: readonly { readonly key: string; readonly gate: Gate; readonly isOn: boolean }[];
  readonly version: number;
};

/** What the buyer may still change of its deal's gates; null where it may not, or an award has fixed them. */
export async function gatesToChange(read: Reader, viewer: Actor, dealId: string): Promise<GateOffer | null> {
  const deal = await findDeal(read, dealId);
  if (!deal || deal.contractedAt !== null || !may(viewer, "chain.change", deal)) return null;
  const requests = (await requestsOfDeal(read, dealId)).filter(isInDeal);
  const { isBorderHub } = namedHub(await referenceData(read), deal.hubId);
  const kept = await findChain(read, dealId);
  const usual = defaultGates({ mode: deal.mode, isBorderHub, services: requests });
  const standing = kept?.gates ?? usual;
  const keys = new Set(standing.map(gateKey));
  const offered = [...standing, ...usual.filter((gate) => !keys.has(gateKey(gate)))];
  return {
    ...{ reference: deal.reference, mode: deal.mode },
    services: SERVICES.filter((service) => requests.some((request) => request.service === service)),
    needs: [
      "papers",
      ...requests.flatMap(({ service, spec }) => (service === "inspection" ? [goodsNeed(spec as InspectionSpec)] : [])),
      // Slots are booked for trucks.
      ...requests.flatMap(({ service }) => (service === "logistics" && deal.mode === "road" ? ["slot" as const] : [])),
    ],
    gates: offered.map((gate) => ({ key: gateKey(gate), gate, isOn: keys.has(gateKey(gate)) })),
    version: kept?.version ?? 0,
  };
}
