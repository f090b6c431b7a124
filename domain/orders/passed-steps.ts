import type { PassedReason } from "../services/kind";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/service";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { after, before, type Milestone } from "./order";

export const PASSED_REASON_MAX = 300;

export type PassedRefusal = Refusal<"step_passed_over">;

/**
 * The steps that a report of `code` is the first to overtake and that are passed over with a reason alone, by the kind of the order. Whoever
 * overtook one before has been asked already, or could not be asked.
 */
export function passedFirst(
  { service, milestones }: { readonly service: Service; readonly milestones: readonly Milestone[] },
  code: string,
): readonly { readonly code: string; readonly needs: PassedReason }[] {
  const position = milestones.findIndex((milestone) => milestone.code === code);
  return before(milestones, Math.max(0, position)).flatMap((one) => {
    const needs = kindOf(service).milestones.find((milestone) => milestone.code === one.code)?.passedWithReason;
    const isOvertaken = after(milestones, milestones.indexOf(one)).some(({ occurredAt }) => occurredAt !== null);
    return needs && one.occurredAt === null && !isOvertaken ? [{ code: one.code, needs }] : [];
  });
}

/**
 * What is kept of steps that a report passes over. Whoever reports must say why they did not occur, else it refuses `step_passed_over` with
 * their names. A reason where none is passed over is not kept.
 */
export function readPassedReason(
  passed: { readonly service: Service; readonly steps: readonly string[] },
  reason: string,
): Result<string | null, PassedRefusal> {
  const { service, steps } = passed;
  if (steps.length === 0) return accept(null);
  return reason === "" ? refuse("step_passed_over", { service, steps: steps.join(", ") }) : accept(reason);
}
