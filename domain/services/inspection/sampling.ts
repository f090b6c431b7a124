import { assert } from "@/domain/shared/result";

export const LEVELS = ["S-1", "S-2", "S-3", "S-4", "I", "II", "III"] as const;
export type Level = (typeof LEVELS)[number];

/** Levels of small samples, for tests that cost time or destroy the unit. */
export const SPECIAL_LEVELS = ["S-1", "S-2", "S-3", "S-4"] as const satisfies readonly Level[];
export type SpecialLevel = (typeof SPECIAL_LEVELS)[number];

export const SEVERITIES = ["normal", "tightened"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The acceptance quality limits of the market's tables, in percent; 0 means that no defect is accepted. */
export const AQLS = [0.65, 1, 1.5, 2.5, 4, 6.5, 10] as const;
export type Aql = (typeof AQLS)[number] | 0;

export const DEFECT_CLASSES = ["critical", "major", "minor"] as const;
export type DefectClass = (typeof DEFECT_CLASSES)[number];

/** The plan of one defect class: accept the lot up to `acceptanceNumber` defects, reject from `rejectionNumber`. */
export type SamplingPlanRow = {
  readonly defectClass: DefectClass;
  readonly codeLetter: string;
  readonly sampleSize: number;
  readonly acceptanceNumber: number;
  readonly rejectionNumber: number;
};

export type SamplingRule = {
  readonly lotSize: number;
  readonly level: Level;
  readonly severity: Severity;
  readonly aql: { readonly [D in DefectClass]: Aql };
};

// ISO 2859-1 table 1: the largest lot of a row, and its letters for S-1, S-2, S-3, S-4, I, II, III.
const LETTERS_BY_LOT: readonly (readonly [number, string])[] = [
  [8, "AAAAAAB"],
  [15, "AAAAABC"],
  [25, "AABBBCD"],
  [50, "ABBCCDE"],
  [90, "BBCCCEF"],
  [150, "BBCDDFG"],
  [280, "BCDEEGH"],
  [500, "BCDEFHJ"],
  [1_200, "CCEFGJK"],
  [3_200, "CDEGHKL"],
  [10_000, "CDFGJLM"],
  [35_000, "CDFHKMN"],
  [150_000, "DEGJLNP"],
  [500_000, "DEGJMPQ"],
  [Number.POSITIVE_INFINITY, "DEHKNQR"],
];

const LETTERS = "ABCDEFGHJKLMNPQR";
const SAMPLE_SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1_250, 2_000];

// ISO 2859-1 tables 2-A and 2-B repeat along their diagonals: one letter further is one AQL coarser. So a table is one run of
// cells, from its first plan (Ac 0) on: an acceptance number, or the arrow to the plan above or below.
const DIAGONAL: Record<Severity, { readonly first: number; readonly cells: readonly (number | "up" | "down")[] }> = {
  normal: { first: 5, cells: [0, "up", "down", 1, 2, 3, 5, 7, 10, 14, 21] },
  tightened: { first: 6, cells: [0, "down", "down", 1, 2, 3, 5, 8, 12, 18] },
};

/** The cell of the published table: an acceptance number or an arrow. */
function cell(severity: Severity, letter: number, column: number): number | "up" | "down" {
  // The run's upper end falls off the table here: AQL 10 has no plan with Ac 0.
  if (letter === 0 && AQLS[column] === 10) return "down";
  const { first, cells } = DIAGONAL[severity];
  const position = letter + column - first;
  return position < 0 ? "down" : (cells[position] ?? "up");
}

/** The sample size code letter of a lot; a lot of one is treated as the smallest row. */
export function codeLetter(lotSize: number, level: Level): string {
  assert(Number.isSafeInteger(lotSize) && lotSize > 0, "a lot has at least one unit");
  const row = LETTERS_BY_LOT.find(([largest]) => lotSize <= largest);
  return (row as readonly [number, string])[1].charAt(LEVELS.indexOf(level));
}

type Plan = { readonly codeLetter: string; readonly sampleSize: number; readonly acceptanceNumber: number };

const sampleSizeOf = (letter: number): number => SAMPLE_SIZES[letter] as number;

