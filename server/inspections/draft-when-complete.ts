import type { StoredRound } from "../../db/repositories/inspections";
import { gapsOf } from "../../domain/inspections/results/gaps";
import { NO_RESULTS } from "../../domain/inspections/results/results";
import { accept, type Result } from "../../domain/shared/result";
import type { StepRefusal } from "../orders/take-step";
import type { CommandContext } from "../platform/command";
import { followSeen } from "./follow-step";

type Known = Pick<StoredRound, "orderId" | "plan" | "drawn" | "results" | "checkedOutAt">;

export const gapsOfRound = ({ plan, drawn, results }: Pick<StoredRound, "plan" | "drawn" | "results">) =>
  gapsOf({ plan, drawn: drawn ?? [] }, results ?? NO_RESULTS);

/** The report counts as drafted once the inspector has left and nothing lacks, in whichever order the two come. */
export async function draftWhenComplete(context: CommandContext, round: Known): Promise<Result<void, StepRefusal>> {
  if (round.checkedOutAt === null || gapsOfRound(round).length > 0) return accept(undefined);
  return followSeen(context, round.orderId, { code: "report_drafted", at: context.now });
}
