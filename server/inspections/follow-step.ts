import type { LateStatement } from "../../domain/orders/due";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { seenAt } from "../../domain/orders/step-times";
import { accept, assert, type Result } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { type AskedStepRefusal, type ReportedStep, type ReportedStepRefusal, takeStep } from "../orders/take-step";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import type { CommandContext } from "../platform/command";
import type { Reader } from "../../db/database";
import { type StoredRound, photosOfRounds } from "../../db/repositories/inspections";
import { type Gap, gapsOf } from "../../domain/inspections/check-results";
import { NO_RESULTS } from "../../domain/inspections/results/results";
import { type OnRecord, visitGapsOf } from "../../domain/inspections/visit-rules";

type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

/** What whoever could be asked said of a step that came late, or sooner than it can have; left out where nobody could be. */
/** The order whose step a site record tells, as far as the step has not been taken; null where it has. */
async function orderWithout({ tx }: Context, orderId: string, code: string): Promise<LoadedOrder | null> {
  const order = await findOrder(tx, orderId);
  assert(order, `order ${orderId} is there`);
  const milestones = await findMilestones(tx, order);
  const isTaken = milestones.some((told) => told.code === code && told.occurredAt !== null);
  return isTaken ? null : { ...order, milestones };
}

/** Takes a step of the order that its site record tells with a time, as far as it has not been taken: a second visit takes none again. */
export async function followReported(
  context: Context,
  orderId: string,
  step: ReportedStep,
): Promise<Result<void, ReportedStepRefusal>> {
  const order = await orderWithout(context, orderId, step.code);
  const taken = order && (await takeStep(context, order, step));
  return !taken || taken.ok ? accept(undefined) : taken;
}

type Seen = { readonly code: string; readonly at: Instant; readonly late?: LateStatement | undefined };

/** Takes a step that the market sees `at` this time, as far as it has not been taken. */
export async function followSeen(
  context: Context,
  orderId: string,
  { code, at, late }: Seen,
): Promise<Result<void, AskedStepRefusal>> {
  const order = await orderWithout(context, orderId, code);
  if (!order) return accept(undefined);
  const step = { code, occurredAt: seenAt(at, order.milestones) };
  const taken = await (late ? takeStep(context, order, { ...step, late }) : takeStep(context, order, step));
  return taken.ok ? accept(undefined) : taken;
}

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
