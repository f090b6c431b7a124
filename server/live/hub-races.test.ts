import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogEntry } from "@/db/repositories/request-log";
import { instant } from "@/domain/shared/time";
import { makeHub } from "./hub";
import { seqOfMark } from "./log-mark";
import type { Source } from "./watched-request";
import { openWatcher } from "./watcher";

const REQUEST = "r";
const facts = {
  requestId: REQUEST,
  reference: "KR-1",
  dealId: "d",
  service: "customs",
  buyerOrganisationId: "b",
} as const;

const hops = async (count: number) => {
  for (let hop = 0; hop < count; hop++) await new Promise((resolve) => setImmediate(resolve));
};

/** A log in memory whose reads take their time, before and after they look. */
function slowLog(delays: Iterator<number>) {
  const entries: LogEntry[] = [];
  let committed: () => void = () => undefined;
  const slowly = async <T>(look: () => T): Promise<T> => {
    await hops(delays.next().value ?? 0);
    const seen = look();
    await hops(delays.next().value ?? 0);
    return seen;
  };
  const source: Source = {
    heads: (ids) => slowly(() => new Map(ids.map((id) => [id, { seq: entries.length, board: 0 }]))),
    after: (_, seq, limit) => slowly(() => entries.slice(seq, seq + limit)),
    at: () =>
      slowly(() => ({
        request: {
          ...{ id: REQUEST, buyerOrganisationId: "b", service: "customs", state: "open", bidMode: "open" },
          ...{ bidCount: entries.length, closesAt: instant(0), comparisonCurrency: "CNY", terms: null },
          ...{ logSeq: entries.length, boardSeq: 0 },
        } as never,
        standings: [],
        ranking: { ok: true, value: [] } as const,
      })),
  };
  return {
    source,
    onCommitted: (listener: () => void) => {
      committed = listener;
      return () => undefined;
    },
    write() {
      const seq = entries.length + 1;
      const event = { type: "bid.submitted", version: 1, bidId: `${seq}`, providerOrganisationId: `${seq}`, ...facts };
      entries.push({ seq, at: instant(seq), event } as LogEntry);
      committed();
    },
    length: () => entries.length,
  };
}

const STEPS = ["write", "write", "come", "leave"] as const;
const move = fc.record({ step: fc.constantFrom(...STEPS), who: fc.nat(2), hops: fc.nat(4) });

test("whoever comes, goes and comes back while bids pour in hears each once, in order, and ends with the latest count", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 40 }), fc.infiniteStream(fc.nat(3)), async (moves, delays) => {
      const log = slowLog(delays[Symbol.iterator]());
      const failures: unknown[] = [];
      const hub = makeHub({ ...log, clock: () => instant(0), fail: (error) => failures.push(error) });
      const readers = [0, 1, 2].map(() => ({ seqs: [] as number[], count: -1, gone: null as AbortController | null }));

      const come = (reader: (typeof readers)[number]) => {
        reader.gone?.abort();
        const gone = new AbortController();
        reader.gone = gone;
        const { watcher, stream } = openWatcher(
          {
            requestId: REQUEST,
            watching: { organisationId: null, isBuyer: false, bidMode: "open" },
            maySee: async () => true,
            seq: reader.seqs.at(-1) ?? 0,
          },
          { signal: gone.signal, leave: hub.leave },
        );
        const decoder = new TextDecoder();
        const source = stream.getReader();
        void (async () => {
          for (;;) {
            const { value, done } = await source.read();
            // What is on the way when somebody leaves is not heard: the browser has closed its end.
            if (done || gone.signal.aborted) return;
            const text = decoder.decode(value);
            const id = /^id: (.+)$/m.exec(text)?.[1];
            if (id) reader.seqs.push(seqOfMark(REQUEST, id) as number);
            const count = /"bidCount":(\d+)/.exec(text)?.[1];
            if (count) reader.count = Number(count);
          }
        })();
        void hub.join(watcher);
      };

      for (const { step, who, hops: some } of moves) {
        const reader = readers[who] as (typeof readers)[number];
        if (step === "write") log.write();
        else if (step === "come") come(reader);
        else reader.gone?.abort();
        await hops(some);
        for (const { seqs } of readers) expect(seqs).toEqual(seqs.map((_, at) => at + 1));
      }
      for (const reader of readers) if (!reader.gone || reader.gone.signal.aborted) come(reader);
      const isThrough = () => readers.every(({ seqs, count }) => seqs.length >= log.length() && count >= log.length());
      for (let round = 0; round < 200 && !isThrough(); round++) await hops(5);
      for (const { seqs, count, gone } of readers) {
        expect(seqs).toEqual(Array.from({ length: log.length() }, (_, at) => at + 1));
        expect(count).toBe(log.length());
        gone?.abort();
      }
      expect(failures).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("who left while it was coming is watched for no more: nothing is read on its behalf", async () => {
  const delays = (function* () {
    for (;;) yield 2;
  })();
  const log = slowLog(delays);
  let looks = 0;
  const source: Source = {
    ...log.source,
    heads: (ids) => {
      looks++;
      return log.source.heads(ids);
    },
  };
  const hub = makeHub({ ...log, source, clock: () => instant(0), fail: () => undefined });
  const gone = new AbortController();
  const { watcher } = openWatcher(
    {
      requestId: REQUEST,
      watching: { organisationId: null, isBuyer: false, bidMode: "open" },
      maySee: async () => true,
      seq: 0,
    },
    { signal: gone.signal, leave: hub.leave },
  );
  const joining = hub.join(watcher);
  gone.abort();
  await joining;
  await hops(20);
  expect(looks).toBe(0);
});
