import type { Reader } from "@/db/database";
import { originOfOrder } from "@/db/repositories/order-lists";
import { saveMilestone, saveOrder } from "@/db/repositories/orders";
import { type LateRefusal, type LateStatement, readLate, stepDue } from "@/domain/orders/due";
import type { DueTime } from "@/domain/services/due-time";
import { kindOf } from "@/domain/services/registry";
import { readAgreement } from "../bidding/queries/agreement";
import { referenceData } from "../hubs/queries/network";
import { ruleAt } from "../../db/repositories/market-rules";
import { type GateRefusal, goodsBefore } from "../../domain/orders/chain/holds";
import { autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import type { KeptEvidence } from "../../domain/orders/evidence";
import { goesOn, type MilestoneRefusal, orderFacts, report } from "../../domain/orders/order";
import type { LineState } from "../../domain/shared/vocabulary";
import { type EarlyRefusal, readEarly } from "../../domain/orders/step-times";
import { accept, assert, type Result } from "../../domain/shared/result";
import { type Instant, MARKET_ZONE } from "../../domain/shared/time";
import { passesGates, readChains, settleChain } from "./chain/settle-chain";
import type { LoadedOrder, StepAt, StepContext, RecordsRefusal } from "./kinds/kind-in-order";
import { kindInOrder } from "./kinds/registry";
import { itineraryOf } from "../../db/repositories/deals";
import { type Earliest, laterOf, whenGoodsCame } from "../../domain/services/earliest";
import { findRequest } from "../../db/repositories/requests";

async function chainOf(db: Reader, { dealId }: LoadedOrder) {
  const chain = (await readChains(db, [dealId])).get(dealId);
  assert(chain, "every deal that is asked for is answered");
  return chain;
}

/** By when a step of an order was to be done, by what its parties promised; null where nobody promised it. */
export async function dueOfStep(db: Reader, order: LoadedOrder, code: string): Promise<DueTime | null> {
  if (!kindOf(order.service).dueTimes) return null;
  const origin = await originOfOrder(db, order);
  if (!origin) return null;
  const around = { known: await referenceData(db), chain: await chainOf(db, order) };
  return stepDue(order, code, await readAgreement(db, around, { order, origin }));
}

/** When a step of an order can have happened at the earliest, by its kind's rule and records, its deal's ready date and way; null where nothing says so. */
async function earliestByWork(db: Reader, order: LoadedOrder, code: string): Promise<Earliest | null> {
  const rule = kindOf(order.service).milestones.find((one) => one.code === code)?.earliest;
  if (!rule) return null;
  const { originId, readyDate, way } = await itineraryOf(db, order.dealId);
  const known = await referenceData(db);
  return rule({
    happenedAt: (step) => order.milestones.find((one) => one.code === step)?.occurredAt ?? null,
    ready: { date: readyDate, zone: known.places.get(originId)?.zone ?? MARKET_ZONE },
    legs: way.legs ?? [],
    hubPlaceIds: known.hubs.get(order.hubId)?.placeIds ?? [],
    visitFrom: (await kindInOrder(order).visitFrom?.(db, order)) ?? null,
  });
}

/** When a step can have happened at the earliest by the goods that it needs, which another order of the deal brings; null where nothing says so. */
export async function goodsCame(
  { tx, now }: Pick<StepContext, "tx" | "now">,
  order: LoadedOrder,
  { code, occurredAt }: StepAt,
): Promise<Earliest | null> {
  if (!kindOf(order.service).goodsFirst) return null;
  const spec = (await findRequest(tx, order.requestId))?.spec;
  const { facts } = await chainOf(tx, order);
  const { service, mode } = order;
  return whenGoodsCame(goodsBefore({ service, mode, spec, code }, facts.orders), { now, occurredAt });
}

export type StepRefusal = MilestoneRefusal | GateRefusal | RecordsRefusal;
/** Where whoever tells of the step can be asked why it came so late. */
export type AskedStepRefusal = StepRefusal | LateRefusal;
/** Where they can be asked as well why it came so early. */
export type ReportedStepRefusal = AskedStepRefusal | EarlyRefusal;

export type Step = {
  readonly code: string;
  readonly occurredAt: Instant;
  readonly note?: string | null;
  /** The step whose goods it waits for where these are not its own: a question and an examination need them as the release of their side does. */
  readonly goodsOf?: string | undefined;
  /** What is said beside it: numbers, weights, place, pictures. */
  readonly evidence?: KeptEvidence | null | undefined;
};

/** A step by somebody who can be asked: where it came after it was due, the reason is theirs to give. */
export type AskedStep = Step & { readonly late: LateStatement };
/** And where it came sooner than it can have, as well. */
export type ReportedStep = AskedStep & { readonly earlyReason: string | null };
/** A step as it may come: a record that tells of it gives no reasons. */
type AnyStep = Step & { readonly late?: LateStatement | undefined; readonly earlyReason?: string | null };

export type Taken = { readonly state: LineState; readonly version: number };

/** Whether a step may come now, by the order's line, what keeps the order, the gates of its deal and the records of its kind; and to which state. */
export async function mayTake(
  { tx, now }: Pick<StepContext, "tx" | "now">,
  order: LoadedOrder,
  { code, occurredAt }: StepAt,
): Promise<Result<LineState, StepRefusal>> {
  const next = report(order, { code, occurredAt }, now);
  if (!next.ok) return next;
  const free = goesOn(order);
  if (!free.ok) return free;
  const open = await passesGates(tx, order, { code, occurredAt });
  if (!open.ok) return open;
  const allowed = await kindInOrder(order).mayStep?.(tx, order, { code, occurredAt });
  return allowed && !allowed.ok ? allowed : next;
}

/**
 * Takes a step of an order, whatever brought the news of it: a report, a slot that was confirmed, a declaration that was released. It is
 * held to the order's line, to what keeps the order, to the gates of its deal and to the records of its kind; saved; told; and what it stops or lets go follows in
 * the same transaction. What came sooner than it can have is kept as early, and what came after it was due as late: with the reason of whoever
 * could be asked (else refused with `early_without_reason` or `late_without_reason`), without one where a record told it. Answers the state that it led to and the order's
 * version after all of it.
 */
export async function takeStep(
  context: StepContext,
  order: LoadedOrder,
  step: ReportedStep,
): Promise<Result<Taken, ReportedStepRefusal>>;
export async function takeStep(
  context: StepContext,
  order: LoadedOrder,
  step: AskedStep,
): Promise<Result<Taken, AskedStepRefusal>>;
export async function takeStep(
  context: StepContext,
  order: LoadedOrder,
  step: Step,
): Promise<Result<Taken, StepRefusal>>;
export async function takeStep(
  context: StepContext,
  order: LoadedOrder,
  step: AnyStep,
): Promise<Result<Taken, ReportedStepRefusal>> {
  const { code, occurredAt, note = null } = step;
  const { tx, actor, now, publish } = context;
  const next = await mayTake(context, order, { code, occurredAt });
  if (!next.ok) return next;
  const kind = kindInOrder(order);
  const earliest = laterOf(
    await earliestByWork(tx, order, code),
    await goodsCame(context, order, { code: step.goodsOf ?? code, occurredAt }),
  );
  const early = readEarly(step, earliest);
  if (!early.ok) return early;
  const due = await dueOfStep(tx, order, code);
  const late = readLate(step.late, { occurredAt, due, service: order.service, mode: order.mode });
  if (!late.ok) return late;
  const evidence = late.value === null ? (step.evidence ?? null) : { ...step.evidence, late: late.value };
  const state = next.value;
  const told = { occurredAt, reportedAt: now, reportedByUserId: actor.userId, note, evidence, ...early.value };
  await saveMilestone(tx, { orderId: order.id, code }, told);
  const isDelivery = state === "delivered" && order.state !== "delivered";
  const isCompletion = state === "completed" && order.state !== "completed";
  const days = await ruleAt(tx, autoAcceptRule(order.service), now);
  await saveOrder(tx, order, {
    state,
    ...(isDelivery ? { deliveredAt: occurredAt, autoAcceptAt: autoAcceptAt(now, days) } : {}),
    ...(isCompletion ? { completedAt: now } : {}),
  });
  await kind.onStep?.(context, order, { code, occurredAt });
  publish({ type: "order.milestone_reported", code, state, isDelivery, ...orderFacts(order) });
  if (isCompletion) publish({ type: "order.completed", ...orderFacts(order) });
  const settled = await settleChain(context, order.dealId);
  return accept({ state, version: settled.get(order.id) ?? order.version + 1 });
}
