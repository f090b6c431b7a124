import type { Mode } from "../../../../domain/hubs/place";
import { SERVICE_KINDS } from "../../../../domain/services/registry";
import type { Service } from "../../../../domain/services/service";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../../../domain/shared/instant";
import { type LocalDate, startOfDay } from "../../../../domain/shared/local-date";
import type { DemoOrganisation, DemoService } from "../market-data";
import type { PlannedDeal } from "../plan-deal";
import type { Movement } from "../plan-movement";
import { promisedDays } from "../plan-offer";
import { type Queues, throughQueue, waitHoursAt } from "../queues";
import { between, type Random } from "../random";

export type PlannedOrder = {
  /** The provider's reports in the kind's order, each with its time. */
  readonly reports: readonly { readonly code: string; readonly at: Instant }[];
  readonly acceptedAt: Instant;
};

export type Awarded = { readonly service: Service; readonly provider: DemoOrganisation };

/** When each step of an order happens, by its code; a step that is left out does not occur. */
type Times = Readonly<Record<string, Instant>>;

/** How much of the promised time goes by until the delivery: less than all of it, or more. */
const IN_TIME = [0.66, 0.96] as const;
const LATE = [1.06, 1.45] as const;
/** No truck's and no train's way is shorter than this part of its planned days. */
const WAY_SHARE_LEAST = 0.7;

/** Of what the queue says when a truck comes to its end, so much is waited. */
const WAITED = [0.8, 1.15] as const;

/** Goods wait at a port for their ship and at an airport for their flight; the far side lets them go when they have come. Hours, estimates. */
const GATEWAY: Readonly<Partial<Record<Mode, { readonly hours: readonly [number, number] }>>> = {
  sea: { hours: [24, 60] },
  air: { hours: [5, 14] },
};

type Scene = {
  readonly random: Random;
  readonly deal: PlannedDeal;
  /** When the orders were placed. */
  readonly at: Instant;
  readonly queues: Queues;
  /** Whether the order of a service is to come late. */
  readonly isLate: (awarded: Awarded) => boolean;
};

const hours = (at: Instant, count: number): Instant => later(at, count * HOUR_MS);
const latest = (...times: readonly (Instant | undefined)[]): Instant =>
  instant(Math.max(...times.flatMap((time) => time ?? [])));

const partOf = (random: Random, [least, most]: readonly [number, number]): number => between(random, least, most);

const specOf = ({ requests }: PlannedDeal, service: Service) =>
  requests.find((request) => request.service === service)?.spec ?? {};

/** Milliseconds from the start of the work to the delivery, by what was promised, and whether that is too long. */
function work({ random, deal, isLate }: Scene, awarded: Awarded): { readonly ms: number; readonly isLate: boolean } {
  const { provider } = awarded;
  const service = awarded.service as DemoService;
  const { max } = promisedDays(service, { movement: deal.movement, provider, spec: specOf(deal, service) });
  const late = isLate(awarded);
  return { ms: max * partOf(random, late ? LATE : IN_TIME) * DAY_MS, isLate: late };
}

const readyAt = ({ deal }: PlannedDeal): Instant => hours(startOfDay(deal.readyDate as LocalDate), 9);

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

/** A slot is taken a day or two before the truck is to be there; it leaves for the hub's yard once it has been loaded and the slot stands. */
function dispatch(
  random: Random,
  { booked, pickedUp, arrived }: Readonly<Record<"booked" | "pickedUp" | "arrived", Instant>>,
): Times {
  const reserved = latest(hours(booked, 1), hours(arrived, -between(random, 10, 44)));
  const from = latest(reserved, pickedUp);
  return {
    slot_reserved: instant(Math.min(reserved, arrived)),
    left_for_hub: later(from, Math.max(0, arrived - from) * between(random, 0.2, 0.5)),
  };
}

/** What a way takes without its wait at the border. */
const movingMs = ({ days, waitHours }: Movement): number => days.min * DAY_MS - waitHours * HOUR_MS;

