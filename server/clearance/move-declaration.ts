import {
  type DeclarationChange,
  type StoredDeclaration,
  appendEntry,
  declarationsOfOrders,
  findDeclaration,
  saveDeclaration,
} from "../../db/repositories/declarations";
import { isOfficeKnown } from "../../domain/clearance/customs-offices";
import {
  advanceDeclaration,
  type Answerer,
  type DeclarationEvent,
  type DeclarationState,
} from "../../domain/clearance/declaration";
import { type EarlyRefusal, type HappenedRefusal, mayHaveHappened, readEarly } from "../../domain/orders/step-times";
import type { LateStatement } from "../../domain/orders/due";
import { goesOn, isOver, orderFacts } from "../../domain/orders/order";
import { OBJECTION_STEP, releaseOf, sideNumberedBy, stepNamed, stepOf } from "../../domain/clearance/transitions";
import type { Instant } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { passesGates } from "../orders/chain/settle-chain";
import { resumeFrom } from "../orders/delay/resume";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { goodsCame, type ReportedStepRefusal, takeStep } from "../orders/take-step";
import type { LoadedOrder } from "../orders/kinds/kind-in-order";
import type { CommandContext } from "../platform/command";
import { clearanceContext } from "../orders/clearance-context";
import type { Reader, Writer } from "../../db/database";
import type { Action, Actor } from "../../domain/access/policy";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { lockDealOfOrder } from "../../db/repositories/deals";

export type DeclarationReceipt = {
  readonly id: string;
  readonly orderId: string;
  readonly state: DeclarationState;
  readonly version: number;
};

/** The lock of what is done with a declaration: its order's deal. Its number is held by a unique key. */
export async function lockDealOfDeclaration(tx: Writer, { declarationId }: { readonly declarationId: string }) {
  const declaration = await findDeclaration(tx, declarationId);
  if (declaration) await lockDealOfOrder(tx, declaration);
}

export type MoveRefusal = ReportedStepRefusal | HappenedRefusal | MilestoneFilesRefusal | Refusal<"wrong_state">;

export type LoadedDeclaration = {
  readonly declaration: StoredDeclaration;
  readonly order: LoadedOrder;
  /** All of the order's, this one too, the oldest first. */
  readonly declarations: readonly StoredDeclaration[];
};

export type Transition = {
  readonly event: DeclarationEvent;
  readonly occurredAt: Instant;
  /** Of a deed of the customs' own; null where one of the parties has just done it. */
  readonly isAct: boolean;
  readonly words?: string;
  /** Why the step that comes with it was done after it was due. */
  readonly late?: LateStatement;
  /** Why it came sooner than it can have; null where nothing was said, and left out where nobody is asked. */
  readonly earlyReason?: string | null;
  readonly fileIds?: readonly string[];
  readonly change?: DeclarationChange;
  /** Who answers a question, and by when. */
  readonly asks?: { readonly answersBy: Answerer; readonly answerBy: Instant | null };
};

const NOT_SAID: LateStatement = { reason: null, words: null };

/** The step to which files of a deed that is no step are put. */
const STEP_OF_FILES: Partial<Record<DeclarationEvent, string>> = { answer: OBJECTION_STEP, assess: "duties_paid" };

/** What the customs do of themselves, whatever the order waits for: nobody chooses when. */
const OF_CUSTOMS: readonly DeclarationEvent[] = ["question", "inspect", "refuse"];

/** Whether a step of the order has been told. */
export const isTold = ({ milestones }: LoadedOrder, code: string): boolean =>
  milestones.some((milestone) => milestone.code === code && milestone.occurredAt !== null);

/** Whether a step is still to be told; an order from before both sides were told apart has no release of its own for the one that goods leave. */
const isToCome = ({ milestones }: LoadedOrder, code: string): boolean =>
  milestones.some((milestone) => milestone.code === code && milestone.occurredAt === null);

/** What a step may be refused for without the deed being refused with it. */
function mayPassOver(event: DeclarationEvent, { code }: Refusal): boolean {
  if (OF_CUSTOMS.includes(event)) return true;
  // Goods may be assessed and paid where they enter before they are filed where they leave.
  if (event === "pay") return code === "step_owed";
  return event === "approve" && code === "occurred_out_of_order";
}

/**
 * Goods are asked about, examined and released where they lie before the customs, whether or not a step of the order comes with it: of those that
 * had not come it asks why. Answers that reason, or nothing.
 */
async function whyBeforeGoods(
  context: CommandContext,
  { order, declaration }: LoadedDeclaration,
  { occurredAt, earlyReason }: Transition,
): Promise<Result<string, EarlyRefusal>> {
  if (earlyReason === undefined) return accept("");
  const { sides } = await clearanceContext(context.tx, order);
  const code = releaseOf(declaration.side, sides);
  const early = readEarly({ occurredAt, earlyReason }, await goodsCame(context, order, { code, occurredAt }));
  return early.ok ? accept(early.value.earlyReason ?? "") : early;
}

