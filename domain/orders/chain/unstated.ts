import type { Service } from "../../shared/service";
import type { ChainFacts } from "./chain-facts";
import { bringerOf, type Gate } from "./gate";
import { gatesBefore, stopsOf } from "./holds";
import { floating, isOver } from "../order";

/** The gates at which an order of the deal stands now and waits for the buyer's own word, in the chain's order; one that was called off waits for nothing. */
export function awaitedStatements(chain: { readonly gates: readonly Gate[]; readonly facts: ChainFacts }): Gate[] {
  const awaited = new Set(
    chain.facts.orders
      .filter((order) => !isOver(order))
      .flatMap((order) => [
        ...stopsOf(order, chain),
        ...floating(order).flatMap(({ code }) => gatesBefore(order, code, chain)),
      ])
      .flatMap(({ gate, state }) => (state.kind === "waiting" && state.why === "not_stated" ? [gate] : [])),
  );
  return chain.gates.filter((gate) => awaited.has(gate));
}

/** The services that the buyer does itself and for whose word an order waits now. */
export const unstatedServices = (chain: Parameters<typeof awaitedStatements>[0]): Service[] =>
  awaitedStatements(chain).flatMap((gate) => bringerOf(gate) ?? []);
