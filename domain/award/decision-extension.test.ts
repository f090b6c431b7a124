import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant } from "../shared/time";
import { extendDecision, needsReminder, prolong } from "./decision-extension";
import { mayDecide, rejectAll } from "../requests/request";

const NOW = instant(DAY_MS);
const REQUEST = { state: "opened", closesAt: instant(0), decideBy: instant(3 * DAY_MS) } as const;
const answer = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? "ok" : result.refusal?.code);
const to = (more: object = {}) => ({ decideBy: instant(4 * DAY_MS), used: 0, maximum: 2, ...more });

test.each([
  [{}, {}, "ok"],
  [{ state: "closed" }, {}, "ok"],
  [{ state: "open" }, {}, "wrong_state"],
  [{ state: "awarded" }, {}, "wrong_state"],
  [{ decideBy: NOW }, {}, "decision_overdue"],
  [{}, { decideBy: REQUEST.decideBy }, "decides_earlier"],
  [{}, { used: 1 }, "ok"],
  [{}, { used: 2 }, "extensions_used"],
  [{}, { maximum: 0 }, "extensions_used"],
  [{}, { decideBy: instant(NOW + 90 * DAY_MS) }, "ok"],
  [{}, { decideBy: instant(NOW + 90 * DAY_MS + 1) }, "window_too_long"],
] as const)("a time to decide of %j moved to %j: %s", (request, extension, expected) => {
  expect(answer(extendDecision({ ...REQUEST, ...request }, to(extension), NOW))).toBe(expected);
});

test("all bids are rejected from the opening until the time to decide, and no later", () => {
  expect(rejectAll(REQUEST, NOW)).toEqual({ ok: true, value: "cancelled" });
  for (const [state, code] of [
    ["open", "request_not_closed"],
    ["closed", "request_not_opened"],
    ["no_decision", "wrong_state"],
  ] as const)
    expect(answer(rejectAll({ ...REQUEST, state }, NOW))).toBe(code);
  expect(answer(mayDecide(REQUEST, instant(REQUEST.decideBy - 1)))).toBe("ok");
  expect(answer(mayDecide(REQUEST, REQUEST.decideBy))).toBe("decision_overdue");
});

test("a buyer is reminded a day before, unless the request closed later than that", () => {
  const decideBy = instant(5 * DAY_MS);
  expect(needsReminder({ closedAt: instant(DAY_MS), decideBy })).toBe(true);
  expect(needsReminder({ closedAt: instant(4 * DAY_MS), decideBy })).toBe(true);
  expect(needsReminder({ closedAt: instant(4 * DAY_MS + 1), decideBy })).toBe(false);
});

describe("a bid is held for longer", () => {
  const BID = { id: "b", state: "submitted", validUntil: instant(2 * DAY_MS) } as const;
  test.each([
    [{}, {}, 3 * DAY_MS, "ok"],
    [{}, { validUntil: instant(HOUR_MS) }, 3 * DAY_MS, "ok"],
    [{}, { validUntil: instant(HOUR_MS) }, DAY_MS, "not_longer"],
    [{}, {}, 2 * DAY_MS, "not_longer"],
    [{ state: "open" }, {}, 3 * DAY_MS, "request_not_closed"],
    [{ state: "closed" }, {}, 3 * DAY_MS, "request_not_opened"],
    [{ decideBy: NOW }, {}, 3 * DAY_MS, "decision_overdue"],
    [{}, { state: "disqualified" }, 3 * DAY_MS, "bid_not_standing"],
    [{}, {}, 182 * DAY_MS, "window_too_long"],
  ] as const)("%j %j to %i: %s", (request, bid, validUntil, expected) => {
    expect(answer(prolong({ ...REQUEST, ...request }, { ...BID, ...bid }, instant(validUntil), NOW))).toBe(expected);
  });
});
