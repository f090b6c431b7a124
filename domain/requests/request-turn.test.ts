import { expect, test } from "vitest";
import { instant } from "../shared/time";
import { REQUEST_STATES } from "./request";
import { isTurnOf, turnOf, turnToSide, turnWhileOrdered, turnWhileUnstated } from "./request-turn";

const REQUEST = {
  state: "open",
  bidMode: "sealed",
  twoPersonOpening: false,
  closesAt: instant(1_000),
  decideBy: instant(2_000),
  isRejected: false,
  fallback: null,
} as const;
const shown = (changes: object, now = 500) => {
  const { holder, act, by } = turnOf({ ...REQUEST, ...changes }, instant(now));
  return [holder, act, by];
};

test.each([
  ["draft", {}, ["buyer", "publish", 1_000]],
  ["in_review", {}, ["administrator", "review", 1_000]],
  ["open", {}, ["providers", "bid", 1_000]],
  ["closed", {}, ["nobody", "wait", null]],
  ["closed", { twoPersonOpening: true }, ["buyer", "open", 2_000]],
  ["opened", {}, ["buyer", "decide", 2_000]],
  ["awarded", {}, ["nobody", "awarded", null]],
  ["no_bids", {}, ["buyer", "choose", null]],
  ["no_decision", {}, ["buyer", "choose", null]],
  ["cancelled", { isRejected: true }, ["buyer", "choose", null]],
  ["cancelled", {}, ["nobody", "ended", null]],
  ["no_bids", { fallback: "self" }, ["buyer", "own", null]],
  ["no_bids", { fallback: "dropped" }, ["nobody", "ended", null]],
  ["cancelled", { isRejected: true, fallback: "again" }, ["nobody", "ended", null]],
] as const)("a request that is %s (%j)", (state, changes, expected) => {
  expect(shown({ state, ...changes })).toEqual(expected);
});

test.each([
  ["in_progress", "order", "perform"],
  ["delivered", "buyer", "accept"],
  ["disputed", "order", "perform"],
  ["accepted", "order", "perform"],
  ["completed", "nobody", "finished"],
  ["cancelled", "nobody", "called_off"],
] as const)("after the award, with its order %s, it is the turn of: %s, who %s", (state, holder, act) => {
  const order = { state, endedAt: null };
  expect(turnOf({ ...REQUEST, state: "awarded" }, instant(500), order)).toEqual({ holder, act, by: null });
});

test.each([
  ["completed", "finished"],
  ["cancelled", "called_off"],
] as const)("an order that is %s says when it ended, and one under way says no time", (state, act) => {
  const turn = turnOf({ ...REQUEST, state: "awarded" }, instant(500), { state, endedAt: instant(400) });
  expect(turn).toEqual({ holder: "nobody", act, by: null, endedAt: 400 });
});

test("who has no part in the order is told of the award and of nothing that came of it", () => {
  expect(turnOf({ ...REQUEST, state: "awarded" }, instant(500))).toEqual({
    holder: "nobody",
    act: "awarded",
    by: null,
  });
});

test("from the moment of the close no provider is said to have a turn", () => {
  expect(shown({}, 999)).toEqual(["providers", "bid", 1_000]);
  expect(shown({}, 1_000)).toEqual(["nobody", "wait", null]);
});

