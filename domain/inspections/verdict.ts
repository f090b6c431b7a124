import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { VerdictKind } from "./results/results";
import type { AwaitedVisit, Verdict } from "../orders/chain/chain-facts";
import type { Instant, LocalDate } from "../shared/time";
import type { RoundState } from "./round";

/** What the buyer makes of a report: takes the goods, takes them against the verdict, does not, or has them looked at again. */
export const DECISIONS = ["accept", "waive", "reject", "reinspect"] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_REASON_MAX = 500;

/**
 * Whether the decision fits the verdict. Goods that failed are taken by a waiver alone, which says why; a waiver of what passed is none. To
 * refuse or to look again needs a reason as well.
 */
export function checkDecision(
  decision: Decision,
  of: { readonly verdict: VerdictKind; readonly reason: string },
): Result<void, Refusal<"waiver_needed" | "nothing_to_waive" | "reason_required">> {
  if (decision === "accept" && of.verdict === "fail") return refuse("waiver_needed");
  if (decision === "waive" && of.verdict === "pass") return refuse("nothing_to_waive");
  return decision !== "accept" && of.reason === "" ? refuse("reason_required") : accept(undefined);
}

/** Whether a decision stops what a pass has let go on: all that has not happened since waits again, and nothing is held as goods that failed are. */
export const takesBackPass = (
  decision: Decision,
  verdict: VerdictKind | undefined,
): decision is Extract<Decision, "reject" | "reinspect"> =>
  verdict === "pass" && (decision === "reject" || decision === "reinspect");

/** What of a round the gates of its deal are judged by; a round without a verdict has not been reported. */
export type JudgedRound = {
  readonly state: RoundState;
  readonly plannedDay: LocalDate | null;
  readonly verdict: VerdictKind | null;
  readonly issuedAt: Instant | null;
  readonly decision: Decision | null;
  readonly decidedAt: Instant | null;
};

function ofReported({ verdict, issuedAt, decision, decidedAt }: JudgedRound): Verdict {
  if (decision === "reject") return { kind: "refused", at: decidedAt };
  if (decision === "waive") return { kind: "decided", at: decidedAt };
  if (verdict === "fail") return { kind: "failed", at: issuedAt };
  if (decision === "reinspect") return { kind: "pending", at: null };
  if (verdict === "pass") return { kind: "passed", at: issuedAt };
  return decision === "accept" ? { kind: "decided", at: decidedAt } : { kind: "pending", at: null };
}

function awaitedVisit(last: JudgedRound | undefined): AwaitedVisit | null {
  if (!last || last.state === "reported" || last.state === "decided") return null;
  return { state: last.state, day: last.plannedDay };
}

/**
 * Whether the goods may be taken, by an order's rounds in their order: the last report counts. While goods that failed are looked at
 * again they stay failed, so that nothing leaves between two visits; before the first report all is pending. What is pending says how far
 * the visit is that it waits for.
 */
export function verdictOfRounds(rounds: readonly JudgedRound[]): Verdict {
  if (rounds.length === 0) return { kind: "none", at: null };
  const reported = rounds.findLast(({ verdict }) => verdict !== null);
  const verdict: Verdict = reported ? ofReported(reported) : { kind: "pending", at: null };
  const visit = awaitedVisit(rounds.at(-1));
  return verdict.kind === "pending" && visit ? { ...verdict, visit } : verdict;
}
