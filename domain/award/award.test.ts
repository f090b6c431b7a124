import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant";
import { passesCures } from "./award";

const NOW = instant(1_000);
const cure = (bidId: string, state: "curing" | "answered" | "void" | "effective", endsAt: number | null = 2_000) => ({
  bidId,
  state,
  cureEndsAt: endsAt === null ? null : instant(endsAt),
});
const barred = (bidId: string, ...all: ReturnType<typeof cure>[]) => {
  const passes = passesCures(bidId, all, NOW);
  return passes.ok ? null : [passes.refusal.code, passes.refusal.details?.next];
};

describe("while a bid's papers are being mended", () => {
  test.each([
    ["another waits for them", "b", cure("a", "curing"), ["cure_pending", "wait_for_cure"]],
    ["another waits for the buyer's word on them", "b", cure("a", "answered"), ["cure_pending", "judge_cure"]],
    ["it may be awarded itself", "a", cure("a", "curing"), null],
    ["it may be awarded itself while they are judged", "a", cure("a", "answered"), null],
  ] as const)("%s", (_, bidId, one, expected) => {
    expect(barred(bidId, one)).toEqual(expected);
  });

  test("it is said whose they are and until when", () => {
    expect(passesCures("b", [cure("a", "curing")], NOW)).toMatchObject({
      refusal: { details: { bidId: "a", cureEndsAt: "1970-01-01T00:00:02.000Z" } },
    });
  });
});

describe("from the end of that time on, whether or not the clock has come to it", () => {
  test.each([
    ["who sent nothing is out", "a", cure("a", "curing", 1_000), ["bid_not_standing", undefined]],
    ["who sent something stands", "a", cure("a", "answered", 1_000), null],
    ["no other waits for who sent nothing", "b", cure("a", "curing", 1_000), null],
    ["no other waits for who sent something", "b", cure("a", "answered", 1_000), null],
  ] as const)("%s", (_, bidId, one, expected) => {
    expect(barred(bidId, one)).toEqual(expected);
  });
});

test("what is settled, and what could not be mended, bars nobody else", () => {
  for (const one of [cure("a", "void"), cure("a", "effective"), cure("a", "effective", null)])
    expect(barred("b", one)).toBeNull();
});
