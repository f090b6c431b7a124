import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { isUnreachable } from "@/db/failures";
import type { Actor } from "@/domain/access/policy";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { reviseBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { anonymous } from "@/server/platform/identity/session";
import { onCommitted } from "@/server/platform/platform";
import { watchedRequest } from "@/server/requests/queries/questions";
import { biddingMarket, CLOSES, done, offerOfThree } from "@/test/bidding-market";
import { type Hub, makeHub, sourceOver } from "./hub";
import { seqOfMark } from "./log-mark";
import { openWatcher } from "./watcher";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
type Frame = { readonly id: string | null; readonly event: string; readonly data: Record<string, unknown> };

const offerOf = (minor: number) => ({
  ...offerOfThree(),
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor, currency: "CNY" } }],
});

// The database of a test that is over is taken from under the last look.
const fail = (error: unknown) => {
  if (!isUnreachable(error)) throw error;
};

const hubOver = ({ database, on }: Market, more: { onCommitted?: typeof onCommitted; beatMs?: number } = {}): Hub =>
  makeHub({ source: sourceOver(database.read), clock: on.clock, onCommitted, fail, ...more });

const frameOf = (text: string): Frame | null => {
  const lines = new Map(text.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
  const data = lines.get("data");
  return data ? { id: lines.get("id") ?? null, event: lines.get("event") ?? "", data: JSON.parse(data) } : null;
};

/** Somebody who watches by a hub, from an entry on; what it read is kept however often it leaves and comes back. */
async function reader(of: Market, hub: Hub, viewer: Actor = anonymous(), fromSeq = 0) {
  const { requestId, database } = of;
  const found = await watchedRequest(database.read, viewer, requestId);
  if (!found) throw new Error("not for this viewer");
  const frames: Frame[] = [];
  let [gone, isStanding] = [new AbortController(), true];
  let isOver = false;
  const lastId = () => frames.findLast(({ id }) => id !== null)?.id ?? null;
  async function come(): Promise<void> {
    gone = new AbortController();
    isOver = false;
    const id = lastId();
    const seq = id === null ? fromSeq : (seqOfMark(requestId, id) as number);
    const { watcher, stream } = openWatcher(
      { requestId, watching: found?.watching as never, seq, maySee: async () => isStanding },
      { signal: gone.signal, leave: hub.leave },
    );
    void pump(stream, gone.signal);
    await hub.join(watcher);
  }
  async function pump(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const part of stream) {
      // What is on the way when somebody leaves is not heard.
      if (signal.aborted) return;
      text += decoder.decode(part, { stream: true });
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const one of whole) {
        const frame = frameOf(one);
        if (frame) frames.push(frame);
      }
    }
    isOver = true;
  }
  const leave = () => gone.abort();
  onTestFinished(leave);
  await come();
  return {
    come,
    leave,
    lose: () => {
      isStanding = false;
    },
    isOver: () => isOver,
    of: (event: string) => frames.filter((frame) => frame.event === event),
    ids: () => frames.flatMap(({ id }) => id ?? []),
    seqs: () => frames.flatMap(({ id }) => (id === null ? [] : (seqOfMark(requestId, id) ?? "unreadable"))),
    words: () => frames.filter(({ event }) => event === "heard").map(({ data }) => data.heard),
    last: (event: string) => frames.findLast((frame) => frame.event === event)?.data,
  };
}

const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 10_000, interval: 5 }).toBe(true);

const SEQ_OF_PUBLISHING = 1;

