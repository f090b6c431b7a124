/** What the market has counted of a provider, as the directory shows and orders it. */
export type ProviderFigures = {
  /** Of the latest delivered orders, at most two hundred. */
  readonly onTimeCount: number;
  readonly deliveredCount: number;
  /** Completed, and contracted within `RECORD_DAYS`. */
  readonly completedCount: number;
  /** Bids within `RECORD_DAYS` on requests that have closed. */
  readonly responseCount: number;
  /** The median wait in milliseconds from the publication to the first bid; null of fewer bids than `RESPONSES_LEAST`. */
  readonly responseMs: number | null;
};

export const NO_FIGURES: ProviderFigures = {
  ...{ onTimeCount: 0, deliveredCount: 0, completedCount: 0, responseCount: 0, responseMs: null },
};

/** A provider counts as if it had so many cases more, all as the market has them on the whole: measures of the trade take ten. */
export const PRIOR_COUNT = 10;

/** Sums over all providers, of which the market's means come. */
export type MarketSums = {
  readonly onTime: number;
  readonly delivered: number;
  readonly responses: number;
  /** Of each provider its median times its count. */
  readonly responseMs: number;
};

export const NO_SUMS: MarketSums = { onTime: 0, delivered: 0, responses: 0, responseMs: 0 };

/** The sums with a provider's figures added, or taken away where `sign` is -1. */
export function withFigures(sums: MarketSums, figures: ProviderFigures, sign: 1 | -1 = 1): MarketSums {
  const { onTimeCount, deliveredCount, responseCount, responseMs } = figures;
  const timed = responseMs === null ? 0 : responseCount;
  return {
    onTime: sums.onTime + sign * onTimeCount,
    delivered: sums.delivered + sign * deliveredCount,
    responses: sums.responses + sign * timed,
    responseMs: sums.responseMs + sign * timed * (responseMs ?? 0),
  };
}

const meanOf = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);

/**
 * The share on time by which providers are ordered: drawn to the market's mean as if `PRIOR_COUNT` orders more had gone as the market's go, so that
 * one lucky order stands above nobody who has kept a hundred.
 */
export const onTimeRank = ({ onTimeCount, deliveredCount }: ProviderFigures, sums: MarketSums): number =>
  (onTimeCount + PRIOR_COUNT * meanOf(sums.onTime, sums.delivered)) / (deliveredCount + PRIOR_COUNT);

/** The wait for a first response (milliseconds) by which providers are ordered, the shortest first: drawn to the market's mean in the same way. */
export function responseRank({ responseCount, responseMs }: ProviderFigures, sums: MarketSums): number {
  const mean = meanOf(sums.responseMs, sums.responses);
  return responseMs === null ? mean : (responseCount * responseMs + PRIOR_COUNT * mean) / (responseCount + PRIOR_COUNT);
}
