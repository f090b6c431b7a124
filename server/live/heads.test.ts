import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { isUnreachable } from "@/db/failures";
import { orders } from "@/db/schema/orders";
import { notices } from "@/db/schema/notices";
import { requests } from "@/db/schema/requests";
import { dealHeads, workHeads } from "@/db/repositories/live-heads";
import { findOrder, findOrderInDeal } from "@/db/repositories/orders";
import { DAY_MS, instant, later, toIso } from "@/domain/shared/time";
import { waiveGate } from "@/server/orders/chain/gates";
import { announceClosure } from "@/server/hubs/hub-state";
import { cancelOrder } from "@/server/orders/cancel-order";
import { reportMilestone } from "@/server/orders/report-milestone";
import { execute } from "@/server/platform/execute";
import { requestPage } from "@/server/requests/queries/request-page";
import { onCommitted } from "@/server/platform/platform";
import { chainMarket } from "@/test/chain-market";
import { makeAdministrator } from "@/test/dispute-market";
import { actorOf, visitor, EARLY } from "@/test/order-market";
import { makeLoop } from "./loop";
import { type Asking, type Opened, openStream } from "./open-stream";
import type { Topics } from "./topics";
import { openWatcher } from "./watcher";
import { headChannel, type HeadWatcher } from "./head-channel";
import { watchDeal, watchInbox, watchWork } from "./watch";

type Who = Parameters<typeof actorOf>[0];

const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 10_000, interval: 5 }).toBe(true);

// The database of a test that is over is taken from under the last look.
const fail = (error: unknown) => {
  if (!isUnreachable(error)) throw error;
};

/** The numbers that a stream tells, as they come; `time` counts the frames that only say that the line holds. */
function hear(stream: ReadableStream<Uint8Array>) {
  const heard = { seqs: [] as number[], ids: [] as string[], time: 0, isOver: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of stream)
      for (const text of decoder.decode(part).split("\n\n")) {
        const seq = /^event: head\ndata: {"seq":(\d+),/m.exec(text)?.[1];
        if (seq) {
          heard.seqs.push(Number(seq));
          heard.ids.push(/^id: (.+)$/m.exec(text)?.[1] ?? "");
        } else if (text.startsWith("event: time")) heard.time++;
      }
    heard.isOver = true;
  })();
  return heard;
}

let callers = 0;

const asking = (who: Who | null, more: Partial<Asking> = {}): Asking => {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  return {
    actor: who === null ? visitor : actorOf(who),
    after: null,
    caller: { kind: "session", id: `${who}-${++callers}` },
    isStanding: async () => true,
    signal: gone.signal,
    ...more,
  };
};

function opened(found: Opened) {
  if (typeof found === "string") throw new Error(found);
  return hear(found.stream);
}

/** A deal whose customs are another company's than its other services. */
async function twoProviders() {
  const market = await chainMarket();
  await market.database.write((tx) =>
    tx
      .update(orders)
      .set({ providerOrganisationId: "elsewhere" })
      .where(eq(orders.id, market.idOf("customs")))
      .returning({ id: orders.id }),
  );
  const deal = async (who: Who, more: Partial<Asking> = {}) =>
    opened(await watchDeal({ ...asking(who, more), dealId: market.dealId }, market.on));
  const work = async (who: Who, more: Partial<Asking> = {}) => opened(await watchWork(asking(who, more), market.on));
  const seqOfDeal = async () => (await dealHeads(market.database.read, [market.dealId])).get(market.dealId) as number;
  return { ...market, deal, work, seqOfDeal };
}

describe("who watches an inbox", () => {
  const told = (at: number, userId: string, organisationId: string) => ({
    ...{ id: `0notice${at}`, eventId: `event${at}`, userId, organisationId, kind: "bid_received" },
    ...{ facts: {}, href: "/", createdAt: instant(at), readAt: null },
  });

  test("hears that something has come to it, and of nobody else's", async () => {
    const { database, on } = await chainMarket();
    const watch = async (who: Who) => opened(await watchInbox(asking(who), on));
    const [lin, wei] = [await watch("lin"), await watch("wei")];
    await until(() => lin.time > 0 && wei.time > 0);
    const { userId, organisationId } = actorOf("lin");
    const tell = (at: number) =>
      database.write((tx) =>
        tx
          .insert(notices)
          .values(told(at, userId as string, organisationId as string))
          .returning(),
      );
    await tell(1_000);
    await until(() => lin.seqs.at(-1) === 1_000);
    await tell(2_000);
    await until(() => lin.seqs.at(-1) === 2_000);
    expect(wei.seqs).toEqual([]);
    expect(await watchInbox(asking(null), on)).toBe("not_found");
  });
});

