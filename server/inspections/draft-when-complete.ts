import type { Reader } from "../../db/database";
import { photosOfRounds } from "../../db/repositories/inspection-photos";
import type { StoredRound } from "../../db/repositories/inspections";
import { type Gap, gapsOf } from "../../domain/inspections/results/gaps";
import { NO_RESULTS } from "../../domain/inspections/results/results";
import { type OnRecord, visitGapsOf } from "../../domain/inspections/results/visit-gaps";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import type { AskedStepRefusal } from "../orders/take-step";
import type { CommandContext } from "../platform/command";
import { followSeen } from "./follow-step";

type Known = Pick<
  StoredRound,
  "id" | "orderId" | "plan" | "drawn" | "results" | "checkedInAt" | "checkedOutAt" | "position"
>;

/** What of the findings lacks: without it they come to a verdict, whatever the visit still lacks. */
export const gapsOfFindings = ({ plan, drawn, results }: Pick<Known, "plan" | "drawn" | "results">): Gap[] =>
  gapsOf({ plan, drawn: drawn ?? [] }, results ?? NO_RESULTS);

/** All that lacks before a round can be reported: of the visit and its photos first, then of what was found. */
export const gapsOfRound = (round: Known, photos: OnRecord["photos"], now: Instant): Gap[] => [
  ...visitGapsOf(round.plan, { ...round, photos }, now),
  ...gapsOfFindings(round),
];

/** The same with the photos as they are on record. */
export const gapsOnRecord = async (db: Reader, round: Known, now: Instant): Promise<Gap[]> =>
  gapsOfRound(round, await photosOfRounds(db, [round.id]), now);

/** The report counts as drafted once the inspector has left and nothing lacks, in whichever order the two come. */
export async function draftWhenComplete(
  context: CommandContext,
  round: Known,
): Promise<Result<void, AskedStepRefusal>> {
  if (round.checkedOutAt === null) return accept(undefined);
  if ((await gapsOnRecord(context.tx, round, context.now)).length > 0) return accept(undefined);
  return followSeen(context, round.orderId, { code: "report_drafted", at: context.now });
}