describe("who watches a request", () => {
  test("hears each thing once and in order, however often it leaves and whichever reader it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("bid", "revise", "leave", "come", "leave2", "come2", "join"), { maxLength: 25 }),
        async (steps) => {
          const of = await biddingMarket({ mode: "open" });
          const [hub, other] = [hubOver(of), hubOver(of, { onCommitted: () => () => undefined })];
          const steady = await reader(of, hub);
          const readers = [await reader(of, hub), await reader(of, other)];
          const { id: bidId } = await of.bid(of.actors.provider, offerOf(900_000));
          let [minor, hasSecond] = [800_000, false];
          for (const step of steps) {
            if (step === "revise") done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOf(minor--) }));
            else if (step === "bid" && !hasSecond) {
              hasSecond = true;
              await of.bid(of.actors.provider2, offerOf(950_000));
            } else if (step === "leave") readers[0]?.leave();
            else if (step === "leave2") readers[1]?.leave();
            else if (step === "come") {
              readers[0]?.leave();
              await readers[0]?.come();
            } else if (step === "come2") {
              readers[1]?.leave();
              await readers[1]?.come();
            } else if (step === "join") readers.push(await reader(of, hub));
            for (const one of readers) expect(one.seqs()).toEqual(one.seqs().map((_, at) => at + 1));
          }
          const { logSeq } = await of.request();
          const whole = Array.from({ length: logSeq }, (_, at) => at + 1);
          await until(() => steady.seqs().at(-1) === logSeq);
          expect(steady.seqs()).toEqual(whole);
          for (const one of readers) {
            one.leave();
            await one.come();
            await until(() => one.seqs().at(-1) === logSeq);
            expect(one.seqs()).toEqual(whole);
            one.leave();
          }
          steady.leave();
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);

  test("hears of a bid that another process took", async () => {
    const of = await biddingMarket({ mode: "open" });
    const elsewhere = hubOver(of, { onCommitted: () => () => undefined });
    const visitor = await reader(of, elsewhere, anonymous(), SEQ_OF_PUBLISHING);
    await of.bid();
    await until(() => visitor.words().length === 1);
    expect(visitor.words()).toEqual(["bid"]);
    expect(visitor.last("now")).toMatchObject({ bidCount: 1, state: "open", closesAt: CLOSES });
  });

  test("hears when an improving bid moves the close, and when the request ends", async () => {
    const of = await biddingMarket({ mode: "open" });
    const visitor = await reader(of, hubOver(of), anonymous(), SEQ_OF_PUBLISHING);
    of.setClock(later(CLOSES, -MINUTE_MS));
    await of.bid();
    await until(() => visitor.words().length === 2);
    expect(visitor.words()).toEqual(["bid", "extended"]);
    expect(visitor.last("now")).toMatchObject({ closesAt: CLOSES + 4 * MINUTE_MS });
    await of.closeAtItsTime();
    await until(() => visitor.last("now")?.state === "opened");
  });

  test("learns nothing of a sealed bid but the number of bids: a revision is not heard, and no id tells that it was", async () => {
    const of = await biddingMarket();
    const hub = hubOver(of);
    const [buyer, bidder] = [
      await reader(of, hub, of.actors.buyer, SEQ_OF_PUBLISHING),
      await reader(of, hub, of.actors.provider, SEQ_OF_PUBLISHING),
    ];
    const { id: bidId } = await of.bid();
    done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOf(1_234_567) }));
    await until(() => bidder.words().length === 2);
    const told = buyer.of("now").length;
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    await until(() => buyer.words().length === 2);
    expect(bidder.words()).toEqual(["own_bid", "own_bid", "own_bid"]);
    expect(buyer.words()).toEqual(["bid", "bid_withdrawn"]);
    // One for the coming, one for the bid; the revision between them is none.
    expect(told).toBe(2);
    expect(buyer.ids().every((id) => /^[\w-]{46}$/.test(id))).toBe(true);
    expect(buyer.of("place")).toEqual([]);
    expect(JSON.stringify([...buyer.of("heard"), ...buyer.of("now")])).not.toContain("provider");
  });

  test("is told its own place at once, and nobody is told another's", async () => {
    const of = await biddingMarket({ mode: "open", feedback: "gap" });
    const hub = hubOver(of);
    const [first, second, buyer, visitor] = [
      await reader(of, hub, of.actors.provider),
      await reader(of, hub, of.actors.provider2),
      await reader(of, hub, of.actors.buyer),
      await reader(of, hub),
    ];
    await of.bid(of.actors.provider, offerOf(100_000));
    await until(() => first.of("place").length === 1);
    expect(first.last("place")).toEqual({ feedback: { kind: "gap", rank: 1, count: 1, gapBps: 0 } });
    await of.bid(of.actors.provider2, offerOf(80_000));
    await until(() => first.of("place").length === 2 && second.of("place").length === 1);
    expect(first.last("place")).toEqual({ feedback: { kind: "gap", rank: 2, count: 2, gapBps: 2_500 } });
    expect(second.last("place")).toEqual({ feedback: { kind: "gap", rank: 1, count: 2, gapBps: 0 } });
    expect([...buyer.of("place"), ...visitor.of("place")]).toEqual([]);
    first.leave();
    await first.come();
    await until(() => first.of("place").length === 3);
  });
});

describe("a watcher is let go", () => {
  test("with the next heartbeat, once it may no longer see", async () => {
    const of = await biddingMarket({ mode: "open" });
    const hub = hubOver(of, { beatMs: 50 });
    const [loser, keeper] = [await reader(of, hub), await reader(of, hub)];
    await until(() => loser.of("time").length > 0);
    loser.lose();
    await until(loser.isOver);
    expect(keeper.isOver()).toBe(false);
  });

  test("where it does not read, and then comes back with what it knows", async () => {
    const of = await biddingMarket({ mode: "open" });
    const hub = hubOver(of);
    const gone = new AbortController();
    const { watcher } = openWatcher(
      {
        requestId: of.requestId,
        watching: { organisationId: null, isBuyer: false, bidMode: "open" },
        seq: 0,
        maySee: async () => true,
      },
      { signal: gone.signal, leave: hub.leave },
    );
    await hub.join(watcher);
    const block = new Uint8Array(40_000);
    expect([watcher.send(block), watcher.send(block), watcher.send(block), watcher.isOver()]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

test("a hundred watchers of a request cost the database no more than one does", async () => {
  const of = await biddingMarket({ mode: "open" });
  let reads = 0;
  const counting = new Proxy(of.database.read, {
    get(target, name, receiver) {
      if (name === "select") reads++;
      return Reflect.get(target, name, receiver);
    },
  });
  let commit: () => void = () => undefined;
  const hub = makeHub({
    source: sourceOver(counting),
    clock: of.on.clock,
    fail,
    onCommitted: (listener) => {
      commit = listener;
      return () => undefined;
    },
  });
  const readers: Awaited<ReturnType<typeof reader>>[] = [];
  for (let count = 0; count < 100; count++) readers.push(await reader(of, hub, anonymous(), SEQ_OF_PUBLISHING));
  reads = 0;
  await of.bid();
  commit();
  await until(() => readers.every((one) => one.words().length === 1));
  // Looks without news, one read each, may have come in between.
  expect(reads).toBeLessThan(20);
});
