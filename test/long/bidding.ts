import { randomUUID } from "node:crypto";
import { pick, type Random, randomFrom } from "@/demo/plan/random";
import type { Answer, Call, Caller } from "./caller";
import { bidOf, type House, type KillMarket } from "./market";

export type SentBid = {
  readonly requestId: string;
  readonly provider: House;
  readonly priceMinor: number;
  readonly call: Call;
  readonly answer: Answer;
};

export type SentClose = { readonly requestId: string; readonly call: Call; readonly answer: Answer };

export type Sent = {
  readonly bids: SentBid[];
  readonly closes: SentClose[];
  /** How many calls were sent again with their key after they had been answered. */
  repeated: number;
  /** Repeated calls that were not answered as the first time. */
  readonly differing: string[];
};

const AT_ONCE = 3;
const FIRST_PRICE_MINOR = 10_000;
const REPEATED_SHARE = 0.1;

export const isSame = (again: Answer, first: Answer): boolean =>
  again.isReplay && again.status === first.status && again.text === first.text;

/** Sends a call again with its key and notes where the answer is another. */
export async function repeat(
  caller: Caller,
  sent: Sent,
  { call, answer }: { call: Call; answer: Answer },
): Promise<void> {
  const again = await caller.untilAnswered(call);
  sent.repeated++;
  if (!isSame(again, answer))
    sent.differing.push(`${call.path}: ${answer.text} and then ${again.status} ${again.text}`);
}

type Work = {
  readonly caller: Caller;
  readonly market: KillMarket;
  readonly sent: Sent;
  readonly isOver: () => boolean;
  readonly seed: number;
};

/** The buyer closes a request once everybody has bid on it, and so opens its bids. */
async function close({ caller, market, sent }: Work, requestId: string): Promise<void> {
  const call = { path: `/api/v1/requests/${requestId}/close`, house: market.buyer, idempotencyKey: randomUUID() };
  sent.closes.push({ requestId, call, answer: await caller.untilAnswered(call) });
}

async function bid(work: Work, of: { provider: House; requestId: string; priceMinor: number }): Promise<SentBid> {
  const { provider, requestId, priceMinor } = of;
  const path = `/api/v1/requests/${requestId}/bids`;
  const call = { path, house: provider, idempotencyKey: randomUUID(), body: JSON.stringify(bidOf(priceMinor)) };
  const made = { requestId, provider, priceMinor, call, answer: await work.caller.untilAnswered(call) };
  work.sent.bids.push(made);
  return made;
}

/** Every provider bids on every request, several at once, and now and then sends a call again that was answered long ago. */
export async function bidOnAll(work: Work): Promise<void> {
  const { market, sent, caller, isOver, seed } = work;
  const missing = new Map(market.requests.map(({ id }) => [id, market.providers.length]));
  let priceMinor = FIRST_PRICE_MINOR;

  async function take(provider: House, waiting: string[], random: Random): Promise<void> {
    for (let requestId = waiting.shift(); requestId !== undefined && !isOver(); requestId = waiting.shift()) {
      await bid(work, { provider, requestId, priceMinor: priceMinor++ });
      const left = (missing.get(requestId) ?? 0) - 1;
      missing.set(requestId, left);
      if (left === 0) await close(work, requestId);
      if (random() < REPEATED_SHARE) await repeat(caller, sent, pick(random, sent.bids));
    }
    // A fast machine is through before the last kill, which must not find the server idle.
    while (!isOver()) await repeat(caller, sent, pick(random, sent.bids));
  }

  await Promise.all(
    market.providers.flatMap((provider, at) => {
      const waiting = market.requests.map(({ id }) => id);
      return Array.from({ length: AT_ONCE }, (_, lane) =>
        take(provider, waiting, randomFrom(seed + at * AT_ONCE + lane)),
      );
    }),
  );
}
