import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import type { Reader } from "../../db/database";
import { insertRound, roundsOfOrder, saveRound, type StoredRound } from "../../db/repositories/inspections";
import type { Action, Actor } from "../../domain/access/policy";
import {
  ROUND_LIFECYCLE,
  ROUND_STATES,
  type RoundEvent,
  ROUNDS_MAX,
  type RoundState,
  STEPS_OF_VISIT,
} from "../../domain/inspections/round";
import { goesOn, ORDER_LIFECYCLE, type OrderEvent, orderFacts } from "../../domain/orders/order";
import { accept, advance, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { settleChain } from "../orders/chain/settle-chain";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import { idText } from "../platform/api/endpoint-kinds";
import type { CommandContext } from "../platform/command";
import { originOfOrder } from "../../db/repositories/order-lists";
import { findRequest } from "../../db/repositories/requests";
import {
  findMilestones,
  type OrderChange,
  reopenMilestone,
  saveOrder,
  type StoredOrder,
} from "../../db/repositories/orders";
import { contentOfAlternative } from "../../domain/bidding/bid-content";
import type { PricedLine } from "../../domain/bidding/price-charges";
import { factoryKey } from "../../domain/inspections/photo-flags";
import { type RoundPlan, roundPlan, severityOfReturn } from "../../domain/inspections/round-plan";
import { inspectionSpecSchema } from "../../domain/services/inspection/schema";
import type { InspectionSpec } from "../../domain/services/inspection/spec";
import type { Severity } from "../../domain/services/inspection/sampling";
import { MARKET_ZONE } from "../../domain/shared/time";
import { zoneOfPlace } from "../../domain/hubs/place-zone";
import { createHash, createHmac } from "node:crypto";
import { commitmentOf } from "../../domain/inspections/carton-draw";
import type { Digest } from "../../domain/requests/merkle-tree";
import { secret } from "../platform/process/secrets";
import { ruleAt } from "../../db/repositories/market-rules";
import type { LineState } from "../../domain/shared/vocabulary";

/** What a command on a round answers. */
export const roundReceiptShape = z
  .strictObject({ orderId: idText, round: z.int(), state: z.enum(ROUND_STATES), version: z.int() })
  .meta({ id: "RoundReceipt" });
export type RoundReceipt = Readonly<z.output<typeof roundReceiptShape>>;

/** The round that a command means. */
export const roundField = z.int().min(1).optional().meta({
  description: "The round that is meant: a call for an earlier one does not fall to a later one",
});

/** What every command on a round may be refused for. */
export const OF_ROUND: readonly RefusalCode[] = ["not_an_inspection", "no_round", "wrong_state", "not_permitted"];
/** What one that takes a step of the order may be refused for besides. */
export const OF_STEP: readonly RefusalCode[] = ["occurred_in_future", "occurred_out_of_order", "gate_closed"];

type Asking = { readonly tx: Reader; readonly actor: Actor };

export type RoundRefusal = LoadRefusal | Refusal<"not_an_inspection" | "no_round" | "wrong_state">;

type Asked = {
  readonly orderId: string;
  readonly action: Action;
  readonly event: RoundEvent;
  /** The round that the caller means: an answer from before a later one was opened does not fall to that. */
  readonly round?: number | undefined;
  readonly version?: number | undefined;
};

export type LoadedRound = {
  readonly order: LoadedOrder;
  readonly round: StoredRound;
  /** Where the event leads. */
  readonly next: RoundState;
};

/** The order that the actor may do `action` to, if it is an inspection that nothing keeps from going on. */
export async function loadInspection(
  { tx, actor }: Asking,
  { orderId, action }: Pick<Asked, "orderId" | "action">,
): Promise<Result<LoadedOrder, RoundRefusal>> {
  const loaded = await loadOrder(tx, actor, { orderId, action });
  if (!loaded.ok) return loaded;
  if (loaded.value.service !== "inspection") return refuse("not_an_inspection");
  if (loaded.value.state === "cancelled") return refuse("wrong_state", { state: "cancelled", event: "progress" });
  const free = goesOn(loaded.value);
  return free.ok ? loaded : free;
}

/** The last round of an order with where an event leads it. Refuses what its state does not allow, and another round or version than was meant. */
export async function loadRound(context: Asking, asked: Asked): Promise<Result<LoadedRound, RoundRefusal>> {
  const loaded = await loadInspection(context, asked);
  if (!loaded.ok) return loaded;
  const round = (await roundsOfOrder(context.tx, asked.orderId)).at(-1);
  if (!round) return refuse("no_round");
  if (asked.version !== undefined && asked.version !== round.version)
    return refuse("stale_version", { version: round.version });
  if (asked.round !== undefined && asked.round !== round.number)
    return refuse("wrong_state", { state: round.state, event: asked.event });
  const next = advance<RoundState, RoundEvent>(ROUND_LIFECYCLE, round.state, asked.event);
  return next.ok ? accept({ order: loaded.value, round, next: next.value }) : next;
}

/**
 * Ends a command that has saved a round: judges the gates of its deal by what is true now, names the order for the audit, and answers where
 * the round is.
 */
export async function settleRound(context: CommandContext, { order, round, next }: LoadedRound): Promise<RoundReceipt> {
  await settleChain(context, order.dealId);
  context.concerns(order.id);
  return { orderId: order.id, round: round.number, state: next, version: round.version + 1 };
}

/** The zone that the place of the goods keeps: days of visits are its days. */
export const zoneOfGoods = ({ originId }: Pick<StoredOrder, "originId">): string =>
  zoneOfPlace(originId) ?? MARKET_ZONE;

/** What was asked for with an inspection order. */
export async function specOfOrder(db: Reader, order: Pick<StoredOrder, "requestId">): Promise<InspectionSpec> {
  const request = await findRequest(db, order.requestId);
  assert(request, "an order has its request");
  return inspectionSpecSchema.parse(request.spec);
}

type Fixed = { readonly plan: RoundPlan; readonly factoryKey: string };

/** What a new round of the order is fixed to: its plan at this severity, and the factory that it goes to. */
export const planForRound = (spec: InspectionSpec, severity: Severity = spec.severity ?? "normal"): Fixed => ({
  plan: roundPlan(spec, severity),
  factoryKey: factoryKey(spec.factoryAddress),
});

/** The line of the contracted offer that a second visit falls under: priced with the bid and due only if it happens. Null where it has none. */
export async function reinspectionCharge(db: Reader, order: StoredOrder): Promise<PricedLine | null> {
  const origin = await originOfOrder(db, order);
  const content = origin?.content && contentOfAlternative(origin.content, origin.alternative);
  return content?.lines.find(({ basis }) => basis === "reinspection") ?? null;
}

export const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * The seed of a round, of the round's id and a secret of this installation: whoever has the database alone cannot tell it before it is
 * told, and nobody has to keep it until then.
 */
export const seedOfRound = (roundId: string): string =>
  createHmac("sha256", secret("kouan-master-key")).update(`inspection-seed|${roundId}`).digest("hex");

/** What is told of the seed at booking. */
export const commitmentOfRound = (roundId: string): string => commitmentOf(seedOfRound(roundId), sha256);

type Context = Pick<CommandContext, "tx" | "now" | "newId">;

/** Opens the next round, judged as severely as the market's rule says of goods that come back. */
async function openNext(
  { tx, now, newId }: Context,
  order: StoredOrder,
  of: { readonly after: number; readonly charge: PricedLine | null },
): Promise<Result<void, Refusal<"too_many_rounds">>> {
  if (of.after >= ROUNDS_MAX) return refuse("too_many_rounds", { maximum: ROUNDS_MAX });
  const spec = await specOfOrder(tx, order);
  const isTightened = (await ruleAt(tx, "reinspection_tightened", now)) > 0;
  await insertRound(tx, {
    id: newId(),
    orderId: order.id,
    number: of.after + 1,
    state: "asked",
    openedAt: now,
    charge: of.charge,
    ...planForRound(spec, severityOfReturn(spec.severity ?? "normal", isTightened)),
  });
  return accept(undefined);
}

/**
 * The report is taken back: it is the inspection company's turn again, and the order is not accepted by itself meanwhile. The steps of the
 * visit are told anew by the next one; what they were told with stands beside them.
 */
async function takeReportBack(
  { tx }: Context,
  order: StoredOrder,
): Promise<Result<OrderChange, Refusal<"wrong_state">>> {
  const back = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "request_changes");
  if (!back.ok) return back;
  for (const { code, occurredAt } of await findMilestones(tx, order))
    if (occurredAt !== null && STEPS_OF_VISIT.includes(code)) await reopenMilestone(tx, { orderId: order.id, code });
  return accept({ state: back.value, deliveredAt: null, autoAcceptAt: null });
}

