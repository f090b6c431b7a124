import { defaultGates } from "@/domain/orders/chain/deal-gates";
import { bringerOf, type Gate, type Step } from "@/domain/orders/chain/gate";
import { kindOf } from "../../domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { HOUR_MS, type Instant, instant, later } from "../../domain/shared/time";
import { inOffice } from "./calendar";
import { withCalledOff } from "./late/called-off";
import type { PlannedDeal } from "./plan-deal";
import type { ReferenceData } from "./plan-movement";
import type { Random } from "./random";
import { orderTimes } from "./order-times";
import { type Awarded, cameAt, documentedAt, isThrough, type PlannedOrder, specOf, timeIn } from "./order-scene";
import { doneAt, GAP_MS, inHours, type Place } from "./working-hours";

export type PlannedOrders = {
  /** In the order of what was awarded. */
  readonly orders: readonly PlannedOrder[];
  /** Gates that wait for a service which nobody was chosen for: the buyer sees to it itself. */
  readonly unprovided: readonly Gate[];
};

/** The chance that an order is late, whatever its provider's record: no market is without, and none is full of it. */
const LATE_SHARE = { least: 0.08, most: 0.14 };

/** What is owed of late orders, by hub, in the market that some dice make: it comes due evenly, so that a hub with few orders is as late as one with many. */
const owedIn = new WeakMap<Random, Map<string, number>>();

/** A broker that is late holds goods up, so that most of their hauls come late with it. */
const HELD_UP = 1.8;

/** A payment of more days than it promised is in time all the same where banks are shut in between: so many more are planned late. */
const LATE_PAYMENTS = 1.4;

/** Who looks at goods keeps its day more often than who carries, clears or pays: late by that, what is owed has to be so much more. */
const LATE_FROM = { inspection: 1.05, others: 1 } as const;

/** Who of a hub's orders comes late, as the market that these dice make goes on. */
function lateness(random: Random, hubId: string): (awarded: Awarded) => boolean {
  const owed = owedIn.get(random) ?? new Map<string, number>();
  owedIn.set(random, owed);
  return ({ provider, service }) => {
    const own = Math.min(LATE_SHARE.most, Math.max(LATE_SHARE.least, 1 - (provider.reliability ?? 0.9)));
    const due = (owed.get(hubId) ?? 0.5) + (service === "payment" ? own * LATE_PAYMENTS : own);
    const isLate = due >= LATE_FROM[service === "inspection" ? service : "others"];
    owed.set(hubId, isLate ? due - (service === "customs" ? HELD_UP : 1) : due);
    return isLate;
  };
}

/** So long after what a gate waits for the next party goes on. */
const AFTER_MS = HOUR_MS;

const positionOf = ({ service, code }: Step): number =>
  kindOf(service).milestones.findIndex((milestone) => milestone.code === code);

/** When the gate opens by the plans; null where it is never going to. */
function openingOf({ need }: Gate, plans: ReadonlyMap<Service, PlannedOrder>): Instant | null {
  const timeOf = ({ service, code }: Step) => plans.get(service)?.reports.find((one) => one.code === code)?.at ?? null;
  switch (need.kind) {
    case "step":
      return timeOf(need.step);
    case "inspection":
    case "production_check":
      return plans.get("inspection")?.acceptedAt ?? null;
    case "slot":
      return timeOf({ service: "logistics", code: "slot_reserved" });
    case "papers":
      return null;
  }
}

/** Where in the plan's reports a gate holds: at its step, or at the first after it where that does not occur; -1 where nothing is left. */
export const heldPlace = ({ reports }: PlannedOrder, holds: Step): number =>
  reports.findIndex(({ code }) => positionOf({ ...holds, code }) >= positionOf(holds));

/** What the customs let out is told as released before it crosses or is loaded, so that what waits for them waits from there on. */
function heldBy({ need, holds }: Gate): Step {
  const isOfCustoms = need.kind === "step" && need.step.service === "customs";
  const isLeaving = holds.code === "crossed_border" || holds.code === "loaded";
  return isOfCustoms && isLeaving ? { ...holds, code: "export_released" } : holds;
}

