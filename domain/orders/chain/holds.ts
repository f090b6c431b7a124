import { before, floating, isOver, nextMilestone, sideOf, type SideState } from "../order";
import type { LineState, OrderState, Service } from "../../shared/vocabulary";
import { type Instant, instant, type LocalDate } from "../../shared/time";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { ChainFacts, ChainOrder } from "./chain-facts";
import { bringerOf, codeIn, type Gate, gateKey, type Step } from "./gate";
import {
  type GateState,
  gateState,
  isClosed,
  isClosedAt,
  openedAt,
  passedAt,
  positionIn,
  type Steps,
  whyOf,
} from "./gate-state";
import type { Eta } from "./eta";
import type { Mode } from "../../hubs/place";
import type { AwaitedStep, TimeStart } from "../../services/due-time";
import { kindOf } from "../../services/registry";

export type StandingGate = { readonly gate: Gate; readonly state: GateState };

/**
 * Whether a gate has let its order through: what it holds, or a later step, has been reported. It holds nothing any more, whatever
 * becomes of the fact that opened it: goods that have left are not called back by a paper.
 */
export const isSpent = (gate: Gate, order: Steps): boolean => passedAt(gate, order) !== null;

/** Whether a gate of the deal of these orders has yet to let its order through; what nobody was chosen for is still to come. */
export function isAhead(gate: Gate, orders: readonly Steps[]): boolean {
  const order = orders.find(({ service }) => service === gate.holds.service);
  return order === undefined || !isSpent(gate, order);
}

/** The gates that stand, or stood, before a step of the order: those that hold it or a step before it, in the chain's order. */
export function gatesOnTheWay(order: Steps, code: string, gates: readonly Gate[]): Gate[] {
  const sooner = before(order.milestones, positionIn(order, code)).map((milestone) => milestone.code);
  return gates.filter(
    ({ holds }) => holds.service === order.service && [...sooner, code].includes(codeIn(order, holds.code)),
  );
}

/** Those of them, open or closed, that have not let the order through. */
export const gatesAhead = (order: Steps, code: string, gates: readonly Gate[]): Gate[] =>
  gatesOnTheWay(order, code, gates).filter((gate) => !isSpent(gate, order));

/** The closed gates before a step of the order: those that hold it or a step before it and have not let it through, in the chain's order. */
export function gatesBefore(
  order: Steps,
  code: string,
  { gates, facts }: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
): StandingGate[] {
  return gatesAhead(order, code, gates)
    .map((gate) => ({ gate, state: gateState(gate, facts) }))
    .filter(({ state }) => isClosed(state));
}

/** The keys of the gates that are closed at `now` and still have something to let through, in the chain's order. */
export function closedKeys(
  { gates, facts }: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
  now: Instant,
): string[] {
  return gates.filter((gate) => isAhead(gate, facts.orders) && isClosedAt(gateState(gate, facts), now)).map(gateKey);
}

/** For when the inspection is booked that the goods wait for before they are picked up, for its report or for the inspector to watch their loading; null where they wait for no booked visit. */
export function visitBeforePickup({
  gates,
  facts,
}: {
  readonly gates: readonly Gate[];
  readonly facts: ChainFacts;
}): LocalDate | null {
  const gate = gates.find((one) => bringerOf(one) === "inspection" && one.holds.code === "picked_up");
  if (!gate || !isAhead(gate, facts.orders) || !isClosed(gateState(gate, facts))) return null;
  const { visit } = facts.verdict;
  return visit?.state === "booked" ? visit.day : null;
}

export type GateRefusal = Refusal<"gate_closed">;

/** A step of an order with the time at which it is to come; null where only what is closed for good is asked for. */
export type StepToPass = { readonly code: string; readonly occurredAt: Instant | null };

/**
 * Whether a step may be reported as far as the gates of its deal go. Refuses `gate_closed` with the first gate before it that is closed at its time and
 * why it is closed: a step is stopped by every gate before it, also by one before a step that did not occur.
 */
