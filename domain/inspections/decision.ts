import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { VerdictKind } from "./results/judge";

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
