import type { FieldOrigin } from "../orders/evidence";
import { after, type Milestone } from "../orders/order";
import type { Instant } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { LineState } from "../shared/vocabulary";

export const STRIKE_REASON_MAX = 300;

export type StrikeRefusal = Refusal<"already_struck" | "step_followed" | "wrong_state">;

type Report = {
  readonly linkId: string;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly isStep: boolean;
  readonly evidence: { readonly struck?: object };
};

type Step = Milestone & { readonly evidence: { readonly field?: FieldOrigin } | null };

/** Whether a step stands as this report told it: one that was reopened since is told by another report, or not at all. */
const isToldBy = (step: Step, { linkId, code, occurredAt, isStep }: Report): boolean =>
  isStep && step.code === code && step.occurredAt === occurredAt && step.evidence?.field?.linkId === linkId;

/** Where an order is without one of its steps, nothing after which has been told. */
function stateWithout(steps: readonly Step[], code: string): LineState {
  const told = steps.filter((step) => step.code !== code && step.occurredAt !== null);
  if (told.length === 0) return "placed";
  return told.length === 1 && told[0]?.code === steps[0]?.code ? "scheduled" : "in_progress";
}

/**
 * What a report from the field leaves when it is struck: the order's state without the step that it told, or null where no step stands by it and
 * the mark is all. Refuses a report that was struck before (`already_struck`), a step after which another has been told (`step_followed`: that one
 * is struck first), and one of an order whose delivery is accepted or that is called off (`wrong_state`).
 */
export function strike(
  { state, milestones }: { readonly state: LineState; readonly milestones: readonly Step[] },
  report: Report,
): Result<LineState | null, StrikeRefusal> {
  if (report.evidence.struck) return refuse("already_struck");
  const position = milestones.findIndex((step) => isToldBy(step, report));
  if (position < 0) return accept(null);
  if (state === "accepted" || state === "completed" || state === "cancelled")
    return refuse("wrong_state", { state, event: "progress" });
  const later = after(milestones, position).find(({ occurredAt }) => occurredAt !== null);
  return later ? refuse("step_followed", { code: later.code }) : accept(stateWithout(milestones, report.code));
}
