import { CRITERIA_MAX, type Criterion } from "../../../requests/terms";
import { rowField } from "../../../services/form/rows";
import { type FormValues, valueOf } from "../../../shared/form-state";

const LIST = "criteria";
/** Rows of the form in their order: the two that are computed have a row each, the buyer's own ones follow. */
const COMPUTED = ["price", "time"] as const;
/** The rows of the buyer's own criteria. */
export const OWN_ROWS: readonly number[] = Array.from({ length: CRITERIA_MAX - COMPUTED.length }, (_, row) => row + 2);

export const criterionField = (row: number, part: "weight" | "title"): string => rowField(LIST, row, part);

const typedWeight = (values: FormValues, row: number): string => valueOf(values, criterionField(row, "weight")).trim();

/**
 * The form's values with what each row of criteria stands for, so that they read as a list: the first row is the price, the second the
 * time, and the rest are the buyer's own. A weight of nothing takes a criterion out.
 */
export function withCriterionKinds(values: FormValues): FormValues {
  const added: Record<string, string> = {};
  for (const row of [0, 1, ...OWN_ROWS]) {
    const kind = COMPUTED[row] ?? "own";
    const weight = typedWeight(values, row);
    const hasTitle = kind === "own" && valueOf(values, criterionField(row, "title")).trim() !== "";
    if (/^0*$/.test(weight) && !hasTitle) added[criterionField(row, "weight")] = "";
    else added[rowField(LIST, row, "kind")] = kind;
  }
  return { ...values, ...added };
}

/** The fields of the form for criteria that are there, each in its own row; the counterpart of `withCriterionKinds`. */
export function criteriaValues(criteria: readonly Criterion[]): FormValues {
  const own = criteria.filter(({ kind }) => kind === "own");
  const computed = COMPUTED.flatMap((kind, row) => {
    const weight = criteria.find((one) => one.kind === kind)?.weight;
    return weight === undefined ? [] : [[criterionField(row, "weight"), String(weight)] as const];
  });
  const titled = own.flatMap(({ title, weight }, at) => [
    [criterionField(at + COMPUTED.length, "title"), title] as const,
    [criterionField(at + COMPUTED.length, "weight"), String(weight)] as const,
  ]);
  return Object.fromEntries([...computed, ...titled]);
}

/** What the typed weights come to; null where one of them is no whole number. A form that names no weight weighs the price alone. */
export function typedWeightSum(values: FormValues): number | null {
  const typed = [0, 1, ...OWN_ROWS].map((row) => typedWeight(values, row)).filter((weight) => weight !== "");
  if (typed.length === 0) return 100;
  return typed.every((weight) => /^\d{1,3}$/.test(weight)) ? typed.reduce((sum, weight) => sum + Number(weight), 0) : null;
}
