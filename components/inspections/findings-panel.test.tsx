import { expect, test } from "vitest";
import type { Inspection, InspectionRound } from "@/views/inspections";
import { roundPlan } from "@/domain/inspections/round-plan";
import { judge, NO_RESULTS } from "@/domain/inspections/results/results";
import { specExample } from "@/domain/services/inspection/spec-example";
import type { InspectionType } from "@/domain/services/inspection/choices";
import { drawn, wordsIn } from "@/test/drawn";
import { FindingsPanels } from "./findings-panel";
import { VerdictPanel } from "./inspection-panel";
import { VisitGrid } from "./visit-grid";
import { PLAYED_LOCALES } from "@/test/played-locales";

const ROOMS = ["inspections", "service-inspection", "ui"];
const plan = roundPlan(specExample(), "normal");
const draw = (quantities: (typeof NO_RESULTS)["quantities"]) => {
  const round = { plan, results: { ...NO_RESULTS, quantities }, resultsAt: null, isWrittenLater: false };
  return drawn(<FindingsPanels round={round as unknown as InspectionRound} zone="Asia/Shanghai" />, { rooms: ROOMS });
};

/** A round of a type with what was found, as it passes. */
const roundOf = (type: InspectionType, results = NO_RESULTS): InspectionRound => {
  const { level: _, aql: __, lotSize, ...spec } = specExample();
  const own = roundPlan(type === "pre_shipment" ? specExample() : { ...spec, type, lotSize }, "normal");
  const facts = { round: 1, plan: own, results, resultsAt: null, isWrittenLater: false, issuedAt: null };
  return { ...facts, judgement: { ...judge(own, NO_RESULTS), kind: "pass" } } as unknown as InspectionRound;
};

test.each(PLAYED_LOCALES)(
  "in %s a verdict on a loading speaks of no sample, and no units are counted that nobody drew",
  (locale) => {
    const verdict = (type: InspectionType) => drawn(<VerdictPanel round={roundOf(type)} />, { locale, rooms: ROOMS });
    const sampled = /Every class of defect|各类缺陷/;
    expect(verdict("pre_shipment")).toMatch(sampled);
    expect(verdict("container_loading")).toMatch(/The count is complete|件数齐全/);
    expect(verdict("factory_audit")).toMatch(/<b>(Every test and every point|各项测试与检查点)/);
    for (const type of ["container_loading", "factory_audit"] as const) expect(verdict(type)).not.toMatch(sampled);
    const findings = (round: InspectionRound) =>
      drawn(<FindingsPanels round={round} zone="UTC" />, { locale, rooms: ROOMS });
    const { units } = wordsIn("inspections", locale).findings;
    expect(findings(roundOf("pre_shipment"))).toContain(`${units}: 0`);
    expect(findings(roundOf("container_loading"))).not.toContain(units);
    expect(findings(roundOf("container_loading", { ...NO_RESULTS, unitsInspected: 40 }))).toContain(`${units}: 40`);
  },
);

test("quantities that are not counted yet are said as such, without a percentage", () => {
  expect(draw([])).toContain("not counted yet");
  expect(draw([])).not.toMatch(/% packed/);
  const counted = draw([{ line: 0, presented: 3_200, packed: 3_200 }]);
  expect(counted).toContain("100% packed");
  expect(counted).not.toContain("not counted yet");
});

const NOT_YET = {
  checkedInAt: null,
  checkedOutAt: null,
  inspectorName: null,
  plannedDay: null,
  position: null,
  flags: [],
};

test.each(PLAYED_LOCALES)(
  "in %s a report states the level, the limits, the maker, from how many defects on a lot is rejected, and each tolerance",
  (locale) => {
    const checklist = [{ code: "dimensions", tolerance: "18 ± 0.3 mm" }] as const;
    const own = roundPlan(specExample({ checklist }), "normal");
    const facts = { round: 1, plan: own, results: NO_RESULTS, resultsAt: null, isWrittenLater: false, issuedAt: null };
    const round = { ...facts, judgement: judge(own, NO_RESULTS), ...NOT_YET } as unknown as InspectionRound;
    const words = wordsIn("inspections", locale);
    expect(drawn(<FindingsPanels round={round} zone="UTC" />, { locale, rooms: ROOMS })).toContain("18 ± 0.3 mm");
    const verdict = drawn(<VerdictPanel round={round} />, { locale, rooms: ROOMS });
    expect(verdict).toContain(words.sum.rejected);
    // Of 125 units at 2.5 a lot is accepted up to 7 major defects and rejected from 8 on.
    expect(verdict.replace(/<[^>]*>/g, " ")).toMatch(/125\s+0\s+7\s+8/);
    const view = { manufacturer: "Yiwu Boards Co., Ltd.", sampling: "GL II · AQL 0 / 2.5 / 4.0", currency: "CNY" };
    const grid = <VisitGrid view={view as unknown as Inspection} round={round} zone="UTC" />;
    const head = drawn(grid, { locale, rooms: [...ROOMS, "services"] });
    for (const stated of [words.page.manufacturer, view.manufacturer, words.page.sampling, view.sampling])
      expect(head).toContain(stated);
  },
);
