import type { RoundPlan } from "./round-plan";
import type { PhotoSubject } from "../services/inspection/choices";
import type { Results } from "./results/results";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

/** What lacks before a round can be reported, with how much there is and how much is needed. */
export type Gap =
  | { readonly kind: "cartons" | "units" | "minutes"; readonly has: number; readonly needs: number }
  | { readonly kind: "test"; readonly test: number; readonly has: number; readonly needs: number }
  | { readonly kind: "point_units"; readonly point: number; readonly has: number; readonly needs: number }
  | { readonly kind: "point"; readonly point: number }
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "nothing" }
  | { readonly kind: "position" }
  | { readonly kind: "photo"; readonly subject: PhotoSubject };

type Known = { readonly plan: RoundPlan; readonly drawn: readonly number[] };

function gapsOfSample({ plan, drawn }: Known, { openedCartons, unitsInspected }: Results): Gap[] {
  const gaps: Gap[] = [];
  if (openedCartons.length < drawn.length)
    gaps.push({ kind: "cartons", has: openedCartons.length, needs: drawn.length });
  const needs = plan.type === "defect_sorting" ? (plan.lotSize ?? 0) : plan.units;
  if (unitsInspected < needs) gaps.push({ kind: "units", has: unitsInspected, needs });
  return gaps;
}

function gapsOfPoints({ points }: RoundPlan, { checklist }: Results): Gap[] {
  return points.flatMap(({ ownUnits }, point): Gap[] => {
    const told = checklist.find((one) => one.point === point);
    if (!told) return [{ kind: "point", point }];
    const has = told.unitsChecked ?? 0;
    const isCounted = ownUnits !== null && told.outcome !== "not_applicable";
    return isCounted && has < ownUnits ? [{ kind: "point_units", point, has, needs: ownUnits }] : [];
  });
}

/**
 * What lacks: every drawn carton is opened, every unit of the sample looked at, every point answered and every test made on its own
 * sample, and the goods counted. A round with a gap has no verdict and no report; a defect sorting looks at every unit.
 */
export function gapsOf(known: Known, results: Results): Gap[] {
  const { plan } = known;
  const tests = plan.tests.flatMap(({ sampleSize: needs }, test): Gap[] => {
    const has = results.tests.find((one) => one.test === test)?.unitsTested ?? 0;
    return has < needs ? [{ kind: "test", test, has, needs }] : [];
  });
  const lines = plan.lines.flatMap((_, line): Gap[] =>
    results.quantities.some((one) => one.line === line) ? [] : [{ kind: "line", line }],
  );
  const gaps = [...gapsOfSample(known, results), ...gapsOfPoints(plan, results), ...tests, ...lines];
  // A type without sample, list and goods would else be complete before anybody has been there.
  const asksNothing = plan.rows.length + plan.points.length + plan.tests.length + plan.lines.length === 0;
  return asksNothing && results.remarks === undefined ? [{ kind: "nothing" }] : gaps;
}

export type ResultsRefusal = Refusal<
  | "carton_not_drawn"
  | "more_than_sample"
  | "more_units_than_presented"
  | "more_presented_than_ordered"
  | "point_unknown"
  | "test_unknown"
  | "line_of_plan_unknown"
  | "more_failed_than_tested"
  | "more_packed_than_presented"
>;

/**
 * Refuses more units than the sample has: who looks on until a lot fails, or passes, judges by another plan than was agreed. Where no sample
 * is drawn, refuses more than there are: the lot, or the pieces presented where they are more.
 */
function checkUnits(
  { rows, units, lotSize }: RoundPlan,
  { unitsInspected, quantities }: Results,
): Result<void, Refusal<"more_than_sample" | "more_units_than_presented">> {
  if (rows.length > 0)
    return unitsInspected > units ? refuse("more_than_sample", { maximum: units }) : accept(undefined);
  const presented = quantities.reduce((sum, line) => sum + line.presented, 0);
  const maximum = lotSize === null ? unitsInspected : Math.max(lotSize, presented);
  return unitsInspected > maximum ? refuse("more_units_than_presented", { maximum }) : accept(undefined);
}

type Saving = Known & {
  /** Whether somebody has said that a count above the order is right. */
  readonly isConfirmed: boolean;
  /** What was saved before: a count that stands in it was asked about then. */
  readonly before: Results | null;
};

/** Asks whether it is right that more pieces of a line are presented than were ordered. */
function checkExcess(
  { quantities }: Results,
  { plan, isConfirmed, before }: Saving,
): Result<void, Refusal<"more_presented_than_ordered">> {
  const savedOf = (line: number) => before?.quantities.find((one) => one.line === line)?.presented;
  const excess = quantities.find(
    ({ line, presented }) => presented > (plan.lines[line]?.ordered ?? 0) && presented !== savedOf(line),
  );
  if (!excess || isConfirmed) return accept(undefined);
  const { line, presented } = excess;
  return refuse("more_presented_than_ordered", { line, presented, ordered: plan.lines[line]?.ordered ?? 0 });
}

/**
 * Whether results are about the round at all. Refuses a carton that was not drawn, more units than there are to look at, what the plan does
 * not know, and parts that are more than their whole; asks about a count above the order.
 */
export function checkResults(results: Results, saving: Saving): Result<void, ResultsRefusal> {
  const { plan, drawn } = saving;
  const known = new Set(drawn);
  const stray = results.openedCartons.find((carton) => !known.has(carton));
  if (stray !== undefined) return refuse("carton_not_drawn", { carton: stray });
  const units = checkUnits(plan, results);
  if (!units.ok) return units;
  const point = results.checklist.find((one) => one.point >= plan.points.length);
  if (point) return refuse("point_unknown", { point: point.point });
  const test = results.tests.find((one) => one.test >= plan.tests.length);
  if (test) return refuse("test_unknown", { test: test.test });
  const line = results.quantities.find((one) => one.line >= plan.lines.length);
  if (line) return refuse("line_of_plan_unknown", { line: line.line });
  for (const { test: place, unitsTested, failed } of results.tests) {
    const sample = plan.tests[place]?.sampleSize ?? unitsTested;
    if (unitsTested > sample) return refuse("more_than_sample", { maximum: sample, test: place });
    if (failed > unitsTested) return refuse("more_failed_than_tested", { test: place });
  }
  const over = results.quantities.find(({ packed, presented }) => packed > presented);
  return over ? refuse("more_packed_than_presented", { line: over.line }) : checkExcess(results, saving);
}
