import { expect, test } from "vitest";
import { type FitCode, fitOf, fitParts, type Need } from "./fit";

const NEED: Need = {
  ...{ service: "logistics", hubId: "horgos", corridor: "CN-KZ", equipment: "40hc", hasDangerousGoods: false },
};

test.each([
  ["a plain load", NEED, ["corridor", "hub", "equipment"]],
  ["dangerous goods", { ...NEED, hasDangerousGoods: true }, ["dangerous_goods", "corridor", "hub", "equipment"]],
  ["a load without equipment", { ...NEED, equipment: null }, ["corridor", "hub"]],
  ["customs, which carry nothing", { ...NEED, service: "customs", hasDangerousGoods: true }, ["corridor", "hub"]],
] as [string, Need, FitCode[]][])("%s is fitted by these parts", (_, need, codes) => {
  expect(fitParts(need).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["the licence for dangerous goods", ["dangerous_goods"], ["corridor", "hub", "equipment"]],
  ["the ends of the way", ["corridor"], ["hub", "equipment"]],
  ["the hub", ["hub"], ["equipment"]],
] as [string, FitCode[], FitCode[]][])("%s outweighs all that comes after it", (_, one, others) => {
  const parts = fitParts({ ...NEED, hasDangerousGoods: true });
  const score = (codes: readonly FitCode[]) =>
    parts.reduce((sum, { code, weight }) => (codes.includes(code) ? sum + weight : sum), 0);
  expect(score(one)).toBeGreaterThan(score(others));
});

test("a listing has the parts whose values it has, and lacks the others", () => {
  const values = [
    ["corridor", "CN-KZ"],
    ["hub", "alashankou"],
    ["equipment", "40hc"],
  ] as const;
  expect(fitOf(fitParts(NEED), values)).toEqual({ has: ["corridor", "equipment"], lacks: ["hub"] });
});
