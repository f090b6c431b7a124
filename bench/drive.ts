import { Agent, request } from "node:http";
import { byTurns, type Reading, type Round } from "./figures";

export type Sent = {
  readonly path: string;
  readonly method?: "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Answer = { readonly bytes: number; readonly text: string };

/** Sends to one server over connections that are kept; any answer but a success is a fault, and its text is the error. */
export type Ask = (sent: Sent) => Promise<Answer>;

const CONNECTIONS_MAX = 64;
const SAID_MAX = 200;

export function askerOf(url: string): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  return function ask(sent): Promise<Answer> {
    const { path, method = "GET", headers, body } = sent;
    const json = body === undefined ? {} : { "content-type": "application/json" };
    return new Promise((resolve, reject) => {
      const asked = request(url + path, { agent, method, headers: { ...json, ...headers } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("error", reject);
        answer.once("end", () => {
          const whole = Buffer.concat(parts);
          const { statusCode = 0 } = answer;
          if (statusCode >= 200 && statusCode < 300) resolve({ bytes: whole.length, text: whole.toString() });
          else reject(new Error(`${path} answers ${statusCode}: ${whole.toString().slice(0, SAID_MAX)}`));
        });
      });
      asked.once("error", (error: NodeJS.ErrnoException) => {
        // The server may end an idle connection in the moment in which it is used again; writes carry a key, so that none is done twice.
        if (asked.reusedSocket && error.code === "ECONNRESET") resolve(ask(sent));
        else reject(error);
      });
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
}

/** One act; answers how many bytes it was answered with. */
export type Act = () => Promise<number>;

/** A side of a line: makes what so many acts use up, and answers the act. */
export type Contender = {
  readonly cpuMs: () => number;
  readonly prepare: (count: number) => Promise<Act>;
};

/** Does so many acts, that many clients at a time, each beginning its next when its last is answered. */
export async function together(count: number, clients: number, act: (at: number) => Promise<unknown>): Promise<void> {
  let at = 0;
  const client = async () => {
    for (let own = at++; own < count; own = at++) await act(own);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

type Span = { readonly amount: number; readonly clients: number };

async function roundOf({ cpuMs, prepare }: Contender, { amount, clients }: Span): Promise<Round> {
  const act = await prepare(amount);
  const latenciesMs: number[] = [];
  let bytes = 0;
  const [startMs, beforeMs] = [performance.now(), cpuMs()];
  await together(amount, clients, async () => {
    const sentMs = performance.now();
    const received = await act();
    latenciesMs.push(performance.now() - sentMs);
    bytes += received;
  });
  const seconds = (performance.now() - startMs) / 1000;
  return { rate: amount / seconds, cpuMs: (cpuMs() - beforeMs) / amount, latenciesMs, bytes: bytes / amount };
}

/** Warms all contenders and has them run rounds by turns; answers the rounds of each. */
export async function drive(
  contenders: readonly Contender[],
  span: Span & { readonly rounds: number; readonly warmRounds: number },
): Promise<Round[][]> {
  const measures = contenders.map((contender) => () => roundOf(contender, span));
  await byTurns(span.warmRounds, measures);
  return byTurns(span.rounds, measures);
}

/** Does the work in this process and answers how much of it a second, at how much processor time each. */
export async function timed(count: number, work: () => void | Promise<void>): Promise<Reading> {
  const [startMs, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { rate: (count * 1000) / (performance.now() - startMs), cpuMs: (user + system) / 1000 / count };
}