/** What a step waits for, and what is found of when by the plans as they are: null where it waits for nothing. */
type Wait = { readonly holds: Step; readonly openingOf: (plans: ReadonlyMap<Service, PlannedOrder>) => Instant | null };

/** A declaration of what comes in is filed so long before it comes, at the earliest. */
const AHEAD_MS = 120 * HOUR_MS;
/** The broker's release and the carriage's step of that name lie no further apart. */
const APART_MS = 1.8 * HOUR_MS;
const BEFORE_MS = 1.3 * HOUR_MS;

/** No gates of the deal, but what is so: papers and declarations of what comes in follow the goods, and one release is told by both who see it. */
function waitsOfCustoms(deal: PlannedDeal): Wait[] {
  const { side } = specOf(deal, "customs");
  const holding = (code: string, openingAt: (haul: PlannedOrder) => number | undefined): Wait => ({
    holds: { service: "customs", code },
    openingOf(plans) {
      const haul = plans.get("logistics");
      const at = haul && openingAt(haul);
      return at === undefined ? null : instant(at - AFTER_MS);
    },
  });
  const told = (code: string, byHaul: string): Wait => ({
    holds: { service: "customs", code },
    openingOf(plans) {
      const [haul, customs] = [plans.get("logistics"), plans.get("customs")];
      const [at, by] = [haul && timeIn(haul, byHaul), customs && timeIn(customs, code)];
      return at === undefined || by === undefined || at - by <= APART_MS ? null : instant(at - BEFORE_MS - AFTER_MS);
    },
  });
  const hereAt = (haul: PlannedOrder) => (timeIn(haul, "arrived_hub") ?? 0) + GAP_MS;
  return [
    ...(side === "import" ? [holding("documents_complete", documentedAt)] : []),
    ...(side === "import" ? [holding("filed", (haul) => (cameAt(haul) ?? 0) - AHEAD_MS)] : []),
    ...(isThrough(deal) ? [holding("state_question", (haul) => (cameAt(haul) ?? 0) + GAP_MS)] : []),
    // No customs let out what has not come to them.
    ...(side === "import" ? [] : [holding(side === "both" ? "export_released" : "released", hereAt)]),
    ...(side === "both" ? [told("export_released", "export_released")] : []),
    ...(side === "transit" ? [] : [told("released", isThrough(deal) ? "import_released" : "export_released")]),
  ];
}

/** What a broker for both sides does on the far one, beside the steps of its order. */
function besideOf(customs: PlannedOrder, haul: PlannedOrder, at: Place): NonNullable<PlannedOrder["beside"]> {
  const zone = at.referenceData.places.get(at.deal.movement.destinationId)?.zone;
  const filed = timeIn(customs, "filed");
  const before = timeIn(customs, "state_question") ?? timeIn(customs, "duties_paid");
  const [came, documented] = [cameAt(haul), documentedAt(haul)];
  if (!filed || !before || !came || !documented) return [];
  const from = Math.max(documented, filed) + GAP_MS;
  // The draft is made once the document exists, and stands in time for the goods.
  const by = Math.max(from, Math.min(before - 2 * GAP_MS, came - (documented % AHEAD_MS) / 2));
  const inTime = (time: Instant) => (inOffice(time, zone) < before - GAP_MS ? inOffice(time, zone) : time);
  const [drafted = from, approved = by, filedThere = by] = [0.3, 0.6, 1]
    .map((share) => inTime(instant(Math.round(from + (by - from) * share))))
    .sort((a, b) => a - b);
  return [
    { code: "import_drafted", at: instant(drafted) },
    { code: "import_approved", at: instant(approved) },
    { code: "import_filed", at: instant(filedThere) },
  ];
}

type Held = { readonly holds: Step; readonly opening: Instant; readonly at: Place };

/** A slot is taken so long before its truck crosses, at the least. */
const SLOT_AHEAD_MS = 10 * HOUR_MS;

