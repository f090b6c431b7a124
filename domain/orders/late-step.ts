import type { Mode } from "../hubs/place";
import type { DueTime } from "../services/due-time";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/service";
import { HOUR_MS, type Instant, toIso } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { Agreement } from "./due";
import type { Milestone } from "./order";
import { lateReasonsOf } from "./late-reasons";
import { type LateReason } from "../services/work-reasons";
import type { LineState } from "../shared/states";

export type LateRefusal = Refusal<"late_without_reason">;

type Said = { readonly reason: LateReason | null; readonly words: string | null };

/** What is said of why a step was late: a reason of the list, and a few words, which `other` needs; by a phone in the field as far as it says so. */
export type LateStatement = Said & { readonly isFromField?: true };

/** What is kept of a late step: when it was due, and why it came later; without a reason where nobody could be asked. */
export type KeptLate = Said & { readonly dueAt: Instant };

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

type Step = {
  readonly occurredAt: Instant;
  readonly due: Pick<DueTime, "at"> | null;
  readonly service: Service;
  readonly mode: Mode;
};

/**
 * What a step is kept with that was done after it was due. Who could be asked (`told` is there, and not from the field) must have said why, by a
 * reason that such an order can have, and `other` in words: else it refuses `late_without_reason`, with the due time, by how many
 * full hours, and whether words alone are missing. Null for a step that is not late: a reason for it is not kept.
 */
export function readLate(
  told: LateStatement | undefined,
  { occurredAt, due, service, mode }: Step,
): Result<KeptLate | null, LateRefusal> {
  if (due === null || occurredAt <= due.at) return accept(null);
  const { reason, words, isFromField = false } = told ?? { reason: null, words: null, isFromField: true };
  const isFit = reason !== null && lateReasonsOf(service, mode).includes(reason);
  const needsWords = reason === "other" && words === null;
  if (isFromField || (isFit && !needsWords)) return accept({ dueAt: due.at, reason: isFit ? reason : null, words });
  const hours = Math.floor((occurredAt - due.at) / HOUR_MS);
  return refuse("late_without_reason", { lacks: needsWords ? "words" : "reason", hours, dueAt: toIso(due.at) });
}
