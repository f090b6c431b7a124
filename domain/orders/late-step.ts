import type { Mode } from "../hubs/place";
import type { DueTime } from "../services/due-time";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/service";
import { HOUR_MS, type Instant, MINUTE_MS, toIso } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { type Agreement, type Due, isOverdue } from "./due";
import type { Milestone } from "./order";
import { lateReasonsOf } from "./late-reasons";
import { type LateReason } from "../services/work-reasons";
import type { LineState } from "../shared/states";
import type { Mover } from "./order-turn";

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
  const happenedAt = (step: string) => milestones.find((one) => one.code === step)?.occurredAt ?? null;
  return kindOf(service).dueTimes?.({ ...agreement, happenedAt })[code] ?? null;
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

type Under = { readonly state: LineState; readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[] };

/**
 * What a list says of an order. Under way it is the step that is late now, else the last one told where that was late: a later step in time takes
 * it away. Of a completed order it is the step that was late by most; of a cancelled one nothing.
 */
export function latenessOf({ state, milestones }: Under, steps: readonly LateStep[]): LateStep | null {
  if (state === "completed") return steps.toSorted((one, other) => other.hours - one.hours)[0] ?? null;
  const last = steps.at(-1);
  if (last === undefined || state === "cancelled") return null;
  const lastTold = milestones.findLast(({ occurredAt }) => occurredAt !== null)?.code;
  return last.occurredAt === null || last.step === lastTold ? last : null;
}
