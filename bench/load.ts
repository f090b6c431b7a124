import autocannon, { type Answered, type Options, type Sent } from "autocannon";
import type { Server } from "./server";

/** What a line sends: the same request again and again, or a fresh one each time from `next`. */
export type Traffic = {
  readonly server: Pick<Server, "url" | "cpuMs">;
  readonly path: string;
  readonly connections: number;
  readonly next?: () => Sent;
};

/** What a side did: so many a second (or milliseconds a run), at how much processor time each. */
export type Reading = { readonly rate: number; readonly cpuMs: number };

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

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
};

type Measure = () => Promise<Reading>;

/** Medians of the rounds; the ratio is that of neighbours, so that what else the machine does meets both. */
export const comparisonOf = (rounds: readonly Neighbours[]): Comparison => ({
  ours: median(rounds.map((round) => round.ours.rate)),
  bare: median(rounds.map((round) => round.bare.rate)),
  ratio: median(rounds.map((round) => round.ours.rate / round.bare.rate)),
  byCpu: median(rounds.map((round) => round.bare.cpuMs / round.ours.cpuMs)),
  rounds,
});

/** Runs both sides by turns, each first in every second round. */
export async function alternate(count: number, ours: Measure, bare: Measure): Promise<Comparison> {
  const rounds: Neighbours[] = [];
  for (let round = 0; round < count; round++) {
    const isOursFirst = round % 2 === 0;
    const first = await (isOursFirst ? ours : bare)();
    const second = await (isOursFirst ? bare : ours)();
    rounds.push(isOursFirst ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  return comparisonOf(rounds);
}

type Answers = { readonly answered: Answered; readonly seconds: number };

/** Sends and waits for the last answer: the load generator itself ends on whole seconds only. */
function send(options: Options): Promise<Answers> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    let lastMs = startMs;
    const running = autocannon(options, (error, answered) => {
      if (error) reject(error);
      else resolve({ answered, seconds: (lastMs - startMs) / 1000 });
    });
    running.on("response", () => {
      lastMs = performance.now();
    });
  });
}

/** So many successful answers, by the clock and by the server's processor time. Any other answer is a fault of the benchmark. */
export async function throughput({ server, path, connections, next }: Traffic, amount: number): Promise<Reading> {
  const beforeMs = server.cpuMs();
  const { answered, seconds } = await send({
    url: server.url + path,
    connections,
    amount,
    ...(next ? { requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }] } : {}),
  });
  const { non2xx, errors, timeouts } = answered;
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${path}: ${non2xx} other answers, ${errors} errors, ${timeouts} timeouts`);
  const count = answered["2xx"];
  return { rate: count / seconds, cpuMs: (server.cpuMs() - beforeMs) / count };
}
