import type { RoundPlan } from "../plan/round-plan";
import type { PhotoSubject } from "../../services/inspection/choices";
import type { Results } from "./results";

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
