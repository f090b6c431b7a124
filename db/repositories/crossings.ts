import { and, count, desc, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { OwnTraffic } from "../../domain/hubs/board/crossing-times";
import type { Mode } from "../../domain/hubs/place";
import type { Instant } from "../../domain/shared/instant";
import type { Reader } from "../database";
import { orderMilestones, orders } from "../schema/orders";

// Percentiles of so many are those of all; the busiest hub's page costs no more than this.
const CROSSINGS_MAX = 5_000;

/**
 * How long (ms) each of the market's own orders took from the hub to beyond the border, of those that crossed between `since` and `now` and
 * whose arrival was told too; the latest where there are very many.
 */
export async function crossingsOf(
  db: Reader,
  of: { readonly hubId: string; readonly mode: Mode; readonly since: Instant; readonly now: Instant },
): Promise<number[]> {
  const arrived = db
    .select({ orderId: orderMilestones.orderId, arrivedAt: orderMilestones.occurredAt })
    .from(orderMilestones)
    .where(and(eq(orderMilestones.code, "arrived_hub"), isNotNull(orderMilestones.occurredAt)))
    .as("arrived");
  const rows = await db
    .select({ arrivedAt: arrived.arrivedAt, crossedAt: orderMilestones.occurredAt })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .innerJoin(arrived, eq(arrived.orderId, orderMilestones.orderId))
    .where(
      and(
        eq(orderMilestones.code, "crossed_border"),
        gte(orderMilestones.occurredAt, of.since),
        lte(orderMilestones.occurredAt, of.now),
        eq(orders.hubId, of.hubId),
        eq(orders.mode, of.mode),
      ),
    )
    .orderBy(desc(orderMilestones.occurredAt), desc(orderMilestones.orderId))
    .limit(CROSSINGS_MAX);
  return rows.map(({ arrivedAt, crossedAt }) => (crossedAt ?? 0) - (arrivedAt ?? 0));
}

/** How many of the market's own orders came to each hub, and crossed there, between `since` and `now`, by mode. */
export async function ownTraffic(
  db: Reader,
  of: { readonly since: Instant; readonly now: Instant },
): Promise<OwnTraffic[]> {
  const crossed = sql<number>`sum(case when ${orderMilestones.code} = 'crossed_border' then 1 else 0 end)`;
  const rows = await db
    .select({ hubId: orders.hubId, mode: orders.mode, both: count(), crossed: crossed.mapWith(Number) })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .where(
      and(
        inArray(orderMilestones.code, ["arrived_hub", "crossed_border"]),
        gte(orderMilestones.occurredAt, of.since),
        lte(orderMilestones.occurredAt, of.now),
      ),
    )
    .groupBy(orders.hubId, orders.mode);
  return rows.map(({ both, ...row }) => ({ ...row, came: both - row.crossed }));
}
