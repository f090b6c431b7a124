import type { Reader } from "../../../db/database";
import type { StoredSlot } from "../../../db/repositories/slots";
import type { Actor } from "../../../domain/access/actor";
import type { LineState } from "../../../domain/orders/order";
import { orderFacts } from "../../../domain/orders/order-facts";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { mayWork, type SlotWork } from "../../../domain/slots/sides";
import type { SlotState } from "../../../domain/slots/slot";
import { type OrderWithSlots, sideOf, withSlots } from "../../slots/load-slots";
import { type LoadRefusal, loadOrder } from "../orders/load-order";

/** What a slot's command answers: the state that it led to, and the version to name in the next one. */
export type SlotReceipt = {
  readonly id: string;
  readonly orderId: string;
  readonly state: SlotState;
  readonly version: number;
};

export type SlotLoadRefusal = LoadRefusal | Refusal<"wrong_state">;

const OVER: readonly LineState[] = ["completed", "cancelled"];

/** The order whose slots a command is about, if the actor's side does this work of them and there is any left. To strangers it is not there. */
export async function loadSlots(
  tx: Reader,
  actor: Actor,
  of: { readonly orderId: string; readonly work: SlotWork },
): Promise<Result<OrderWithSlots, SlotLoadRefusal>> {
  const loaded = await loadOrder(tx, actor, { orderId: of.orderId, action: "slot.change" });
  if (!loaded.ok) return loaded;
  const all = await withSlots(tx, actor, loaded.value);
  if (!mayWork(of.work, all.side, all.booker)) return refuse("not_permitted");
  const { state } = loaded.value;
  return OVER.includes(state) ? refuse("wrong_state", { state, event: "progress" }) : accept(all);
}

type Wanted = {
  readonly orderId: string;
  readonly slotId: string;
  readonly work: SlotWork;
  readonly version?: number | undefined;
};
export type LoadedSlot = OrderWithSlots & { readonly slot: StoredSlot & { readonly isReplaced: boolean } };

/** One slot of the order; one of another order is not there. Where the caller said which version it saw, a later one is refused. */
export async function loadSlot(tx: Reader, actor: Actor, of: Wanted): Promise<Result<LoadedSlot, SlotLoadRefusal>> {
  const loaded = await loadSlots(tx, actor, of);
  if (!loaded.ok) return loaded;
  const slot = loaded.value.slots.find(({ id }) => id === of.slotId);
  if (!slot) return refuse("not_found");
  if (of.version !== undefined && of.version !== slot.version)
    return refuse("stale_version", { version: slot.version });
  const isReplaced = loaded.value.slots.some(({ replacesId }) => replacesId === slot.id);
  return accept({ ...loaded.value, slot: { ...slot, isReplaced } });
}

/** What every event of a slot says of it. */
export const slotFacts = (
  { order }: Pick<OrderWithSlots, "order">,
  slot: { readonly id: string; readonly number: number },
  actor: Actor,
) => ({ ...orderFacts(order), slotId: slot.id, number: slot.number, by: sideOf(actor, order) });
