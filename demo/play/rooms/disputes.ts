import type { DisputeCode, Ending } from "../../../domain/disputes/dispute";
import { decideDispute } from "@/server/disputes/decide-dispute";
import { escalateDispute } from "@/server/disputes/escalate-dispute";
import { openDispute } from "@/server/disputes/open-dispute";
import { writeEntry } from "@/server/disputes/write-entry";
import { requestChanges } from "@/server/orders/request-changes";
import type { OrderHand } from "./stories/order-hand";

/** A dispute between the two of an order, moved on from hour to hour. */
export class DisputeHand {
  private constructor(
    private readonly order: OrderHand,
    private readonly id: string,
  ) {}

  static async open(order: OrderHand, hours: number, of: { readonly code: DisputeCode; readonly words: string }) {
    const { id } = await order.does("buyer", hours, [openDispute, { orderId: order.id, ...of }]);
    return new DisputeHand(order, id);
  }

  says(who: "buyer" | "provider", hours: number, said: { readonly words: string; readonly offer?: Ending }) {
    return this.order.does(who, hours, [writeEntry, { disputeId: this.id, ...said }]);
  }

  escalate(hours: number) {
    return this.order.does("buyer", hours, [escalateDispute, { disputeId: this.id }]);
  }

  decide(hours: number, decision: Ending & { readonly words: string }) {
    const { stage, parties } = this.order.scenery;
    const input = { disputeId: this.id, ...decision };
    return stage.must(this.order.scenery.at(hours), parties.administrator, decideDispute, input);
  }
}

/** The buyer does not take the delivery yet. */
export const askForChanges = (order: OrderHand, hours: number, words: string) =>
  order.does("buyer", hours, [requestChanges, { orderId: order.id, words }]);