/** A truck comes when the goods are there and may go; it waits at the border as the queue of that day makes it. */
function logisticsTimes(scene: Scene, awarded: Awarded, goodsMayGo: Instant | undefined): Times {
  const { random, deal, at, queues } = scene;
  const { movement } = deal;
  const isRoad = movement.mode === "road";
  const gateway = GATEWAY[movement.mode];
  const booked = hours(at, between(random, 2, 12));
  const earliest = hours(at, between(random, 30, 60));
  const pickedUp = latest(hours(readyAt(deal), between(random, 0, 40)), earliest, goodsMayGo);
  const total = work(scene, awarded).ms;
  // The days in a port are among those of the way.
  const gatewayHours = gateway ? partOf(random, gateway.hours) : 0;
  const leastMs = (movingMs(movement) - gatewayHours * HOUR_MS) * WAY_SHARE_LEAST;
  // A carrier who sees a long queue hurries where it can: what is promised holds as long as the way can be driven.
  const seen = { hubId: movement.hubId, mode: movement.mode, at: later(pickedUp, leastMs * movement.nearShare) };
  const waitHours = gateway ? gatewayHours : (waitHoursAt(queues, seen) ?? movement.waitHours) * partOf(random, WAITED);
  const movesMs = Math.max(total - waitHours * HOUR_MS, leastMs);
  const arrived = later(pickedUp, movesMs * movement.nearShare);
  const crossed = throughQueue(queues, { ...seen, at: arrived, waitHours });
  const delivered = latest(later(pickedUp, total), later(crossed, leastMs * (1 - movement.nearShare)));
  const beyond = delivered - crossed;
  // Of what leaves China by sea or air the ship's or the flight's way is still ahead.
  const isAhead = gateway !== undefined && movement.corridor.startsWith("CN-");
  return {
    booked,
    picked_up: pickedUp,
    ...(isRoad ? dispatch(random, { booked, pickedUp, arrived }) : {}),
    arrived_hub: arrived,
    export_released: later(arrived, (crossed - arrived) * between(random, 0.3, 0.8)),
    crossed_border: crossed,
    import_released: later(crossed, beyond * (isAhead ? between(random, 0.82, 0.9) : between(random, 0.1, 0.3))),
    arrived_destination: later(delivered, -beyond * (isAhead ? 0.05 : between(random, 0.1, 0.3))),
    delivered,
  };
}

/** Papers are complete before the slot is taken; the near side lets the goods go before they cross, the far side after. */
function customsTimes(scene: Scene, awarded: Awarded, haul: Times | null): Times {
  const { random, deal, at } = scene;
  const asked = hours(at, between(random, 1, 6));
  const { ms: takes, isLate } = work(scene, awarded);
  const { side } = specOf(deal, "customs");
  const crossed = haul?.crossed_border ?? haul?.delivered;
  const before = haul?.slot_reserved ?? haul?.picked_up ?? hours(at, between(random, 40, 90));
  const isThrough = side === "both" || side === "import";
  const releasedBy = crossed
    ? isThrough
      ? hours(latest(crossed), (((haul?.import_released ?? crossed) - crossed) / HOUR_MS) * 0.6)
      : later(crossed, -between(random, 0.5, 3) * HOUR_MS)
    : later(before, takes);
  // What was promised runs from the papers, which come as late as they may; a release that is late holds the goods up.
  const complete = latest(hours(asked, 2), instant(Math.min(before - 2 * HOUR_MS, releasedBy - takes)));
  const released = latest(releasedBy, hours(complete, 8), isLate ? later(complete, takes) : undefined);
  const share = (part: number) => later(complete, (released - complete) * part);
  const filed = crossed && isThrough ? instant(Math.min(share(0.5), crossed - HOUR_MS / 2)) : share(0.5);
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

/** Money is sent once the goods were looked at, where that is asked for. */
function paymentTimes(scene: Scene, awarded: Awarded, goodsMayGo: Instant | undefined): Times {
  const { random, at } = scene;
  const approved = hours(at, between(random, 14, 40));
  const received = latest(hours(approved, between(random, 3, 30)), goodsMayGo);
  const arrives = later(received, work(scene, awarded).ms);
  const sent = later(received, (arrives - received) * between(random, 0.3, 0.6));
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
function orderOf(random: Random, service: Service, times: Times): PlannedOrder {
  const { milestones } = SERVICE_KINDS[service];
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  const delivered = times[milestones[delivery]?.code ?? ""] as Instant;
  const acceptedAt = hours(delivered, between(random, 4, 60));
  const until = milestones
    .slice(0, delivery + 1)
    .flatMap(({ code }) => (times[code] ? [{ code, at: times[code] }] : []));
  const after = milestones
    .slice(delivery + 1)
    .map(({ code }, place) => ({ code, at: hours(acceptedAt, between(random, 2, 20) * (place + 1)) }));
  return { reports: [...until, ...after], acceptedAt };
}

/** When what happens to the orders of one award, each beside the others: no step comes before what it waits for. */
export function orderTimes(scene: Scene, awarded: readonly Awarded[]): Map<Service, PlannedOrder> {
  const { random } = scene;
  const of = (service: Service) => awarded.find((one) => one.service === service);
  const plans = new Map<Service, PlannedOrder>();
  const [inspection, logistics, customs, payment] = (["inspection", "logistics", "customs", "payment"] as const).map(
    of,
  );
  if (inspection) plans.set("inspection", orderOf(random, "inspection", inspectionTimes(scene, inspection)));
  const seen = plans.get("inspection")?.acceptedAt;
  const goodsMayGo = seen && hours(seen, 2);
  const haul = logistics ? logisticsTimes(scene, logistics, goodsMayGo) : null;
  if (haul) plans.set("logistics", orderOf(random, "logistics", haul));
  if (customs) plans.set("customs", orderOf(random, "customs", customsTimes(scene, customs, haul)));
  if (payment) plans.set("payment", orderOf(random, "payment", paymentTimes(scene, payment, goodsMayGo)));
  return plans;
}
