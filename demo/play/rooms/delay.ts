import { segmentsOfOrder } from "../../../db/repositories/delay";
import type { DelayPlace } from "@/domain/orders/delay/intervals";
import type { DelayReason } from "@/domain/orders/delay/reasons";
import { type Instant, toIso } from "../../../domain/shared/instant";
import { objectToDelay } from "@/server/orders/delay/object-to-delay";
import { reportDelay } from "@/server/orders/delay/report-delay";
import type { OrderHand } from "./stories/order-hand";

type Told = {
  readonly place: DelayPlace;
  readonly reason: DelayReason;
  readonly from: number;
  /** Left out while it goes on. */
  readonly to?: number;
  readonly words: string;
};

/** The carrier says why its truck waited, or waits. */
export async function explain(order: OrderHand, hours: number, { from, to, ...told }: Told): Promise<void> {
  const until = to === undefined ? {} : { to: order.at(to) };
  const input = { orderId: order.id, from: order.at(from), ...until, ...told };
  await order.does("provider", hours, [reportDelay, input]);
}

type ToldSpan = Omit<Told, "from" | "to" | "place"> & { readonly from: Instant; readonly to: Instant };

/** The same of a wait at the border, from a moment to a moment whatever the hours of desks. */
export async function explainSpan(order: OrderHand, hours: number, { from, to, ...told }: ToldSpan): Promise<void> {
  const input = { orderId: order.id, place: "border", from: toIso(from), to: toIso(to), ...told };
  await order.does("provider", hours, [reportDelay, input]);
}

/** The buyer sees the last reason otherwise. */
export async function object(order: OrderHand, hours: number, words: string): Promise<void> {
  const last = (await segmentsOfOrder(order.scenery.stage.database.read, order.id)).at(-1);
  await order.does("buyer", hours, [objectToDelay, { orderId: order.id, segmentId: last?.id, words }]);
}
