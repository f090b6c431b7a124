import { makePack } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { pictureOf, sendPicture } from "./pictures";
import type { OrderHand } from "./stories/order-hand";

type Deliverable = { readonly code: string; readonly name: string; readonly number: number };

const AT_HANOI = { north: "21/1 1/1 4200/100", east: "105/1 51/1 1500/100" };

/** The carrier hands papers over as photographs and says which of the order's deliverables each is. */
export async function handOver(order: OrderHand, hours: number, deliverables: readonly Deliverable[]): Promise<void> {
  const { scenery, provider: actor } = order;
  const at = scenery.at(hours);
  for (const { code, name, number } of deliverables) {
    const content = await pictureOf(number, {
      about: code === "seal_photos" ? "doors_sealed" : "paper",
      at,
      place: AT_HANOI,
    });
    const subject = { kind: "order", id: order.id } as const;
    const fileId = await sendPicture(scenery.stage, { at, actor, subject, name, content });
    await order.does("provider", hours, [nameDeliverable, { orderId: order.id, fileId, code }]);
  }
}

/** Everything of the order put together, with its list of hashes. */
export const pack = (order: OrderHand, who: "buyer" | "provider", hours: number) =>
  order.does(who, hours, [makePack, { orderId: order.id }]);