describe("who watches a deal", () => {
  test("hears the number of each thing that happens to any of its orders, whichever party it is", async () => {
    const market = await twoProviders();
    const watchers = [await market.deal("lin"), await market.deal("timur"), await market.deal("stranger")];
    await until(() => watchers.every(({ time }) => time > 0));
    expect(watchers.flatMap(({ seqs }) => seqs)).toEqual([]);
    await market.report("logistics", "booked");
    const seq = await market.seqOfDeal();
    await until(() => watchers.every(({ seqs }) => seqs.at(-1) === seq));
    for (const { ids, seqs } of watchers) expect(ids).toEqual(seqs.map(String));
  });

  test("is its buyer or provides one of its orders; to everybody else it is not there", async () => {
    const { dealId, on } = await chainMarket();
    for (const [who, isThere] of [
      ["lin", true],
      ["wei", true],
      ["aigul", true],
      ["stranger", false],
      [null, false],
    ] as const)
      expect((await watchDeal({ ...asking(who), dealId }, on)) !== "not_found").toBe(isThere);
    expect(await watchDeal({ ...asking("lin"), dealId: "nosuchdeal" }, on)).toBe("not_found");
  });

  test("is told at once what it missed, where it names what it knows, and of a number from elsewhere only what comes", async () => {
    const market = await twoProviders();
    await market.report("logistics", "booked");
    const seq = await market.seqOfDeal();
    const late = await market.deal("lin", { after: String(seq - 1) });
    await until(() => late.seqs.length === 1);
    expect(late.seqs).toEqual([seq]);
    const others = [
      await market.deal("lin", { after: String(seq) }),
      await market.deal("lin", { after: "999999" }),
      await market.deal("lin", { after: "' OR 1=1" }),
    ];
    await until(() => others.every(({ time }) => time > 0));
    expect(others.flatMap(({ seqs }) => seqs)).toEqual([]);
    await market.report("customs", "documents_requested");
    await market.report("payment", "kyc_submitted");
    await until(() => others.every(({ seqs }) => (seqs.at(-1) ?? 0) > seq));
  });

  test("hears that the board of the deal's hub has changed, since its goods are expected by it; another hub's is no news", async () => {
    const market = await twoProviders();
    const watchers = [await market.deal("lin"), await market.deal("timur")];
    await until(() => watchers.every(({ time }) => time > 0));
    const before = await market.seqOfDeal();
    const actor = await makeAdministrator(market.database);
    const announce = (hubId: string) => {
      const span = { from: toIso(later(market.now(), DAY_MS)), to: toIso(later(market.now(), 2 * DAY_MS)) };
      const input = { hubId, mode: "road", ...span, reason: "Strong wind", source: "Port authority" };
      return execute(announceClosure, { actor, input }, market.on);
    };
    expect(await announce("alashankou")).toMatchObject({ kind: "done" });
    expect(await market.seqOfDeal()).toBe(before);
    expect(await announce("horgos")).toMatchObject({ kind: "done" });
    await until(() => watchers.every(({ seqs }) => seqs.length > 0));
    expect(watchers.map(({ seqs }) => seqs)).toEqual([[before + 1], [before + 1]]);
    const page = await findOrderInDeal(market.database.read, market.idOf("logistics"));
    expect(page?.dealSeq).toBe(before + 1);
  });

  test("reads on the page of an awarded request the number to go on from, as far as it is a party of the deal", async () => {
    const market = await twoProviders();
    const { requestId } = (await findOrder(market.database.read, market.idOf("logistics"))) ?? { requestId: "" };
    const seqFor = async (who: Who | null) => {
      const viewer = who === null ? visitor : actorOf(who);
      const page = await requestPage(market.database.read, viewer, { id: requestId, now: market.now() });
      return page?.dealSeq;
    };
    const set = (change: Partial<typeof requests.$inferInsert>) =>
      market.database.write((tx) =>
        tx.update(requests).set(change).where(eq(requests.id, requestId)).returning({ id: requests.id }),
      );
    await set({ publishedAt: market.now() });
    const before = await market.seqOfDeal();
    expect([await seqFor("lin"), await seqFor("wei"), await seqFor("stranger")]).toEqual([before, before, before]);
    expect(await seqFor(null)).toBeNull();
    const lin = await market.deal("lin", { after: String(before) });
    await market.report("logistics", "booked");
    await until(() => (lin.seqs.at(-1) ?? 0) > before);
    expect(await seqFor("lin")).toBe(lin.seqs.at(-1));
    await set({ state: "open" });
    expect(await seqFor("lin")).toBeNull();
  });

  test("has a seat of the same sixteen as whatever else its browser watches", async () => {
    const { dealId, on } = await chainMarket();
    const caller = { kind: "session", id: "one-browser" } as const;
    const signals = Array.from({ length: 16 }, () => asking("lin", { caller }));
    for (const one of signals) expect(await watchDeal({ ...one, dealId }, on)).not.toBe("no_seat");
    expect(await watchWork(asking("lin", { caller }), on)).toBe("no_seat");
    expect(await watchWork(asking("lin"), on)).not.toBe("no_seat");
  });
});

