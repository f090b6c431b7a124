import { describe, expect, test } from "vitest";
import { offerSchema } from "./offer/offer-schema";
import { answerTo, checkGates, gateAnswersSchema } from "./gate-answers";

const GATES = [
  { question: "Own trucks?", mustBe: "yes" },
  { question: "Any claims this year?", mustBe: "no" },
  { question: "Which post?", mustBe: null },
] as const;
const WHOLE = [
  { gate: 0, answer: "yes" },
  { gate: 1, answer: "no" },
  { gate: 2, answer: "Dostyk" },
];
const refusal = (answers: Parameters<typeof checkGates>[1]) => {
  const checked = checkGates(GATES, answers);
  return checked.ok ? null : [checked.refusal.code, checked.refusal.details?.gate];
};

describe("a bid answers every gate of its request", () => {
  test("as it must, in any order, and in its own words where any answer will do", () => {
    expect(refusal(WHOLE)).toBeNull();
    expect(refusal([...WHOLE].reverse())).toBeNull();
  });

  test.each([
    ["a missing answer", WHOLE.slice(0, 2), ["gate_unanswered", 3]],
    ["no answers at all", undefined, ["gate_unanswered", 1]],
    ["an empty answer", [{ gate: 0, answer: "" }, ...WHOLE.slice(1)], ["gate_unanswered", 1]],
    ["the wrong answer", [{ gate: 0, answer: "no" }, ...WHOLE.slice(1)], ["gate_not_met", 1]],
    ["words where yes or no is asked", [WHOLE[0], { gate: 1, answer: "none" }, WHOLE[2]], ["gate_not_met", 2]],
    ["an answer to what was not asked", [...WHOLE, { gate: 3, answer: "x" }], ["gate_unknown", 4]],
  ] as const)("%s is refused with the gate's number", (_, answers, expected) => {
    expect(refusal(answers as Parameters<typeof checkGates>[1])).toEqual(expected);
  });

  test("a request without gates asks nothing, of old bids neither", () => {
    expect(checkGates([], undefined).ok).toBe(true);
    expect(answerTo(undefined, 0)).toBe("");
  });
});

test("a gate is answered once", () => {
  expect(gateAnswersSchema.safeParse([WHOLE[0], WHOLE[0]]).error?.issues[0]?.message).toBe("named_twice");
});

test("an answer names neither a price nor a way past the market", () => {
  const offer = {
    currency: "CNY",
    charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 100, currency: "CNY" } }],
    transitDays: { min: 1, max: 2 },
    validUntil: "2026-12-01T00:00:00Z",
    gateAnswers: [
      { gate: 0, answer: "for 500 CNY more" },
      { gate: 1, answer: "call +7 727 123 45 67" },
    ],
  };
  expect(offerSchema.safeParse(offer).error?.issues.map(({ message, path }) => [message, path.join(".")])).toEqual([
    ["price_in_remarks", "gateAnswers.0.answer"],
    ["contact_in_text", "gateAnswers.1.answer"],
  ]);
});
