import { eq } from "drizzle-orm";
import { findDeal } from "../../../db/repositories/deals";
import { findOrder } from "../../../db/repositories/orders";
import { orders } from "../../../db/schema/orders";
import { type SlotSystem, systemOn } from "@/domain/orders/slots/systems";
import { HOUR_MS, type Instant, instant, later, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { contractOf } from "@/server/orders/carriage-contract";
import { enterDocument } from "@/server/documents/enter-document";
import { reportMilestone } from "@/server/orders/report-milestone";
import { confirmSlot, paySlot } from "@/server/orders/slots/confirm-slot";
import { markSlot } from "@/server/orders/slots/mark-slot";
import { requestSlot } from "@/server/orders/slots/book-slot";
import { crossingsAt } from "@/server/orders/slots/slot-reference";
import { byOffice } from "../../plan/calendar";
import { type Random, randomFrom, wholeBetween } from "../../plan/random";
import type { ReferenceData } from "../../plan/plan-movement";
import { openingOn } from "../../plan/queues";
import { consigneeOf, enteredPapers, sellersPapersOf, waybillOf } from "../enter-papers";
import type { Stage } from "../stage";
import { enterPhytosanitary, enterTransit } from "./broker-papers";
import { handOverDelivery } from "./closing-papers";
import type { HistoryRoom, OrderOfYear, StepOfYear } from "./history-rooms";
import { digitsOf, driverOf, numbersOfDeal, platesOf, sealOfDeal } from "./trucks";

/** Of so many hauls that are over and that a broker of the market cleared the papers are typed in, and of all others; of so many trucks the slot is kept here. */
const PAPERS_SHARE = 0.94;
const SLOT_SHARE = 0.6;

/** Who sells the goods has their invoice and packing list ready so long before they are fetched. */
const BEFORE_FETCHED_MS = 5 * HOUR_MS;
const ASKED_MS = 6 * HOUR_MS;
const PAID_MS = 4 * HOUR_MS;
const WINDOW_MS = 2 * HOUR_MS;
const CALLED_MS = 40 * MINUTE_MS;

/** Gates of road crossings that lie between the yards of both sides: the Friendship Pass. An estimate. */
const GATES: Readonly<Record<string, { readonly lat: number; readonly lon: number }>> = {
  CNYYG: { lat: 21.974, lon: 106.714 },
};
/** Two border towns within so many degrees of each other have their gate between them. */
const NEAR_DEGREES = 0.5;
const ON_FAR_SIDE = 0.04;
/** A yard is some hundred metres wide, and no gate lies in it. */
const SPREAD_DEGREES = 0.004;
type Trip = { readonly plate: string; readonly trailer?: string; slotId?: string; calledAt?: Instant };

/** The country in which goods are picked up. */
const countryOf = ({ deal }: OrderOfYear): string => deal.movement.corridor.slice(0, 2);

/** Hauls of the year: trucks and boxes with their numbers, slots at the crossings, and the papers that travel with the goods. */
export class LogisticsHistory implements HistoryRoom {
  private readonly trips = new Map<string, Trip>();
  private readonly withPapers = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly referenceData: ReferenceData,
    /** The demo's present. */
    private readonly now: Instant,
  ) {}

  async step(order: OrderOfYear, step: StepOfYear): Promise<boolean> {
    const { code, at } = step;
    switch (code) {
      case "slot_reserved":
        return this.reserve(order, at);
      case "picked_up": {
        await this.enterSellersPapers(order, at);
        // Nobody seals a truck that goes on to fetch the goods of others.
        const isSealed = order.deal.movement.haul !== "ltl";
        const isTold = await this.report(order, step, {
          ...numbersOfDeal(this.random, order.deal),
          ...(isSealed ? { seals: [sealOfDeal(this.random, order.deal)] } : {}),
          grossWeightGrams: this.grossOf(order),
        });
        if (isTold && !order.deal.movement.aboard) await this.enterWaybill(order, at);
        return isTold;
      }
      case "arrived_hub":
        return this.report(order, step, { position: this.positionOf(order, code) });
      case "crossed_border":
        await this.mark(order, at);
        return this.report(order, step, { position: this.positionOf(order, code) });
      // By air a carrier signs for what it takes over, and by sea for what has left aboard.
      case order.deal.movement.mode === "air" ? "loaded" : "departed":
        await this.enterWaybill(order, at);
        return false;
      case "documents_closed":
        if (this.withPapers.has(order.id)) await handOverDelivery(this.stage, order, at);
        return false;
      default:
        return false;
    }
  }

  private digits = (count: number): string => digitsOf(this.random, count);

  private tripOf(order: OrderOfYear): Trip {
    const { originId: placeId, hubId } = order.deal.movement;
    const numbers = numbersOfDeal(this.random, order.deal);
    const plates =
      "tractorPlate" in numbers
        ? {
            plate: numbers.tractorPlate,
            ...("trailerPlate" in numbers ? { trailer: numbers.trailerPlate } : {}),
          }
        : platesOf(this.random, { country: countryOf(order), placeId, hubId });
    const known: Trip = this.trips.get(order.id) ?? plates;
    this.trips.set(order.id, known);
    return known;
  }

  private grossOf({ deal }: OrderOfYear): number {
    return (deal.deal.cargo as { grossWeightGrams: number }[]).reduce((sum, line) => sum + line.grossWeightGrams, 0);
  }

  /** What comes by land waits on the far side and crosses at the gate; what comes to China by sea or air is handed over at the other end. */
  private positionOf({ deal }: OrderOfYear, code: "arrived_hub" | "crossed_border") {
    const { aboard, corridor, crossing, hubId, originId } = deal.movement;
    const { places } = this.referenceData;
    const hub = [...places.values()].find((place) => place.hubId === hubId || place.id === hubId);
    const before = crossing ? this.farSideOf(crossing) : null;
    const handedOver = aboard && !corridor.startsWith("CN-") ? places.get(originId) : (before ?? hub);
    const { lat = 0, lon = 0 } = (code === "crossed_border" && crossing ? this.gateOf(crossing) : handedOver) ?? {};
    const near = (degrees: number) => Math.round((degrees + (this.random() - 0.5) * SPREAD_DEGREES) * 1_000_000);
    return { latE6: near(lat), lonE6: near(lon), accuracyM: wholeBetween(this.random, 6, 40) };
  }

  /** The last place before the border; where the network knows none on the far side, some kilometres from the gate on the way to the next city. */
  private farSideOf({ fromId, toId }: { readonly fromId: string; readonly toId: string }) {
    const [from, to] = [fromId, toId].map((id) => this.referenceData.places.get(id));
    if (!from || !to || from.country === "CN") return from;
    if (Math.hypot(from.lat - to.lat, from.lon - to.lon) < NEAR_DEGREES) return from;
    const part = (near: number, far: number) => near + (far - near) * ON_FAR_SIDE;
    return { lat: part(to.lat, from.lat), lon: part(to.lon, from.lon) };
  }

  /** Where a way crosses the border: its gate where that is known, else midway between the two places of the crossing, else at China's. */
  private gateOf({ fromId, toId }: { readonly fromId: string; readonly toId: string }) {
    const known = GATES[fromId] ?? GATES[toId];
    const ends = [fromId, toId].flatMap((id) => this.referenceData.places.get(id) ?? []);
    const [from, to] = ends;
    if (known || !from || !to) return known;
    const isNear = Math.hypot(from.lat - to.lat, from.lon - to.lon) < NEAR_DEGREES;
    if (!isNear) return ends.find(({ country }) => country === "CN");
    return { lat: (from.lat + to.lat) / 2, lon: (from.lon + to.lon) / 2 };
  }

  private async report(order: OrderOfYear, { code, at }: StepOfYear, evidence: object): Promise<boolean> {
    const report = { orderId: order.id, code, occurredAt: toIso(at), evidence };
    return (await this.stage.act(at, order.provider, reportMilestone, report)) !== null;
  }

  /** Invoice and packing list, which the buyer of the haul has before the goods are fetched. */
  private async enterSellersPapers(order: OrderOfYear, fetched: Instant): Promise<void> {
    // Those of goods on their way are there: no customs let goods out without them.
    const isCleared = order.deal.requests.some(({ service }) => service === "customs");
    const isUnderWay = order.plan.acceptedAt > this.stage.until;
    const isTyped = this.random() < PAPERS_SHARE || !isCleared || isUnderWay;
    const booked = order.plan.reports.find(({ code }) => code === "booked")?.at ?? fetched;
    const at = instant(Math.max(byOffice(later(fetched, -BEFORE_FETCHED_MS)), Math.min(booked, fetched)));
    await enterPhytosanitary(this.stage, order, at);
    if (!isTyped) return;
    this.withPapers.add(order.id);
    const deal = await this.dealOf(order);
    if (!deal) return;
    const known = await enteredPapers(this.stage.database.read, deal.id);
    for (const paper of sellersPapersOf(deal, { at, known }))
      if (!known.some(({ kind }) => kind === paper.kind))
        await this.stage.act(at, order.buyer, enterDocument, { dealId: deal.id, ...paper });
  }

  private async enterWaybill(order: OrderOfYear, at: Instant): Promise<void> {
    const deal = this.withPapers.has(order.id) ? await this.dealOf(order) : undefined;
    if (!deal) return;
    const waybill = await waybillOf(this.stage.database.read, deal, {
      at,
      grams: this.grossOf(order),
      consignee: consigneeOf(order.deal),
    });
    await this.stage.act(at, order.provider, enterDocument, { dealId: deal.id, ...waybill });
    await enterTransit(this.stage, order.provider, { deal, at });
  }

  private async dealOf({ id }: OrderOfYear) {
    const { read } = this.stage.database;
    const [row] = await read.select({ dealId: orders.dealId }).from(orders).where(eq(orders.id, id));
    return row && findDeal(read, row.dealId);
  }

  /** The slot is asked for, paid where its system wants so, and confirmed; with it the step is told. */
  private async reserve(order: OrderOfYear, at: Instant): Promise<boolean> {
    const { hubId, corridor } = order.deal.movement;
    const crosses = order.plan.reports.find(({ code }) => code === "crossed_border")?.at;
    const booked = order.plan.reports.find(({ code }) => code === "booked")?.at ?? at;
    if (this.random() >= SLOT_SHARE || !crosses || at - booked < ASKED_MS) return false;
    const system: SlotSystem = systemOn(undefined, corridor);
    const [placeId] = await crossingsAt(this.stage.database.read, hubId, system);
    if (!placeId || system === "none") return false;
    const trip = this.tripOf(order);
    const truck = (await this.takingOver(order, { system, at })) ?? {
      ...trip,
      driver: driverOf(this.random, countryOf(order)),
    };
    const window = this.windowAround(order, crosses);
    const times = { windowFrom: toIso(window.from), windowTo: toIso(window.to) };
    const asked = {
      system,
      placeId,
      ...times,
      tractorPlate: truck.plate,
      trailerPlate: truck.trailer,
      drivers: [truck.driver],
    };
    const slot = await this.stage.act(later(at, -ASKED_MS), order.provider, requestSlot, {
      orderId: order.id,
      ...asked,
    });
    if (!slot) return false;
    const of = { orderId: order.id, slotId: slot.id };
    if (system === "cargoruqsat") await this.stage.act(later(at, -PAID_MS), order.provider, paySlot, of);
    const declared = system === "cuakhauso" ? ["goods", "quarantine", "gps"] : [];
    const confirmed = await this.stage.act(at, order.provider, confirmSlot, {
      ...of,
      bookingNumber: `${system.slice(0, 3).toUpperCase()}-${this.digits(7)}`,
      declared,
    });
    if (confirmed) {
      trip.slotId = slot.id;
      trip.calledAt = instant(Math.max(window.from - CALLED_MS, at + MINUTE_MS));
    }
    return confirmed !== null;
  }

  /** In Kazakhstan's queue stands the truck that takes over on this side of the border, where the bid names one; null where the truck that fetched the goods crosses. */
  private async takingOver(order: OrderOfYear, { system, at }: { readonly system: SlotSystem; readonly at: Instant }) {
    const { read } = this.stage.database;
    const kept = system === "cargoruqsat" ? await findOrder(read, order.id) : undefined;
    const country = kept && (await contractOf(read, kept)).terms.plates?.beyondBorder;
    if (!country || country === "CN" || country === countryOf(order)) return null;
    const { destinationId: placeId, hubId } = order.deal.movement;
    const random = randomFrom(at);
    return { ...platesOf(random, { country, placeId, hubId }), driver: driverOf(random, country) };
  }

  /** Some hours around a crossing in which it is open, from a full hour on. */
  private windowAround({ deal }: OrderOfYear, crosses: Instant): { readonly from: Instant; readonly to: Instant } {
    const { hubId, mode } = deal.movement;
    const open = openingOn(this.referenceData.queues, { hubId, mode, at: crosses });
    const earliest = Math.max(crosses - WINDOW_MS, open?.from ?? 0);
    const from = instant(earliest - (earliest % HOUR_MS));
    return { from, to: instant(Math.min(from + 2 * WINDOW_MS, open?.to ?? Number.POSITIVE_INFINITY)) };
  }

  private async mark(order: OrderOfYear, at: Instant): Promise<void> {
    const { slotId, calledAt = later(at, -CALLED_MS) } = this.tripOf(order);
    if (slotId === undefined) return;
    for (const [as, when] of [
      ["called", calledAt],
      ["crossed", at],
    ] as const)
      await this.stage.act(when, order.provider, markSlot, { orderId: order.id, slotId, as, occurredAt: toIso(when) });
  }
}
