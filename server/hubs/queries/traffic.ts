import "server-only";
import type { Reader } from "@/db/database";
import { countedRows, summaryByHub, summaryRows, type TrafficFilter } from "@/db/repositories/traffic";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { Corridor } from "@/domain/hubs/corridor";
import { type HubTraffic, shareOf, type TrafficMeasure, type TrafficRow } from "@/domain/hubs/traffic";
import { partsOfPeriod, type PeriodRefusal, readPeriod, type TrafficPeriod } from "@/domain/hubs/traffic-period";
import { BASE_CURRENCY } from "@/domain/shared/exchange-rate";
import { money } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/service";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, type LocalDate, type Month } from "@/domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import type { TrafficShare } from "@/views/traffic";
import { referenceData } from "./network";

/** What the share is asked of. A service narrows orders, value and weight; deals have none. */
export type TrafficQuestion = {
  readonly period: TrafficPeriod;
  readonly measure: TrafficMeasure;
  readonly corridor: Corridor | null;
  readonly service: Service | null;
  readonly hasPayment: boolean;
  /** What the period is compared with: the one of equal length before it where nothing is said. */
  readonly comparison?: TrafficPeriod;
};

type Summary<Row> = (read: Reader, months: { first: Month; last: Month }, filter: TrafficFilter) => Promise<Row[]>;
type Asked<Row> = { readonly question: TrafficQuestion; readonly today: LocalDate; readonly summary: Summary<Row> };

async function rowsOf<Row extends HubTraffic>(
  read: Reader,
  { question, today, summary }: Asked<Row>,
  filter: TrafficFilter,
): Promise<Row[]> {
  const { whole, partial } = partsOfPeriod(question.period, today);
  const rows = whole ? await summary(read, whole, filter) : [];
  // What is counted row by row says more than a summary by hub, never less.
  for (const part of partial) rows.push(...((await countedRows(read, part, filter)) as unknown as Row[]));
  return rows;
}

async function traffic<Row extends HubTraffic>(read: Reader, asked: Asked<Row>): Promise<Row[]> {
  const { measure, corridor, service, hasPayment } = asked.question;
  const narrow = { corridor, service, hasPayment };
  if (measure !== "deals") return rowsOf(read, asked, { ...narrow, counted: "orders" });
  const ofDeals = { ...narrow, service: null, hasPayment: true };
  const deals = await rowsOf(read, asked, { ...ofDeals, counted: "deals" });
  const orders = await rowsOf(read, asked, { ...ofDeals, counted: "orders" });
  return [...deals, ...orders.map((row) => ({ ...row, count: 0 }))];
}

/**
 * Traffic of a period: whole months from the summary, whose size does not grow with orders; days of a month that is asked
 * for in part from the orders or deals themselves. Where deals are counted, value and weight are those of their orders.
 */
export const readTraffic = (read: Reader, question: TrafficQuestion, today: LocalDate): Promise<TrafficRow[]> =>
  traffic(read, { question, today, summary: summaryRows });

export type TrafficShareQuestion = {
  /** Days or months, both included. */
  readonly from: string;
  readonly to: string;
  readonly measure: TrafficMeasure;
  readonly by: "month" | "total";
  readonly corridor?: Corridor | null;
  readonly service?: Service | null;
  readonly hasPayment?: boolean;
  readonly now: Instant;
};

/** The share of each hub by month or in total. For administrators; to others it is not there. */
export async function trafficShare(
  read: Reader,
  viewer: Actor,
  question: TrafficShareQuestion,
): Promise<Result<TrafficShare, PeriodRefusal | Refusal<"not_found">>> {
  if (!may(viewer, "traffic.read")) return refuse("not_found");
  const { measure, by, corridor = null, service = null, hasPayment = true } = question;
  const period = readPeriod(question.from, question.to);
  if (!period.ok) return period;
  const { from, to } = period.value;
  const asked = { period: period.value, measure, corridor, service, hasPayment };
  const rows = await traffic(read, { question: asked, today: dayOf(question.now), summary: summaryByHub });
  const { hubs } = await referenceData(read);
  const shares = shareOf(rows, measure, { by });
  return accept({
    measure,
    from,
    to,
    borderHubShareBps: shareOf(rows, measure, { by: "total" })[0]?.borderHubShareBps ?? null,
    rows: shares.flatMap((share) =>
      share.hubs.map(({ valueMinor, passThroughMinor, hubId, shownBps: _, ...hub }) => ({
        period: share.period ?? `${from}/${to}`,
        hubId,
        hubName: hubs.get(hubId)?.nameEn ?? hubId,
        ...hub,
        value: money(valueMinor, BASE_CURRENCY),
        passThrough: money(passThroughMinor, BASE_CURRENCY),
      })),
    ),
  });
}