/** Takes the step that has come with the deed, unless it was reported before; a deed that comes before its gate is refused on every side. */
async function stepWith(
  context: CommandContext,
  { order, declaration, declarations }: LoadedDeclaration,
  { event, occurredAt, words, late = NOT_SAID, earlyReason }: Transition,
): Promise<Result<void, ReportedStepRefusal>> {
  const named = stepNamed(event);
  if (named === null || isTold(order, named)) return accept(undefined);
  // What was sent back before the order's own filing leaves the order where it was: its buyer may still call it off.
  if (event === "refuse" && !isTold(order, "filed")) return accept(undefined);
  const { sides, asked } = await clearanceContext(context.tx, order);
  const code = stepOf(event, declaration.side, { sides, asked, declarations });
  if (code === null || !isToCome(order, code)) {
    const free = goesOn(order);
    return free.ok ? passesGates(context.tx, order, { code: named, occurredAt }) : free;
  }
  // A step brings the numbers of its own side: the other one may be filed already, and is not released with it.
  const side = sideNumberedBy(code, sides);
  const registered = declarations.flatMap(({ side: of, country, registeredNumber: number, state }) =>
    of !== side || number === null || state === "refused" ? [] : [{ country, number }],
  );
  // A filing under an office that is not known was confirmed.
  const confirmed = registered.every(isOfficeKnown) ? {} : { confirmed: ["customs_office_unknown"] };
  const evidence = registered.length > 0 ? { registered, ...confirmed } : null;
  const goodsOf = code === OBJECTION_STEP ? releaseOf(declaration.side, sides) : undefined;
  const step = { code, occurredAt, note: words || null, goodsOf, evidence, late };
  const taken = await (earlyReason === undefined
    ? takeStep(context, order, step)
    : takeStep(context, order, { ...step, earlyReason }));
  return taken.ok || mayPassOver(event, taken.refusal) ? accept(undefined) : taken;
}

/**
 * Moves a declaration by what has happened to it: held to its own life, to the order of times and to the gates of the deal, with its files,
 * its entry, its event, and the step of the order that comes with it.
 */
export async function moveDeclaration(
  context: CommandContext,
  of: LoadedDeclaration,
  transition: Transition,
): Promise<Result<DeclarationReceipt, MoveRefusal>> {
  const { tx, actor, now, publish, concerns } = context;
  const { declaration, order } = of;
  const { event, occurredAt, isAct, words = "", fileIds = [], change = {}, asks } = transition;
  if (isOver(order)) return refuse("wrong_state", { state: order.state, event });
  const next = advanceDeclaration(declaration.state, event);
  if (!next.ok) return next;
  if (isAct) {
    const possible = mayHaveHappened(occurredAt, { lastAt: declaration.lastActAt ?? declaration.approvedAt, now });
    if (!possible.ok) return possible;
  }
  const whyEarly = await whyBeforeGoods(context, of, transition);
  if (!whyEarly.ok) return whyEarly;
  const code = stepNamed(event) ?? STEP_OF_FILES[event] ?? "filed";
  const put = await putToMilestone(tx, fileIds, { orderId: order.id, code, organisationId: actor.organisationId });
  if (!put.ok) return put;
  const moved = { ...change, state: next.value, ...(isAct ? { lastActAt: occurredAt } : {}) };
  await saveDeclaration(tx, declaration, moved);
  const by = { recordedAt: now, byUserId: actor.userId };
  // The order keeps the reason with its step alone, so each question, examination and release keeps its own.
  const said = [words, whyEarly.value].filter(Boolean).join(" · ");
  await appendEntry(tx, { declarationId: declaration.id, event, occurredAt, ...by, words: said, fileIds });
  const after = of.declarations.map((one) =>
    one.id === declaration.id ? ({ ...one, ...moved } as StoredDeclaration) : one,
  );
  // Goods that were examined are no longer kept for it.
  const resumed =
    event === "inspect" ? await resumeFrom(context, order, { reason: "customs_inspection", words }) : order;
  const stepped = await stepWith(context, { declaration, order: resumed, declarations: after }, transition);
  if (!stepped.ok) return stepped;
  const facts = { declarationId: declaration.id, side: declaration.side, ...orderFacts(order) };
  if (asks) publish({ type: "declaration.questioned", ...asks, ...facts });
  else if (next.value !== "questioned") publish({ type: `declaration.${next.value}`, ...facts });
  concerns(declaration.id);
  return accept({ id: declaration.id, orderId: order.id, state: next.value, version: declaration.version + 1 });
}

type Wanted = { readonly declarationId: string; readonly version?: number | undefined; readonly action: Action };

/** The declaration that a command is about with its order, to those who may do `action` to that order; a later version than the one that was seen is refused. */
export async function loadDeclaration(
  tx: Reader,
  actor: Actor,
  { declarationId, version, action }: Wanted,
): Promise<Result<LoadedDeclaration, LoadRefusal>> {
  const declaration = await findDeclaration(tx, declarationId);
  if (!declaration) return refuse("not_found");
  const order = await loadOrder(tx, actor, { orderId: declaration.orderId, action });
  if (!order.ok) return order;
  if (version !== undefined && version !== declaration.version)
    return refuse("stale_version", { version: declaration.version });
  const declarations = await declarationsOfOrders(tx, [declaration.orderId]);
  return accept({ declaration, order: order.value, declarations });
}
