import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant } from "../shared/time";
import {
  DISQUALIFICATION_STATES,
  type Disqualification,
  disqualify,
  endWithRequest,
  isCuring,
  judgeCure,
  redFlagsOf,
  runOut,
  sendCure,
} from "./disqualification";
import { DISQUALIFY_CODES, isCurable } from "../requests/reasons";

const REQUEST = { state: "opened", closesAt: instant(0), decideBy: instant(3 * DAY_MS) } as const;
const BID = { id: "b", state: "submitted" } as const;
const NOW = instant(HOUR_MS);
const cure = (state: Disqualification["state"], more: Partial<Disqualification> = {}): Disqualification => ({
  bidId: "b",
  code: "document_missing",
  state,
  cureEndsAt: instant(DAY_MS),
  ...more,
});
const answer = (result: { ok: boolean; value?: unknown; refusal?: { code: string } }) =>
  result.ok ? result.value : result.refusal?.code;

describe("a disqualification", () => {
  test.each(DISQUALIFY_CODES)("for %s takes effect at once, unless papers can be handed in", (code) => {
    const made = disqualify({ request: REQUEST, bid: BID, earlier: [] }, code, DAY_MS, NOW);
    const curing = { state: "curing", cureEndsAt: instant(NOW + DAY_MS) };
    expect(answer(made)).toEqual(isCurable(code) ? curing : { state: "effective", cureEndsAt: null });
    expect(isCurable(code)).toBe(code === "document_missing" || code === "licence_invalid");
  });

  test.each([
    ["before the close", { request: { ...REQUEST, state: "open" } }, "request_not_closed"],
    ["before the opening", { request: { ...REQUEST, state: "closed" } }, "request_not_opened"],
    ["after the end", { request: { ...REQUEST, state: "awarded" } }, "wrong_state"],
    ["after the time to decide", { request: { ...REQUEST, decideBy: NOW } }, "decision_overdue"],
    ["of a bid that no longer stands", { bid: { ...BID, state: "withdrawn" } }, "bid_not_standing"],
    ["of one that is out already", { bid: { ...BID, state: "disqualified" } }, "bid_not_standing"],
    ["while an earlier cure runs", { earlier: [cure("answered", { code: "licence_invalid" })] }, "cure_running"],
    ["twice for the same reason", { earlier: [cure("void")] }, "reason_used"],
  ] as const)("%s is refused", (_, change, code) => {
    expect(
      answer(disqualify({ request: REQUEST, bid: BID, earlier: [], ...change }, "document_missing", DAY_MS, NOW)),
    ).toBe(code);
  });

  test("whose cure would end after the time to decide is refused, to the millisecond; one at once is not", () => {
    const near = { ...REQUEST, decideBy: instant(NOW + DAY_MS - 1) };
    const just = { ...REQUEST, decideBy: instant(NOW + DAY_MS) };
    const of = (request: typeof near) => ({ request, bid: BID, earlier: [] });
    expect(answer(disqualify(of(near), "document_missing", DAY_MS, NOW))).toBe("cure_beyond_decision");
    expect(disqualify(of(just), "document_missing", DAY_MS, NOW).ok).toBe(true);
    expect(disqualify(of(near), "related_party", DAY_MS, NOW).ok).toBe(true);
  });
});

const [BEFORE, AT] = [instant(DAY_MS - 1), instant(DAY_MS)];

test.each([
  ["curing", "answered", "void", "wrong_state", "effective", "void"],
  ["answered", "wrong_state", "void", "effective", "void", "void"],
  ["void", "wrong_state", "wrong_state", "wrong_state", "wrong_state", "wrong_state"],
  ["effective", "wrong_state", "wrong_state", "wrong_state", "wrong_state", "wrong_state"],
] as const)("one that is %s: sent %s, taken %s, refused %s, run out %s, ended %s", (state, ...expected) => {
  const one = cure(state);
  expect([
    answer(sendCure(one, BEFORE)),
    answer(judgeCure(one, true, BEFORE)),
    answer(judgeCure(one, false, BEFORE)),
    answer(runOut(one, AT)),
    answer(endWithRequest(one, BEFORE)),
  ]).toEqual(expected);
  expect(DISQUALIFICATION_STATES).toContain(state);
});

test("the end of a cure is the end: from that moment nobody sends or judges, and not before it the clock", () => {
  for (const state of ["curing", "answered"] as const) {
    expect(answer(sendCure(cure(state), AT))).toBe("cure_over");
    expect(answer(judgeCure(cure(state), true, AT))).toBe("cure_over");
    expect(answer(runOut(cure(state), BEFORE))).toBe("not_yet");
    expect([isCuring(cure(state), BEFORE), isCuring(cure(state), AT)]).toEqual([true, false]);
  }
});

test("a request that ends later than the cure finds it as the clock would have left it", () => {
  expect([answer(endWithRequest(cure("curing"), AT)), answer(endWithRequest(cure("answered"), AT))]).toEqual([
    "effective",
    "void",
  ]);
});

test.each([
  ["the lowest of three", "a", [10, 20, 30], [true, true, true], ["R036"]],
  ["not the lowest", "b", [10, 20, 30], [true, true, true], []],
  ["as low as another", "a", [10, 10, 30], [true, true, true], ["R036"]],
  ["all but one", "b", [10, 20, 30], [true, true, false], ["R035"]],
  ["the lowest, and all but one", "a", [10, 20, 30], [true, false, true], ["R035", "R036"]],
  ["of one that nobody can compare", "a", [null, 20, 30], [true, true, true], []],
  ["against rivals that nobody can compare", "a", [10, null, null], [true, true, true], []],
  ["the only one", "a", [10], [true], []],
] as const)("red flags of disqualifying %s", (_, bidId, amounts, standing, expected) => {
  const opened = amounts.map((amount, at) => ({
    bidId: "abc"[at] as string,
    isStanding: standing[at] as boolean,
    amountMinor: amount === null ? null : BigInt(amount),
  }));
  expect(redFlagsOf(bidId, opened)).toEqual(expected);
});
