import { and, count, desc, eq, gte, inArray, isNotNull, like, lte, type SQL, sql } from "drizzle-orm";
import type { OwnCrossing, OwnTraffic } from "../../domain/hubs/board/crossing-times";
import { LAND_MODES, type Mode } from "../../domain/hubs/place";
import { type Instant, instant } from "../../domain/shared/time";
import { prepared, type Reader } from "../database";
import { orderMilestones, orders } from "../schema/orders";

// Percentiles of so many are those of all; the busiest hub's page costs no more than this. Of all hubs together, which are read once in a while, a hub
// of which these hold too few is not compared with its board: each lies somewhere else, so that in a large market a disk is asked for each.
const CROSSINGS_MAX = 5_000;

// Boards are of the queue out of China: what comes in stands in another one.
const OUT_OF_CHINA = "CN-%";

type Within = { readonly since: Instant; readonly now: Instant };
/** Of one hub and mode, or of all. */
type Crossed = Within & { readonly at?: { readonly hubId: string; readonly mode: Mode } };

// A time goes through its column to be written as each engine reads it.
const toldAt = (name: keyof Within) => sql.param(sql.placeholder(name), orderMilestones.occurredAt);

const crossingsWithin = (db: Reader, ...at: readonly SQL[]) => {
  const arrived = db
    .select({ orderId: orderMilestones.orderId, arrivedAt: orderMilestones.occurredAt })
    .from(orderMilestones)
    .where(and(eq(orderMilestones.code, "arrived_hub"), isNotNull(orderMilestones.occurredAt)))
    .as("arrived");
  return db
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
        gte(orderMilestones.occurredAt, toldAt("since")),
        lte(orderMilestones.occurredAt, toldAt("now")),
        ...at,
      ),
    )
    .orderBy(desc(orderMilestones.occurredAt), desc(orderMilestones.orderId))
    .limit(CROSSINGS_MAX);
};

// How much lies in a stretch of time, PostgreSQL knows by its ends.
const BY_VALUES = { isPlannedByValues: true };

const crossingsOfAll = prepared("crossings_of_all", (db) => crossingsWithin(db), BY_VALUES);

const crossingsOfHub = prepared(
  "crossings_of_hub",
  (db) => crossingsWithin(db, eq(orders.hubId, sql.placeholder("hubId")), eq(orders.mode, sql.placeholder("mode"))),
  BY_VALUES,
);

/**
 * When each of the market's own orders out of China came to the hub and how long it took from there to beyond the border, of those that crossed between
 * `since` and `now` and whose arrival was told too; the latest where there are very many. By sea and air nothing crosses a border in a queue.
 */
export async function crossingsOf(
  db: Reader,
  { at, since, now }: Crossed,
): Promise<(OwnCrossing & { readonly hubId: string; readonly mode: Mode })[]> {
  const rows = await (at ? crossingsOfHub(db, { ...at, since, now }) : crossingsOfAll(db, { since, now }));
  return rows.map(({ hubId, mode, arrivedAt, crossedAt }) => ({
    ...{ hubId, mode, arrivedAt: instant(arrivedAt ?? 0) },
    tookMs: (crossedAt ?? 0) - (arrivedAt ?? 0),
  }));
}

const trafficWithin = prepared(
  "own_traffic",
  (db) =>
    db
      .select({
        ...{ hubId: orders.hubId, mode: orders.mode, both: count() },
        crossed: sql<number>`sum(case when ${orderMilestones.code} = 'crossed_border' then 1 else 0 end)`.mapWith(
          Number,
        ),
      })
      .from(orderMilestones)
      .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
      .where(
        and(
          inArray(orderMilestones.code, ["arrived_hub", "crossed_border"]),
          inArray(orders.mode, [...LAND_MODES]),
          like(orders.corridor, OUT_OF_CHINA),
          gte(orderMilestones.occurredAt, toldAt("since")),
          lte(orderMilestones.occurredAt, toldAt("now")),
        ),
      )
      .groupBy(orders.hubId, orders.mode),
  BY_VALUES,
);

const crossedBefore = prepared(
  "crossed_before",
  (db) =>
    db
      .select({ at: orderMilestones.occurredAt })
      .from(orderMilestones)
      .where(
        and(
          eq(orderMilestones.code, "crossed_border"),
          gte(orderMilestones.occurredAt, toldAt("since")),
          lte(orderMilestones.occurredAt, toldAt("now")),
        ),
      )
      .orderBy(desc(orderMilestones.occurredAt))
      .limit(1)
      .offset(sql.placeholder("most")),
  BY_VALUES,
);

/** The time since which so many crossings were told, where there are more between `since` and `now`. */
async function sinceLatest(db: Reader, { since, now }: Within, most: number): Promise<Instant> {
  const [earliest] = await crossedBefore(db, { since, now, most });
  return instant(earliest?.at ?? since);
}

/**
 * How many of the market's own orders out of China by road and rail came to each hub, and crossed there, between `since` and `now`, by mode; of the
 * time of the last so many crossings where there are very many, since what is asked is how many come for one that crosses.
 */
export async function ownTraffic(db: Reader, of: Within, most = CROSSINGS_MAX): Promise<OwnTraffic[]> {
  const since = await sinceLatest(db, of, most);
  const rows = await trafficWithin(db, { since, now: of.now });
  return rows.map(({ both, ...row }) => ({ ...row, came: both - row.crossed }));
}
