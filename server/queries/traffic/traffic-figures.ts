import "server-only";
import type { Reader } from "../../../db/database";
import type { Actor } from "../../../domain/access/actor";
import { type CsvCell, csvOf } from "../../../domain/interchange/csv";
import { money } from "../../../domain/shared/money";
import { world } from "../network";
import { trafficShare, type TrafficQuestion } from "../traffic";
import type { Instant } from "../../../domain/shared/instant";

/** Stable names in the manner of the public API, so that a sheet that reads the file need not know a language. */
const HEADS = [
  "measure",
  "period",
  "hubId",
  "hubNameEn",
  "hubNameZh",
  "isBorderHub",
  "count",
  "valueCny",
  "passThroughCny",
  "weightGrams",
  "shareBps",
];

/** The figures of the review by month and hub, then of the whole period, as CSV; null where the viewer may not read them. */
export async function trafficFigures(
  read: Reader,
  viewer: Actor,
  question: TrafficQuestion,
  now: Instant,
): Promise<string | null> {
  const { period, ...asked } = question;
  const { hubs } = await world(read);
  const rows: CsvCell[][] = [];
  for (const by of ["month", "total"] as const) {
    const share = await trafficShare(read, viewer, { ...asked, ...period, by, now });
    if (!share.ok) return null;
    for (const { hubId, value, ...row } of share.value.rows) {
      const hub = hubs.get(hubId);
      rows.push([
        question.measure,
        row.period,
        hubId,
        hub?.nameEn ?? hubId,
        hub?.nameZh ?? hubId,
        String(row.isBorderHub),
        row.count,
        money(BigInt(value.minor), "CNY"),
        money(BigInt(row.passThrough.minor), "CNY"),
        row.weightGrams,
        row.shareBps,
      ]);
    }
  }
  return csvOf(HEADS, rows);
}
