import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { toIso } from "@/domain/shared/time";
import { BID_BODY } from "@/server/bidding/examples";
import type { House } from "./market";
import type { StreamClient } from "./stream-client";

export type Bidding = {
  readonly url: string;
  readonly requestId: string;
  readonly bidders: readonly { readonly house: House }[];
};

const SETTLE_MS = 10_000;
const LOOK_EVERY_MS = 5;
const DAYS_20_MS = 20 * 86_400_000;
/** So many lines are cut before every fifth bid, and come back while it is on its way. */
const CUT_EVERY = 5;
const CUT_CLIENTS = 30;
const BACK_WITHIN_MS = 60;
const BETWEEN_BIDS_MS = 40;

const FIRST_PRICE = 900_000;

/** Hands in bids, each lower than the last: a first one of every bidder, then revisions by turns. */
export function bidsOf({ url, requestId, bidders }: Bidding) {
  const bidIds: string[] = [];
  let serial = 0;
  return async (): Promise<number> => {
    const at = serial % bidders.length;
    const unitPrice = { minor: FIRST_PRICE - serial, currency: "CNY" };
    const charges = [{ code: "EXD", basis: "declaration", unitPrice }];
    const bidId = bidIds[at];
    const offer = bidId ? { charges } : { ...BID_BODY, charges, validUntil: toIso((Date.now() + DAYS_20_MS) as never) };
    const path = bidId ? `/api/v1/bids/${bidId}` : `/api/v1/requests/${requestId}/bids`;
    const sentMs = performance.now();
    const answer = await fetch(url + path, {
      method: bidId ? "PATCH" : "POST",
      headers: {
        authorization: bidders[at]?.house.authorization ?? "",
        "content-type": "application/json",
        "idempotency-key": `bid-${serial}`,
      },
      body: JSON.stringify(offer),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`a bid was answered ${answer.status}: ${text}`);
    bidIds[at] ??= (JSON.parse(text) as { id: string }).id;
    serial++;
    return sentMs;
  };
}

export type Measured = {
  /** From sending a bid until the last of those whose line held heard of it, a figure a bid. */
  readonly lastMs: readonly number[];
  /** The same of each that heard. */
  readonly allMs: readonly number[];
  readonly missed: number;
  readonly doubled: number;
  readonly unordered: number;
};

async function until(isSo: () => boolean): Promise<void> {
  const endMs = performance.now() + SETTLE_MS;
  while (!isSo() && performance.now() < endMs) await pause(LOOK_EVERY_MS);
}

/** Sends so many bids, cuts lines in between, and counts what each client heard of them. */
export async function measure(
  clients: readonly StreamClient[],
  bid: () => Promise<number>,
  of: { readonly bids: number; readonly firstSeq: number },
): Promise<Measured> {
  const lastMs: number[] = [];
  const allMs: number[] = [];
  for (let serial = 0; serial < of.bids; serial++) {
    const seq = of.firstSeq + serial;
    const cut = new Set<StreamClient>();
    if (serial % CUT_EVERY === CUT_EVERY - 1)
      while (cut.size < Math.min(CUT_CLIENTS, clients.length))
        cut.add(clients[randomInt(clients.length)] as StreamClient);
    const back = [...cut].map(async (client) => {
      client.cut();
      await pause(randomInt(BACK_WITHIN_MS));
      await client.come();
    });
    const sentMs = await bid();
    await Promise.all(back);
    await until(() => clients.every(({ heard }) => (heard.at(-1)?.seq ?? 0) >= seq));
    const held = clients.filter((client) => !cut.has(client));
    const took = held.flatMap(({ heard }) => {
      const found = heard.find((one) => one.seq === seq);
      return found ? [found.atMs - sentMs] : [];
    });
    allMs.push(...took);
    lastMs.push(Math.max(...took));
    await pause(BETWEEN_BIDS_MS);
  }
  const expected = Array.from({ length: of.bids }, (_, at) => of.firstSeq + at);
  let [missed, doubled, unordered] = [0, 0, 0];
  for (const { heard } of clients) {
    const seqs = heard.map(({ seq }) => seq).filter((seq) => seq >= of.firstSeq);
    missed += expected.filter((seq) => !seqs.includes(seq)).length;
    doubled += seqs.length - new Set(seqs).size;
    unordered += seqs.filter((seq, at) => at > 0 && seq < (seqs[at - 1] as number)).length;
  }
  return { lastMs, allMs, missed, doubled, unordered };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
