import type { Criterion } from "../../requests/request";
import { CRITERIA_MAX } from "../../requests/request-choices";
import { rowField } from "../../services/form-field";
import { type FormValues, valueOf } from "../../shared/form-state";

const LIST = "criteria";
const ALL = 100;
/** Rows of the form in their order: the two that are computed have a row each, the buyer's own ones follow. */
const COMPUTED = ["price", "time"] as const;
/** The rows of the buyer's own criteria. */
export const OWN_ROWS: readonly number[] = Array.from({ length: CRITERIA_MAX - COMPUTED.length }, (_, row) => row + 2);

export const criterionField = (row: number, part: "weight" | "title"): string => rowField(LIST, row, part);

const typedWeight = (values: FormValues, row: number): string => valueOf(values, criterionField(row, "weight")).trim();

/** The weights beside the price, summed; null where one of them is no whole number. */
function weightsBeside(values: FormValues): number | null {
  const typed = [1, ...OWN_ROWS].map((row) => typedWeight(values, row)).filter((weight) => weight !== "");
  return typed.every((weight) => /^\d{1,3}$/.test(weight)) ? typed.reduce((sum, one) => sum + Number(one), 0) : null;
}

/** What the weights come to as they are typed; the price has what the others leave, where it is not said. Null where one is no number. */
export function typedWeights(values: FormValues): { readonly price: number; readonly sum: number } | null {
  const beside = weightsBeside(values);
  const said = typedWeight(values, 0);
  if (beside === null || !/^\d{0,3}$/.test(said)) return null;
  const price = said === "" ? Math.max(0, ALL - beside) : Number(said);
  return { price, sum: price + beside };
}

/**
 * The form's values with what each row of criteria stands for, so that they read as a list: the first row is the price, the second the
 * time, and the rest are the buyer's own. The price has what the others leave, where it is not said; a weight of nothing takes a criterion
 * out. A form that weighs nothing says nothing of criteria.
 */
export function withCriterionKinds(values: FormValues): FormValues {
  const rest = typedWeights(values)?.price ?? 0;
  const isWeighed = weightsBeside(values) !== 0;
  const price: FormValues =
    typedWeight(values, 0) === "" && isWeighed ? { [criterionField(0, "weight")]: String(rest) } : {};
  const weighed = { ...values, ...price };
  const added: Record<string, string> = {};
  for (const row of [0, 1, ...OWN_ROWS]) {
    const kind = COMPUTED[row] ?? "own";
    const hasTitle = kind === "own" && valueOf(weighed, criterionField(row, "title")).trim() !== "";
    if (/^0*$/.test(typedWeight(weighed, row)) && !hasTitle) added[criterionField(row, "weight")] = "";
    else added[rowField(LIST, row, "kind")] = kind;
  }
  return { ...weighed, ...added };
}

/** The fields of the form for criteria that are there, each in its own row; the counterpart of `withCriterionKinds`. */
export function criteriaValues(criteria: readonly Criterion[]): FormValues {
  const isPriceAlone = criteria.length === 1 && criteria[0]?.kind === "price";
  if (isPriceAlone) return {};
  const computed = COMPUTED.flatMap((kind, row) => {
    const weight = criteria.find((one) => one.kind === kind)?.weight;
    return weight === undefined ? [] : [[criterionField(row, "weight"), String(weight)] as const];
  });
  const titled = criteria
    .filter(({ kind }) => kind === "own")
    .flatMap(({ title, weight }, at) => [
      [criterionField(at + COMPUTED.length, "title"), title] as const,
      [criterionField(at + COMPUTED.length, "weight"), String(weight)] as const,
    ]);
  return Object.fromEntries([...computed, ...titled]);
}
