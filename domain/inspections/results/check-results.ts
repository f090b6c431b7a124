import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import type { RoundPlan } from "../plan/round-plan";
import type { Results } from "./results";

export type ResultsRefusal = Refusal<
  | "carton_not_drawn"
  | "more_than_sample"
  | "point_unknown"
  | "test_unknown"
  | "line_of_plan_unknown"
  | "more_failed_than_tested"
  | "more_packed_than_presented"
>;

/**
 * Whether results are about the round at all. Refuses a carton that was not drawn, more units than the sample has (who looks on until a
 * lot fails, or passes, judges by another plan than was agreed), what the plan does not know, and parts that are more than their whole.
 */
export function checkResults(
  results: Results,
  { plan, drawn }: { readonly plan: RoundPlan; readonly drawn: readonly number[] },
): Result<void, ResultsRefusal> {
  const known = new Set(drawn);
  const stray = results.openedCartons.find((carton) => !known.has(carton));
  if (stray !== undefined) return refuse("carton_not_drawn", { carton: stray });
  const most = plan.rows.length > 0 ? plan.units : plan.lotSize;
  if (most !== null && results.unitsInspected > most) return refuse("more_than_sample", { maximum: most });
  const point = results.checklist.find((one) => one.point >= plan.points.length);
  if (point) return refuse("point_unknown", { point: point.point });
  const test = results.tests.find((one) => one.test >= plan.tests.length);
  if (test) return refuse("test_unknown", { test: test.test });
  const line = results.quantities.find((one) => one.line >= plan.lines.length);
  if (line) return refuse("line_of_plan_unknown", { line: line.line });
  if (results.tests.some(({ failed, unitsTested }) => failed > unitsTested)) return refuse("more_failed_than_tested");
  if (results.quantities.some(({ packed, presented }) => packed > presented))
    return refuse("more_packed_than_presented");
  return accept(undefined);
}
