import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../../requests/request";
import { DEFAULT_TERMS } from "../../requests/request-choices";
import type { FormValues } from "../../shared/form-state";
import { postingExample } from "../deal-example";
import { applyIntent, parseIntent } from "./posting-fields";
import { sectionOf } from "@/domain/requests/posting-issue";
import { typedWeights } from "./criteria-fields";
import { readPosting, termsValues } from "./read-posting";

const read = (changes: FormValues = {}) =>
  readPosting(postingExample(changes), { zone: "Asia/Almaty", direction: "export" });
const problems = (changes: FormValues) =>
  read(changes).issues.map((issue) => `${issue.field} ${"code" in issue ? issue.code : issue.schema.message}`);

describe("the terms of a posting", () => {
  test("of a buyer who wants none of them are what everybody gets", () => {
    const { bidding, issues } = read();
    expect(issues).toEqual([]);
    expect(bidding).toMatchObject(DEFAULT_TERMS);
  });

  test("are read as they are typed, and the price has what the other weights leave", () => {
    const { bidding, issues } = read({
      questionsUntil: "2026-11-27T12:00",
      bidMode: "open",
      feedback: "rank",
      negotiationRounds: "2",
      "criteria[1].weight": "25",
      "criteria[3].title": "Plan for the border",
      "criteria[3].weight": "15",
      "gates[0].question": "Own trucks?",
      "gates[0].mustBe": "yes",
      "gates[2].question": "Which post?",
    });
    expect(issues).toEqual([]);
    expect(bidding).toMatchObject({
      questionsUntil: Date.parse("2026-11-27T07:00:00Z"),
      feedback: "rank",
      negotiationRounds: 2,
      criteria: [
        { kind: "price", weight: 60 },
        { kind: "time", weight: 25 },
        { kind: "own", title: "Plan for the border", weight: 15 },
      ],
      gates: [
        { question: "Own trucks?", mustBe: "yes" },
        { question: "Which post?", mustBe: null },
      ],
    });
  });

  test("a weight of nothing takes its criterion out", () => {
    const { bidding } = read({ "criteria[0].weight": "0", "criteria[1].weight": "100" });
    expect(bidding?.criteria).toEqual([{ kind: "time", title: "", weight: 100 }]);
  });

  test.each<[string, FormValues, string]>([
    [
      "weights that are not 100",
      { "criteria[0].weight": "60", "criteria[1].weight": "30" },
      "criteria weights_not_100",
    ],
    [
      "weights beyond 100",
      { "criteria[1].weight": "70", "criteria[2].weight": "70", "criteria[2].title": "x" },
      "criteria weights_not_100",
    ],
    ["a criterion without a title", { "criteria[2].weight": "30" }, "criteria criterion_untitled"],
    ["a title without a weight", { "criteria[2].title": "Plan" }, "criteria[2].weight"],
    ["a weight in words", { "criteria[4].title": "Plan", "criteria[4].weight": "much" }, "criteria[4].weight"],
    [
      "a contact in a title",
      { "criteria[2].title": "mail a@b.com", "criteria[2].weight": "30" },
      "criteria[2].title contact_in_text",
    ],
    ["a contact in a gate", { "gates[1].question": "WeChat: kz_cargo88?" }, "gates[1].question contact_in_text"],
    ["a gate without its question", { "gates[0].mustBe": "yes" }, "gates[0].question"],
    ["too many rounds", { negotiationRounds: "6" }, "negotiationRounds"],
  ])("shows what is wrong with %s beside its own field", (_, changes, expected) => {
    expect(problems(changes)).toHaveLength(1);
    expect(problems(changes)[0]).toContain(expected);
  });

  test("stand in the part of the form that is about bidding", () => {
    for (const field of ["criteria", "criteria[2].title", "gates[0].question", "gates", "feedback", "questionsUntil"])
      expect(sectionOf(field)).toBe("bidding");
  });

  test("a gate comes and goes by the buttons of its list", () => {
    const one = { "gates[0].question": "a", "gates[1].question": "b" };
    expect(Object.keys(applyIntent(one, parseIntent("add-row:gates")))).toContain("gates[2].question");
    expect(applyIntent(one, parseIntent("remove-row:gates[0]"))).toEqual({ "gates[0].question": "b" });
  });
});

test("the weights so far are told while they are typed", () => {
  expect(typedWeights({})).toEqual({ price: 100, sum: 100 });
  expect(typedWeights({ "criteria[1].weight": "30" })).toEqual({ price: 70, sum: 100 });
  expect(typedWeights({ "criteria[0].weight": "50", "criteria[1].weight": "30" })).toEqual({ price: 50, sum: 80 });
  expect(typedWeights({ "criteria[1].weight": "x" })).toBeNull();
});

/** One to six criteria whose weights are 100 together. */
const criteria = fc
  .tuple(
    fc.boolean(),
    fc.boolean(),
    fc.nat(4),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([hasPrice, hasTime, owns, parts]): Criterion[] => {
    const kinds = [
      ...(hasPrice || (!hasTime && owns === 0) ? ["price" as const] : []),
      ...(hasTime ? ["time" as const] : []),
      ...Array.from({ length: owns }, () => "own" as const),
    ];
    const weights = kinds.map((_, at) => parts[at] as number);
    weights[0] = 100 - weights.slice(1).reduce((sum, one) => sum + one, 0);
    return kinds.map((kind, at) => ({ kind, title: kind === "own" ? `Own ${at}` : "", weight: weights[at] as number }));
  });

test("terms of an earlier request, written into a form and read from it, are the same terms", () => {
  fc.assert(
    fc.property(criteria, fc.constantFrom("amounts", "gap"), fc.nat(5), (weighed, feedback, negotiationRounds) => {
      const terms = {
        feedback,
        negotiationRounds,
        criteria: weighed,
        gates: [{ question: "Own trucks?", mustBe: "yes" as const }],
      } as const;
      const { bidding, issues } = read({ bidMode: "open", ...termsValues(terms) });
      expect(issues).toEqual([]);
      expect(bidding).toMatchObject(terms);
    }),
  );
});
