import {
  type Agreed,
  type DueSource,
  type DueTime,
  type DueTimes,
  endOfDay,
  type TimeStart,
} from "../services/due-time";
import { FUNDS_STEP } from "../services/payment/funds";
import { kindOf } from "../services/registry";
import type { LineState, Service } from "../shared/vocabulary";
import { dayOf, HOUR_MS, type Instant, MINUTE_MS, toIso } from "../shared/time";
import { type DisputeStep, type Milestone, nextMilestone, type OrderTask, type TaskCode } from "./order";
import type { Mode } from "../hubs/place";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { lateReasonsOf } from "./late-reasons";
import type { LateReason } from "../services/work-reasons";
import type { Mover } from "./order-turn";

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
export type Agreement = Omit<Agreed, "happenedAt"> & { readonly awardedAt: Instant };

/** From what the time of a step is counted, or what it waits for before it runs. */
export type DueStart = TimeStart & { readonly code: string };

type Steps = Pick<Known, "service" | "state" | "milestones">;

type Promising = {
  readonly service: Service;
  readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[];
};

const happenedIn =
  ({ milestones }: Promising) =>
  (code: string): Instant | null =>
    milestones.find((one) => one.code === code)?.occurredAt ?? null;

/**
 * By when each step is due, as its kind says. A time that had passed when the order was awarded, as of a first day or a visit that the award has overtaken,
 * is moved to the end of the award's day at the hub: nothing is late before its provider was chosen.
 */
function dueTimesOf(order: Promising, agreement: Agreement): DueTimes {
  const { awardedAt, zones } = agreement;
  const times = kindOf(order.service).dueTimes?.({ ...agreement, happenedAt: happenedIn(order) }) ?? {};
  const onAwardDay: DueTime = {
    ...{ at: endOfDay(dayOf(awardedAt, zones.hub), zones.hub), source: "rule", field: "award_day" },
  };
  return Object.fromEntries(
    Object.entries(times).map(([code, time]) => [code, time && time.at <= awardedAt ? onAwardDay : time]),
  );
}

