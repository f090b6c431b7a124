import { expect, test } from "vitest";
import { biddingChangeSchema, biddingSchema, checkBidding } from "./bidding-schema";
import { DEFAULT_TERMS } from "./request-choices";

const wire = {
  mode: "sealed",
  closesAt: "2026-11-28T10:00:00Z",
  decideBy: "2026-11-30T10:00:00Z",
  currency: "CNY",
} as const;

test("what is left out is the careful choice: no early close, one person opens, everybody may bid", () => {
  expect(biddingSchema.parse(wire)).toEqual({
    mode: "sealed",
    closesAt: Date.parse(wire.closesAt),
    decideBy: Date.parse(wire.decideBy),
    currency: "CNY",
    mayCloseEarly: false,
    twoPersonOpening: false,
    visibility: "open",
    invitedIds: [],
    ...DEFAULT_TERMS,
  });
});

test("a change holds only what it names", () => {
  expect(biddingChangeSchema.parse({ decideBy: wire.decideBy })).toEqual({ decideBy: Date.parse(wire.decideBy) });
});

test.each([
  ["an auction, which is not offered yet", { mode: "auction" }, "mode_not_offered"],
  ["two people opening what was never sealed", { mode: "open", twoPersonOpening: true }, "opening_without_seal"],
  ["feedback on rivals that are sealed", { feedback: "rank" }, "feedback_of_sealed"],
  ["an invitation to nobody", { visibility: "invited" }, "nobody_invited"],
])("refuses %s", (_, changes, code) => {
  const result = checkBidding(biddingSchema.parse({ ...wire, ...changes }));
  expect(result.ok ? null : result.refusal.code).toBe(code);
});

test.each([{}, { mode: "open" }, { twoPersonOpening: true }, { visibility: "invited", invitedIds: ["a"] }])(
  "takes %j",
  (changes) => {
    expect(checkBidding(biddingSchema.parse({ ...wire, ...changes })).ok).toBe(true);
  },
);

test("refuses a time without its offset, a provider named twice and a hundred and one providers", () => {
  const takes = (changes: object) => biddingSchema.safeParse({ ...wire, ...changes }).success;
  expect(takes({ closesAt: "2026-11-28T10:00:00" })).toBe(false);
  expect(takes({ invitedIds: ["a", "a"] })).toBe(false);
  expect(takes({ invitedIds: Array.from({ length: 101 }, (_, i) => `p${i}`) })).toBe(false);
});
