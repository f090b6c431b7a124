/** The least and the most that a reading may be, and in what it is read; null where there is no such end, or no unit is named. */
type Limits = { readonly least: number | null; readonly most: number | null; readonly unit: string | null };

const NUMBER = String.raw`[-−]?\d[\d,]*(?:\.\d+)?`;
const UNIT = String.raw`\s*([^\d\s(（]*)`;

const read = (text: string): number => Number(text.replace("−", "-").replaceAll(",", ""));
const unitOf = (text: string | undefined): string | null => text?.trim().toLowerCase() || null;

const BOUND = new RegExp(`^\\s*(≤|<=|≥|>=)\\s*(${NUMBER})${UNIT}`, "u");
const AROUND = new RegExp(`(${NUMBER})${UNIT}\\s*±\\s*(${NUMBER})${UNIT}`, "u");
const SPAN = new RegExp(`^\\s*(${NUMBER})${UNIT}\\s*(?:–|-|~|…|至|to)\\s*(${NUMBER})${UNIT}`, "u");

/**
 * What a tolerance allows: "≤ 13 %", "≥ 10.00 kg", "8–12 %", "18 ± 0.3 mm", "30 ± 2 %". A deviation without the value that it is from ("± 0.3 mm")
 * allows nothing that can be compared, and neither do words: null.
 */
export function limitsOf(tolerance: string): Limits | null {
  const around = AROUND.exec(tolerance);
  if (around) {
    const [, middle = "", first, deviation = "", second = ""] = around;
    const [value, given] = [read(middle), read(deviation)];
    const isShare = second === "%" && first !== "%";
    const share = (Math.abs(value) * given) / 100;
    // "12 ± 2 %" may be read as a share of 12 or as points of percent: what is within the wider one is not called wrong.
    const by = !isShare ? given : first ? share : Math.max(share, given);
    return { least: value - by, most: value + by, unit: unitOf(isShare ? first : second || first) };
  }
  const bound = BOUND.exec(tolerance);
  if (bound) {
    const [, sign = "", value = "", unit] = bound;
    const isMost = sign === "≤" || sign === "<=";
    return { least: isMost ? null : read(value), most: isMost ? read(value) : null, unit: unitOf(unit) };
  }
  const span = SPAN.exec(tolerance);
  if (!span) return null;
  const [, from = "", first, to = "", second] = span;
  return { least: read(from), most: read(to), unit: unitOf(second) ?? unitOf(first) };
}

const READING = new RegExp(`(?<![\\d.])(${NUMBER})${UNIT}`, "gu");
/** Floating-point sums of a value and its deviation are off by less than this. */
const EPSILON = 1e-9;

/**
 * Whether a reading ("17.20 mm", "17.7–18.2 mm", "8.4 … 9.6 %") lies outside its tolerance: one figure that does is enough. Figures in another unit are
 * not compared; where a range names its unit once it is that of both ends. Readings in words lie nowhere.
 */
export function isOutsideTolerance(measured: string, tolerance: string | undefined): boolean {
  const limits = tolerance === undefined ? null : limitsOf(tolerance);
  if (!limits) return false;
  const figures = [...measured.matchAll(READING)].map(([, value = "", unit]) => ({
    value: read(
      value.replace(/^-(?=\d)/u, (sign, at: number) => (at === 0 && measured.trim().startsWith("-") ? sign : "")),
    ),
    unit: unitOf(unit?.replace(/^[–~…-]$/u, "")),
  }));
  const last = figures.at(-1)?.unit ?? null;
  return figures.some(({ value, unit }) => {
    const isSame = limits.unit === null || (unit ?? last) === null || (unit ?? last) === limits.unit;
    if (!isSame) return false;
    return (
      (limits.least !== null && value < limits.least - EPSILON) ||
      (limits.most !== null && value > limits.most + EPSILON)
    );
  });
}
