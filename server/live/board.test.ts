import { expect, onTestFinished, test } from "vitest";
import { isUnreachable } from "@/db/failures";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { announceClosure, enterHubState, withdrawClosure } from "@/server/hubs/hub-state";
import { reviseBid } from "@/server/bidding/submit-bid";
import { onCommitted } from "@/server/platform/platform";
import { watchedRequest } from "@/server/requests/queries/questions";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { type Hub, makeHub, sourceOver } from "./hub";
import { openWatcher } from "./watcher";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
type Now = { readonly board: number; readonly bidCount: number };

// The database of a test that is over is taken from under the last look.
const fail = (error: unknown) => {
  if (!isUnreachable(error)) throw error;
};
/** By itself it is the process that enters; without its commits it is another one, which only sees what is stored. */
const hubOver = ({ database, on }: Market, listening: typeof onCommitted): Hub =>
  makeHub({ source: sourceOver(database.read), clock: on.clock, onCommitted: listening, fail });
const elsewhere: typeof onCommitted = () => () => undefined;

/** Somebody who watches the request; what they are told of now, one after the other, and when. */
async function watch(of: Market, hub: Hub) {
  const found = await watchedRequest(of.database.read, of.actors.buyer, of.requestId);
  if (!found) throw new Error("not for this viewer");
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const { watcher, stream } = openWatcher(
    { requestId: of.requestId, watching: found.watching, seq: found.logSeq, maySee: async () => true },
    { signal: gone.signal, leave: hub.leave },
  );
  const told: { now: Now; at: number }[] = [];
  const events: string[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of stream)
      for (const text of decoder.decode(part).split("\n\n")) {
        const [, event] = /event: (\w+)/.exec(text) ?? [];
        if (event) events.push(event);
        const [, data] = /event: now\ndata: (.+)/.exec(text) ?? [];
        if (data) told.push({ now: JSON.parse(data) as Now, at: performance.now() });
      }
  })();
  await hub.join(watcher);
  return { boards: () => told.map(({ now }) => now.board), last: () => told.at(-1), events: () => events };
}

const closure = (hubId = "horgos") => ({
  ...{ hubId, mode: "road", from: toIso(later(START, DAY_MS)), to: toIso(later(START, 4 * DAY_MS)) },
  ...{ reason: "Spring Festival", source: "Customs notice" },
});

const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 10_000, interval: 5 }).toBe(true);

test.each([
  ["of the process that entered it", onCommitted],
  ["of another process", elsewhere],
])(
  "who watches a request by the hub %s is told within two seconds that its port's board has changed",
  async (_, listening) => {
    const of = await biddingMarket();
    const { administrator } = of.actors;
    const watching = await watch(of, hubOver(of, listening));
    await until(() => watching.boards().length === 1);
    const enteredAt = performance.now();
    const { id } = done(await of.run(announceClosure, administrator, closure()));
    await until(() => watching.boards().at(-1) === 1);
    expect((watching.last()?.at ?? Number.POSITIVE_INFINITY) - enteredAt).toBeLessThan(2_000);
    done(await of.run(withdrawClosure, administrator, { closureId: id, reason: "Done early" }));
    await until(() => watching.boards().at(-1) === 2);
    const state = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
    done(await of.run(enterHubState, administrator, state));
    await until(() => watching.boards().at(-1) === 3);
    // News of a board is no entry of the request's log: nobody hears it as one.
    expect(watching.events().filter((event) => event === "heard")).toEqual([]);
  },
);

test("another port's board is no news, and what may not be heard of a sealed bid is not told with it", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  const watching = await watch(of, hubOver(of, onCommitted));
  await until(() => watching.boards().length === 1);
  done(await of.run(announceClosure, of.actors.administrator, closure("alashankou")));
  done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOfThree("CNY", [1, 2, 3]) }));
  done(await of.run(announceClosure, of.actors.administrator, closure()));
  await until(() => watching.boards().at(-1) === 1);
  expect(watching.boards()).toEqual([0, 1]);
  expect(watching.last()?.now.bidCount).toBe(1);
});

test("who comes after the change is told the board's number with the first word", async () => {
  const of = await biddingMarket();
  const hub = hubOver(of, elsewhere);
  const first = await watch(of, hub);
  await until(() => first.boards().length === 1);
  done(await of.run(announceClosure, of.actors.administrator, closure()));
  await until(() => first.boards().at(-1) === 1);
  const second = await watch(of, hub);
  await until(() => second.boards().length === 1);
  expect(second.boards()).toEqual([1]);
});
