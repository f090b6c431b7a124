import { defaultGates } from "../../../domain/chain/default-gates";
import { bringerOf, type Gate, type Step } from "../../../domain/chain/gate";
import { isPortMode } from "../../../domain/hubs/place";
import { kindOf } from "../../../domain/services/registry";
import type { Service } from "../../../domain/services/service";
import { HOUR_MS, type Instant, later } from "../../../domain/shared/instant";
import type { PlannedDeal } from "../plan-deal";
import type { World } from "../plan-movement";
import type { Random } from "../random";
import { orderTimes } from "./plan-order";
import type { Awarded, PlannedOrder } from "./scene";
import { doneAt, inHours, type Place } from "./working-hours";

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

/** Who of a hub's orders comes late, as the market that these dice make goes on. */
function lateness(random: Random, hubId: string): (awarded: Awarded) => boolean {
  const owed = owedIn.get(random) ?? new Map<string, number>();
  owedIn.set(random, owed);
  return ({ provider }) => {
    const share = Math.min(LATE_SHARE.most, Math.max(LATE_SHARE.least, 1 - (provider.reliability ?? 0.9)));
    const due = (owed.get(hubId) ?? 0.5) + share;
    owed.set(hubId, due >= 1 ? due - 1 : due);
    return due >= 1;
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

/** No gate of the deal, but what is so: the far side's customs let nothing in that has not come. */
function gatesOfArrival({ movement, requests }: PlannedDeal): Gate[] {
  const { side } = requests.find(({ service }) => service === "customs")?.spec ?? {};
  if (side !== "import" && side !== "both") return [];
  const code = isPortMode(movement.mode) ? "arrived_port" : "crossed_border";
  const step = { service: "logistics", code } as const;
  return [{ need: { kind: "step", step }, holds: { service: "customs", code: "released" } }];
}

type Held = { readonly holds: Step; readonly opening: Instant; readonly at: Place };

/** The plan with everything from the held step on moved so far that it comes after the opening, at an hour at which it is done. */
function heldUntil(plan: PlannedOrder, { holds, opening, at }: Held): PlannedOrder {
  const from = heldPlace(plan, holds);
  const held = plan.reports[from];
  if (!held || held.at >= opening + AFTER_MS) return plan;
  const lateMs = doneAt(held.code, later(opening, AFTER_MS), at) - held.at;
  const delivery = kindOf(holds.service).milestones.findIndex((milestone) => milestone.isDelivery);
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
    world,
  }: {
    readonly deal: PlannedDeal;
    readonly awarded: readonly Awarded[];
    readonly at: Instant;
    readonly world: World;
  },
): PlannedOrders {
  const plans = orderTimes({ random, deal, at, world, isLate: lateness(random, deal.movement.hubId) }, awarded);
  const { mode } = deal.movement;
  const gates = defaultGates({ mode, isBorderHub: mode === "road" || mode === "rail", services: deal.requests });
  const held = gates.filter(({ holds }) => plans.has(holds.service));
  const unprovided = held.filter((gate) => !plans.has(bringerOf(gate) ?? gate.holds.service));
  const waits = [...held, ...gatesOfArrival(deal).filter(({ holds }) => plans.has(holds.service))];
  // Each gate may move what another one waits for; there are no circles among them, so that this comes to rest.
  for (const _ of waits) {
    for (const gate of waits) {
      const { service } = gate.holds;
      const opening = openingOf(gate, plans);
      const plan = plans.get(service);
      const at = { service, deal, world };
      if (opening !== null && plan)
        plans.set(service, inHours(heldUntil(plan, { holds: heldBy(gate), opening, at }), at));
    }
  }
  return {
    orders: awarded.flatMap(({ service }) => plans.get(service) ?? []),
    unprovided,
  };
}
