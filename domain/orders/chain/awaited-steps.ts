import type { Mode } from "../../hubs/place";
import type { AwaitedStep, TimeStart } from "../../services/due-time";
import { kindOf } from "../../services/registry";
import type { Service } from "../../shared/service";
import { type Instant, instant } from "../../shared/instant";
import type { ChainFacts, ChainOrder } from "./chain-facts";
import { type Gate, type Step, bringerOf, codeIn } from "./gate";
import { gateState, isClosed, openedAt } from "./gate-state";
import { gatesBefore, gatesOnTheWay, isSpent, stopsOf } from "./holds";
import { floating, isOver } from "../order";

type Waiting = { readonly service: Service; readonly mode: Mode; readonly spec: unknown };

/** The step of another service that an order's days also wait for, by its kind; null where they wait for none. */
export const daysAlsoFrom = ({ service, mode, spec }: Waiting) => kindOf(service).daysAlsoFrom?.(spec, mode) ?? null;

type OtherOrder = Pick<ChainOrder, "service" | "state" | "milestones">;

/**
 * A step as it stands in the orders of the deal. Null where the deal has no order with it (nobody was asked, or the buyer sees to it itself), or
 * where that order was called off. A step that was passed over without a word had happened by the next one that was reported.
 */
function stepIn(orders: readonly OtherOrder[], step: Step): AwaitedStep | null {
  const other = orders.find((one) => one.service === step.service && one.state !== "cancelled");
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

/** The step that an order's days also wait for, as it stands in the orders of the deal; null where they wait for none, or no order has it. */
export function awaitedStep(waiting: Waiting, orders: readonly OtherOrder[]): AwaitedStep | null {
  const step = daysAlsoFrom(waiting);
  return step && stepIn(orders, step);
}

/** The step of another order that brings the goods before a step of this one (`goodsFirst`), as it stands in the orders of the deal; null where it needs none, or no order has it. */
export function goodsBefore(
  { service, mode, spec, code }: Waiting & { readonly code: string },
  orders: readonly OtherOrder[],
): AwaitedStep | null {
  const step = kindOf(service).goodsFirst?.(spec, mode)[code];
  return step ? stepIn(orders, step) : null;
}

type Judged = { readonly gates: readonly Gate[]; readonly facts: ChainFacts };

/** When the gates on the way to a step opened. One that has let its order through and is closed again held nothing any more. */
function gateStarts(order: ChainOrder, code: string, { gates, facts }: Judged): TimeStart[] {
  return gatesOnTheWay(order, code, gates).flatMap((gate): TimeStart[] => {
    const state = gateState(gate, facts);
    const at = openedAt(state);
    const holds = isClosed(state) && !isSpent(gate, order);
    return holds || at !== null ? [{ what: "gate", at }] : [];
  });
}

/**
 * What the time of each step waits for beside its own order, by its kind (`stepsAlsoFrom`): the step of another order, by that step's code, and
 * the gates before it. Nothing of an order that the deal has not.
 */
export function startsBeside(
  { id, ...waiting }: Waiting & { readonly id: string },
  chain: Judged,
): Readonly<Record<string, readonly TimeStart[]>> {
  const order = chain.facts.orders.find((one) => one.id === id);
  if (!order) return {};
  const steps = kindOf(waiting.service).stepsAlsoFrom?.(waiting.spec, waiting.mode) ?? {};
  const starts = Object.entries(steps).map(([code, step]) => {
    const awaited = stepIn(chain.facts.orders, step);
    const goods = awaited ? [{ what: step.code, at: awaited.occurredAt }] : [];
    return [code, [...goods, ...gateStarts(order, code, chain)]] as const;
  });
  return Object.fromEntries(starts);
}

/** The gates at which an order of the deal stands now and waits for the buyer's own word, in the chain's order; one that was called off waits for nothing. */
export function awaitedStatements(chain: Judged): Gate[] {
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
export const unstatedServices = (chain: Judged): Service[] =>
  awaitedStatements(chain).flatMap((gate) => bringerOf(gate) ?? []);
