import { bringerOf, type Gate, gateKey } from "@/domain/orders/chain/gate";
import { gateState, openedAt, passedAt, visitDayOf, whyOf } from "@/domain/orders/chain/gate-state";
import { lifterOf } from "@/domain/orders/chain/gate-opener";
import type { NamedParty } from "@/domain/shared/named";
import type { Service } from "@/domain/shared/service";
import type { StoredOrder } from "@/db/repositories/orders";
import type { ChainGate } from "@/views/chain";
import type { Chain } from "../chain/read-chain";

type Around = {
  readonly chain: Pick<Chain, "facts">;
  /** All orders of the deal. */
  readonly orders: readonly Pick<StoredOrder, "service" | "providerOrganisationId">[];
  readonly names: ReadonlyMap<string, NamedParty>;
  readonly buyerId: string;
};

/** The gates of a deal as they stand, numbered in the chain's order, each with who brings what it waits for and who can open it. */
export function gateViews({ chain, orders, names, buyerId }: Around, gates: readonly Gate[]): ChainGate[] {
  const { own } = chain.facts.unprovided;
  const partyOf = (service: Service | null) => {
    if (service && own.includes(service)) return names.get(buyerId) ?? null;
    const order = orders.find((one) => one.service === service);
    return (order && names.get(order.providerOrganisationId)) ?? null;
  };
  return gates.map((gate, at): ChainGate => {
    const state = gateState(gate, chain.facts);
    const order = chain.facts.orders.find(({ service }) => service === gate.holds.service);
    return {
      key: gateKey(gate),
      number: at + 1,
      ...{ need: gate.need, holds: gate.holds, state: state.kind },
      ...{ why: whyOf(state), visitDay: visitDayOf(state) },
      openedAt: openedAt(state),
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
