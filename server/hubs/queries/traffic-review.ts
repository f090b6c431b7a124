import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { type ChangeByHub, changeByHub } from "@/domain/hubs/share/change-by-hub";
import { type ChangeSplit, splitChange } from "@/domain/hubs/share/change-split";
import { type ShareSum, sumsBy } from "@/domain/hubs/share/sums-by";
import { type PeriodShare, shareOf } from "@/domain/hubs/traffic";
import {
  addMonths,
  daysThatCame,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  periodBefore,
  type TrafficPeriod,
} from "@/domain/hubs/traffic-period";
import type { Hub } from "@/domain/hubs/hub";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, type Month, monthOf } from "@/domain/shared/local-date";
import { world } from "./network";
import { readTraffic, type TrafficQuestion } from "./traffic";

/** All that the review of the share shows, of one question and the period that it is compared with. */
export type TrafficReview = {
  readonly question: TrafficQuestion;
  readonly before: TrafficPeriod;
  readonly now: PeriodShare;
  readonly past: PeriodShare;
  /** The twelve months that end with the period, each whole; a month without traffic has no share. */
  readonly months: readonly { readonly month: Month; readonly share: PeriodShare | null }[];
  readonly byHub: ChangeByHub | null;
  readonly split: ChangeSplit | null;
  readonly corridors: readonly ShareSum[];
  /** None where deals are counted. */
  readonly services: readonly ShareSum[];
  /** Days of the period that have come. */
  readonly shownPeriod: TrafficPeriod;
  /** Corridors of the twelve months, to choose from. */
  readonly allCorridors: readonly string[];
  readonly corridorsOfHub: (hubId: string) => readonly ShareSum[];
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly readMs: number;
};

const MONTHS_SHOWN = 12;

/** Reads and reckons the review; null to all but administrators. */
export async function trafficReview(
  read: Reader,
  viewer: Actor,
  question: TrafficQuestion,
  now: Instant,
): Promise<TrafficReview | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { period, measure } = question;
  const today = dayOf(now);
  const before = question.comparison ?? periodBefore(period);
  const last = monthOf(period.to);
  const first = addMonths(last, 1 - MONTHS_SHOWN);
  const start = performance.now();
  const rows = await readTraffic(read, question, today);
  const pastRows = await readTraffic(read, { ...question, period: before }, today);
  // Always of whole months: a chart of the share does not change its points with the day of the question.
  const shown = { from: firstDayOf(first), to: lastDayOf(last) };
  const monthRows = await readTraffic(read, { ...question, period: shown }, today);
  const readMs = performance.now() - start;
  const byMonth = new Map(shareOf(monthRows, measure, { by: "month" }).map((share) => [share.period, share]));
  const total = (some: typeof rows) => shareOf(some, measure, { by: "total" })[0] as PeriodShare;
  return {
    question,
    before,
    now: total(rows),
    past: total(pastRows),
    months: monthsBetween(first, last).map((month) => ({ month, share: byMonth.get(month) ?? null })),
    byHub: changeByHub(pastRows, rows, measure),
    split: splitChange(pastRows, rows, measure),
    corridors: sumsBy(rows, measure, (row) => row.corridor),
    services: measure === "deals" ? [] : sumsBy(rows, measure, (row) => row.service),
    shownPeriod: daysThatCame(period, today),
    allCorridors: [...new Set(monthRows.map((row) => row.corridor as string))].sort(),
    corridorsOfHub: (hubId) =>
      sumsBy(
        rows.filter((row) => row.hubId === hubId),
        measure,
        (row) => row.corridor,
      ),
    hubs: (await world(read)).hubs,
    readMs,
  };
}
