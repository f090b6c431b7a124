import { expect, test } from "vitest";
import type { RoundView } from "@/domain/inspections/inspection-view";
import { roundPlan } from "@/domain/inspections/plan/round-plan";
import { NO_RESULTS } from "@/domain/inspections/results/results";
import { specExample } from "@/domain/services/inspection/spec-example";
import { drawn } from "@/test/drawn";
import { FindingsPanels } from "./findings-panel";

const ROOMS = ["inspections", "service-inspection", "ui"];
const plan = roundPlan(specExample(), "normal");
const draw = (quantities: (typeof NO_RESULTS)["quantities"]) => {
  const round = { plan, results: { ...NO_RESULTS, quantities }, resultsAt: null, isWrittenLater: false };
  return drawn(<FindingsPanels round={round as unknown as RoundView} zone="Asia/Shanghai" />, { rooms: ROOMS });
};

test("quantities that are not counted yet are said as such, without a percentage", () => {
  expect(draw([])).toContain("not counted yet");
  expect(draw([])).not.toMatch(/% packed/);
  const counted = draw([{ line: 0, presented: 3_200, packed: 3_200 }]);
  expect(counted).toContain("100% packed");
  expect(counted).not.toContain("not counted yet");
});
