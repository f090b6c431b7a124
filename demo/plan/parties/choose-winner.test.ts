import { expect, test } from "vitest";
import { type Candidate, chooseWinner, firstBy } from "./choose-winner";
import { randomFrom } from "../random";

const bid = (bidId: string, costCny: number, days: number, reliability = 0.9): Candidate => ({
  bidId,
  costCny,
  days,
  reliability,
});

test("the first by the price alone is the cheapest, and of equal ones the earlier", () => {
  expect(firstBy([bid("dear", 110, 1), bid("early", 100, 9), bid("late", 100, 1)]).bidId).toBe("early");
});

test("the first by price and time weighs both, and what nobody has scored counts nothing", () => {
  const criteria = [
    { kind: "price", weight: 60 },
    { kind: "time", weight: 25 },
    { kind: "own", weight: 15 },
  ];
  expect(firstBy([bid("cheap", 100, 10), bid("quick", 105, 5)], criteria).bidId).toBe("quick");
  expect(firstBy([bid("cheap", 100, 10), bid("quick", 180, 5)], criteria).bidId).toBe("cheap");
});

test("a buyer takes the first by its criteria in at least 88 of 100 awards, and another with a reason that is true of it", () => {
  const random = randomFrom(7);
  const bids = [
    bid("first", 100, 6, 0.9),
    bid("sooner", 108, 4, 0.9),
    bid("proven", 104, 6, 0.97),
    bid("dear", 150, 1, 1),
  ];
  const made = Array.from({ length: 900 }, (_, at) =>
    chooseWinner(random, bids, { service: "logistics", character: at, criteria: undefined }),
  );
  const others = made.filter(({ winner }) => winner.bidId !== "first");
  expect(others.length).toBeGreaterThan(0);
  expect(others.length / made.length).toBeLessThan(0.12);
  expect(new Set(others.map(({ winner, reason }) => `${winner.bidId} ${reason.includes("days are fewer")}`))).toEqual(
    new Set(["sooner true", "proven false"]),
  );
  expect(made.filter(({ winner, reason }) => (winner.bidId === "first") !== (reason === ""))).toEqual([]);
});
