import { describe, expect, test } from "vitest";
import type { CompareService } from "@/views/comparison";
import type { RankedBid } from "@/domain/award/scoring";
import type { Criterion, Gate } from "@/domain/requests/request";
import { instant } from "@/domain/shared/time";
import { wordGates, wordScores } from "./comparison-scores";

const reader = {
  locale: "en",
  zone: "UTC",
  words: (key: string, values?: Record<string, string | number>) => [key, ...Object.values(values ?? {})].join(" "),
};

const CRITERIA: readonly Criterion[] = [
  { kind: "price", title: "", weight: 85 },
  { kind: "own", title: "Plan", weight: 15 },
];
const RANKING: readonly RankedBid[] = [
  {
    bidId: "a",
    rank: 1,
    score: 9_250,
    parts: [
      { score: 8_500, isBest: true },
      { score: 750, isBest: false },
    ],
  },
  {
    bidId: "b",
    rank: 2,
    score: 8_000,
    parts: [
      { score: 8_000, isBest: false },
      { score: null, isBest: false },
    ],
  },
];

const service = (changes: Partial<CompareService> = {}): CompareService => ({
  requestId: "r",
  reference: "KR-1",
  service: "customs",
  state: "opened",
  bidCount: 2,
  award: null,
  closesAt: instant(0),
  decideBy: instant(0),
  isReadable: true,
  criteria: CRITERIA,
  gates: [],
  ranking: RANKING,
  spec: {},
  cells: [],
  duty: null,
  ...changes,
});

describe("the rows of scores", () => {
  test("say the score with its rank and the tie rule, then each part with its weight, the best of each marked", () => {
    const [total, price, plan] = wordScores(service(), reader);
    expect(total).toMatchObject({
      detail: "score.ties",
      cells: {
        a: { value: "92.50", note: "score.rank 1", isBest: true },
        b: { value: "80.00", note: "score.rank 2", isBest: false },
      },
    });
    expect(price).toMatchObject({
      head: "score.criterion.price",
      detail: "score.weight 85",
      cells: { a: { isBest: true } },
    });
    expect(plan).toMatchObject({
      head: "Plan",
      cells: { a: { value: "7.50", note: null }, b: { value: "–", note: "score.notYet" } },
    });
  });

  test("are none where the price alone decides, since then the prices say it all", () => {
    expect(wordScores(service({ criteria: [{ kind: "price", title: "", weight: 100 }] }), reader)).toEqual([]);
    expect(wordScores(service({ ranking: [] }), reader)).toEqual([]);
  });

  test("say that nobody is ranked where a rate is missing", () => {
    const unranked = RANKING.map((bid) => ({ ...bid, rank: null, score: null }));
    const [total] = wordScores(service({ ranking: unranked }), reader);
    expect(total?.cells.a).toEqual({ value: "–", note: "score.unranked", isBest: false });
  });
});

test("a row a gate says what each bid answered, and what it had to", () => {
  const gates: readonly Gate[] = [
    { question: "Own trucks?", mustBe: "yes" },
    { question: "Which post?", mustBe: null },
  ];
  const answers = [
    { gate: 0, answer: "yes" },
    { gate: 1, answer: "Dostyk" },
  ];
  const cells = [{ bidId: "a", content: { gateAnswers: answers } }] as unknown as CompareService["cells"];
  expect(wordGates(service({ gates, cells }), reader)).toEqual([
    {
      head: "Own trucks?",
      detail: "gate.mustBe.yes",
      cells: { a: { value: "gate.yes", note: null, isBest: false } },
    },
    { head: "Which post?", detail: null, cells: { a: { value: "Dostyk", note: null, isBest: false } } },
  ]);
});
