import type { FormValues } from "../../shared/form-state";
import { valueOf } from "../../shared/form-state";
import { volumeOf } from "../cargo/cargo-totals";
import { lineCount, lineField } from "./posting-fields";
import { readMeasure } from "./read-measure";

/** Sums over what can be read so far of the typed lines; density in kg a cubic metre, null without a volume. */
export type TypedTotals = {
  readonly packages: number;
  readonly grossWeightGrams: number;
  readonly volumeCm3: number;
  readonly kgPerCbm: number | null;
};

const numberOf = (values: FormValues, name: string, decimals: number): number => {
  const read = readMeasure(valueOf(values, name), decimals);
  return read.ok ? read.value : 0;
};

function volumeOfLine(values: FormValues, line: number, packages: number): number {
  const given = numberOf(values, lineField(line, "volumeCbm"), 6);
  if (given > 0) return given;
  const [length, width, height] = ["lengthCm", "widthCm", "heightCm"].map((name) =>
    numberOf(values, lineField(line, name), 1),
  );
  const isWhole = length && width && height && packages > 0;
  return isWhole ? volumeOf({ length, width, height }, packages) : 0;
}

/** The totals that the form shows while it is typed: what cannot be read yet counts as nothing. */
export function typedTotals(values: FormValues): TypedTotals {
  const totals = { packages: 0, grossWeightGrams: 0, volumeCm3: 0 };
  for (let line = 0; line < lineCount(values); line++) {
    const packages = numberOf(values, lineField(line, "packages"), 0);
    totals.packages += packages;
    totals.grossWeightGrams += numberOf(values, lineField(line, "grossWeightKg"), 3);
    totals.volumeCm3 += volumeOfLine(values, line, packages);
  }
  const kgPerCbm = totals.volumeCm3 > 0 ? Math.round((totals.grossWeightGrams * 10_000) / totals.volumeCm3) / 10 : null;
  return { ...totals, kgPerCbm };
}
