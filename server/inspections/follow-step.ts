import type { LateStatement } from "../../domain/orders/due";
import { type StoredMilestone, findMilestones, findOrder } from "../../db/repositories/orders";
import { seenAt } from "../../domain/orders/step-times";
import { accept, assert, type Result } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { type AskedStep, type AskedStepRefusal, takeStep } from "../orders/take-step";
import type { CommandContext } from "../platform/command";
import type { Reader } from "../../db/database";
import { type StoredRound, photosOfRounds } from "../../db/repositories/inspections";
import { type Gap, gapsOf } from "../../domain/inspections/check-results";
import { NO_RESULTS } from "../../domain/inspections/results";
import { type OnRecord, visitGapsOf } from "../../domain/inspections/visit-rules";

type Context = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

type Followed = { readonly code: string; readonly late?: LateStatement | undefined };

async function follow(
  context: Context,
  orderId: string,
  of: Followed & { readonly timed: (milestones: readonly StoredMilestone[]) => Instant },
): Promise<Result<void, AskedStepRefusal>> {
  const order = await findOrder(context.tx, orderId);
  assert(order, `order ${orderId} is there`);
  const milestones = await findMilestones(context.tx, order);
  const told = milestones.find(({ code }) => code === of.code);
  if (told?.occurredAt != null) return accept(undefined);
  const step = { code: of.code, occurredAt: of.timed(milestones) };
  const loaded = { ...order, milestones };
  const taken = of.late
    ? await takeStep(context, loaded, { ...step, late: of.late })
    : await takeStep(context, loaded, step);
  return taken.ok ? accept(undefined) : taken;
}

/** Takes a step of the order that its site record tells with a time, as far as it has not been taken: a second visit takes none again. */
export const followReported = (context: Context, orderId: string, { code, occurredAt, late }: AskedStep) =>
  follow(context, orderId, { code, late, timed: () => occurredAt });

/** Takes a step that the market sees `at` this time, as far as it has not been taken. */
export const followSeen = (context: Context, orderId: string, { code, at, late }: Followed & { at: Instant }) =>
  follow(context, orderId, { code, late, timed: (milestones) => seenAt(at, milestones) });

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
