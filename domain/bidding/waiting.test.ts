import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { REQUEST_STATES, type RequestState } from "../requests/request";
import { isTurnOf, type RequestSide, turnOf } from "../requests/request-turn";
import { inTurn, turnWhileWaiting, type Waiting, waitingOfCure, waitingOfOffer } from "./waiting";

const NOW = instant(1_500);
const turnIn = (state: RequestState) => {
  const times = { closesAt: instant(1_000), decideBy: instant(2_000) };
  const ended = { isRejected: false, fallback: null };
  return turnOf({ state, bidMode: "sealed", twoPersonOpening: false, ...ended, ...times }, NOW);
};
const DECIDING = turnIn("opened");

const cure = (state: "curing" | "answered", endsAt: number): Waiting =>
  waitingOfCure({ bidId: "a", state, cureEndsAt: instant(endsAt) }, NOW) as Waiting;
const offer = (by: "buyer" | "provider", expiresAt: number): Waiting =>
  waitingOfOffer({ bidId: "b", by, state: "open", expiresAt: instant(expiresAt) }, NOW) as Waiting;
const turn = (side: RequestSide, ...waiting: Waiting[]) => {
  const { holder, act, by } = turnWhileWaiting(DECIDING, waiting, side);
  return [holder, act, by];
};

describe("while papers are mended", () => {
  test.each([
    ["nothing is", "buyer", [], ["buyer", "decide", 2_000]],
    ["one is asked for", "buyer", [cure("curing", 1_900)], ["bidder", "cure", 1_900]],
    ["its bidder reads it", "bidder", [cure("curing", 1_900)], ["bidder", "cure", 1_900]],
    ["two are asked for", "buyer", [cure("curing", 1_900), cure("curing", 1_800)], ["bidder", "cure", 1_800]],
    ["one is sent", "buyer", [cure("curing", 1_800), cure("answered", 1_900)], ["buyer", "judge", 1_900]],
    ["its bidder has sent it", "bidder", [cure("answered", 1_900)], ["buyer", "judge", 1_900]],
  ] as const)("and %s, the %s's turn is said", (_, side, waiting, expected) => {
    expect(turn(side, ...waiting)).toEqual(expected);
  });
});

describe("while an offer lies on the table", () => {
  test.each([
    ["the buyer's is answered by its bidder", "bidder", [offer("buyer", 1_700)], ["bidder", "answer", 1_700]],
    ["the buyer waits for the bidder", "buyer", [offer("buyer", 1_700)], ["bidder", "answer", 1_700]],
    ["the bidder's is answered by the buyer", "buyer", [offer("provider", 1_700)], ["buyer", "answer", 1_700]],
    ["the bidder waits for the buyer", "bidder", [offer("provider", 1_700)], ["buyer", "answer", 1_700]],
    [
      "of two the one that ends first is named",
      "buyer",
      [offer("provider", 1_800), offer("provider", 1_700)],
      ["buyer", "answer", 1_700],
    ],
    [
      "one's own comes before what others have to do earlier",
      "buyer",
      [offer("buyer", 1_600), cure("curing", 1_650), offer("provider", 1_900)],
      ["buyer", "answer", 1_900],
    ],
    [
      "of one's own two the one that ends first",
      "buyer",
      [offer("provider", 1_900), cure("answered", 1_800)],
      ["buyer", "judge", 1_800],
    ],
    [
      "a bidder answers though its papers are being judged",
      "bidder",
      [cure("answered", 1_600), offer("buyer", 1_700)],
      ["bidder", "answer", 1_700],
    ],
  ] as const)("%s (%s)", (_, side, waiting, expected) => {
    expect(turn(side, ...waiting)).toEqual(expected);
  });

  test("it is the turn of the side that did not make it, and of no other reader", () => {
    const sides = ["buyer", "bidder", "provider", "visitor"] as const;
    const isMine = (one: Waiting) => sides.filter((side) => isTurnOf(turnWhileWaiting(DECIDING, [one], side), side));
    expect(isMine(offer("buyer", 1_700))).toEqual(["bidder"]);
    expect(isMine(offer("provider", 1_700))).toEqual(["buyer"]);
  });

  test("all that waits is told in one order: one's own first", () => {
    const all = [offer("buyer", 1_600), offer("provider", 1_900), cure("answered", 1_800)];
    expect(inTurn(all, "buyer").map(({ by }) => by)).toEqual([1_800, 1_900, 1_600]);
    expect(inTurn(all, "bidder").map(({ by }) => by)).toEqual([1_600, 1_800, 1_900]);
  });
});

test("what has its end waits for nobody, from that very moment on", () => {
  const ends = (at: number) => [
    waitingOfCure({ bidId: "a", state: "curing", cureEndsAt: instant(at) }, NOW),
    waitingOfCure({ bidId: "a", state: "answered", cureEndsAt: instant(at) }, NOW),
    waitingOfOffer({ bidId: "a", by: "buyer", state: "open", expiresAt: instant(at) }, NOW),
  ];
  expect(ends(1_501).every((one) => one !== null)).toBe(true);
  expect(ends(1_500)).toEqual([null, null, null]);
});

test("what is settled waits for nobody", () => {
  for (const state of ["void", "effective"] as const)
    expect(waitingOfCure({ bidId: "a", state, cureEndsAt: instant(9_000) }, NOW)).toBeNull();
  expect(waitingOfCure({ bidId: "a", state: "effective", cureEndsAt: null }, NOW)).toBeNull();
  for (const state of ["answered", "accepted", "declined", "lapsed"] as const)
    expect(waitingOfOffer({ bidId: "a", by: "buyer", state, expiresAt: instant(9_000) }, NOW)).toBeNull();
});

test("outside of the time to decide nothing waits", () => {
  for (const state of REQUEST_STATES.filter((one) => one !== "opened")) {
    const before = turnIn(state);
    expect(turnWhileWaiting(before, [offer("buyer", 1_700), cure("answered", 1_700)], "buyer")).toBe(before);
  }
});
