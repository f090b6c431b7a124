import "server-only";
import type { Reader } from "../../db/database";
import { countedRows, summaryRows, type TrafficFilter } from "../../db/repositories/traffic";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import type { Corridor } from "../../domain/hubs/corridor";
import { shareOf, type TrafficMeasure, type TrafficRow } from "../../domain/hubs/traffic";
import { partsOfPeriod, type PeriodRefusal, readPeriod, type TrafficPeriod } from "../../domain/hubs/traffic-period";
import type { Service } from "../../domain/services/service";
import type { Instant } from "../../domain/shared/instant";
import { dayOf, type LocalDate } from "../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { world } from "./network";

/** What the share is asked of. A service narrows orders, value and weight; deals have none. */
export type TrafficQuestion = {
  readonly period: TrafficPeriod;
  readonly measure: TrafficMeasure;
  readonly corridor: Corridor | null;
  readonly service: Service | null;
  readonly hasPayment: boolean;
};

async function rowsOf(
  read: Reader,
  period: TrafficPeriod,
  today: LocalDate,
  filter: TrafficFilter,
): Promise<TrafficRow[]> {
  const { whole, partial } = partsOfPeriod(period, today);
  const rows = whole ? await summaryRows(read, whole, filter) : [];
  for (const part of partial) rows.push(...(await countedRows(read, part, filter)));
  return rows;
}

/**
 * Traffic of a period: whole months from the summary, whose size does not grow with orders; days of a month that is asked
 * for in part from the orders or deals themselves. Where deals are counted, value and weight are those of their orders.
 */
export async function readTraffic(read: Reader, question: TrafficQuestion, today: LocalDate): Promise<TrafficRow[]> {
  const { period, measure, ...narrow } = question;
  if (measure !== "deals") return rowsOf(read, period, today, { ...narrow, counted: "orders" });
  const ofDeals = { ...narrow, service: null, hasPayment: true };
  const deals = await rowsOf(read, period, today, { ...ofDeals, counted: "deals" });
  const orders = await rowsOf(read, period, today, { ...ofDeals, counted: "orders" });
  return [...deals, ...orders.map((row) => ({ ...row, count: 0 }))];
}

export type TrafficShareRow = {
  /** The month, or first and last day where the period is taken together: `2026-08-27/2026-11-24`. */
  readonly period: string;
  readonly hubId: string;
  readonly hubName: string;
  readonly isBorderHub: boolean;
  readonly count: number;
  readonly value: { readonly minor: number; readonly currency: "CNY" };
  readonly weightGrams: number;
  readonly shareBps: number;
};

export type TrafficShare = {
  readonly measure: TrafficMeasure;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Of the whole period; null where nothing was counted. */
  readonly borderHubShareBps: number | null;
  readonly rows: readonly TrafficShareRow[];
};

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

/** The share of each hub by month or in total, in the shape of the public API. For administrators; to others it is not there. */
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
  const rows = await readTraffic(read, asked, dayOf(question.now));
  const { hubs } = await world(read);
  const shares = shareOf(rows, measure, { by });
  return accept({
    measure,
    from,
    to,
    borderHubShareBps: shareOf(rows, measure, { by: "total" })[0]?.borderHubShareBps ?? null,
    rows: shares.flatMap((share) =>
      share.hubs.map(({ valueMinor, hubId, ...hub }) => ({
        period: share.period ?? `${from}/${to}`,
        hubId,
        hubName: hubs.get(hubId)?.nameEn ?? hubId,
        ...hub,
        value: { minor: Number(valueMinor), currency: "CNY" as const },
      })),
    ),
  });
}