/** The plan with its slot taken later: goods are fetched whether or not it stands, and go to the border no sooner than it is of use. */
function slotAt(plan: PlannedOrder, at: Instant): PlannedOrder {
  const lateMs = Math.max(0, at + SLOT_AHEAD_MS - (timeIn(plan, "crossed_border") ?? at + SLOT_AHEAD_MS));
  const leaves = plan.reports.findIndex(({ code }) => code === "left_for_hub");
  const timeOf = (one: PlannedOrder["reports"][number], place: number) =>
    one.code === "slot_reserved" ? at : later(one.at, leaves >= 0 && place >= leaves ? lateMs : 0);
  return {
    reports: plan.reports.map((one, place) => ({ ...one, at: timeOf(one, place) })),
    acceptedAt: later(plan.acceptedAt, lateMs),
  };
}

/** The plan with everything from the held step on moved so far that it comes after the opening, at an hour at which it is done. */
function heldUntil(plan: PlannedOrder, { holds, opening, at }: Held): PlannedOrder {
  const from = heldPlace(plan, holds);
  const held = plan.reports[from];
  if (!held || held.at >= opening + AFTER_MS) return plan;
  const lateMs = doneAt(held.code, later(opening, AFTER_MS), at) - held.at;
  const delivery = kindOf(holds.service).milestones.findIndex((milestone) => milestone.isDelivery);
  if (held.code === "slot_reserved") return slotAt(plan, later(held.at, lateMs));
  return {
    reports: plan.reports.map((one, place) => (place < from ? one : { ...one, at: later(one.at, lateMs) })),
    acceptedAt: positionOf(holds) <= delivery ? later(plan.acceptedAt, lateMs) : plan.acceptedAt,
  };
}

/** When what happens to the orders of one award: each as its provider goes about it, and none before its gates are open. */
export function planOrders(
  random: Random,
  {
    deal,
    awarded,
    at,
    referenceData,
  }: {
    readonly deal: PlannedDeal;
    readonly awarded: readonly Awarded[];
    readonly at: Instant;
    readonly referenceData: ReferenceData;
  },
): PlannedOrders {
  const scene = { random, deal, at, referenceData, isLate: lateness(random, deal.movement.hubId) };
  const { orders: plans, ownHaul } = orderTimes(scene, awarded);
  const { mode } = deal.movement;
  const gates = defaultGates({ mode, isBorderHub: mode === "road" || mode === "rail", services: deal.requests });
  const held = gates.filter(({ holds }) => plans.has(holds.service));
  const unprovided = held.filter((gate) => !plans.has(bringerOf(gate) ?? gate.holds.service));
  const gateWaits = held.map((gate) => ({
    holds: heldBy(gate),
    openingOf: (all: ReadonlyMap<Service, PlannedOrder>) => openingOf(gate, all),
  }));
  const waits: readonly Wait[] = [...gateWaits, ...(plans.has("customs") ? waitsOfCustoms(deal) : [])];
  // Each may move what another one waits for; what moves goes later alone, and no further than what it follows, so that this comes to rest.
  for (const _ of waits) {
    for (const { holds, openingOf: openingBy } of waits) {
      const { service } = holds;
      const opening = openingBy(plans);
      const plan = plans.get(service);
      const place = { service, deal, referenceData };
      if (opening !== null && plan) plans.set(service, inHours(heldUntil(plan, { holds, opening, at: place }), place));
    }
  }
  const [customs, haul] = [plans.get("customs"), plans.get("logistics") ?? ownHaul];
  if (customs && haul && specOf(deal, "customs").side === "both")
    plans.set("customs", {
      ...customs,
      beside: besideOf(customs, haul, { service: "customs", deal, referenceData }),
    });
  return {
    orders: withCalledOff(
      random,
      at,
      awarded.flatMap(({ service }) => {
        const plan = plans.get(service);
        return plan ? [{ service, plan }] : [];
      }),
    ),
    unprovided,
  };
}
