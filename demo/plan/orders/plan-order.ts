import { milestonesFor } from "../../../domain/services/registry";
import type { Service } from "../../../domain/services/service";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../../domain/shared/instant";
import { between } from "../random";
import { haulTimes } from "./haul-times";
import { type Awarded, hours, latest, type PlannedOrder, readyAt, type Scene, specOf, type Times, work } from "./scene";
import { inHours } from "./working-hours";

/** An inspector goes while the goods are being packed, or stands by when they are loaded. */
function inspectionTimes(scene: Scene, awarded: Awarded): Times {
  const { random, deal, at } = scene;
  const assigned = latest(hours(at, between(random, 5, 14)), later(readyAt(deal), -between(random, 3, 6) * DAY_MS));
  const issued = later(assigned, work(scene, awarded).ms);
  const onSite = later(assigned, (issued - assigned) * between(random, 0.45, 0.7));
  return {
    scheduled: hours(at, between(random, 1, 4)),
    inspector_assigned: assigned,
    on_site: onSite,
    report_drafted: later(onSite, (issued - onSite) * between(random, 0.4, 0.8)),
    report_issued: issued,
  };
}

/** Papers are complete before the slot is taken; the near side lets the goods go before they cross, the far side after. */
function customsTimes(scene: Scene, awarded: Awarded, haul: Times | null): Times {
  const { random, deal, at } = scene;
  const asked = hours(at, between(random, 1, 6));
  const { ms: takes, isLate } = work(scene, awarded);
  const { side } = specOf(deal, "customs");
  // Goods leave one side with the crossing, or aboard; the other side's customs see them once they are there.
  const left = haul?.crossed_border ?? haul?.loaded ?? haul?.delivered;
  const came = haul?.arrived_port ?? left;
  const before = haul?.slot_reserved ?? haul?.picked_up ?? hours(at, between(random, 40, 90));
  const isThrough = side === "both" || side === "import";
  const releasedBy =
    left && came
      ? isThrough
        ? later(came, ((haul?.import_released ?? came) - came) * 0.6)
        : later(haul?.export_released ?? left, -between(random, 0.5, 3) * HOUR_MS)
      : later(before, takes);
  // What was promised runs from the papers, which come as late as they may; a release that is late holds the goods up.
  const complete = latest(hours(asked, 2), instant(Math.min(before - 2 * HOUR_MS, releasedBy - takes)));
  const released = latest(releasedBy, hours(complete, 8), isLate ? later(complete, takes) : undefined);
  const share = (part: number) => later(complete, (released - complete) * part);
  const filed =
    left && isThrough
      ? instant(Math.min(share(0.5), (haul?.export_released ?? left) - between(random, 1, 4) * HOUR_MS))
      : share(0.5);
  return {
    documents_requested: asked,
    documents_complete: complete,
    draft_approved: later(complete, Math.max(0, filed - complete) * 0.6),
    filed: latest(filed, complete),
    ...(random() < 0.15
      ? { state_question: later(latest(filed, complete), (released - latest(filed, complete)) * 0.3) }
      : {}),
    duties_paid: later(latest(filed, complete), (released - latest(filed, complete)) * 0.6),
    released,
  };
}

/** So long after the money has come it is on its way, at the latest. */
const SENT_WITHIN_MS = 7 * HOUR_MS;

/** Money is sent once the goods were looked at, where that is asked for. */
function paymentTimes(scene: Scene, awarded: Awarded, goodsMayGo: Instant | undefined): Times {
  const { random, at } = scene;
  const approved = hours(at, between(random, 14, 40));
  const received = latest(hours(approved, between(random, 3, 30)), goodsMayGo);
  const arrives = later(received, work(scene, awarded).ms);
  // Within the day for which a rate is locked.
  const sent = later(received, Math.min((arrives - received) * between(random, 0.3, 0.6), SENT_WITHIN_MS));
  return {
    kyc_submitted: hours(at, between(random, 2, 8)),
    kyc_approved: approved,
    rate_locked: hours(received, -1),
    funds_received: received,
    compliance_cleared: later(received, (sent - received) * between(random, 0.3, 0.8)),
    sent,
    received_by_payee: arrives,
  };
}

/** The reports of an order from its times; what follows the delivery comes once the buyer has accepted it. */
function orderOf({ random, deal, world }: Scene, service: Service, times: Times): PlannedOrder {
  const milestones = milestonesFor(service, deal.movement.mode);
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  const delivered = times[milestones[delivery]?.code ?? ""] as Instant;
  const acceptedAt = hours(delivered, between(random, 4, 60));
  const until = milestones
    .slice(0, delivery + 1)
    .flatMap(({ code }) => (times[code] ? [{ code, at: times[code] }] : []));
  const after = milestones
    .slice(delivery + 1)
    .map(({ code }, place) => ({ code, at: hours(acceptedAt, between(random, 2, 20) * (place + 1)) }));
  return inHours({ reports: [...until, ...after], acceptedAt }, { service, deal, world });
}

/** When what happens to the orders of one award, each beside the others: no step comes before what it waits for. */
export function orderTimes(scene: Scene, awarded: readonly Awarded[]): Map<Service, PlannedOrder> {
  const of = (service: Service) => awarded.find((one) => one.service === service);
  const plans = new Map<Service, PlannedOrder>();
  const [inspection, logistics, customs, payment] = (["inspection", "logistics", "customs", "payment"] as const).map(
    of,
  );
  if (inspection) plans.set("inspection", orderOf(scene, "inspection", inspectionTimes(scene, inspection)));
  const seen = plans.get("inspection")?.acceptedAt;
  const goodsMayGo = seen && hours(seen, 2);
  const hauled = logistics ? orderOf(scene, "logistics", haulTimes(scene, logistics, goodsMayGo)) : null;
  if (hauled) plans.set("logistics", hauled);
  const haul = hauled && Object.fromEntries(hauled.reports.map(({ code, at }) => [code, at]));
  if (customs) plans.set("customs", orderOf(scene, "customs", customsTimes(scene, customs, haul)));
  if (payment) plans.set("payment", orderOf(scene, "payment", paymentTimes(scene, payment, goodsMayGo)));
  return plans;
}