export function passes(
  order: Steps,
  { code, occurredAt }: StepToPass,
  { gates, facts }: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
): Result<void, GateRefusal> {
  for (const gate of gatesAhead(order, code, gates)) {
    const state = gateState(gate, facts);
    if (occurredAt === null ? isClosed(state) : isClosedAt(state, occurredAt))
      return refuse("gate_closed", { gate: gateKey(gate), why: whyOf(state) ?? "came_early" });
  }
  return accept(undefined);
}

/** States in which there is still something to hold. */
const UNDER_WAY: readonly LineState[] = ["placed", "scheduled", "in_progress", "changes_requested"];

/** The failed gates before any step of the order that has not been reported. */
export function failedBefore(
  order: ChainOrder,
  chain: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
): StandingGate[] {
  const last = order.milestones.at(-1);
  if (!last || !UNDER_WAY.includes(order.state)) return [];
  return gatesBefore(order, last.code, chain).filter(({ state }) => state.kind === "failed");
}

/** What changes in the hold of an order at `now`; null where nothing does. An order is held as long as a failed gate stands before what is left of it. */
export function holdChange(
  order: ChainOrder,
  chain: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
  now: Instant,
): { readonly heldSince: Instant | null; readonly by: readonly StandingGate[] } | null {
  const by = failedBefore(order, chain);
  const isHeld = order.heldSince !== null;
  if (by.length > 0 === isHeld) return null;
  return { heldSince: isHeld ? null : now, by };
}

/** What an order is stopped by now: one that is held by the failed gates, wherever on its way they stand; else by the closed gates before its next step. */
export function stopsOf(
  order: ChainOrder,
  chain: { readonly gates: readonly Gate[]; readonly facts: ChainFacts },
): StandingGate[] {
  if (sideOf(order) === "on_hold") return failedBefore(order, chain);
  const next = nextMilestone(order);
  return next === null ? [] : gatesBefore(order, next.code, chain);
}

/**
 * What keeps the goods where they are: what stops their order as a whole, the gate before a place at which they should be by now, or the
 * one before the release of goods that stand across the border.
 */
export type GoodsHold = { readonly why: SideState | "gate"; readonly stop: StandingGate | null };

type Carriage = { readonly state: OrderState; readonly stops: readonly StandingGate[] };

const isSide = (state: OrderState): state is SideState =>
  state === "on_hold" || state === "exception" || state === "disputed";

/**
 * What holds the goods of a deal at `now`; null where they go on, have arrived, or nobody carries them. A gate that is closed before a
 * place that they come to later holds nothing yet; one before the crossing holds them as long as they stand at the border, whenever their slot
 * is, and one before the release once they are across.
 */
export function goodsHold(carriage: Carriage | null, eta: Eta, now: Instant): GoodsHold | null {
  if (!carriage || eta.hasArrived) return null;
  const { state, stops } = carriage;
  const [stop = null] = stops;
  if (isSide(state)) return { why: state, stop: state === "on_hold" ? stop : null };
  const isUnderWay = state === "placed" || state === "scheduled" || state === "in_progress";
  const next = eta.stops[eta.stops.findLastIndex(({ isActual, isPassed }) => isActual || isPassed) + 1];
  const isDue = next !== undefined && next.at.min <= now;
  const isAtRelease = stop?.gate.holds.code === "import_released";
  return isUnderWay && (isDue || eta.isAtBorder || isAtRelease) && stop ? { why: "gate", stop } : null;
}

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

/** Whether a step from the one that a gate holds on has been told before another step: the time of that one counts from it, and not from the gate. */
function isPassedBefore({ holds }: Gate, order: Steps, code: string): boolean {
  const held = positionIn(order, codeIn(order, holds.code));
  return order.milestones.slice(held, positionIn(order, code)).some(({ occurredAt }) => occurredAt !== null);
}

/**
 * When the gates on the way to a step opened. One that has let its order through and is closed again held nothing any more, and one that an
 * earlier step has passed counts no more, whatever has become of it since.
 */
function gateStarts(order: ChainOrder, code: string, { gates, facts }: Judged): TimeStart[] {
  const counted = gatesOnTheWay(order, code, gates).filter((gate) => !isPassedBefore(gate, order, code));
  return counted.flatMap((gate): TimeStart[] => {
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
