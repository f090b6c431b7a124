import { expect, onTestFinished, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { anonymous } from "@/server/platform/identity/session";
import { biddingMarket } from "@/test/bidding-market";
import { logMark, seqOfMark } from "./log-mark";
import { watchRequest } from "./watch";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

function asking(of: Market, actor: Actor, more: { after?: string; caller?: string } = {}) {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  return {
    actor,
    requestId: of.requestId,
    after: more.after ?? null,
    caller: { kind: "session", id: more.caller ?? "c" } as const,
    isStanding: async () => true,
    signal: gone.signal,
    leave: () => gone.abort(),
  };
}

test("a request for invited ones is not there to be watched by others; a draft is its buyer's", async () => {
  const of = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
  for (const [who, isThere] of [
    [of.actors.buyer, true],
    [of.actors.provider, true],
    [of.actors.provider2, false],
    [of.actors.administrator, false],
    [anonymous(), false],
  ] as const)
    expect((await watchRequest(asking(of, who), of.on)) !== "not_found").toBe(isThere);
});

test("a browser has sixteen streams at most, and a place that is given back is free", async () => {
  const of = await biddingMarket();
  const open = Array.from({ length: 16 }, () => asking(of, anonymous(), { caller: "tabs" }));
  for (const one of open) expect(await watchRequest(one, of.on)).not.toBe("no_seat");
  expect(await watchRequest(asking(of, anonymous(), { caller: "tabs" }), of.on)).toBe("no_seat");
  expect(await watchRequest(asking(of, anonymous(), { caller: "another" }), of.on)).not.toBe("no_seat");
  open[0]?.leave();
  expect(await watchRequest(asking(of, anonymous(), { caller: "tabs" }), of.on)).not.toBe("no_seat");
});

test("who names what it knows last hears what came since; who names nothing, or another request's mark, what comes", async () => {
  const of = await biddingMarket();
  await of.bid();
  const heard = async (after?: string) => {
    const opened = await watchRequest(asking(of, anonymous(), after === undefined ? {} : { after }), of.on);
    if (typeof opened === "string") throw new Error(opened);
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of opened.stream) {
      text += decoder.decode(part);
      if (text.includes("event: now")) break;
    }
    return [...text.matchAll(/"heard":"(\w+)"/g)].map(([, word]) => word);
  };
  expect(await heard(logMark(of.requestId, 1))).toEqual(["bid"]);
  expect(await heard()).toEqual([]);
  expect(await heard(logMark("another", 1))).toEqual([]);
  expect(await heard("' OR 1=1")).toEqual([]);
});

test("a mark names its entry to the market, on its own request only, and is never twice the same", () => {
  expect(seqOfMark("r", logMark("r", 7))).toBe(7);
  expect(seqOfMark("s", logMark("r", 7))).toBeNull();
  expect(logMark("r", 7)).not.toBe(logMark("r", 7));
  for (const mark of ["", "7", "x".repeat(46), `${logMark("r", 7)}A`]) expect(seqOfMark("r", mark)).toBeNull();
});
