import { eq } from "drizzle-orm";
import { orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/actor";
import { type Instant, toIso } from "../../../domain/shared/instant";
import { acceptOrder } from "../../commands/orders/accept-order";
import { reportMilestone } from "../../commands/orders/report-milestone";
import { lockRate } from "../../commands/remittance/lock-rate";
import { lockFor } from "./after/lock-for";
import type { EventQueue } from "./event-queue";
import type { DemoOrganisation } from "../plan/market-data";
import type { PlannedDeal } from "../plan/plan-deal";
import { planOrder } from "../plan/plan-order";
import type { Random } from "../plan/random";
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
    const { reports, acceptedAt } = planOrder(random, { service: order.service, provider, deal, at: awardedAt });
    for (const { code, at } of reports) {
      queue.schedule(at, async () => {
        // Money moves under a locked rate, which has figures of its own.
        const sentAt = reports.find((report) => report.code === "sent")?.at ?? at;
        const asked = { orderId, lockedAt: at, sentAt };
        const lock = code === "rate_locked" ? await lockFor(stage.database.read, asked) : null;
        if (lock) await stage.act(at, cast.actorOf(provider), lockRate, lock);
        if (lock) return;
        await stage.act(at, cast.actorOf(provider), reportMilestone, {
          orderId,
          code,
          occurredAt: toIso(at),
          note: "",
        });
      });
    }
    queue.schedule(acceptedAt, async () => {
      await stage.act(acceptedAt, cast.actorOf(deal.buyer), acceptOrder, { orderId });
    });
  });
}
