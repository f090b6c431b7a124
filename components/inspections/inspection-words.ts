import { useTranslations } from "next-intl";
import {
  DEFECTS_MAX,
  type FailReason,
  foundOf,
  NO_RESULTS,
  type PendingReason,
  type Results,
} from "@/domain/inspections/results/results";
import type { PlanPoint, RoundPlan } from "@/domain/inspections/round-plan";
import { defectName, namesOfDefects } from "@/domain/inspections/defect-codes";
import { useTestName } from "@/components/services/inspection/test-name";
import type { Gap } from "@/domain/inspections/check-results";

const PARTS = {
  defects: ["code", "class", "count", "words"],
  quantities: ["presented", "packed"],
  checklist: ["outcome", "measured", "unitsChecked"],
  tests: ["unitsTested", "failed"],
} as const;
type List = keyof typeof PARTS;

/** The words above each field of the findings by its name, those of a row with what the row is about, in the order in which the fields stand. */
export function useFindingLabels(plan: RoundPlan, results: Results): ReadonlyMap<string, string> {
  const t = useTranslations("inspections.site");
  const words = usePlanWords(plan, results);
  const rows = (list: List, count: number, rowOf: (at: number) => string) =>
    Array.from({ length: count }, (_, at) =>
      PARTS[list].map((part) => {
        const name = `results.${list}[${at}].${part === "class" ? "defectClass" : part}`;
        return [name, t("inRow", { row: rowOf(at), field: t(part) })] as const;
      }),
    ).flat();
  return new Map([
    ["results.openedCartons", t("cartons")],
    ["results.unitsInspected", t("units")],
    ["results.defects", t("defects")],
    ...rows("defects", DEFECTS_MAX, (at) => t("defect", { number: at + 1 })),
    ...rows("quantities", plan.lines.length, words.line),
    ["isConfirmed", t("confirm")],
    ...rows("checklist", plan.points.length, words.point),
    ...rows("tests", plan.tests.length, words.test),
    ["results.remarks", t("remarks")],
  ]);
}

/** What the reader calls a kind of defect, by the code under which it was counted, and the names of all that the market knows. */
export function useDefectNames() {
  const t = useTranslations("inspections.defectCode");
  return { defectName: (code: string): string => defectName(code, t), names: namesOfDefects(t) };
}

/** The words for what a round's plan names by place: points, tests, goods, and what lacks or fails of them. */
export function usePlanWords(plan: RoundPlan, found: Results | null) {
  const t = useTranslations("inspections");
  const checkpoint = useTranslations("service-inspection.option.checkpoint");
  const subject = useTranslations("service-inspection.option.photo");
  const testName = useTestName();
  const results = found ?? NO_RESULTS;
  const pointName = (point: PlanPoint | undefined): string =>
    [point?.code && checkpoint(point.code), point?.text].filter(Boolean).join(": ");
  const point = (at: number): string => pointName(plan.points[at]);
  const test = (at: number): string => {
    const row = plan.tests[at];
    return row ? testName(row) : "";
  };
  const line = (at: number): string => plan.lines[at]?.name ?? t("site.wholeLot");

  function gap(of: Gap): string {
    switch (of.kind) {
      case "cartons":
      case "units":
      case "minutes":
        return t(`gap.${of.kind}`, { has: of.has, needs: of.needs });
      case "test":
        return t("gap.test", { name: test(of.test), has: of.has, needs: of.needs });
      case "point_units":
        return t("gap.point_units", { name: point(of.point), has: of.has, needs: of.needs });
      case "point":
        return t("gap.point", { name: point(of.point) });
      case "line":
        return t("gap.line", { name: line(of.line) });
      case "photo":
        return t("gap.photo", { subject: subject(of.subject) });
      default:
        return t(`gap.${of.kind}`);
    }
  }

  function why(reason: FailReason | PendingReason): string {
    switch (reason.kind) {
      case "class_over":
      case "defects_without_limit": {
        const row = plan.rows.find(({ defectClass }) => defectClass === reason.defectClass);
        return t(`why.${reason.kind}`, {
          class: t(`class.${reason.defectClass}`),
          found: foundOf(results, reason.defectClass),
          limit: row?.acceptanceNumber ?? 0,
        });
      }
      case "critical_defect":
        return t("why.critical_defect");
      case "test_over":
        return t("why.test_over", {
          name: test(reason.test),
          failed: results.tests.find((one) => one.test === reason.test)?.failed ?? 0,
          limit: plan.tests[reason.test]?.acceptanceNumber ?? 0,
        });
      case "presented_short":
      case "presented_over":
        return t(`why.${reason.kind}`, {
          name: line(reason.line),
          presented: results.quantities.find((one) => one.line === reason.line)?.presented ?? 0,
          ordered: plan.lines[reason.line]?.ordered ?? 0,
        });
      case "packed_short":
        return t("why.packed_short", { percent: reason.percent, minimum: reason.minimum });
      default:
        return t(`why.${reason.kind}`, { name: point(reason.point) });
    }
  }
  return { point, test, line, gap, why };
}