describe("who watches the work of its company", () => {
  test("hears when a step of another company opens a gate before an order of its own, and when the buyer opens one", async () => {
    const market = await twoProviders();
    await market.report("logistics", "booked");
    const carrier = await market.work("timur");
    await until(() => carrier.time > 0);
    const stranger = actorOf("stranger");
    for (const code of ["documents_requested", "documents_complete"]) {
      const input = {
        orderId: market.idOf("customs"),
        code,
        occurredAt: new Date(market.now()).toISOString(),
        ...EARLY,
      };
      expect(await execute(reportMilestone, { actor: stranger, input }, market.on)).toMatchObject({ kind: "done" });
    }
    await until(() => carrier.seqs.length > 0);
    const before = carrier.seqs.at(-1) as number;
    const waived = { dealId: market.dealId, gate: "inspection>logistics.picked_up", reason: "samples were seen" };
    expect(await market.run("lin", waiveGate, waived)).toMatchObject({ kind: "done" });
    await until(() => (carrier.seqs.at(-1) ?? 0) > before);
  });

  test("hears of its own orders from their award to their end, and nothing of deals in which it has none", async () => {
    const market = await chainMarket();
    const [own, other] = [
      opened(await watchWork(asking("timur"), market.on)),
      opened(await watchWork(asking("stranger"), market.on)),
    ];
    await until(() => own.time > 0 && other.time > 0);
    await market.reportTo("inspection", "report_issued");
    await market.accept("inspection");
    await market.run("lin", cancelOrder, { orderId: market.idOf("customs"), reason: "x" });
    const heads = await workHeads(market.database.read, ["provider", "elsewhere", "buyer"]);
    await until(() => own.seqs.at(-1) === heads.get("provider"));
    // One a command, however much followed from it.
    expect(heads.get("provider")).toBe(7);
    expect([heads.get("elsewhere"), heads.get("buyer"), ...other.seqs]).toEqual([0, 0]);
  });

  test("is of an organisation: a visitor has no work list", async () => {
    const { on } = await chainMarket();
    expect(await watchWork(asking(null), on)).toBe("not_found");
  });
});

test("what another process has written is heard, and the loop asks once for all that is watched of a kind", async () => {
  const market = await chainMarket();
  const asked: (readonly string[])[] = [];
  const elsewhere = makeLoop({ clock: market.on.clock, onCommitted: () => () => undefined, fail });
  const deals = elsewhere.over(
    headChannel({
      clock: market.on.clock,
      heads: (ids) => {
        asked.push(ids);
        return dealHeads(market.database.read, ids);
      },
    }),
  );
  const join = async (id: string) => {
    const { signal } = asking("lin");
    const { watcher, stream } = openWatcher<HeadWatcher>(
      { id, seq: 0, maySee: async () => true },
      { signal, leave: deals.leave },
    );
    const heard = hear(stream);
    await deals.join(watcher);
    return heard;
  };
  const watchers = [await join(market.dealId), await join(market.dealId)];
  await market.report("logistics", "booked");
  await until(() => watchers.every(({ seqs }) => seqs.length > 0));
  expect(asked.at(-1)).toEqual([market.dealId]);
  const gone = await join("nosuchdeal");
  await until(() => gone.isOver);
});