/** Opens the next round of an order under the charge that the bid named for it. An order that waited for acceptance waits for the report again. */
export async function lookAgain(
  context: Context,
  order: StoredOrder,
  last: Pick<StoredRound, "number">,
): Promise<Result<void, Refusal<"too_many_rounds" | "wrong_state">>> {
  const charge = await reinspectionCharge(context.tx, order);
  const opened = await openNext(context, order, { after: last.number, charge });
  if (!opened.ok || order.state !== "delivered") return opened;
  const back = await takeReportBack(context, order);
  if (!back.ok) return back;
  await saveOrder(context.tx, order, back.value);
  return accept(undefined);
}

/**
 * What a dispute that ends with the work done again asks of an inspection kept on site: another visit, or nobody could tell its report.
 * The report is decided on by that, in the words of the ending and by nobody of the buyer; who pays for what stands with the ending, so
 * the visit is charged to nobody. Answers what becomes of the order, which has a visit left and was delivered.
 */
export async function visitAgain(
  context: Context & Pick<CommandContext, "publish">,
  order: StoredOrder,
  { last, words }: { readonly last: StoredRound; readonly words: string },
): Promise<OrderChange> {
  const { tx, now, publish } = context;
  const decided = advance<RoundState, RoundEvent>(ROUND_LIFECYCLE, last.state, "decide");
  assert(decided.ok, "a report that is delivered waits for the decision on the goods");
  const decision = "reinspect";
  await saveRound(tx, last, { state: decided.value, decision, decisionReason: words, decidedAt: now });
  const opened = await openNext(context, order, { after: last.number, charge: null });
  const back = await takeReportBack(context, order);
  assert(opened.ok && back.ok, "what can be done again was checked with the ending");
  publish({ type: "inspection.decided", round: last.number, decision, ...orderFacts(order) });
  return back.value;
}
