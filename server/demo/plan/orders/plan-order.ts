import { SERVICE_KINDS } from "../../../../domain/services/registry";
import type { Service } from "../../../../domain/services/service";
import { HOUR_MS, type Instant, instant } from "../../../../domain/shared/instant";
import type { DemoOrganisation } from "../market-data";
import type { PlannedDeal } from "../plan-deal";
import { between, type Random } from "../random";

export type PlannedOrder = {
  /** The provider's reports in the kind's order, each with its time. */
  readonly reports: readonly { readonly code: string; readonly at: Instant }[];
  readonly acceptedAt: Instant;
};

/** Days from the award to the delivery in a usual case. */
function usualDays(service: Service, deal: PlannedDeal): number {
  // The way itself is what follows the pick-up, about seven tenths of the whole.
  if (service === "logistics") return ((deal.movement.days.min + deal.movement.days.max) / 2) * 1.35;
  return service === "inspection" ? 7 : service === "customs" ? 9 + deal.movement.days.min * 0.6 : 6;
}

/** Milestones that happen only sometimes. */
const SOMETIMES: Readonly<Record<string, number>> = { state_question: 0.15, slot_reserved: 0.7 };

/** By road over a land border a truck goes with a slot or not at all. */
const isNeeded = (code: string, { movement }: PlannedDeal): boolean =>
  code === "slot_reserved" && movement.mode === "road";

type Awarded = {
  readonly service: Service;
  readonly provider: DemoOrganisation;
  readonly deal: PlannedDeal;
  readonly at: Instant;
};

/** When what happens to an order: late by its provider's reliability, sooner by its speed; papers follow the acceptance. */
export function planOrder(random: Random, { service, provider, deal, at: awardedAt }: Awarded): PlannedOrder {
  const isLate = random() > (provider.reliability ?? 0.9);
  const days =
    (usualDays(service, deal) / (provider.speedLevel ?? 1)) *
    between(random, 0.9, 1.15) *
    (isLate ? between(random, 1.2, 1.7) : 1);
  const milestones = SERVICE_KINDS[service].milestones.filter(
    ({ code }) => random() < (isNeeded(code, deal) ? 1 : (SOMETIMES[code] ?? 1)),
  );
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  const times = milestones.map((_, position) => {
    const share = position <= delivery ? (position + 0.6) / (delivery + 0.6) : 1 + (position - delivery) * 0.12;
    return instant(awardedAt + share * days * 24 * HOUR_MS + between(random, 0, 2) * HOUR_MS);
  });
  const acceptedAt = instant((times[delivery] as Instant) + between(random, 4, 60) * HOUR_MS);
  const reports = milestones.map(({ code }, position) => {
    const at = times[position] as Instant;
    return { code, at: position > delivery ? instant(Math.max(at, acceptedAt + HOUR_MS * (position - delivery))) : at };
  });
  return { reports, acceptedAt };
}
