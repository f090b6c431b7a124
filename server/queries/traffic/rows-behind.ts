import "server-only";
import { and, desc, eq, gte, inArray, lt, ne, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../../../db/database";
import { organisations } from "../../../db/schema/accounts";
import { deals } from "../../../db/schema/deals";
import { hubs } from "../../../db/schema/hubs";
import { orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/actor";
import { may } from "../../../domain/access/policy";
import type { Mode } from "../../../domain/hubs/place";
import type { TrafficPeriod } from "../../../domain/hubs/traffic-period";
import type { Service } from "../../../domain/services/service";
import { type Instant, instant } from "../../../domain/shared/instant";
import { addDays, startOfDay } from "../../../domain/shared/local-date";
import type { Currency } from "../../../domain/shared/money";
import type { TrafficQuestion } from "../traffic";

/** One order or deal behind a figure. */
export type BehindRow = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** Null for a deal. */
  readonly service: Service | null;
  readonly hubId: string;
  readonly originId: string;
  readonly destinationId: string;
  readonly mode: Mode;
  readonly buyerName: string;
  readonly contractedAt: Instant;
  /** What it adds to the value: an order's contract price in CNY without what is passed through; a deal adds none of its own. */
  readonly valueCnyMinor: bigint | null;
  /** What the provider of an order pays for the buyer at cost, in CNY; null for a deal. */
  readonly passThroughCnyMinor: bigint | null;
  /** An order's contract price as agreed; a deal's goods value. */
  readonly minor: bigint;
  readonly currency: Currency;
  readonly weightGrams: number;
};

/** Rows of one hub, of all border hubs, of all others, or of all. */
export type BehindFilter = Pick<TrafficQuestion, "corridor" | "service" | "hasPayment"> & {
  readonly period: TrafficPeriod;
  readonly counted: "orders" | "deals";
  readonly hub: { readonly id: string } | "border" | "other" | "all";
  readonly cursor: string | null;
};

export type BehindPage = { readonly rows: readonly BehindRow[]; readonly nextCursor: string | null };

export const BEHIND_PAGE_ROWS = 25;

const cursorOf = (row: BehindRow): string => `${row.contractedAt}.${row.id}`;

/** What follows the cursor's row, the latest first; a cursor that is none starts from the top. */
function after(cursor: string | null, at: PgColumn, id: PgColumn): SQL | undefined {
  const [, ms, last] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(cursor ?? "") ?? [];
  if (!ms || !last) return undefined;
  return or(lt(at, Number(ms)), and(eq(at, Number(ms)), lt(id, last)));
}

const within = ({ from, to }: TrafficPeriod, at: PgColumn): SQL | undefined =>
  and(gte(at, startOfDay(from)), lt(at, startOfDay(addDays(to, 1))));

const isGroup = (hub: BehindFilter["hub"]): boolean => hub === "border" || hub === "other";

async function ordersBehind(read: Reader, filter: BehindFilter): Promise<BehindRow[]> {
  const { hub, corridor, service, hasPayment } = filter;
  const rows = await read
    .select({
      id: orders.id,
      reference: orders.reference,
      title: orders.title,
      service: orders.service,
      hubId: orders.hubId,
      originId: orders.originId,
      destinationId: orders.destinationId,
      mode: orders.mode,
      buyerName: organisations.nameLatin,
      contractedAt: orders.contractedAt,
      contractCnyMinor: orders.contractCnyMinor,
      passThroughCnyMinor: orders.passThroughCnyMinor,
      minor: orders.contractMinor,
      currency: orders.contractCurrency,
      weightGrams: orders.grossWeightGrams,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.buyerOrganisationId))
    .where(
      and(
        within(filter.period, orders.contractedAt),
        ne(orders.state, "cancelled"),
        typeof hub === "object" ? eq(orders.hubId, hub.id) : undefined,
        isGroup(hub) ? eq(orders.isBorderHub, hub === "border") : undefined,
        corridor ? eq(orders.corridor, corridor) : undefined,
        service ? eq(orders.service, service) : hasPayment ? undefined : ne(orders.service, "payment"),
        after(filter.cursor, orders.contractedAt, orders.id),
      ),
    )
    .orderBy(desc(orders.contractedAt), desc(orders.id))
    .limit(BEHIND_PAGE_ROWS + 1);
  return rows.map(({ contractCnyMinor, ...row }) => ({
    ...row,
    valueCnyMinor: contractCnyMinor - row.passThroughCnyMinor,
    contractedAt: instant(row.contractedAt),
  }));
}

async function dealsBehind(read: Reader, filter: BehindFilter): Promise<BehindRow[]> {
  const { hub, corridor } = filter;
  const ofGroup = read
    .select({ id: hubs.id })
    .from(hubs)
    .where(eq(hubs.isBorderHub, hub === "border"));
  const rows = await read
    .select({
      id: deals.id,
      reference: deals.reference,
      title: deals.title,
      hubId: deals.hubId,
      originId: deals.originId,
      destinationId: deals.destinationId,
      mode: deals.mode,
      buyerName: organisations.nameLatin,
      contractedAt: deals.contractedAt,
      minor: deals.goodsValueMinor,
      currency: deals.goodsCurrency,
      weightGrams: deals.grossWeightGrams,
    })
    .from(deals)
    .innerJoin(organisations, eq(organisations.id, deals.buyerOrganisationId))
    .where(
      and(
        within(filter.period, deals.contractedAt),
        typeof hub === "object" ? eq(deals.hubId, hub.id) : undefined,
        isGroup(hub) ? inArray(deals.hubId, ofGroup) : undefined,
        corridor ? eq(deals.corridor, corridor) : undefined,
        after(filter.cursor, deals.contractedAt, deals.id),
      ),
    )
    .orderBy(desc(deals.contractedAt), desc(deals.id))
    .limit(BEHIND_PAGE_ROWS + 1);
  return rows.map((row) => ({
    ...row,
    service: null,
    valueCnyMinor: null,
    passThroughCnyMinor: null,
    contractedAt: instant(row.contractedAt as Instant),
  }));
}

/** The orders or deals that a figure counts, the latest first; null to all but administrators. */
export async function rowsBehind(read: Reader, viewer: Actor, filter: BehindFilter): Promise<BehindPage | null> {
  if (!may(viewer, "traffic.read")) return null;
  const found = filter.counted === "deals" ? await dealsBehind(read, filter) : await ordersBehind(read, filter);
  const rows = found.slice(0, BEHIND_PAGE_ROWS);
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > BEHIND_PAGE_ROWS && last ? cursorOf(last) : null };
}
