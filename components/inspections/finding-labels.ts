import { useTranslations } from "next-intl";
import { DEFECTS_MAX, type Results } from "@/domain/inspections/results";
import type { RoundPlan } from "@/domain/inspections/round-plan";
import { usePlanWords } from "./inspection-words";

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
    ...rows("checklist", plan.points.length, words.point),
    ...rows("tests", plan.tests.length, words.test),
    ["results.remarks", t("remarks")],
  ]);
}
