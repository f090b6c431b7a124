/** Kinds of defect that the market has words for; others are written by the inspector. */
export const DEFECT_CODES = [
  "edge_chipped",
  "surface_scratch",
  "dent",
  "crack",
  "stain",
  "colour_deviation",
  "dimension_out",
  "part_missing",
  "label_wrong",
  "packing_damaged",
  "function_failed",
  "sharp_edge",
  "loose_thread",
  "print_faint",
  "deformed",
  "rust",
  "mould",
] as const;
export type DefectCode = (typeof DEFECT_CODES)[number];

/** What a kind of defect is called by the words of one language: the market's name of a code that it knows, else what the inspector has typed. */
export function defectName(code: string, nameOf: (code: DefectCode) => string): string {
  const known = DEFECT_CODES.find((one) => one === code);
  return known ? nameOf(known) : code;
}

const SEPARATOR = "=";

/** The names of one language as a form sends them beside what was typed, so that a name is read as its code. */
export const namesOfDefects = (nameOf: (code: DefectCode) => string): readonly string[] =>
  DEFECT_CODES.map((code) => code + SEPARATOR + nameOf(code));

/** The code of what was typed where it is the name of one, in capitals or not; else what was typed. */
export function defectCode(typed: string, names: readonly string[]): string {
  const wanted = typed.trim().toLowerCase();
  const found = names.find((one) => one.slice(one.indexOf(SEPARATOR) + 1).toLowerCase() === wanted);
  const code = found?.slice(0, found.indexOf(SEPARATOR));
  return DEFECT_CODES.find((one) => one === code) ?? typed;
}
