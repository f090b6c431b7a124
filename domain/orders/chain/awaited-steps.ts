import type { Mode } from "../../hubs/place";
import type { AwaitedStep } from "../../services/due-time";
import { kindOf } from "../../services/registry";
import type { Service } from "../../shared/service";
import { type Instant, instant } from "../../shared/instant";
import type { ChainFacts, ChainOrder } from "./chain-facts";
import { type Gate, bringerOf, codeIn } from "./gate";
import { gatesBefore, stopsOf } from "./holds";
import { floating, isOver } from "../order";

type Waiting = { readonly service: Service; readonly mode: Mode; readonly spec: unknown };

/** The step of another service that an order's days also wait for, by its kind; null where they wait for none. */
export const daysAlsoFrom = ({ service, mode, spec }: Waiting) => kindOf(service).daysAlsoFrom?.(spec, mode) ?? null;

/**
 * That step as it stands in the orders of the deal. Null where the kind names none, where the deal has no order with it (nobody was asked, or
 * the buyer sees to it itself), or where that order was called off. A step that was passed over without a word had happened by the next one
 * that was reported.
 */
export function awaitedStep(
  waiting: Waiting,
  orders: readonly Pick<ChainOrder, "service" | "state" | "milestones">[],
): AwaitedStep | null {
  const step = daysAlsoFrom(waiting);
  const other = step && orders.find((one) => one.service === step.service && one.state !== "cancelled");
  if (!other) return null;
  const code = codeIn(other, step.code);
  const place = other.milestones.findIndex((milestone) => milestone.code === code);
  if (place < 0) return null;
  const told = other.milestones
    .slice(place)
    .flatMap(({ occurredAt, isFloating }): readonly Instant[] =>
      occurredAt === null || isFloating ? [] : [occurredAt],
    );
  return { occurredAt: told.length === 0 ? null : instant(Math.min(...told)) };
}

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
