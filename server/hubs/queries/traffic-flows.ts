import "server-only";
import { and, desc, eq, gte, lt, ne } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { planWays } from "@/domain/hubs/plan-ways";
import type { InlandMode, Mode } from "@/domain/hubs/place";
import { shareOf } from "@/domain/hubs/traffic";
import type { Instant } from "@/domain/shared/instant";
import { addDays, dayOf, startOfDay } from "@/domain/shared/local-date";
import type { TrafficFlow, TrafficFlows } from "@/views/traffic";
import { referenceData } from "./network";
import { readTraffic, type TrafficQuestion } from "./traffic";

// A map is a picture: so many of the latest orders, and so many lines, show where goods go at a cost that stays level.
const ORDERS_MAX = 2_000;
const LINES_MAX = 70;

type Route = {
  hubId: string;
  isBorderHub: boolean;
  originId: string;
  destinationId: string;
  mode: Mode;
  inlandMode: InlandMode | null;
};

export type FlowFilter = Pick<TrafficQuestion, "period" | "corridor" | "service" | "hasPayment"> & {
  readonly hubId: string | null;
  readonly now: Instant;
};

/** The month decides on waits, which a line on a map does not show. */
const ANY_MONTH = 1;

/** The ways of the period's latest orders, through one hub or all; null to all but administrators. */
export async function trafficFlows(read: Reader, viewer: Actor, of: FlowFilter): Promise<TrafficFlows | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { network, places } = await referenceData(read);
  const found: Route[] = await read
    .select({
      hubId: orders.hubId,
      isBorderHub: orders.isBorderHub,
      originId: orders.originId,
      destinationId: orders.destinationId,
      mode: orders.mode,
      inlandMode: deals.inlandMode,
    })
    .from(orders)
    .innerJoin(deals, eq(deals.id, orders.dealId))
    .where(
      and(
        gte(orders.contractedAt, startOfDay(of.period.from)),
        lt(orders.contractedAt, startOfDay(addDays(of.period.to, 1))),
        ne(orders.state, "cancelled"),
        of.hubId ? eq(orders.hubId, of.hubId) : undefined,
        of.corridor ? eq(orders.corridor, of.corridor) : undefined,
        of.service ? eq(orders.service, of.service) : of.hasPayment ? undefined : ne(orders.service, "payment"),
      ),
    )
    .orderBy(desc(orders.contractedAt), desc(orders.id))
    .limit(ORDERS_MAX + 1);
  const taken = found.slice(0, ORDERS_MAX);
  const lines = new Map<string, Route & { count: number }>();
  for (const route of taken) {
    const key = [route.hubId, route.originId, route.destinationId, route.mode, route.inlandMode].join(" ");
    lines.set(key, { ...route, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  const ranked = [...lines.values()].sort((a, b) => b.count - a.count || (a.originId < b.originId ? -1 : 1));
  const flows = ranked
    .slice(0, LINES_MAX)
    .flatMap(({ originId, destinationId, mode, inlandMode, ...line }): TrafficFlow[] => {
      const ends = { originId, destinationId, mode, inlandMode };
      const ways = planWays(network, { ...ends, hubId: line.hubId, month: ANY_MONTH, k: 1 });
      const way = ways.ok ? ways.value[0] : undefined;
      return way ? [{ ...line, way: { legs: way.legs } }] : [];
    });
  const rows = await readTraffic(read, { ...of, measure: "orders" }, dayOf(of.now));
  const shares = shareOf(rows, "orders", { by: "total" })[0]?.hubs ?? [];
  return { flows, orders: taken.length, isLatestOnly: found.length > ORDERS_MAX, shares, places };
}
