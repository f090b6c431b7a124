import { milestonesFor } from "../../domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { DAY_MS, HOUR_MS, type Instant, later, type LocalDate } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { byBank, byDesk, byOffice, inBank, inMorning, inOffice, nextBankDay } from "./calendar";
import { hoursToFileOf } from "./offer-terms";
import { REPORT_HOURS } from "./plan-inspection";
import { between, type Random } from "./random";
import { haulTimes } from "./haul-times";
import {
  type Awarded,
  cameAt,
  documentedAt,
  hours,
  isThrough,
  latest,
  partOf,
  payeeCountryOf,
  type PlannedOrder,
} from "./order-scene";
import { type Scene, specOf, timeIn, type Times, work } from "./order-scene";
import { CHECK_MS, inHours, VISIT_MS } from "./working-hours";

/** Days before the visit by which its inspector is named, hours of the day at which it begins, and hours from the end of a day's work to the report, by the next noon. Estimates. */
const ASSIGNED_DAYS = [0.7, 1.9] as const;
const BEGINS_HOURS = [8.1, 9.6] as const;
const REPORTED_HOURS = [2, 18] as const;
/** Who is late with a report is so by about a day beyond the hours that it promised, and that of the visit. An estimate. */
const REPORT_LATE_DAYS = [0.4, 1.2] as const;

/** An inspector comes on the day that was wanted and stays for a day's work at the most; who is late sends the report after the hours that it promised. */
function inspectionTimes(scene: Scene, awarded: Awarded): Times {
  const { random, deal, at, referenceData } = scene;
  const { date } = specOf(deal, "inspection") as { date: LocalDate };
  const { isLate } = work(scene, awarded);
  const zone = referenceData.places.get(deal.movement.originId)?.zone;
  const wanted = hours(startOfDay(date, zone), partOf(random, BEGINS_HOURS));
  const asked = hours(at, between(random, 5, 14));
  // Whose desk rests before the visit names its inspector ahead of the holiday.
  const assigned = latest(asked, byDesk(later(wanted, -partOf(random, ASSIGNED_DAYS) * DAY_MS)));
  const onSite = latest(wanted, hours(asked, 6));
  const left = later(onSite, VISIT_MS);
  const written = hours(left, partOf(random, REPORTED_HOURS));
  const late = isLate ? later(left, REPORT_HOURS * HOUR_MS + partOf(random, REPORT_LATE_DAYS) * DAY_MS) : undefined;
  const reported = latest(written, late);
  return {
    scheduled: hours(at, between(random, 1, 4)),
    inspector_assigned: assigned,
    on_site: onSite,
    report_drafted: later(left, (reported - left) * between(random, 0.2, 0.7)),
    report_issued: reported,
  };
}

/** Of so many clearances the customs ask something, and of all that come late: nothing else holds goods there. */
const STOPPED = { usual: 0.15, late: 1 } as const;
/** Who is late at the customs is so by some days beyond those that it promised. */
const LATE_DAYS = [0.2, 1.6] as const;
/** The broker says that goods are released so many hours before the carriage tells the same. */
const RELEASED_BEFORE = [1.1, 1.8] as const;

/** The haul that a broker's steps follow, and whether it is an order of the market: if not, nothing but the papers tells the broker when to begin. */
type Followed = { readonly haul: PlannedOrder; readonly isOrdered: boolean };

/** Who sees to the haul itself brings the papers so many hours before the goods lie before the customs. */
const WITH_GOODS_HOURS = [2, 16] as const;
/** Papers are complete so many hours, and a morning, before a slot is booked, or before goods without a slot lie before the customs. */
const PAPERS_AHEAD_HOURS = 14;
/** Of the hours in which a broker promises to file it takes such a part. */
const FILED_WITHIN = [0.35, 0.8] as const;

/**
 * Papers are complete on a morning shortly before a truck's slot is booked, or before the goods lie before the customs that clear them: what
 * leaves has its plate and its weights by then, and what comes in its transport
 * document. Where the haul is no order of the market they come with the goods.
 */
function papersAt(
  { random, deal }: Scene,
  { haul, isOrdered }: Followed,
  of: { asked: Instant; came: Instant; zone: string | undefined },
): Instant {
  const { asked, came, zone } = of;
  const isEntering = specOf(deal, "customs").side === "import";
  const document = isEntering ? hours(documentedAt(haul) ?? asked, 1) : undefined;
  const withGoods = hours(came, -partOf(random, WITH_GOODS_HOURS));
  if (!isOrdered && specOf(deal, "customs").side !== "both") return latest(hours(asked, 2), document, withGoods);
  const held = timeIn(haul, "slot_reserved") ?? (isEntering ? came : (timeIn(haul, "arrived_hub") ?? came));
  return latest(hours(asked, 2), document, inMorning(hours(held, -PAPERS_AHEAD_HOURS), zone));
}