/** What is promised of each step that is left to do, from the next one on; nothing of a delivery that the buyer wants changed. */
function promisesAhead({ service, state, milestones }: Steps, agreement: Agreement) {
  const next = nextMilestone({ state, milestones });
  if (next === null || state === "changes_requested") return [];
  const times = dueTimesOf({ service, milestones }, agreement);
  const starts = kindOf(service).dueStarts?.({ ...agreement, happenedAt: happenedIn({ service, milestones }) }) ?? {};
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

/** What a side is asked while no time of a step runs: a draft that lies with the buyer. */
const STOPS_STEPS: readonly TaskCode[] = ["clearance.approve"];

const isFunded = ({ milestones }: Pick<Known, "milestones">): boolean =>
  milestones.some(({ code, occurredAt }) => code === FUNDS_STEP && occurredAt !== null);

/**
 * By when what the order waits for now is due, on its own page and in lists alike: the next step of its dispute, during which no other goes
 * on; what a room of it asks of a side by the time that was set for it, where one was; nothing while a draft lies with the buyer, whose
 * time is none of the provider's; else what its next step is due by,
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

export type LateRefusal = Refusal<"late_without_reason">;

/** What is said of why a step was late: a reason of the list, and a few words, which `other` needs. */
export type LateStatement = { readonly reason: LateReason | null; readonly words: string | null };

/** What is kept of a late step: when it was due, and why it came later; without a reason where nobody could be asked. */
export type KeptLate = LateStatement & { readonly dueAt: Instant };

type Order = {
  readonly service: Service;
  readonly state: LineState;
  readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[];
};

/** By when a step itself was promised; null where nobody promised it, and of a delivery that is done anew. */
export function stepDue({ service, state, milestones }: Order, code: string, agreement: Agreement): DueTime | null {
  if (state === "changes_requested") return null;
  return dueTimesOf({ service, milestones }, agreement)[code] ?? null;
}

/** Full hours between two times as pages show them, to the minute: whatever their seconds. */
const hoursBetween = (from: Instant, to: Instant): number =>
  Math.floor((Math.floor(to / MINUTE_MS) - Math.floor(from / MINUTE_MS)) / (HOUR_MS / MINUTE_MS));

type Step = {
  readonly occurredAt: Instant;
  readonly due: Pick<DueTime, "at"> | null;
  readonly service: Service;
  readonly mode: Mode;
};

/**
 * What a step is kept with that was done after it was due. Who could be asked (`told` is there) must have said why, by a
 * reason that such an order can have, and `other` in words: else it refuses `late_without_reason`, with the due time, by how many
 * full hours, and whether words alone are missing. Null for a step that is not late: a reason for it is not kept.
 */
export function readLate(
  told: LateStatement | undefined,
  { occurredAt, due, service, mode }: Step,
): Result<KeptLate | null, LateRefusal> {
  if (due === null || occurredAt <= due.at) return accept(null);
  if (told === undefined) return accept({ dueAt: due.at, reason: null, words: null });
  const { reason, words } = told;
  const isFit = reason !== null && lateReasonsOf(service, mode).includes(reason);
  const needsWords = reason === "other" && words === null;
  if (isFit && !needsWords) return accept({ dueAt: due.at, reason, words });
  const hours = hoursBetween(due.at, occurredAt);
  return refuse("late_without_reason", { lacks: needsWords ? "words" : "reason", hours, dueAt: toIso(due.at) });
}

/** A step that its provider was late with or still is, by how many full hours, and why where it has said so; `occurredAt` is null while it is to come. */
export type LateStep = KeptLate & {
  readonly step: string;
  readonly occurredAt: Instant | null;
  readonly hours: number;
};

type Waited = { readonly mover: Mover; readonly due: Due | null };

/**
 * The step with which an order's provider is late at `now`: one whose promised time has passed while the order was the provider's to move. Null behind
 * what others do first, and where what is due is no step: what a room asks, or a dispute.
 */
export function lateNow({ mover, due }: Waited, now: Instant): LateStep | null {
  if (mover !== "provider" && mover !== "parties") return null;
  if (due === null || due.source === "task" || due.source === "dispute" || !isOverdue(due, now)) return null;
  const hours = hoursBetween(due.at, now);
  return { step: due.code, dueAt: due.at, occurredAt: null, hours, reason: null, words: null };
}

type Told = { readonly code: string; readonly occurredAt: Instant; readonly late: KeptLate };

/** Every step of an order that was late, in the order in which they happened, and last the one that is late now. */
export const lateSteps = (told: readonly Told[], current: LateStep | null): LateStep[] => [
  ...told
    .toSorted((one, other) => one.occurredAt - other.occurredAt)
    .map(({ code, occurredAt, late }) => ({
      ...late,
      step: code,
      occurredAt,
      hours: hoursBetween(late.dueAt, occurredAt),
    })),
  ...(current ? [current] : []),
];

const isOpen = (milestones: Under["milestones"], step: string): boolean =>
  milestones.some(({ code, occurredAt }) => code === step && occurredAt === null);

type Under = { readonly state: LineState; readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[] };

/**
 * What a list says of an order. Under way it is the step that is late now, else the last one told where that was late, a delivery that the buyer
 * has sent back too: a later step in time takes it away. Of a completed order it is the step that was late by most; of a cancelled one nothing.
 */
export function latenessOf({ state, milestones }: Under, steps: readonly LateStep[]): LateStep | null {
  if (state === "completed") return steps.toSorted((one, other) => other.hours - one.hours)[0] ?? null;
  const last = steps.at(-1);
  if (last === undefined || state === "cancelled") return null;
  const isSentBack = state === "changes_requested" && isOpen(milestones, last.step);
  const lastTold = milestones.findLast(({ occurredAt }) => occurredAt !== null)?.code;
  return last.occurredAt === null || isSentBack || last.step === lastTold ? last : null;
}
