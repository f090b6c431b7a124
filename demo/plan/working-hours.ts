import { milestonesFor } from "../../domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { DAY_MS, dayOf, HOUR_MS, type Instant, instant, later, MARKET_ZONE, MINUTE_MS } from "../../domain/shared/time";
import { atDesk, byOffice, inBank, inOffice } from "./calendar";
import { isHoliday } from "./holidays";
import type { PlannedDeal } from "./plan-deal";
import type { ReferenceData } from "./plan-movement";
import { inOpening } from "./queues";
import { isThrough, payeeCountryOf, type PlannedOrder, specOf } from "./order-scene";

/** Who does a step sets its hours: an office at either end of the way or the carrier's own, the customs that let goods go, the crossing, or China's banks; what is left out happens at any hour. */
type Hours = "carrier" | "origin" | "destination" | "crossing" | "customs" | "bank";

const HOURS: Readonly<Partial<Record<Service, Readonly<Record<string, Hours>>>>> = {
  logistics: {
    ...{ booked: "carrier", picked_up: "origin", export_released: "origin", crossed_border: "crossing" },
    ...{ import_released: "destination", delivered: "destination", documents_closed: "carrier" },
  },
  customs: {
    ...{ documents_requested: "carrier", documents_complete: "carrier", draft_approved: "carrier", filed: "carrier" },
    ...{
      export_released: "origin",
      state_question: "customs",
      duties_paid: "customs",
      released: "customs",
      pack_archived: "carrier",
    },
  },
  inspection: {
    ...{ scheduled: "carrier", inspector_assigned: "carrier", on_site: "origin" },
    ...{ report_issued: "carrier", buyer_decided: "carrier" },
  },
  payment: {
    ...{ kyc_submitted: "bank", kyc_approved: "bank", rate_locked: "bank", funds_received: "bank" },
    ...{ compliance_cleared: "bank", sent: "bank", received_by_payee: "bank", control_documents_delivered: "bank" },
  },
};

/** No two steps of an order are told within so many minutes, and a visit is a day's work. */
export const GAP_MS = 20 * MINUTE_MS;
/** And each of them so many minutes more, so that no two orders are told by the same clock. */
const SPREAD_MS = 25 * MINUTE_MS;
/** Whom the customs ask answers in some hours, and is read before duty is taken. An estimate. */
const ANSWERED_MS = 150 * MINUTE_MS;
export const VISIT_MS = 8.5 * HOUR_MS;
/** Somebody reads a client's papers for so long at the least. An estimate. */
export const CHECK_MS = 5 * HOUR_MS;
/** In so many first hours of a factory's day a visit begins. */
const VISIT_BEGINS_HOURS = 2;
const FLOATING = "slot_reserved";

/** What is kept up from a border or a port to the consignee, in km an hour: lorries and trains with their stops. Estimates. */
const ON_LAND_KM_PER_HOUR = { road: 60, rail: 40 } as const;
const FLIGHT_KM_PER_HOUR = 750;
/** The least between a step and the one before it, where that is more than a word takes: terminals load and weigh, consignees unload. Estimates. */
const LEAST_MS: Readonly<Record<string, number>> = {
  ...{ report_drafted: VISIT_MS, loaded: 100 * MINUTE_MS, departed: 60 * MINUTE_MS, delivered: 90 * MINUTE_MS },
  // A bank books what a payer sends, and two of them what is sent on.
  ...{ kyc_approved: CHECK_MS, funds_received: 30 * MINUTE_MS, received_by_payee: 240 * MINUTE_MS },
};

/** Where and by whom an order is worked on. */
export type Place = { readonly service: Service; readonly deal: PlannedDeal; readonly referenceData: ReferenceData };

function zoneOf(hours: Hours, { service, deal, referenceData }: Place): string {
  const { side } = deal.requests.find((request) => request.service === service)?.spec ?? {};
  const place = (id: string) => referenceData.places.get(id)?.zone ?? MARKET_ZONE;
  const { originId, destinationId } = deal.movement;
  if (hours === "destination" || side === "import") return place(destinationId);
  if (hours === "customs" && side === "both") return place(destinationId);
  return hours === "origin" || side === "export" ? place(originId) : MARKET_ZONE;
}

type Told = { readonly code: string; readonly at: Instant };

