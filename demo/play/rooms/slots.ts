import { crossingsAt } from "../../../server/slots/crossings";
import { cancelSlot } from "../../../server/commands/slots/cancel-slot";
import { confirmSlot } from "../../../server/commands/slots/confirm-slot";
import { markSlot } from "../../../server/commands/slots/mark-slot";
import { moveSlot } from "../../../server/commands/slots/move-slot";
import { paySlot } from "../../../server/commands/slots/pay-slot";
import { rebookSlot } from "../../../server/commands/slots/rebook-slot";
import { requestSlot } from "../../../server/commands/slots/request-slot";
import { runOutSlot } from "../../../server/commands/slots/run-out-slot";
import type { SlotSystem } from "../../../domain/slots/systems";
import { SYSTEM } from "../stage";
import type { OrderHand } from "./stories/order-hand";

const WINDOW_HOURS = 4;

export type Truck = {
  readonly system: SlotSystem;
  readonly plate: string;
  readonly trailer: string;
  readonly driver: { readonly name: string; readonly document: string; readonly phone: string };
};

/** A truck's slot at the crossing, moved on from hour to hour. */
export class SlotHand {
  private constructor(
    private readonly order: OrderHand,
    private readonly truck: Truck,
    private readonly id: string,
  ) {}

  private static async booking(order: OrderHand, truck: Truck, window: number) {
    const { scenery, deal } = order;
    const [placeId] = await crossingsAt(scenery.stage.database.read, deal.movement.hubId, truck.system);
    const { plate: tractorPlate, trailer: trailerPlate, driver } = truck;
    const times = { windowFrom: order.at(window), windowTo: order.at(window + WINDOW_HOURS) };
    return { placeId, ...times, tractorPlate, trailerPlate, drivers: [driver] };
  }

  static async ask(order: OrderHand, hours: number, of: { readonly truck: Truck; readonly window: number }) {
    const { truck, window } = of;
    const booking = await SlotHand.booking(order, truck, window);
    const input = { orderId: order.id, system: truck.system, ...booking };
    const { id } = await order.does("provider", hours, [requestSlot, input]);
    return new SlotHand(order, truck, id);
  }

  private of(more: object = {}) {
    return { orderId: this.order.id, slotId: this.id, ...more };
  }

  pay(hours: number) {
    return this.order.does("provider", hours, [paySlot, this.of()]);
  }

  confirm(hours: number, bookingNumber: string) {
    const declared = this.truck.system === "cuakhauso" ? ["goods", "quarantine", "gps"] : [];
    return this.order.does("provider", hours, [confirmSlot, this.of({ bookingNumber, declared })]);
  }

  move(hours: number, window: number) {
    const times = { windowFrom: this.order.at(window), windowTo: this.order.at(window + WINDOW_HOURS) };
    return this.order.does("provider", hours, [moveSlot, this.of(times)]);
  }

  mark(hours: number, as: "called" | "in" | "crossed") {
    return this.order.does("provider", hours, [markSlot, this.of({ as, occurredAt: this.order.at(hours) })]);
  }

  cancel(hours: number, words: string) {
    return this.order.does("provider", hours, [cancelSlot, this.of({ words })]);
  }

  /** The clock finds that nobody came. */
  forfeit(hours: number) {
    const { stage } = this.order.scenery;
    return stage.must(this.order.scenery.at(hours), SYSTEM, runOutSlot, { slotId: this.id });
  }

  async rebook(hours: number, of: { readonly window: number; readonly words: string }): Promise<SlotHand> {
    const booking = await SlotHand.booking(this.order, this.truck, of.window);
    const input = this.of({ ...booking, atFault: "provider", words: of.words });
    const { id } = await this.order.does("provider", hours, [rebookSlot, input]);
    return new SlotHand(this.order, this.truck, id);
  }
}
