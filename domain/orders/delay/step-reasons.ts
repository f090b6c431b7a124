import type { Instant } from "../../shared/time";
import type { KeptLate } from "../due";
import type { Interval } from "./intervals";
import type { DelaySegment } from "./segment";

type Step = {
  readonly code: string;
  readonly occurredAt: Instant | null;
  readonly evidence: { readonly late?: KeptLate } | null;
};

type Given = Pick<DelaySegment, "place" | "withdrawnAt">;

/** Why a step that ended hours of a wait was late, as its provider said it of the step. */
export type StepReason = { readonly code: string; readonly late: KeptLate };

type Wait = Pick<Interval, "place" | "from" | "to">;

/** The same within the waits of an order, each step once, whatever trucks waited for it. */
export const reasonsWithin = (
  steps: readonly Step[],
  waits: readonly Wait[],
  given: readonly Given[],
): StepReason[] => {
  const said = waits.flatMap((wait) => reasonsAtSteps(steps, wait, given));
  return said.filter(({ code }, place) => said.findIndex((one) => one.code === code) === place);
};

/**
 * The reasons that were said of late steps within a wait for whose hours no reason stands. The clock does not take them: a step's reason names
 * no hours and cannot be objected to, and who pays follows from hours. A side that wants it counted gives it for the hours that it held.
 */
export function reasonsAtSteps(
  steps: readonly Step[],
  { place, from, to }: Wait,
  given: readonly Given[],
): StepReason[] {
  if (given.some((one) => one.place === place && one.withdrawnAt === null)) return [];
  return steps.flatMap(({ code, occurredAt, evidence }) => {
    const late = evidence?.late;
    const isWithin = occurredAt !== null && from < occurredAt && occurredAt <= to;
    return late && isWithin && late.reason !== null ? [{ code, late }] : [];
  });
}
