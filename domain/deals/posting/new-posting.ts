import type { FormValues } from "../../shared/form-state";
import { ANY_HUB } from "../deal-choices";

/** What an empty posting form begins with; clock times are typed in `zone`. */
export const newPosting = (zone: string): FormValues => ({
  zone,
  mode: "road",
  hubId: ANY_HUB,
  goodsCurrency: "CNY",
  comparisonCurrency: "CNY",
  bidMode: "sealed",
  visibility: "open",
  "cargo[0].packageType": "CT",
});

/** What differs from what a posting begins with: only that holds a fold of usual choices open. */
export function unusual(values: FormValues): FormValues {
  const usual = newPosting("");
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== usual[name]));
}
