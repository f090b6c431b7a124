import { expect, test } from "vitest";
import { turnOf } from "../requests/request-turn";
import { turnWhileWaiting, waitingOfOffer } from "../bidding/waiting";
import type { OrderState } from "../shared/vocabulary";
import type { RequestState } from "../requests/request";
import { instant } from "../shared/time";
import { alsoWaiting, nextRequest, waitingForBuyer } from "./deal-turn";

const request = (id: string, state: RequestState, decideBy = 2_000, order?: OrderState) => {
  const times = { closesAt: instant(1_000), decideBy: instant(decideBy) };
  const ended = { isRejected: false, fallback: null };
  const turn = turnOf(
    { state, bidMode: "sealed", twoPersonOpening: false, ...ended, ...times },
    instant(500),
    order && { state: order, endedAt: null },
  );
  return { id, turn };
};

test("a decision comes before a draft, a draft before bids, and what is ended last", () => {
  const all = [
    request("ended", "cancelled"),
    request("open", "open"),
    request("draft", "draft"),
    request("opened", "opened"),
  ];
  expect(nextRequest(all)?.id).toBe("opened");
  expect(nextRequest(all.slice(0, 3))?.id).toBe("draft");
  expect(nextRequest(all.slice(0, 2))?.id).toBe("open");
  expect(waitingForBuyer(all)).toBe(2);
});

test("an offer to answer comes before a decision, and one that a bidder is thinking over after all that waits for the buyer", () => {
  const offer = (id: string, by: "buyer" | "provider") => {
    const waiting = waitingOfOffer({ bidId: id, by, state: "open", expiresAt: instant(1_500) }, instant(500));
    const opened = request(id, "opened");
    return { ...opened, turn: turnWhileWaiting(opened.turn, waiting ? [waiting] : [], "buyer") };
  };
  const all = [
    request("opened", "opened"),
    offer("theirs", "buyer"),
    request("draft", "draft"),
    offer("ours", "provider"),
  ];
  expect(nextRequest(all)?.id).toBe("ours");
  expect(nextRequest(all.slice(0, 3))?.id).toBe("opened");
  expect(nextRequest(all.slice(1, 3))?.id).toBe("draft");
  expect(waitingForBuyer(all)).toBe(3);
});

test("behind the first request that waits for the buyer come the others that do, and nothing that waits for others", () => {
  const all = [request("draft", "draft"), request("open", "open"), request("late", "opened", 9_000)];
  const soon = request("soon", "opened", 3_000);
  expect(alsoWaiting([...all, soon]).map(({ id }) => id)).toEqual(["late", "draft"]);
  expect(alsoWaiting(all.slice(0, 2))).toEqual([]);
  const done = request("done", "awarded", 2_000, "completed");
  expect(alsoWaiting([request("a", "no_bids"), request("b", "no_bids"), done])).toEqual([]);
});

test("of two decisions the one due first is named", () => {
  expect(nextRequest([request("late", "opened", 9_000), request("soon", "opened", 3_000)])?.id).toBe("soon");
});

test("a deal is finished once no order of it is under way, though another of its requests came to nothing", () => {
  const [done, lost] = [request("done", "awarded", 2_000, "completed"), request("lost", "no_bids")];
  expect(nextRequest([lost, done])?.turn).toEqual({ holder: "nobody", act: "finished", by: null });
  expect(nextRequest([done, request("running", "awarded", 2_000, "in_progress")])?.turn.act).toBe("perform");
});

test("a delivery to accept comes before an order under way, and waits for the buyer", () => {
  const all = [request("running", "awarded", 2_000, "in_progress"), request("there", "awarded", 2_000, "delivered")];
  expect(nextRequest(all)?.id).toBe("there");
  expect(waitingForBuyer(all)).toBe(1);
});

test("a deal that asks for nothing has no next request", () => {
  expect(nextRequest([])).toBeNull();
});

test("what nobody bid on comes before a draft and after a decision, until the deal was carried out without it", () => {
  const [unfilled, draft, opened] = [request("unfilled", "no_bids"), request("draft", "draft"), request("o", "opened")];
  expect(nextRequest([draft, unfilled, opened])?.id).toBe("o");
  expect(nextRequest([draft, unfilled])?.id).toBe("unfilled");
  expect(waitingForBuyer([unfilled, request("running", "awarded", 2_000, "in_progress")])).toBe(1);
  expect(waitingForBuyer([unfilled, request("done", "awarded", 2_000, "completed")])).toBe(0);
});
