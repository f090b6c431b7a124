import { z } from "zod";
import type { Gate } from "../requests/request";
import { GATES_MAX } from "../requests/request-choices";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { GATE_ANSWER_MAX } from "./bid-form-limits";

const gateAnswerSchema = z.strictObject({
  /** The gate's place among those of the request, from 0. */
  gate: z
    .int()
    .min(0)
    .max(GATES_MAX - 1),
  answer: z.string().trim().max(GATE_ANSWER_MAX),
});
/** What a bid says to one of the request's gates: yes, no, or in its own words where any answer will do. */
export type GateAnswer = z.output<typeof gateAnswerSchema>;

/** A gate is answered once. */
export const gateAnswersSchema = z
  .array(gateAnswerSchema)
  .max(GATES_MAX)
  .refine((all) => new Set(all.map(({ gate }) => gate)).size === all.length, "named_twice");

const field = "gateAnswers";

export type GateRefusal = Refusal<"gate_unanswered" | "gate_not_met" | "gate_unknown">;

/** The bid's answer to a gate; empty where it gave none, as bids from before there were gates. */
export const answerTo = (answers: readonly GateAnswer[] | undefined, gate: number): string =>
  answers?.find((one) => one.gate === gate)?.answer ?? "";

function checkGate({ mustBe }: Gate, { at, answer }: { readonly at: number; readonly answer: string }) {
  if (answer === "") return refuse("gate_unanswered", { field, gate: at + 1 });
  if (mustBe !== null && answer !== mustBe) return refuse("gate_not_met", { field, gate: at + 1, mustBe });
  return accept(undefined);
}

/**
 * Whether a bid answers every gate of its request as it must. Refuses `gate_unanswered` and `gate_not_met` with the gate's number as
 * people count, from 1, and `gate_unknown` for an answer to a question that was not asked. A request without gates asks nothing.
 */
export function checkGates(
  gates: readonly Gate[],
  answers: readonly GateAnswer[] | undefined,
): Result<void, GateRefusal> {
  const stray = answers?.find(({ gate }) => gate >= gates.length);
  return checkAll<GateRefusal>([
    stray ? refuse("gate_unknown", { field, gate: stray.gate + 1 }) : accept(undefined),
    ...gates.map((gate, at) => checkGate(gate, { at, answer: answerTo(answers, at) })),
  ]);
}
