import type { Results } from "@/domain/inspections/results/results";
import { resultsOfTyped } from "@/domain/inspections/results/results-form";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";

/** The id of a field of findings: names have brackets, which a fragment of an address has not. */
export const findingId = (name: string): string => `finding-${name.replace(/[^\w]+/g, "-")}`;

type Row = Record<string, string>;

const ROW = /^results\.(quantities|checklist|defects|tests)\[(\d+)\]\.(\w+)$/;

/** Findings as somebody filled them in, to be shown in the same form again: what is no figure stands there as it was typed. */
export function findingsOf(values: FormValues): Results {
  const rows = { quantities: [] as Row[], checklist: [] as Row[], defects: [] as Row[], tests: [] as Row[] };
  for (const name of Object.keys(values)) {
    const [, list, at, part] = ROW.exec(name) ?? [];
    if (!list || !at || !part) continue;
    const of = rows[list as keyof typeof rows];
    of[Number(at)] = { ...of[Number(at)], [part]: valueOf(values, name) };
  }
  const typed = {
    ...rows,
    defectNames: [...valuesOf(values, "results.defectNames")],
    openedCartons: [...valuesOf(values, "results.openedCartons")],
    unitsInspected: valueOf(values, "results.unitsInspected"),
    remarks: valueOf(values, "results.remarks"),
  };
  return resultsOfTyped(typed) as Results;
}
