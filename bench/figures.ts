/** What a round of one side did: so many a second (or milliseconds a run), at how much processor time each. */
export type Reading = { readonly rate: number; readonly cpuMs: number };

/** A round over HTTP: how long each act took, and how many bytes of body one was answered with. */
export type Round = Reading & { readonly latenciesMs: readonly number[]; readonly bytes: number };

/** Both sides, one right after the other. */
type Neighbours = { readonly ours: Reading; readonly bare: Reading };

export type Comparison = {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** The same ratio by processor time, which other programs on the machine disturb less. */
  readonly byCpu: number;
  /** All that it was taken from. */
  readonly rounds: readonly Neighbours[];
};

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
};

/** The least of the values that so large a share of them does not exceed; of none, not a number. */
export const percentile = (values: readonly number[], share: number): number =>
  ascending(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

/** Medians of the rounds; the ratio is that of neighbours, so that what else the machine does meets both. */
export const comparisonOf = (rounds: readonly Neighbours[]): Comparison => ({
  ours: median(rounds.map((round) => round.ours.rate)),
  bare: median(rounds.map((round) => round.bare.rate)),
  ratio: median(rounds.map((round) => round.ours.rate / round.bare.rate)),
  byCpu: median(rounds.map((round) => round.bare.cpuMs / round.ours.cpuMs)),
  rounds,
});

/** Two sides' rounds, each beside the one that ran next to it. */
export const neighbours = (ours: readonly Reading[], bare: readonly Reading[]): Neighbours[] =>
  ours.map((reading, at) => ({ ours: reading, bare: bare[at] as Reading }));

export type Summary = Reading & {
  /** How many a whole core would do, by the server's processor time. */
  readonly perCore: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly bytes: number;
};

/** Rate and processor time are medians of the rounds; the percentiles are of all acts of all rounds. */
export function summaryOf(rounds: readonly Round[]): Summary {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const cpuMs = median(rounds.map((round) => round.cpuMs));
  return {
    rate: median(rounds.map(({ rate }) => rate)),
    cpuMs,
    perCore: 1000 / cpuMs,
    p50Ms: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    bytes: median(rounds.map(({ bytes }) => bytes)),
  };
}

/** Runs the sides by turns, each first in its round; answers the readings of each side in the order of the rounds. */
export async function byTurns<Read extends Reading>(
  count: number,
  measures: readonly (() => Promise<Read>)[],
): Promise<Read[][]> {
  const readings: Read[][] = measures.map(() => []);
  for (let round = 0; round < count; round++)
    for (let turn = 0; turn < measures.length; turn++) {
      const at = (round + turn) % measures.length;
      readings[at]?.push(await (measures[at] as () => Promise<Read>)());
    }
  return readings;
}
