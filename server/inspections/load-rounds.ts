import { z } from "zod";
import type { Reader } from "../../db/database";
import { roundsOfOrder, type StoredRound } from "../../db/repositories/inspections";
import type { Actor } from "../../domain/access/actor";
import type { Action } from "../../domain/access/policy";
import { ROUND_LIFECYCLE, ROUND_STATES, type RoundEvent, type RoundState } from "../../domain/inspections/round";
import { goesOn } from "../../domain/orders/side-state";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { settleChain } from "../orders/chain/settle-chain";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import type { LoadedOrder } from "../orders/take-step";
import { idText } from "../platform/api/endpoint-kinds";
import type { CommandContext } from "../platform/command";

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
export const OF_ROUND = ["not_an_inspection", "no_round", "wrong_state", "not_permitted"];
/** What one that takes a step of the order may be refused for besides. */
export const OF_STEP = ["occurred_in_future", "occurred_out_of_order", "gate_closed"];

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
