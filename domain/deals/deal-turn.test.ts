import { expect, test } from "vitest";
import { turnOf } from "../requests/turn";
import type { RequestState } from "../requests/request";
import { instant } from "../shared/instant";
import { nextRequest, waitingForBuyer } from "./deal-turn";
import type { DealRequest } from "./deal-view";

const request = (id: string, state: RequestState, decideBy = 2_000): DealRequest => {
  const times = { closesAt: instant(1_000), decideBy: instant(decideBy) };
  const turn = turnOf({ state, bidMode: "sealed", twoPersonOpening: false, ...times }, instant(500));
  return { id, reference: id, service: "customs", state, bidMode: "sealed", bidCount: 0, ...times, turn };
};

test("a decision comes before a draft, a draft before bids, and what is ended last", () => {
  const all = [
    request("ended", "no_bids"),
    request("open", "open"),
    request("draft", "draft"),
    request("opened", "opened"),
  ];
  expect(nextRequest(all)?.id).toBe("opened");
  expect(nextRequest(all.slice(0, 3))?.id).toBe("draft");
  expect(nextRequest(all.slice(0, 2))?.id).toBe("open");
  expect(waitingForBuyer(all)).toBe(2);
});

test("of two decisions the one due first is named", () => {
  expect(nextRequest([request("late", "opened", 9_000), request("soon", "opened", 3_000)])?.id).toBe("soon");
});

test("a deal that asks for nothing has no next request", () => {
  expect(nextRequest([])).toBeNull();
});
