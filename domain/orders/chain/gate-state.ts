import { kindOf } from "../../services/registry";
import { after } from "../order";
import type { Instant, LocalDate } from "../../shared/time";
import type { AwaitedVisit, ChainFacts, ChainOrder, Statement, Waiver } from "./chain-facts";
import { bringerOf, codeIn, type Gate, gateKey, isRelease, needKey, type Step } from "./gate";

/**
 * `waiting` has not come yet, `failed` has come out so that it holds until somebody acts. A gate is open from the time of the fact that
 * opened it. A fact may be taken back (a slot is lost, papers contradict each other): then the gate closes again.
 */
export type GateState =
  /** `agreedAt` where what it waited for came sooner than it was agreed for: it lets nothing through before that time. */
  | { readonly kind: "open"; readonly since: Instant | null; readonly agreedAt?: Instant }
  | { readonly kind: "waived"; readonly waiver: Waiver }
  /** Its buyer has said that it is so, of what it does itself or of a release with its number; nobody else has shown it. */
  | { readonly kind: "stated"; readonly statement: Statement }
  | {
      readonly kind: "waiting";
      readonly why:
        | "not_yet"
        | "no_order"
        | "papers_missing"
        | "no_slot"
        | "slots_missing"
        | "visit_asked"
        | "on_site"
        | "report_awaited"
        | "verdict_pending"
        | "not_stated"
        | "undecided";
    }
  | { readonly kind: "waiting"; readonly why: "visit_booked"; readonly day: LocalDate }
  | {
      readonly kind: "failed";
      readonly why: "order_cancelled" | "inspection_failed" | "goods_refused" | "papers_blocked" | "slot_lost";
    };

export type GateWhy = Extract<GateState, { readonly why: string }>["why"];

const open = (since: Instant | null): GateState => ({ kind: "open", since });
export type Steps = Pick<ChainOrder, "service" | "milestones">;

export const positionIn = (order: Steps, code: string): number =>
  order.milestones.findIndex((milestone) => milestone.code === code);

/** When the first step went through the gate; null while none has. */
export function passedAt({ holds }: Pick<Gate, "holds">, order: Steps): Instant | null {
  const position = positionIn(order, codeIn(order, holds.code));
  const held = order.milestones.slice(position, position + 1);
  return (
    [...held, ...after(order.milestones, position)].find(({ occurredAt }) => occurredAt !== null)?.occurredAt ?? null
  );
}

const orderOf = (facts: ChainFacts, service: ChainOrder["service"]) =>
  facts.orders.find((order) => order.service === service);

/** When a step happened; of one that stands beside others and was passed over, the delivery of its order: what all sides have released was released by the first. */
function happenedAt({ milestones }: Steps, code: string): Instant | null {
  const milestone = milestones.find((one) => one.code === code);
  const delivery = milestone?.besideAfter ? milestones.find(({ isDelivery }) => isDelivery) : undefined;
  return milestone?.occurredAt ?? delivery?.occurredAt ?? null;
}

/**
 * A gate whose step happened `at`: open from then on. A visit that came sooner than it was agreed for opens it at the agreed time, or with the
 * result of its order where that is there sooner.
 */
function openSince({ service, milestones }: Steps, step: string, at: Instant): GateState {
  const isAppointment = kindOf(service).milestones.some(({ code, isAppointment: is }) => code === step && is);
  const agreedAt = milestones.find(({ code }) => code === step)?.earliestAt;
  if (!isAppointment || !agreedAt) return open(at);
  const resultAt = milestones.find(({ isDelivery }) => isDelivery)?.occurredAt ?? agreedAt;
  const since = resultAt < agreedAt ? resultAt : agreedAt;
  return { kind: "open", since, agreedAt: since };
}

function ofStep({ service, code }: Step, facts: ChainFacts): GateState {
  const order = orderOf(facts, service);
  if (!order) return { kind: "waiting", why: "no_order" };
  const at = happenedAt(order, codeIn(order, code));
  if (at !== null) return openSince(order, codeIn(order, code), at);
  return order.state === "cancelled" ? { kind: "failed", why: "order_cancelled" } : { kind: "waiting", why: "not_yet" };
}

/** What a verdict that is still to come waits for, by how far the visit is. */
function ofVisit(visit: AwaitedVisit | undefined): GateState {
  if (!visit) return { kind: "waiting", why: "verdict_pending" };
  const { state, day } = visit;
  if (state === "on_site") return { kind: "waiting", why: "on_site" };
  if (state === "left") return { kind: "waiting", why: "report_awaited" };
  return day === null ? { kind: "waiting", why: "visit_asked" } : { kind: "waiting", why: "visit_booked", day };
}