/** The zone of the customs that let the goods of a clearance go. */
function zoneOfSide({ deal, referenceData }: Scene): string | undefined {
  const { originId, destinationId } = deal.movement;
  return referenceData.places.get(isThrough(deal) ? destinationId : originId)?.zone;
}

/** Of the way from the crossing to the consignee, the part on which goods have passed a third country. An estimate. */
const PASSED_SHARE = 0.75;

/** When goods have passed the country beyond the border, whose customs end the transit there. */
function passedAt(haul: PlannedOrder): Instant | undefined {
  const [crossed, arrived] = [timeIn(haul, "crossed_border"), timeIn(haul, "arrived_destination")];
  return crossed && arrived ? later(crossed, (arrived - crossed) * PASSED_SHARE) : undefined;
}

/**
 * A broker's steps follow the goods: it files within its hours from complete papers, ahead of the goods, and each side is released when the
 * carriage says so. Its days run from complete papers and the goods' being there: who is late lets them go after the last of them.
 */
function customsTimes(scene: Scene, awarded: Awarded, followed: Followed): Times {
  const { haul } = followed;
  const { random, deal, at, referenceData } = scene;
  const spec = specOf(deal, "customs");
  const asked = hours(at, between(random, 1, 6));
  const { isLate, promisedMs } = work(scene, awarded);
  const left = timeIn(haul, "export_released") ?? asked;
  const came = (isThrough(deal) ? cameAt(haul) : timeIn(haul, "arrived_hub")) ?? left;
  const letGo =
    spec.side === "transit"
      ? (passedAt(haul) ?? left)
      : isThrough(deal)
        ? (timeIn(haul, "import_released") ?? came)
        : left;
  const zone = zoneOfSide(scene);
  const complete = papersAt(scene, followed, { asked, came, zone: spec.side === "import" ? zone : undefined });
  const { movement } = deal;
  const within = hoursToFileOf({ prices: referenceData.market.prices, movement, provider: awarded.provider, spec });
  const filed = hours(complete, Math.max(1, within * partOf(random, FILED_WITHIN)));
  // A release that is late holds the goods up.
  const lateBy = promisedMs + partOf(random, LATE_DAYS) * DAY_MS;
  const late = isLate ? inOffice(later(latest(complete, came), lateBy), zone) : undefined;
  const before = partOf(random, RELEASED_BEFORE);
  const released = latest(hours(letGo, -before), hours(filed, 1.5), hours(came, 1), late);
  const atHub = timeIn(haul, "arrived_hub");
  const letOut = latest(hours(left, -before), hours(filed, 0.5), atHub && hours(atHub, 0.5));
  const from = latest(filed, came);
  const share = (part: number) => later(from, (released - from) * part);
  const atDesk = [byOffice(share(0.6), zone), inOffice(share(0.6), zone)];
  const paid = atDesk.find((one) => one > share(0.35) && one < share(0.97)) ?? share(0.6);
  return {
    documents_requested: asked,
    documents_complete: complete,
    draft_approved: later(complete, (filed - complete) * between(random, 0.4, 0.8)),
    filed,
    ...(spec.side === "both" ? { export_released: letOut } : {}),
    ...(random() < STOPPED[isLate ? "late" : "usual"] ? { state_question: share(0.3) } : {}),
    duties_paid: paid,
    released,
  };
}

/** So long after the money has come it is on its way, at the latest. */
const SENT_WITHIN_MS = 7 * HOUR_MS;
/** A payer's money comes from half an hour after the rate is locked on, mostly within some hours: what comes after the banks have shut is there the next morning. */
const FUNDED_HOURS = { least: 0.5, spread: 8 } as const;
/** Money is on its way so long before the rate that is locked for a day ends: what is cleared in a morning takes until then. */
const BEFORE_LOCK_ENDS_MS = 2.5 * HOUR_MS;

