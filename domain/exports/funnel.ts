import { DAY_MS, dayOf, type Instant, type Month, monthOf } from "../shared/time";

/** What a new provider comes through, in its order. */
export const FUNNEL_STEPS = [
  "listed",
  "first_bid",
  "first_order",
  "first_foreign_buyer",
  "second_foreign_month",
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** When a provider came to each step; null where it has not. */
export type ProviderStart = { readonly listedAt: Instant } & Readonly<
  Record<"firstBidAt" | "firstOrderAt" | "firstForeignAt" | "secondForeignMonthAt", Instant | null>
>;

export type FunnelCount = {
  readonly step: FunnelStep;
  /** Providers that came to it. */
  readonly count: number;
  /** Whole days from the listing, the mean of the middle two where there are two; null where none came, and of the listing itself. */
  readonly medianDays: number | null;
};

/** Providers that were first listed in one month, or in all of them. */
export type Funnel = { readonly month: Month | null; readonly steps: readonly FunnelCount[] };

const AT: Readonly<Record<FunnelStep, (start: ProviderStart) => Instant | null>> = {
  listed: ({ listedAt }) => listedAt,
  first_bid: ({ firstBidAt }) => firstBidAt,
  first_order: ({ firstOrderAt }) => firstOrderAt,
  first_foreign_buyer: ({ firstForeignAt }) => firstForeignAt,
  second_foreign_month: ({ secondForeignMonthAt }) => secondForeignMonthAt,
};

/** A provider may have traded before its listing: such a step is taken on the day of it. */
const daysSince = (listedAt: Instant, at: Instant): number => Math.max(0, Math.floor((at - listedAt) / DAY_MS));

function medianOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  return Math.floor(((sorted[Math.floor((sorted.length - 1) / 2)] ?? upper) + upper) / 2);
}

function funnelOf(month: Month | null, starts: readonly ProviderStart[]): Funnel {
  return {
    month,
    steps: FUNNEL_STEPS.map((step) => {
      const days = starts.flatMap((start) => {
        const at = AT[step](start);
        return at === null ? [] : [daysSince(start.listedAt, at)];
      });
      return { step, count: days.length, medianDays: step === "listed" ? null : medianOf(days) };
    }),
  };
}

/**
 * How far new providers came, by the month of their first listing, the latest month first, with all of them together at the head. Who has come to a step
 * counts in it whatever else it has done; who was listed lately has had less time.
 */
export function funnels(starts: readonly ProviderStart[]): Funnel[] {
  const byMonth = Map.groupBy(starts, ({ listedAt }) => monthOf(dayOf(listedAt)));
  const months = [...byMonth].sort(([a], [b]) => (a < b ? 1 : -1));
  return [funnelOf(null, starts), ...months.map(([month, some]) => funnelOf(month, some))];
}
