import { dayOf, HOUR_MS, type Instant, instant, later, toIso } from "../../../domain/shared/time";
import { crossingsAt } from "@/server/orders/slots/slot-reference";
import { cancelSlot, markSlot, runOutSlot } from "@/server/orders/slots/mark-slot";
import { confirmSlot, paySlot } from "@/server/orders/slots/confirm-slot";
import { moveSlot, rebookSlot, requestSlot } from "@/server/orders/slots/book-slot";
import type { Fault } from "@/domain/orders/slots/slot";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import { SYSTEM } from "../stage";
import type { OrderHand } from "./order-steps";

const WINDOW_HOURS = 4;
/** No crossing of the demo's stories takes trucks later in the day. */
const SHUTS_HOUR = 20;
/** A slot is lost so long after its window. */
const LOST_MS = HOUR_MS;

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
    private readonly ends: Instant,
  ) {}

  /** A window from a full hour on, by which a truck that comes so many hours from now is in time. */
  private static window({ scenery }: OrderHand, hours: number) {
    const at = scenery.at(hours);
    const from = instant(at - (at % HOUR_MS));
    const to = instant(Math.min(later(from, WINDOW_HOURS * HOUR_MS), scenery.onDay(hours, SHUTS_HOUR)));
    return { from, to, times: { windowFrom: toIso(from), windowTo: toIso(to) } };
  }

  private static async booking(order: OrderHand, truck: Truck, window: number) {
    const { scenery, deal } = order;
    const [placeId] = await crossingsAt(scenery.stage.database.read, deal.movement.hubId, truck.system);
    const { plate: tractorPlate, trailer: trailerPlate, driver } = truck;
    const { to, times } = SlotHand.window(order, window);
    return { ends: to, booking: { placeId, ...times, tractorPlate, trailerPlate, drivers: [driver] } };
  }

  /** With a reason where the truck's system is not the one that the bid names. */
  static async ask(
    order: OrderHand,
    hours: number,
    of: { readonly truck: Truck; readonly window: number; readonly systemReason?: string },
  ) {
    const { truck, window, systemReason } = of;
    const { ends, booking } = await SlotHand.booking(order, truck, window);
    const input = { orderId: order.id, system: truck.system, systemReason, ...booking };
    const { id } = await order.does("provider", hours, [requestSlot, input]);
    return new SlotHand(order, truck, id, ends);
  }

  private of(more: object = {}) {
    return { orderId: this.order.id, slotId: this.id, ...more };
  }

  pay(hours: number) {
    return this.order.does("provider", hours, [paySlot, this.of()]);
  }

  /** With a booking number in which `#` stands for the day of the booking. */
  confirm(hours: number, number: string) {
    const bookingNumber = number.replace("#", dayOf(this.order.scenery.at(hours)).slice(5).replace("-", ""));
    const declared = this.truck.system === "cuakhauso" ? ["goods", "quarantine", "gps"] : [];
    return this.order.does("provider", hours, [confirmSlot, this.of({ bookingNumber, declared })]);
  }

  move(hours: number, window: number) {
    const { times } = SlotHand.window(this.order, window);
    return this.order.does("provider", hours, [moveSlot, this.of(times)]);
  }

  mark(hours: number, as: "called" | "in" | "crossed") {
    return this.order.does("provider", hours, [markSlot, this.of({ as, occurredAt: this.order.at(hours) })]);
  }

  cancel(hours: number, words: string) {
    return this.order.does("provider", hours, [cancelSlot, this.of({ words })]);
  }

  /** The clock finds that nobody came. */
  forfeit() {
    return this.order.scenery.stage.must(later(this.ends, LOST_MS), SYSTEM, runOutSlot, { slotId: this.id });
  }

  async rebook(
    hours: number,
    of: { readonly window: number; readonly words: string; readonly atFault?: Fault; readonly truck?: Truck },
  ): Promise<SlotHand> {
    const { truck = this.truck } = of;
    const { ends, booking } = await SlotHand.booking(this.order, truck, of.window);
    const input = this.of({ ...booking, atFault: of.atFault ?? "provider", words: of.words });
    const { id } = await this.order.does("provider", hours, [rebookSlot, input]);
    return new SlotHand(this.order, truck, id, ends);
  }
}
