import { eq } from "drizzle-orm";
import { orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/actor";
import { SERVICE_KINDS } from "../../../domain/services/registry";
import type { Service } from "../../../domain/services/service";
import { HOUR_MS, type Instant, instant, toIso } from "../../../domain/shared/instant";
import { acceptOrder } from "../../commands/orders/accept-order";
import { reportMilestone } from "../../commands/orders/report-milestone";
import type { EventQueue } from "./event-queue";
import type { DemoOrganisation } from "../plan/market-data";
import type { PlannedDeal } from "../plan/plan-deal";
import { between, type Random } from "../plan/random";
import type { Stage } from "./stage";

type Play = {
  readonly stage: Stage;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly deal: PlannedDeal;
  readonly cast: {
    readonly actorOf: (organisation: DemoOrganisation) => Actor;
    readonly providerById: (organisationId: string) => DemoOrganisation;
  };
};

/** Days from the award to the delivery in a usual case. */
function usualDays(service: Service, deal: PlannedDeal): number {
  if (service === "logistics") return 6 + (deal.movement.days.min + deal.movement.days.max) / 2;
  return service === "inspection" ? 7 : service === "customs" ? 9 + deal.movement.days.min * 0.6 : 6;
}

/** Milestones that happen only sometimes. */
const SOMETIMES: Readonly<Record<string, number>> = { state_question: 0.15, slot_reserved: 0.7 };

/** An order from its placing on: the provider's reports and the buyer's acceptance, as far as the demo's present. */
export function playOrder(play: Play, orderId: string, awardedAt: Instant): void {
  const { stage, queue, random, cast, deal } = play;
  queue.schedule(awardedAt, async () => {
    const [order] = await stage.database.read
      .select({ service: orders.service, providerId: orders.providerOrganisationId })
      .from(orders)
      .where(eq(orders.id, orderId));
    if (!order) throw new Error(`The demo lost order ${orderId}`);
    const provider = cast.providerById(order.providerId);
    const isLate = random() > (provider.reliability ?? 0.9);
    const days =
      (usualDays(order.service, deal) / (provider.speedLevel ?? 1)) *
      between(random, 0.9, 1.15) *
      (isLate ? between(random, 1.2, 1.7) : 1);
    const milestones = SERVICE_KINDS[order.service].milestones.filter(({ code }) => random() < (SOMETIMES[code] ?? 1));
    const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
    const reports = milestones.map(({ code }, position) => {
      const share = position <= delivery ? (position + 0.6) / (delivery + 0.6) : 1 + (position - delivery) * 0.12;
      return { code, at: instant(awardedAt + share * days * 24 * HOUR_MS + between(random, 0, 2) * HOUR_MS) };
    });
    const deliveredAt = (reports[delivery] as { at: Instant }).at;
    const acceptedAt = instant(deliveredAt + between(random, 4, 60) * HOUR_MS);
    for (const [position, { code, at }] of reports.entries()) {
      const when = position > delivery ? instant(Math.max(at, acceptedAt + HOUR_MS * (position - delivery))) : at;
      queue.schedule(when, async () => {
        await stage.act(when, cast.actorOf(provider), reportMilestone, {
          orderId,
          code,
          occurredAt: toIso(when),
          note: "",
        });
      });
    }
    queue.schedule(acceptedAt, async () => {
      await stage.act(acceptedAt, cast.actorOf(deal.buyer), acceptOrder, { orderId });
    });
  });
}
