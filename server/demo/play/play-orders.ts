import { inArray } from "drizzle-orm";
import { orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/actor";
import { HOUR_MS, type Instant, later, toIso } from "../../../domain/shared/instant";
import { waiveGate } from "../../commands/chain/waive-gate";
import { lockRate } from "../../commands/remittance/lock-rate";
import { acceptOrder } from "../../commands/orders/accept-order";
import { reportMilestone } from "../../commands/orders/report-milestone";
import { lockFor } from "./after/lock-for";
import type { EventQueue } from "./event-queue";
import type { DemoOrganisation } from "../plan/market-data";
import type { PlannedDeal } from "../plan/plan-deal";
import type { PlannedOrder } from "../plan/orders/plan-order";
import type { World } from "../plan/plan-movement";
import { planOrders } from "../plan/orders/plan-orders";
import type { Random } from "../plan/random";
import type { Stage } from "./stage";

type Play = {
  readonly stage: Stage;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly deal: PlannedDeal;
  readonly cast: {
    readonly world: World;
    readonly actorOf: (organisation: DemoOrganisation) => Actor;
    readonly providerById: (organisationId: string) => DemoOrganisation;
  };
};

const WAIVED_AFTER_MS = 6 * HOUR_MS;
const WAIVED_BECAUSE = "No offer was chosen for it; we see to it ourselves.";

function playOrder(
  { stage, queue, cast, deal }: Play,
  orderId: string,
  provider: DemoOrganisation,
  plan: PlannedOrder,
) {
  for (const { code, at } of plan.reports) {
    queue.schedule(at, async () => {
      // Money moves under a locked rate, which has figures of its own.
      const sentAt = plan.reports.find((report) => report.code === "sent")?.at ?? at;
      const asked = { orderId, lockedAt: at, sentAt };
      const lock = code === "rate_locked" ? await lockFor(stage.database.read, asked) : null;
      if (lock && (await stage.act(at, cast.actorOf(provider), lockRate, lock))) return;
      await stage.act(at, cast.actorOf(provider), reportMilestone, { orderId, code, occurredAt: toIso(at), note: "" });
    });
  }
  queue.schedule(plan.acceptedAt, async () => {
    await stage.act(plan.acceptedAt, cast.actorOf(deal.buyer), acceptOrder, { orderId });
  });
}

/** The orders of one award from their placing on: the providers' reports and the buyer's acceptance, as far as the demo's present. */
export function playOrders(
  play: Play,
  { dealId, orderIds, at }: { readonly dealId: string; readonly orderIds: readonly string[]; readonly at: Instant },
): void {
  const { stage, queue, random, cast, deal } = play;
  queue.schedule(at, async () => {
    const rows = await stage.database.read
      .select({ id: orders.id, service: orders.service, providerId: orders.providerOrganisationId })
      .from(orders)
      .where(inArray(orders.id, [...orderIds]));
    const placed = orderIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    const awarded = placed.map(({ service, providerId }) => ({ service, provider: cast.providerById(providerId) }));
    const plan = planOrders(random, { deal, awarded, at, queues: cast.world.queues });
    const waivedAt = later(at, WAIVED_AFTER_MS);
    for (const gate of plan.waived)
      queue.schedule(waivedAt, async () => {
        const input = { dealId, gate, reason: WAIVED_BECAUSE };
        await stage.act(waivedAt, cast.actorOf(deal.buyer), waiveGate, input);
      });
    for (const [index, { id, providerId }] of placed.entries()) {
      const one = plan.orders[index];
      if (one) playOrder(play, id, cast.providerById(providerId), one);
    }
  });
}
