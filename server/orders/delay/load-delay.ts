import { z } from "zod";
import type { Reader } from "@/db/database";
import { segmentsOfOrder, type StoredSegment } from "@/db/repositories/delay";
import type { Actor } from "@/domain/access/actor";
import type { DelayReason } from "@/domain/orders/delay/reasons";
import type { Interval } from "@/domain/orders/delay/intervals";
import { isOver } from "@/domain/orders/order";
import { orderFacts } from "@/domain/orders/order-facts";
import type { Instant } from "@/domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import type { Side } from "@/domain/orders/slots/sides";
import { readIntervals } from "./read-delay";
import { idText } from "../../platform/api/endpoint-kinds";
import type { LoadedOrder } from "../kinds/kind-in-order";
import { sideOf } from "../slots/load-slot";
import { type LoadRefusal, loadOrder } from "../load-order";

/** What a command on a wait answers. */
export const delayReceiptShape = z.strictObject({ id: idText, orderId: idText });
export type DelayReceipt = Readonly<z.output<typeof delayReceiptShape>>;

/** Why nothing is said of the waits of an order. */
export type DelayRefusal = LoadRefusal | Refusal<"wrong_state">;

export type LoadedDelay = {
  readonly order: LoadedOrder;
  readonly side: Side;
  readonly intervals: readonly Interval[];
  readonly segments: readonly StoredSegment[];
};

/** An order of carriage with its waits; one of another service has none, and is not there to be asked for them. One that is over is settled: nothing is said of its waits any more. */
export async function loadDelay(
  tx: Reader,
  actor: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<Result<LoadedDelay, DelayRefusal>> {
  const loaded = await loadOrder(tx, actor, { orderId, action: "delay.report" });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  if (order.service !== "logistics") return refuse("not_found");
  if (isOver(order)) return refuse("wrong_state");
  const intervals = await readIntervals(tx, order, now);
  return accept({ order, side: sideOf(actor, order), intervals, segments: await segmentsOfOrder(tx, orderId) });
}

type Wanted = { readonly orderId: string; readonly segmentId: string; readonly now: Instant };

/** One reason that was given for a wait of the order; of another order it is not there. */
export async function loadSegment(
  tx: Reader,
  actor: Actor,
  { segmentId, ...of }: Wanted,
): Promise<Result<LoadedDelay & { readonly segment: StoredSegment }, DelayRefusal>> {
  const loaded = await loadDelay(tx, actor, of);
  if (!loaded.ok) return loaded;
  const segment = loaded.value.segments.find(({ id }) => id === segmentId);
  return segment ? accept({ ...loaded.value, segment }) : refuse("not_found");
}

/** What every event of a reason says of it. */
export const delayFacts = (
  { order, side }: Pick<LoadedDelay, "order" | "side">,
  { id, reason }: { readonly id: string; readonly reason: DelayReason },
) => ({ ...orderFacts(order), segmentId: id, reason, by: side });
