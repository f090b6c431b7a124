import { and, count, desc, eq, gte, inArray, isNotNull, like, lte, sql } from "drizzle-orm";
import type { OwnCrossing, OwnTraffic } from "../../domain/hubs/board/crossing-times";
import { LAND_MODES, type Mode } from "../../domain/hubs/place";
import { type Instant, instant } from "../../domain/shared/time";
import type { Reader } from "../database";
import { orderMilestones, orders } from "../schema/orders";

// Percentiles of so many are those of all; the busiest hub's page costs no more than this. Of all hubs together, which are read once in a while, a hub
// of which these hold too few is not compared with its board: each lies somewhere else, so that in a large market a disk is asked for each.
const CROSSINGS_MAX = 5_000;

// Boards are of the queue out of China: what comes in stands in another one.
const OUT_OF_CHINA = "CN-%";

type Within = { readonly since: Instant; readonly now: Instant };
/** Of one hub and mode, or of all. */
type Crossed = Within & { readonly at?: { readonly hubId: string; readonly mode: Mode } };

/**
 * When each of the market's own orders out of China came to the hub and how long it took from there to beyond the border, of those that crossed between
 * `since` and `now` and whose arrival was told too; the latest where there are very many. By sea and air nothing crosses a border in a queue.
 */
export async function crossingsOf(
  db: Reader,
  { at, since, now }: Crossed,
): Promise<(OwnCrossing & { readonly hubId: string; readonly mode: Mode })[]> {
  const arrived = db
    .select({ orderId: orderMilestones.orderId, arrivedAt: orderMilestones.occurredAt })
    .from(orderMilestones)
    .where(and(eq(orderMilestones.code, "arrived_hub"), isNotNull(orderMilestones.occurredAt)))
    .as("arrived");
  const rows = await db
    .select({
      hubId: orders.hubId,
      mode: orders.mode,
      arrivedAt: arrived.arrivedAt,
      crossedAt: orderMilestones.occurredAt,
    })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .innerJoin(arrived, eq(arrived.orderId, orderMilestones.orderId))
    .where(
      and(
        eq(orderMilestones.code, "crossed_border"),
        inArray(orders.mode, [...LAND_MODES]),
        like(orders.corridor, OUT_OF_CHINA),
        gte(orderMilestones.occurredAt, since),
        lte(orderMilestones.occurredAt, now),
        at && eq(orders.hubId, at.hubId),
        at && eq(orders.mode, at.mode),
      ),
    )
    .orderBy(desc(orderMilestones.occurredAt), desc(orderMilestones.orderId))
    .limit(CROSSINGS_MAX);
  return rows.map(({ hubId, mode, arrivedAt, crossedAt }) => ({
    ...{ hubId, mode, arrivedAt: instant(arrivedAt ?? 0) },
    tookMs: (crossedAt ?? 0) - (arrivedAt ?? 0),
  }));
}

/** The time since which so many crossings were told, where there are more between `since` and `now`. */
async function sinceLatest(db: Reader, { since, now }: Within, most: number): Promise<Instant> {
  const [earliest] = await db
    .select({ at: orderMilestones.occurredAt })
    .from(orderMilestones)
    .where(
      and(
        eq(orderMilestones.code, "crossed_border"),
        gte(orderMilestones.occurredAt, since),
        lte(orderMilestones.occurredAt, now),
      ),
    )
    .orderBy(desc(orderMilestones.occurredAt))
    .limit(1)
    .offset(most);
  return instant(earliest?.at ?? since);
}

/**
 * How many of the market's own orders out of China by road and rail came to each hub, and crossed there, between `since` and `now`, by mode; of the
 * time of the last so many crossings where there are very many, since what is asked is how many come for one that crosses.
 */
export async function ownTraffic(db: Reader, of: Within, most = CROSSINGS_MAX): Promise<OwnTraffic[]> {
  const since = await sinceLatest(db, of, most);
  const crossed = sql<number>`sum(case when ${orderMilestones.code} = 'crossed_border' then 1 else 0 end)`;
  const rows = await db
    .select({ hubId: orders.hubId, mode: orders.mode, both: count(), crossed: crossed.mapWith(Number) })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .where(
      and(
        inArray(orderMilestones.code, ["arrived_hub", "crossed_border"]),
        inArray(orders.mode, [...LAND_MODES]),
        like(orders.corridor, OUT_OF_CHINA),
        gte(orderMilestones.occurredAt, since),
        lte(orderMilestones.occurredAt, of.now),
      ),
    )
    .groupBy(orders.hubId, orders.mode);
  return rows.map(({ both, ...row }) => ({ ...row, came: both - row.crossed }));
}
