import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { type FormValues, valueOf } from "../../shared/form-state";
import { lineCount, lineField } from "./cargo-lines";
import { volumeOf } from "../deal";

export type MeasureRefusal = Refusal<
  "measure_malformed" | "measure_ambiguous" | "measure_too_precise" | "measure_too_large"
>;

const GROUPING = /[\s\u00A0\u202F'’]/g;
// 1,250 is a thousand and a quarter to one reader and one and a quarter to another; 0,125 is the same to all.
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/;
const BOTH = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$|^(\d{1,3}(?:\.\d{3})+),(\d+)$/;
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const PLAIN = /^(\d+)(?:[.,](\d+))?$/;

function split(bare: string): readonly [whole: string, fraction: string] | null {
  if (GROUPED.test(bare)) return [bare.replace(/[.,]/g, ""), ""];
  const both = BOTH.exec(bare);
  if (both) return [(both[1] ?? both[3] ?? "").replace(/[.,]/g, ""), both[2] ?? both[4] ?? ""];
  const plain = PLAIN.exec(bare);
  return plain ? [plain[1] ?? "", plain[2] ?? ""] : null;
}

/**
 * Reads a typed measure (`12 000`, `12,000.5`, `0,125`) exactly, as whole units that are 10^`decimals` to the typed one: kg with
 * three decimals gives grams. Refuses what is no number, what two readers would read differently, what is finer than the
 * whole unit, and what is beyond 2^53−1.
 */
export function readMeasure(text: string, decimals: number): Result<number, MeasureRefusal> {
  const bare = text.normalize("NFKC").replace(GROUPING, "");
  if (AMBIGUOUS.test(bare)) {
    const [whole = "", fraction = ""] = bare.split(",");
    return refuse("measure_ambiguous", { large: whole + fraction, small: `${whole}.${fraction}` });
  }
  const parts = split(bare);
  if (parts === null) return refuse("measure_malformed");
  const fraction = parts[1].replace(/0+$/, "");
  if (fraction.length > decimals) return refuse("measure_too_precise", { decimals });
  const value = Number(parts[0] + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(value) ? accept(value) : refuse("measure_too_large");
}

const SIDES = ["lengthCm", "widthCm", "heightCm"] as const;
type Measure = "volumeCbm" | (typeof SIDES)[number];

/** Of a cargo line's measures those without which the posting is refused: all three sides once one is typed, else the volume. */
export const measuresDue = (values: FormValues, line: number): ReadonlySet<Measure> =>
  new Set(SIDES.some((side) => valueOf(values, lineField(line, side)).trim() !== "") ? SIDES : ["volumeCbm"]);

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