/** The least time from the step before to this one: goods that were let go are driven as far as they have to. */
function leastBefore(code: string, before: Told, { deal: { movement } }: Place): number {
  const { mode, aboard, crossing, distanceKm, nearShare } = movement;
  const spread = before.at % SPREAD_MS;
  if (before.code === "state_question") return ANSWERED_MS + 4 * spread;
  if (code === "arrived_port" && aboard && mode === "air") return (aboard.onKm / FLIGHT_KM_PER_HOUR) * HOUR_MS;
  const least = (LEAST_MS[code] ?? GAP_MS) + spread;
  if (code !== "arrived_destination") return least;
  const km = aboard ? aboard.afterKm : (crossing?.beyondKm ?? distanceKm * (1 - nearShare));
  return Math.max(least, (km / ON_LAND_KM_PER_HOUR[mode === "rail" ? "rail" : "road"]) * HOUR_MS);
}

/** Whether the customs at a land crossing do it, in its hours, or those of an airport, by day and night: what leaves is released there, and so says its broker, who pays what is due there. */
function isAtCrossing(code: string, { service, deal }: Place): boolean {
  const { mode } = deal.movement;
  const isLeaving = service === "customs" && !isThrough(deal) && (code === "released" || code === "duties_paid");
  return (code === "export_released" || isLeaving) && mode !== "sea";
}

/** When a step that could be done at `at` is done: what an office does in its hours, and a crossing while it is open. */
export function doneAt(code: string, at: Instant, of: Place): Instant {
  const { hubId, mode } = of.deal.movement;
  const hours = HOURS[of.service]?.[code];
  if (hours === "bank") return code === "received_by_payee" ? inBank(at, payeeCountryOf(of.deal.movement)) : inBank(at);
  if (hours === "crossing") return inOpening(of.referenceData.queues, { hubId, mode, at });
  // The customs of a land border let what leaves go while the crossing is open, and at some, as at airports, by day and night; in a holiday in an office's hours, but for a transit, which ends beyond.
  const isTransit = specOf(of.deal, "customs").side === "transit" && of.service === "customs";
  const inHoliday = isHoliday(dayOf(at)) && !isTransit ? inOffice(at) : at;
  if (isAtCrossing(code, of)) return inOpening(of.referenceData.queues, { hubId, mode, at: inHoliday });
  // A visit begins while there is day enough for it.
  if (code === "on_site") return atDesk(at, zoneOf("origin", of), VISIT_BEGINS_HOURS);
  // Drivers and consignees go on in a holiday, and the customs whom goods pass on their way; brokers and inspectors rest.
  const isOnTheWay = of.service === "logistics" || (isTransit && hours === "customs");
  const whenAtWork = isOnTheWay ? inOffice : atDesk;
  return hours ? whenAtWork(at, zoneOf(hours, of)) : at;
}

/** Days after a delivery on which the market's clock would accept it, and hours ahead of that by which a buyer does, in a holiday from its telephone. */
const ACCEPTS_ITSELF_DAYS = { payment: 3, services: 7 } as const;
const AHEAD_OF_CLOCK_MS = 2 * HOUR_MS;

/** When a buyer accepts what was delivered: at its desk, and before the market's clock does. */
function acceptedBy(at: Instant, delivered: Instant, service: Service): Instant {
  const days = ACCEPTS_ITSELF_DAYS[service === "payment" ? service : "services"];
  const last = byOffice(later(delivered, days * DAY_MS - AHEAD_OF_CLOCK_MS));
  return instant(Math.min(at, Math.max(last, delivered + GAP_MS)));
}

/**
 * A plan whose steps come in the order of the kind, each at an hour at which it is done. A slot may be booked before what stands before it.
 * What is in order already stays as it is.
 */
export function inHours({ reports, acceptedAt }: PlannedOrder, of: Place): PlannedOrder {
  const delivery = milestonesFor(of.service).find(({ isDelivery }) => isDelivery)?.code;
  const steps: Told[] = [];
  let accepted = acceptedAt;
  let last: Told | null = null;
  for (const { code, at } of reports) {
    if (code === FLOATING) {
      steps.push({ code, at: inOffice(at) });
      continue;
    }
    const least: number = last === null ? at : Math.max(at, last.at + leastBefore(code, last, of));
    last = { code, at: doneAt(code, instant(least), of) };
    steps.push(last);
    if (code === delivery) {
      accepted = acceptedBy(atDesk(instant(Math.max(accepted, last.at + GAP_MS))), last.at, of.service);
      last = { code, at: accepted };
    }
  }
  const slotAt = steps.find(({ code }) => code === FLOATING)?.at;
  const left = steps.findIndex(({ code }) => code === "left_for_hub");
  const leaves = steps[left];
  // A truck leaves for the hub with its slot.
  if (slotAt !== undefined && leaves && leaves.at < slotAt)
    return inHours(
      {
        reports: steps.map((one, place) => (place === left ? { ...one, at: later(slotAt, GAP_MS) } : one)),
        acceptedAt: accepted,
      },
      of,
    );
  return { reports: steps, acceptedAt: accepted };
}
