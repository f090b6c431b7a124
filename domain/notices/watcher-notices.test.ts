import { expect, test } from "vitest";
import { instant } from "../shared/time";
import { heardOf, type RequestHappening, type Watching } from "./watcher-notices";

const request = {
  requestId: "r",
  reference: "KR-1",
  dealId: "d",
  service: "customs",
  buyerOrganisationId: "b",
} as const;
const bid = { ...request, bidId: "bid-of-p", providerOrganisationId: "p" } as const;

const WATCHERS = {
  visitor: { organisationId: null, isBuyer: false, bidMode: "open" },
  buyer: { organisationId: "b", isBuyer: true, bidMode: "open" },
  bidder: { organisationId: "p", isBuyer: false, bidMode: "open" },
  rival: { organisationId: "q", isBuyer: false, bidMode: "open" },
  "rival of a sealed request": { organisationId: "q", isBuyer: false, bidMode: "sealed" },
  "buyer of a sealed request": { organisationId: "b", isBuyer: true, bidMode: "sealed" },
} as const satisfies Record<string, Watching>;

/** The bidder and its buyer, and nobody else. */
const BETWEEN_TWO = [null, "changed", "own_bid", null, null, "changed"];

// In the order of the watchers.
const TABLE: readonly (readonly [RequestHappening, readonly unknown[]])[] = [
  [{ type: "request.published", invitedOrganisationIds: ["x"], ...request }, Array(6).fill("published")],
  [{ type: "request.held_for_review", ...request }, [null, "changed", null, null, null, "changed"]],
  [{ type: "request.changed", invitedOrganisationIds: ["x"], ...request }, Array(6).fill("changed")],
  [
    { type: "request.extended", closesAt: instant(2), previousClosesAt: instant(1), count: 1, ...request },
    Array(6).fill("extended"),
  ],
  [{ type: "request.closed", bidCount: 2, ...request }, Array(6).fill("ended")],
  [{ type: "request.opened", bidCount: 2, ...request }, Array(6).fill("ended")],
  [{ type: "request.ended", state: "cancelled", reason: "secret", ...request }, Array(6).fill("ended")],
  [{ type: "request.decision_extended", decideBy: instant(1), ...request }, Array(6).fill("changed")],
  [{ type: "request.decision_due", decideBy: instant(1), ...request }, [null, "changed", null, null, null, "changed"]],
  [{ type: "question.asked", questionId: "q", ...request }, [null, "changed", null, null, null, "changed"]],
  [{ type: "question.answered", questionId: "q", number: 1, ...request }, Array(6).fill("changed")],
  [{ type: "bid.scored", criteria: 1, ...bid }, [null, "changed", null, null, null, "changed"]],
  [
    { type: "bid.went_stale", amendment: 1, closesAt: 1, ...bid },
    ["bid_changed", "bid_changed", "own_bid", "bid_changed", null, null],
  ],
  [
    { type: "bid.confirmed", version: 1, amendment: 1, ...bid },
    ["bid_changed", "bid_changed", "own_bid", "bid_changed", null, null],
  ],
  [{ type: "bid.countered", by: "buyer", round: 1, ...bid }, BETWEEN_TWO],
  [{ type: "bid.counter_ended", by: "buyer", round: 1, state: "lapsed", ...bid }, BETWEEN_TWO],
  [{ type: "bid.cure_asked", code: "other", cureEndsAt: instant(1), ...bid }, BETWEEN_TWO],
  [{ type: "bid.cure_sent", code: "other", cureEndsAt: instant(1), ...bid }, BETWEEN_TWO],
  [{ type: "bid.cure_accepted", code: "other", isAutomatic: true, ...bid }, BETWEEN_TWO],
  [{ type: "bid.disqualified", code: "other", isAutomatic: true, ...bid }, BETWEEN_TWO],
  [{ type: "bid.prolonged", version: 2, ...bid }, BETWEEN_TWO],
  [{ type: "bid.submitted", version: 1, ...bid }, ["bid", "bid", "own_bid", "bid", "bid", "bid"]],
  [{ type: "bid.submitted", version: 2, ...bid }, ["bid_changed", "bid_changed", "own_bid", "bid_changed", null, null]],
  [
    { type: "bid.withdrawn", ...bid },
    ["bid_withdrawn", "bid_withdrawn", "own_bid", "bid_withdrawn", "bid_withdrawn", "bid_withdrawn"],
  ],
  [{ type: "bid.won", orderId: "o", ...bid }, ["ended", "ended", "own_bid", "ended", "ended", "ended"]],
  [{ type: "bid.lost", ...bid }, [null, null, "own_bid", null, null, null]],
];

test.each(TABLE)("who hears what of $type", (event, expected) => {
  expect(Object.values(WATCHERS).map((of) => heardOf(event, of))).toEqual(expected);
});

test("what is heard is a word: no id, no name and no text of the event", () => {
  for (const [event] of TABLE)
    for (const of of Object.values(WATCHERS)) expect(String(heardOf(event, of))).toMatch(/^[a-z_]+$/);
});

test("an event that is not known here is heard by nobody", () => {
  const unknown = { ...request, type: "request.of_a_later_release" } as unknown as RequestHappening;
  for (const of of Object.values(WATCHERS)) expect(heardOf(unknown, of)).toBeNull();
});
