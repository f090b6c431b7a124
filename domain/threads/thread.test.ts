import { expect, test } from "vitest";
import { BID_STATES } from "../shared/vocabulary";
import { instant, later } from "../shared/time";
import { hasBegun, mayTalk, TALK_AFTER_END_MS, talksUntil, type ThreadFacts } from "./thread";

const NOW = instant(Date.UTC(2026, 10, 24, 2));

const facts = (request: object = {}, bid: object = {}, order: ThreadFacts["order"] = null): ThreadFacts => ({
  request: { bidMode: "sealed", state: "opened", openedAt: NOW, ...request },
  bid: { state: "submitted", isReadable: true, ...bid },
  order,
});

const codeOf = (of: ThreadFacts, now = NOW) => {
  const may = mayTalk(of, now);
  return may.ok ? "may" : may.refusal.code;
};

test.each([
  ["a sealed bid before the opening", facts({ state: "open", openedAt: null }), "thread_not_open"],
  [
    "a sealed bid after the close and before the opening",
    facts({ state: "closed", openedAt: null }),
    "thread_not_open",
  ],
  ["a sealed bid once it is opened", facts(), "may"],
  ["a bid that the opening left out", facts({}, { isReadable: false, state: "stale" }), "thread_not_open"],
  ["an open bid while bids are taken", facts({ bidMode: "open", state: "open", openedAt: null }), "may"],
  ["an open bid that is stale", facts({ bidMode: "open", state: "open", openedAt: null }, { state: "stale" }), "may"],
  [
    "an open bid that was taken back",
    facts({ bidMode: "open", state: "open" }, { state: "withdrawn" }),
    "thread_closed",
  ],
  ["a bid whose quote has expired, while it can be prolonged", facts({}, { state: "expired" }), "may"],
  ["a bid that lost", facts({ state: "awarded" }, { state: "lost" }), "thread_closed"],
  ["a bid that was disqualified", facts({}, { state: "disqualified" }), "thread_closed"],
  ["a bid of a request that was cancelled", facts({ state: "cancelled" }), "thread_closed"],
  ["an order under way", facts({ state: "awarded" }, { state: "won" }, { endedAt: null }), "may"],
])("of %s: %s", (_, of, expected) => {
  expect(codeOf(of)).toBe(expected);
});

test("the two sides of an order write for 30 days after its end, and no longer", () => {
  const over = facts({ state: "awarded" }, { state: "won" }, { endedAt: NOW });
  const end = later(NOW, TALK_AFTER_END_MS);
  expect(talksUntil(over)).toBe(end);
  expect([codeOf(over, later(end, -1)), codeOf(over, end)]).toEqual(["may", "thread_closed"]);
});

test("no state of a sealed bid begins a thread before the opening", () => {
  for (const state of BID_STATES)
    expect(hasBegun(facts({ state: "closed", openedAt: null }, { state })), state).toBe(false);
});