/** Without a record of the site the report is on paper, and the buyer's acceptance of it is its decision on the goods. */
function ofInspection(facts: ChainFacts): GateState {
  const order = orderOf(facts, "inspection");
  const { verdict } = facts;
  switch (verdict.kind) {
    case "passed":
    case "decided":
      return open(verdict.at);
    case "failed":
      return { kind: "failed", why: "inspection_failed" };
    case "refused":
      return { kind: "failed", why: "goods_refused" };
    case "pending":
      // An order that was called off brings no verdict any more.
      return order?.state === "cancelled" ? { kind: "failed", why: "order_cancelled" } : ofVisit(verdict.visit);
    case "none": {
      if (!order) return { kind: "waiting", why: "no_order" };
      if (order.state === "cancelled") return { kind: "failed", why: "order_cancelled" };
      const isTaken = order.state === "accepted" || order.state === "completed";
      if (!isTaken) return { kind: "waiting", why: "not_yet" };
      return open(order.milestones.find((milestone) => milestone.isDelivery)?.occurredAt ?? null);
    }
  }
}

/** Trucks that have left went by the slots that stood then: one that was booked anew since, or lost, opens or closes nothing before it. */
function leftBySlot({ holds }: Gate, facts: ChainFacts): GateState | null {
  const order = orderOf(facts, holds.service);
  const leftAt = order ? passedAt({ holds }, order) : null;
  const { firstAt } = facts.slot;
  return leftAt !== null && firstAt !== undefined && firstAt <= leftAt ? open(firstAt) : null;
}

/** Where no slot is kept here, the carrier's word that it has one counts; of one that is kept its own state does. */
function ofSlot(facts: ChainFacts): GateState {
  if (facts.slot.kind === "stands") return open(facts.slot.at);
  if (facts.slot.kind === "lost") return { kind: "failed", why: "slot_lost" };
  if (facts.slot.kind === "asked") return { kind: "waiting", why: "no_slot" };
  if (facts.slot.kind === "some") return { kind: "waiting", why: "slots_missing" };
  const said = ofStep({ service: "logistics", code: "slot_reserved" }, facts);
  if (said.kind !== "waiting" || said.why === "no_order") return said;
  return { kind: "waiting", why: "no_slot" };
}

function ofPapers({ papers }: ChainFacts): GateState {
  if (papers.kind === "ready") return open(null);
  return papers.kind === "blocked"
    ? { kind: "failed", why: "papers_blocked" }
    : { kind: "waiting", why: "papers_missing" };
}

/** Of a service that nobody was chosen for: the buyer's own word where it does it itself; null where a provider brings it. */
function ofUnprovided(gate: Gate, { unprovided, statements }: ChainFacts): GateState | null {
  const bringer = bringerOf(gate);
  if (bringer === null) return null;
  if (unprovided.undecided.includes(bringer)) return { kind: "waiting", why: "undecided" };
  if (!unprovided.own.includes(bringer)) return null;
  const statement = statements.find(({ need }) => need === needKey(gate));
  return statement ? { kind: "stated", statement } : { kind: "waiting", why: "not_stated" };
}

function ofNeed(gate: Gate, facts: ChainFacts): GateState {
  const unprovided = ofUnprovided(gate, facts);
  if (unprovided) return unprovided;
  switch (gate.need.kind) {
    case "step":
      return ofStep(gate.need.step, facts);
    case "inspection":
    case "production_check":
      return ofInspection(facts);
    case "slot":
      return leftBySlot(gate, facts) ?? ofSlot(facts);
    case "papers":
      return ofPapers(facts);
  }
}

export const isClosed = ({ kind }: GateState): boolean => kind === "waiting" || kind === "failed";

/** Whether a gate lets nothing through at a time: it is closed, or what it waited for came before the time that it was agreed for. */
export const isClosedAt = (state: GateState, at: Instant): boolean =>
  isClosed(state) || (state.kind === "open" && state.agreedAt !== undefined && at < state.agreedAt);

/** Why a gate is closed; null of one that is open. */
export const whyOf = (state: GateState): GateWhy | null => ("why" in state ? state.why : null);

/** For when the visit is booked that a gate waits for; null where it waits for none. */
export const visitDayOf = (state: GateState): LocalDate | null => ("day" in state ? state.day : null);

/** When a gate opened, by the fact, the waiver or the buyer's word that opened it; null of one that is closed, or whose fact has no time, as complete papers have none. */
export function openedAt(state: GateState): Instant | null {
  switch (state.kind) {
    case "open":
      return state.since;
    case "waived":
      return state.waiver.waivedAt;
    case "stated":
      return state.statement.statedAt;
    default:
      return null;
  }
}

/** A release that the buyer states opens the gate whoever was to report it; one that had been reported before needs no statement. */
function ofRelease(gate: Gate, facts: ChainFacts): GateState {
  const state = ofNeed(gate, facts);
  if (!isRelease(gate)) return state;
  const statement = facts.statements.find(({ need, release }) => release !== null && need === needKey(gate));
  if (!statement) return state;
  const isReportedBefore = state.kind === "open" && state.since !== null && state.since <= statement.statedAt;
  return isReportedBefore ? state : { kind: "stated", statement };
}

/** How a gate stands by the facts of its deal; a waiver opens it whatever the facts say, and stays on record. */
export function gateState(gate: Gate, facts: ChainFacts): GateState {
  const waiver = facts.waivers.find((one) => one.gateKey === gateKey(gate));
  return waiver ? { kind: "waived", waiver } : ofRelease(gate, facts);
}
