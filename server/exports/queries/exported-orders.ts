import "server-only";
import { and, desc, eq, gte, lt, ne, or } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { tradeRows } from "@/db/repositories/service-trade";
import { organisations } from "@/db/schema/accounts";
import { orders } from "@/db/schema/orders";
import { type Actor, may } from "@/domain/access/policy";
import { isExport, sumOf, type TradeSum } from "@/domain/exports/trade";
import { addMonths, firstDayOf } from "@/domain/hubs/traffic";
import { LATEST_FIRST, readRowCursor, writeRowCursor } from "@/domain/hubs/traffic-rows";
import { instant } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import type { ExportedOrder } from "@/views/exports";
import type { ExportsQuestion } from "./exports-review";

export const EXPORTED_PAGE_ROWS = 25;
/** As many rows as one file holds. */
export const EXPORTED_FILE_ROWS = 20_000;

/** Whose rows: the same filter as the figure's. */
export type OrdersQuestion = Omit<ExportsQuestion, "definition">;

type Part = { readonly cursor: string | null; readonly limit: number };

function found({ first, last, exporter, importer, service, corridor }: OrdersQuestion) {
  return and(
    gte(orders.contractedAt, startOfDay(firstDayOf(first))),
    lt(orders.contractedAt, startOfDay(firstDayOf(addMonths(last, 1)))),
    ne(orders.state, "cancelled"),
    ne(orders.providerCountry, orders.buyerCountry),
    exporter ? eq(orders.providerCountry, exporter) : undefined,
    importer ? eq(orders.buyerCountry, importer) : undefined,
    service ? eq(orders.service, service) : undefined,
    corridor ? eq(orders.corridor, corridor) : undefined,
  );
}

async function read(db: Reader, question: OrdersQuestion, { cursor, limit }: Part): Promise<ExportedOrder[]> {
  const place = readRowCursor(cursor, LATEST_FIRST);
  const { contractedAt, id } = orders;
  const parties = db.select({ id: organisations.id, name: organisations.nameLatin }).from(organisations);
  const [buyers, providers] = [parties.as("buyers"), parties.as("providers")];
  const after = place
    ? or(lt(contractedAt, place.figure), and(eq(contractedAt, place.figure), lt(id, place.id)))
    : undefined;
  const rows = await db
    .select({
      ...{ id, reference: orders.reference, title: orders.title, service: orders.service, corridor: orders.corridor },
      ...{ providerName: providers.name, providerCountry: orders.providerCountry },
      ...{ buyerName: buyers.name, buyerCountry: orders.buyerCountry, contractedAt },
      ...{ minor: orders.contractMinor, currency: orders.contractCurrency },
      contractCnyMinor: orders.contractCnyMinor,
      marginCnyMinor: orders.marginCnyMinor,
      passThroughCnyMinor: orders.passThroughCnyMinor,
    })
    .from(orders)
    .innerJoin(buyers, eq(buyers.id, orders.buyerOrganisationId))
    .innerJoin(providers, eq(providers.id, orders.providerOrganisationId))
    .where(and(found(question), after))
    .orderBy(desc(contractedAt), desc(id))
    .limit(limit);
  return rows.map(({ contractCnyMinor, ...row }) => ({
    ...row,
    contractedAt: instant(row.contractedAt),
    valueCnyMinor: contractCnyMinor - row.passThroughCnyMinor,
  }));
}

export type ExportedPage = {
  readonly rows: readonly ExportedOrder[];
  readonly nextCursor: string | null;
  /** What all of them come to, from the same sums as the figure. */
  readonly total: TradeSum;
};

/** The orders that a figure of services exports counts, the latest first; null to all but administrators. */
export async function exportedOrders(
  db: Reader,
  viewer: Actor,
  question: OrdersQuestion & { readonly cursor: string | null },
): Promise<ExportedPage | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { cursor, first, last, ...filter } = question;
  const some = await read(db, question, { cursor, limit: EXPORTED_PAGE_ROWS + 1 });
  const rows = some.slice(0, EXPORTED_PAGE_ROWS);
  const end = some.length > EXPORTED_PAGE_ROWS ? rows.at(-1) : undefined;
  const total = sumOf((await tradeRows(db, { first, last }, filter)).filter(isExport));
  const nextCursor = end ? writeRowCursor(LATEST_FIRST, { figure: end.contractedAt, id: end.id }) : null;
  return { rows, nextCursor, total };
}

/** The first of them, at most so many; null to all but administrators. */
export const firstExportedOrders = async (
  db: Reader,
  viewer: Actor,
  question: OrdersQuestion & { readonly limit: number },
): Promise<readonly ExportedOrder[] | null> =>
  may(viewer, "traffic.read") ? read(db, question, { cursor: null, limit: question.limit }) : null;