/** Money is sent once the goods were looked at, where that is asked for. A client is checked; the plan of one that is known is played without those steps. */
function paymentTimes(scene: Scene, awarded: Awarded, goodsMayGo: Instant | undefined): Times {
  const { random, at } = scene;
  const submitted = inBank(hours(at, between(random, 2, 8)));
  const approved = inBank(latest(hours(at, between(random, 14, 40)), later(submitted, CHECK_MS)));
  const locked = inBank(latest(hours(approved, between(random, 2, 28)), goodsMayGo));
  const lockEnds = later(nextBankDay(locked), -BEFORE_LOCK_ENDS_MS);
  // Where the rate ends before the banks have worked through a morning, the money comes and goes on the day of the lock.
  const spread = inBank(lockEnds) === lockEnds ? FUNDED_HOURS.spread : FUNDED_HOURS.spread / 2;
  const received = inBank(hours(locked, FUNDED_HOURS.least + spread * random() ** 2));
  const { ms, isLate, promisedMs } = work(scene, awarded);
  const due = later(received, ms);
  // Who is in time sees to it that the money is there before a weekend, where the next day of the banks comes too late.
  const payee = payeeCountryOf(scene.deal.movement);
  const [next, last] = [inBank(due, payee), byBank(due, payee)];
  const isTooLate = !isLate && next > later(received, promisedMs) && last > later(received, SENT_WITHIN_MS);
  const arrives = isTooLate ? last : next;
  // Within the day for which a rate is locked.
  const drawn = inBank(later(received, Math.min((arrives - received) * between(random, 0.3, 0.6), SENT_WITHIN_MS)));
  const sent = drawn < lockEnds ? drawn : hours(received, between(random, 0.7, 1.2));
  return {
    kyc_submitted: submitted,
    kyc_approved: approved,
    rate_locked: locked,
    funds_received: received,
    compliance_cleared: later(received, (sent - received) * between(random, 0.3, 0.8)),
    sent,
    received_by_payee: arrives,
  };
}

/** Goods wait for the word of who has them inspected: most buyers give it by the next day, hardly one takes more than three, and one in so many asks its own customer first. Hours; estimates. */
const DECIDED_HOURS = { least: 2, most: 52, asks: 140 } as const;
const ASKS_SHARE = 0.03;

function decidedAfter(random: Random): number {
  const { least, most, asks } = DECIDED_HOURS;
  const drawn = random();
  const part = drawn / (1 - ASKS_SHARE);
  return part < 1
    ? least + (most - least) * part ** 2.5
    : most + ((drawn - 1 + ASKS_SHARE) / ASKS_SHARE) * (asks - most);
}

/** The reports of an order from its times; what follows the delivery comes once the buyer has accepted it. */
function orderOf({ random, deal, referenceData }: Scene, service: Service, times: Times): PlannedOrder {
  const milestones = milestonesFor(service, deal.movement.mode);
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  const delivered = times[milestones[delivery]?.code ?? ""] as Instant;
  const acceptedAt = hours(delivered, service === "inspection" ? decidedAfter(random) : between(random, 4, 60));
  const until = milestones
    .slice(0, delivery + 1)
    .flatMap(({ code }) => (times[code] ? [{ code, at: times[code] }] : []));
  const after = milestones
    .slice(delivery + 1)
    .map(({ code }, place) => ({ code, at: hours(acceptedAt, between(random, 2, 20) * (place + 1)) }));
  return inHours({ reports: [...until, ...after], acceptedAt }, { service, deal, referenceData });
}

/** The orders of one award, and the haul of its goods, whoever sees to it. */
export type Plans = { readonly orders: Map<Service, PlannedOrder>; readonly ownHaul: PlannedOrder | null };

/** From the arrival of who watches a loading to the sealed doors, at the most. */
const LOADED_HOURS = 4.4;

/** When what happens to the orders of one award, each beside the others: no step comes before what it waits for. */
export function orderTimes(scene: Scene, awarded: readonly Awarded[]): Plans {
  const of = (service: Service) => awarded.find((one) => one.service === service);
  const orders = new Map<Service, PlannedOrder>();
  const [inspection, logistics, customs, payment] = (["inspection", "logistics", "customs", "payment"] as const).map(
    of,
  );
  if (inspection) orders.set("inspection", orderOf(scene, "inspection", inspectionTimes(scene, inspection)));
  const seen = orders.get("inspection")?.acceptedAt;
  const goodsMayGo = seen && hours(seen, 2);
  const arrived = orders.get("inspection") && timeIn(orders.get("inspection") as PlannedOrder, "on_site");
  const isWatched = specOf(scene.deal, "inspection").type === "container_loading";
  const sealed = isWatched && arrived ? hours(arrived, LOADED_HOURS) : undefined;
  const haul =
    logistics || customs ? orderOf(scene, "logistics", haulTimes(scene, logistics, { goodsMayGo, sealed })) : null;
  if (haul && logistics) orders.set("logistics", haul);
  if (haul && customs)
    orders.set(
      "customs",
      orderOf(scene, "customs", customsTimes(scene, customs, { haul, isOrdered: logistics !== undefined })),
    );
  if (payment) orders.set("payment", orderOf(scene, "payment", paymentTimes(scene, payment, goodsMayGo)));
  return { orders, ownHaul: logistics ? null : haul };
}