/** The single sampling plan of a letter and AQL; an arrow leads to the next plan in its direction, with that plan's letter and sample size. */
export function singlePlan(letter: string, aql: (typeof AQLS)[number], severity: Severity): Plan {
  const column = AQLS.indexOf(aql);
  let row = LETTERS.indexOf(letter);
  assert(row >= 0 && column >= 0, "a letter and an AQL of the tables");
  let at = cell(severity, row, column);
  while (typeof at !== "number") {
    row += at === "down" ? 1 : -1;
    at = cell(severity, row, column);
  }
  return { codeLetter: LETTERS.charAt(row), sampleSize: sampleSizeOf(row), acceptanceNumber: at };
}

/** Units that a letter draws of a lot; every unit where it would draw more than there are. */
export const unitsAtLevel = (lotSize: number, level: Level): number =>
  Math.min(sampleSizeOf(LETTERS.indexOf(codeLetter(lotSize, level))), lotSize);

type LotPlan = Omit<SamplingPlanRow, "defectClass">;

/** A plan as it is carried out on a lot: no more units than there are, rejection from one above acceptance. */
const onLot = ({ codeLetter: letter, sampleSize, acceptanceNumber }: Plan, lotSize: number): LotPlan => ({
  codeLetter: letter,
  sampleSize: Math.min(sampleSize, lotSize),
  acceptanceNumber,
  rejectionNumber: acceptanceNumber + 1,
});

/** The plan of one limit at one level; for AQL 0 the sample of the lot's own letter, in which nothing is accepted. */
export function planAt(of: { lotSize: number; level: Level; severity: Severity; limit: Aql }): LotPlan {
  const letter = codeLetter(of.lotSize, of.level);
  const plan = of.limit === 0 ? zeroPlan([], letter) : singlePlan(letter, of.limit, of.severity);
  return onLot(plan, of.lotSize);
}

/** For AQL 0: no defect is accepted, in the largest sample that another class draws (the lot's own where all are 0). */
function zeroPlan(others: readonly Plan[], letter: string): Plan {
  const own = { codeLetter: letter, sampleSize: sampleSizeOf(LETTERS.indexOf(letter)), acceptanceNumber: 0 };
  const [first = own, ...rest] = others;
  const largest = rest.reduce((best, plan) => (plan.sampleSize > best.sampleSize ? plan : best), first);
  return { ...largest, acceptanceNumber: 0 };
}

/**
 * The plan of each defect class by ISO 2859-1 (equal to ANSI/ASQ Z1.4 in these tables), single sampling. Each class keeps its
 * own sample size; a sample as large as the lot is a check of every unit.
 */
export function samplingPlan({ lotSize, level, severity, aql }: SamplingRule): SamplingPlanRow[] {
  const letter = codeLetter(lotSize, level);
  const planOf = (limit: Aql): Plan | null => (limit === 0 ? null : singlePlan(letter, limit, severity));
  const statistical = DEFECT_CLASSES.map((name) => planOf(aql[name])).filter((plan) => plan !== null);
  return DEFECT_CLASSES.map((defectClass) => {
    const plan = planOf(aql[defectClass]) ?? zeroPlan(statistical, letter);
    return { defectClass, ...onLot(plan, lotSize) };
  });
}

export type AqlLimits = SamplingRule["aql"];

/** Limits in percent that importers of consumer goods usually ask for, and those usual for goods of high value; no critical defect in either. */
export const AQL_PRESETS = {
  usual: { critical: 0, major: 2.5, minor: 4 },
  high_value: { critical: 0, major: 1.5, minor: 2.5 },
} as const satisfies Record<string, AqlLimits>;

export type AqlPreset = keyof typeof AQL_PRESETS;
export const AQL_PRESET_NAMES = Object.keys(AQL_PRESETS) as [AqlPreset, ...AqlPreset[]];

/** The limits of a request: those it names one by one, else those of its preset; null where it has neither. */
export const limitsOf = (of: { readonly aql?: AqlLimits | undefined; readonly aqlPreset?: AqlPreset | undefined }) =>
  of.aql ?? (of.aqlPreset === undefined ? null : AQL_PRESETS[of.aqlPreset]);