test("a bidder whose bid waits to be confirmed has the turn until the close, and no other reader with it", () => {
  const waiting = turnOf({ ...REQUEST, ownBidState: "stale" }, instant(500));
  expect(waiting).toEqual({ holder: "providers", act: "confirm", by: 1_000 });
  expect([isTurnOf(waiting, "bidder"), isTurnOf(waiting, "buyer"), isTurnOf(waiting, "visitor")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(turnOf({ ...REQUEST, ownBidState: "stale" }, instant(1_000)).act).toBe("wait");
});

test("a bidder waits, a provider without a bid does not, a visitor never has a turn", () => {
  const bidding = turnOf(REQUEST, instant(500));
  expect([isTurnOf(bidding, "provider"), isTurnOf(bidding, "bidder"), isTurnOf(bidding, "buyer")]).toEqual([
    true,
    false,
    false,
  ]);
  for (const state of REQUEST_STATES)
    expect(isTurnOf(turnOf({ ...REQUEST, state }, instant(500)), "visitor")).toBe(false);
});

test("what the buyer does itself is its turn while a gate waits for its word, and at no other time", () => {
  const own = turnOf({ ...REQUEST, state: "no_bids", fallback: "self" }, instant(500));
  expect([isTurnOf(own, "buyer"), turnWhileUnstated(own, false).act]).toEqual([false, "own"]);
  const waitedFor = turnWhileUnstated(own, true);
  expect([waitedFor.act, isTurnOf(waitedFor, "buyer"), isTurnOf(waitedFor, "provider")]).toEqual([
    "state",
    true,
    false,
  ]);
  expect(turnWhileUnstated(turnOf(REQUEST, instant(500)), true).act).toBe("bid");
});

test("what the buyer makes of a request that nobody was chosen for is nobody's turn to all others", () => {
  for (const more of [{}, { fallback: "self" }] as const) {
    const turn = turnOf({ ...REQUEST, state: "no_bids", ...more }, instant(500));
    expect(turnToSide(turn, "buyer")).toEqual(turn);
    for (const side of ["bidder", "provider", "visitor"] as const)
      expect(turnToSide(turn, side)).toEqual({ holder: "nobody", act: "ended", by: null });
  }
  const bidding = turnOf(REQUEST, instant(500));
  expect(turnToSide(bidding, "visitor")).toEqual(bidding);
});

const AWARDED = { holder: "order", act: "perform", by: null } as const;
const ORDER = { id: "o", service: "logistics", mode: "road" } as const;
const TASK = { turn: { holder: "task" }, task: { code: "clearance.answer" } };
const GATE = { turn: { holder: "gate" }, task: null };
const STEP = { turn: { holder: "provider", code: "booked" }, task: null };
const ACCEPTS = { turn: { holder: "buyer" }, task: null };
const DUE = instant(9);
const DISPUTE = { by: instant(7) };

test.each([
  ["a room asks the buyer", "buyer", TASK, null, { holder: "buyer", act: "asked", by: 9, task: "clearance.answer" }],
  [
    "a room asks the provider",
    "provider",
    TASK,
    null,
    { holder: "provider", act: "asked", by: 9, task: "clearance.answer" },
  ],
  ["the buyer opens a gate", "buyer", GATE, null, { holder: "buyer", act: "asked", by: 9 }],
  ["the provider opens a gate", "provider", GATE, null, { holder: "provider", act: "asked", by: 9 }],
  ["both open a gate", "parties", GATE, null, { holder: "own", act: "asked", by: 9 }],
  ["the provider reports", "provider", STEP, null, { holder: "provider", act: "report", by: 9, step: "booked" }],
  ["the buyer accepts", "buyer", ACCEPTS, null, { holder: "buyer", act: "accept", by: 9 }],
  ["others bring what is lacking", "others", GATE, null, { holder: "order", act: "perform", by: null }],
  ["it is held", "held", GATE, null, { holder: "order", act: "held", by: null }],
  ["one side answers in a dispute", "provider", GATE, DISPUTE, { holder: "provider", act: "dispute", by: 7 }],
  ["both talk in a dispute", "parties", GATE, DISPUTE, { holder: "own", act: "dispute", by: 7 }],
  ["the market decides", "market", GATE, DISPUTE, { holder: "administrator", act: "dispute", by: 7 }],
] as const)(
  "to the parties of an order the turn of its request is the order's own, where %s",
  (_, mover, of, dispute, expected) => {
    for (const [side, own] of [
      ["buyer", "buyer"],
      ["bidder", "provider"],
    ] as const) {
      const read = turnWhileOrdered(AWARDED, { ...ORDER, mover, ...of, dispute, dueAt: DUE }, side);
      const holder = expected.holder === "own" ? own : expected.holder;
      expect(read).toEqual({ ...expected, holder, order: ORDER });
      expect(isTurnOf(read, side)).toBe(holder === own);
    }
  },
);

test("an order that is over says nothing more of its request", () => {
  expect(turnWhileOrdered(AWARDED, undefined, "buyer")).toEqual(AWARDED);
});
