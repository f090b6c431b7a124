import { expect, test } from "vitest";
import { reasonOfChoice } from "./choice-reason";

const ranked = (...bidIds: readonly string[]) => bidIds.map((bidId, at) => ({ bidId, rank: at + 1 }));
const choice = (bidId: string, more: object = {}) => ({
  ...{ bidId, ranking: ranked("a", "b"), withExpired: ranked("a", "b"), words: "", isAgreed: false },
  ...more,
});

test.each([
  ["the first needs none", choice("a"), null],
  ["the first has none even where the buyer says one", choice("a", { words: "We like it" }), null],
  [
    "another one has the buyer's words",
    choice("b", { words: "Knows the border" }),
    { code: "stated", words: "Knows the border" },
  ],
  ["what was agreed across the table says so", choice("b", { isAgreed: true }), { code: "agreed", words: "" }],
  [
    "the first of those whose time is not over says so",
    choice("a", { withExpired: ranked("c", "a", "b") }),
    { code: "others_expired", words: "" },
  ],
  [
    "nobody is before whom no rate can compare",
    choice("b", { ranking: [{ bidId: "b", rank: null }], withExpired: [{ bidId: "b", rank: null }] }),
    null,
  ],
] as const)("%s", (_, of, expected) => {
  expect(reasonOfChoice(of)).toEqual({ ok: true, value: expected });
});

test("a bid that is not first is not chosen without a reason", () => {
  expect(reasonOfChoice(choice("b"))).toMatchObject({
    ok: false,
    refusal: { code: "reason_needed", details: { bidId: "b", rank: 2 } },
  });
});
