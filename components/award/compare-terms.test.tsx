import { expect, test } from "vitest";
import type { CompareCell, CompareService } from "@/views/comparison";
import { specExample } from "@/domain/services/inspection/spec-example";
import { drawn } from "@/test/drawn";
import { CompareTerms } from "./compare-terms";

const ROOMS = ["ui", "award", "services", "service-inspection"];

const cell = (bidId: string, terms: object) =>
  ({ bidId, choiceId: bidId, alternative: 0, providerId: `of-${bidId}`, content: { terms } }) as unknown as CompareCell;

const inspection = (cells: readonly CompareCell[]) =>
  ({ requestId: "r", service: "inspection", spec: specExample(), cells }) as unknown as CompareService;

const providers = ["a", "b"].map((bid, at) => ({
  id: `of-${bid}`,
  nameOwn: `检验${bid}`,
  nameLatin: `Checking ${bid}`,
  letter: "AB".charAt(at),
}));

function draw(locale: string, services: readonly CompareService[]): string {
  return drawn(<CompareTerms page={{ services, providers }} zone="Asia/Shanghai" places={[]} />, {
    locale,
    rooms: ROOMS,
  });
}

test("each bid's promises stand under its letter and name, held against what was asked for", () => {
  const text = draw("en", [inspection([cell("a", { manDaysOfferedMilli: 2_000, isImpartial: true }), cell("b", {})])])
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  expect(text).toContain("Inspection 2 bids A Checking a");
  expect(text).toContain("2 man-days The request comes to 1 man-day: 1 more.");
  expect(text).toMatch(/B Checking b Says nothing beside its price\. .*Not declared/);
});

test("a service without a readable bid is left out, and the whole where none has one", () => {
  expect(draw("zh-CN", [inspection([])])).toBe("");
  expect(draw("zh-CN", [inspection([cell("a", {})]), inspection([])]).match(/<details/g)).toHaveLength(1);
});
