import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { listHsCodes } from "../tariff/api";

type Answer = { items: { code: string; matches: { place: string; words: string[] }[] }[]; notice: string };

test("anybody finds candidates with their reasons, without a key, and is told that they are no advice", async () => {
  const { call } = await apiMarket();
  const { status, body } = await call(listHsCodes, { as: null, query: { q: "инверторы", limit: "2" } });
  expect(status).toBe(200);
  const { items, notice } = body as Answer;
  expect(items).toMatchObject([
    { code: "8504", matches: [{ place: "keyword", words: ["инверторы"] }] },
    { code: "850440", matches: [{ place: "keyword", words: ["инверторы"] }] },
  ]);
  expect(notice).toMatch(/no legal advice/);
});

test("five candidates are answered where nobody says how many", async () => {
  const { call } = await apiMarket();
  const { body } = await call(listHsCodes, { as: null, query: { q: "steel" } });
  expect((body as Answer).items).toHaveLength(5);
});

test.each([
  ["no question", {}, "q"],
  ["an empty question", { q: "" }, "q"],
  ["a question of more than eighty letters", { q: "a".repeat(81) }, "q"],
  ["no number of candidates", { q: "tea", limit: "0" }, "limit"],
  ["too many candidates", { q: "tea", limit: "51" }, "limit"],
  ["a parameter that is not known", { q: "tea", page: "2" }, ""],
])("%s is refused where it stands", async (_, query, path) => {
  const { call } = await apiMarket();
  const { status, body } = await call(listHsCodes, { as: null, query: query as Record<string, string> });
  expect(status).toBe(422);
  expect((body as { issues: { path: string }[] }).issues.map((issue) => issue.path)).toContain(path);
});