test("whose session has ended, or who may no longer see, is let go with the next heartbeat, and nobody else", async () => {
  const market = await chainMarket();
  const loop = makeLoop({ clock: market.on.clock, onCommitted, fail, beatMs: 50 });
  const deals = loop.over(
    headChannel({ clock: market.on.clock, heads: (ids) => dealHeads(market.database.read, ids) }),
  );
  const may = { stand: true, see: true };
  const join = (isStanding: () => boolean, maySee: () => boolean) => {
    const of = { id: market.dealId, seq: 0, maySee: async () => maySee() };
    return opened(openStream(deals, of, asking("lin", { isStanding: async () => isStanding() })));
  };
  const always = () => true;
  const [signedOut, left, keeper] = [join(() => may.stand, always), join(always, () => may.see), join(always, always)];
  await until(() => signedOut.time > 1 && left.time > 1);
  may.stand = false;
  await until(() => signedOut.isOver);
  expect(left.isOver).toBe(false);
  may.see = false;
  await until(() => left.isOver);
  expect(keeper.isOver).toBe(false);
});

const hops = async (count: number) => {
  for (let hop = 0; hop < count; hop++) await new Promise((resolve) => setImmediate(resolve));
};

/** A number in memory whose reading takes its time. */
function slowHead(delays: Iterator<number>) {
  let [seq, committed] = [0, () => undefined as void];
  const clock = () => instant(0);
  const loop = makeLoop({
    clock,
    fail,
    onCommitted(listener) {
      committed = listener;
      return () => undefined;
    },
  });
  const channel = headChannel({
    clock,
    async heads(ids) {
      await hops(delays.next().value ?? 0);
      const seen = new Map(ids.map((id) => [id, seq]));
      await hops(delays.next().value ?? 0);
      return seen;
    },
  });
  const write = () => {
    seq++;
    committed();
  };
  return { topics: loop.over(channel), write, seq: () => seq };
}

const move = fc.record({ step: fc.constantFrom("write", "come", "leave"), who: fc.nat(2), hops: fc.nat(4) });

test("whoever comes, goes and comes back while much happens hears only of later numbers, and ends with the last", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 40 }), fc.infiniteStream(fc.nat(3)), async (moves, delays) => {
      const head = slowHead(delays[Symbol.iterator]());
      const readers = [0, 1, 2].map(() => ({ seqs: [0], gone: null as AbortController | null }));
      const come = (reader: (typeof readers)[number], topics: Topics<HeadWatcher>) => {
        reader.gone?.abort();
        const gone = new AbortController();
        reader.gone = gone;
        const { watcher, stream } = openWatcher<HeadWatcher>(
          { id: "d", seq: reader.seqs.at(-1) as number, maySee: async () => true },
          { signal: gone.signal, leave: topics.leave },
        );
        void (async () => {
          const source = stream.getReader();
          for (;;) {
            const { value, done } = await source.read();
            if (done || gone.signal.aborted) return;
            const seq = /"seq":(\d+)/.exec(new TextDecoder().decode(value))?.[1];
            if (seq) reader.seqs.push(Number(seq));
          }
        })();
        void topics.join(watcher);
      };
      for (const { step, who, hops: some } of moves) {
        const reader = readers[who] as (typeof readers)[number];
        if (step === "write") head.write();
        else if (step === "come") come(reader, head.topics);
        else reader.gone?.abort();
        await hops(some);
      }
      for (const reader of readers) if (!reader.gone || reader.gone.signal.aborted) come(reader, head.topics);
      const isThrough = () => readers.every(({ seqs }) => (seqs.at(-1) as number) >= head.seq());
      for (let round = 0; round < 200 && !isThrough(); round++) await hops(5);
      for (const { seqs, gone } of readers) {
        expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
        expect(seqs.at(-1)).toBe(head.seq());
        gone?.abort();
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
