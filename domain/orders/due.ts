import type { Agreed, DueSource, DueTime, TimeStart } from "../services/due-time";
import { FUNDS_STEP } from "../services/payment/funds";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { DisputeStep, OrderTask, TaskCode } from "./order-task";
import { type Milestone, nextMilestone } from "./order";
import type { LineState } from "../shared/states";

/** By when an order is to go on. `code` is the step that was promised: the next one, or a later one where of the next nobody said anything. */
export type Due = Omit<DueTime, "source"> & {
  /** Who says so: the parties, the market's rule, the room of the order that asks something of a side, or the dispute about it. */
  readonly source: DueSource | "task" | "dispute";
  readonly code: string;
};

type Known = {
  readonly service: Service;
  readonly state: LineState;
  readonly milestones: readonly Milestone[];
  readonly autoAcceptAt: Instant | null;
  readonly disputedSince: Instant | null;
};

/** What an order has agreed, apart from what has happened to it. */
export type Agreement = Omit<Agreed, "happenedAt">;

/** From what the time of a step is counted, or what it waits for before it runs. */
export type DueStart = TimeStart & { readonly code: string };

type Steps = Pick<Known, "service" | "state" | "milestones">;

/** What is promised of each step that is left to do, from the next one on; nothing of a delivery that the buyer wants changed. */
function promisesAhead({ service, state, milestones }: Steps, agreement: Agreement) {
  const next = nextMilestone({ state, milestones });
  if (next === null || state === "changes_requested") return [];
  const happenedAt = (code: string) => milestones.find((one) => one.code === code)?.occurredAt ?? null;
  const kind = kindOf(service);
  const times = kind.dueTimes?.({ ...agreement, happenedAt }) ?? {};
  const starts = kind.dueStarts?.({ ...agreement, happenedAt }) ?? {};
  const ahead = milestones.slice(milestones.indexOf(next));
  return ahead.map(({ code }) => ({ code, time: times[code] ?? null, start: starts[code] ?? null }));
}

/**
 * By when an order's next step is due: by its own promise, else by that of the nearest later step which has one, since whatever comes
 * before it is late when that is. A delivered order is accepted by itself at the time that the market's rule set, but for one in dispute.
 * Null where nobody promised anything, or nothing is left to do, and of a delivery that the buyer wants changed: what was promised was the first. What each step is due by is the kind's to say (`dueTimes`).
 */
export function dueOf(
  { service, state, milestones, autoAcceptAt, disputedSince }: Known,
  agreement: Agreement,
): Due | null {
  if (state === "delivered") {
    const delivery = milestones.find(({ isDelivery }) => isDelivery);
    if (autoAcceptAt === null || disputedSince !== null || !delivery) return null;
    return { at: autoAcceptAt, source: "rule", field: "auto_accept", code: delivery.code };
  }
  for (const { code, time } of promisesAhead({ service, state, milestones }, agreement))
    if (time) return { ...time, code };
  return null;
}

/** What a side is asked while no time of a step runs: a draft that lies with the buyer, and whether the goods may go by another hub. */
const STOPS_STEPS: readonly TaskCode[] = ["clearance.approve", "reroute.answer"];

const isFunded = ({ milestones }: Pick<Known, "milestones">): boolean =>
  milestones.some(({ code, occurredAt }) => code === FUNDS_STEP && occurredAt !== null);

/**
 * By when what the order waits for now is due, on its own page and in lists alike: the next step of its dispute, during which no other goes
 * on; what a room of it asks of a side by the time that was set for it, where one was; nothing while a draft lies with the buyer, whose
 * time is none of the provider's, nor while another hub is asked for, by which another time would run; else what its next step is due by,
 * while a rate is locked anew without the end of the one that ran out.
 */
export function dueNow(order: Known, agreement: Agreement, asked: OrderTask | DisputeStep | null): Due | null {
  if (asked !== null && "code" in asked && asked.by === null && STOPS_STEPS.includes(asked.code)) return null;
  if (asked !== null && "code" in asked && asked.code === "remittance.lock" && isFunded(order))
    return dueOf(order, { ...agreement, lockEndsAt: null });
  if (asked === null || asked.by === null) return dueOf(order, agreement);
  const code = nextMilestone(order)?.code ?? "";
  return "what" in asked
    ? { at: asked.by, source: "dispute", field: asked.what, code }
    : { at: asked.by, source: "task", field: asked.code, code };
}

/**
 * From what the next promised time of an order is counted, or what it waits for; null where its kind says nothing of it, and while what a room
 * or a dispute asks is due instead.
 */
export function dueStart(order: Known, agreement: Agreement, asked: OrderTask | DisputeStep | null): DueStart | null {
  if (order.state === "delivered" || (asked !== null && ("what" in asked || asked.by !== null))) return null;
  const promise = promisesAhead(order, agreement).find(({ time, start }) => time !== null || start !== null);
  return promise?.start ? { ...promise.start, code: promise.code } : null;
}

/** Whether the time has passed: from that very moment on. */
export const isOverdue = (due: Pick<Due, "at"> | null, now: Instant): boolean => due !== null && now >= due.at;
