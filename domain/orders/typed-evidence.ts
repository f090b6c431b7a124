import type { EvidenceField } from "../services/evidence";
import { parseScaled } from "../shared/parse-scaled";
import type { Evidence } from "./evidence";
import {
  DECLARED_IN,
  type NumberProblem,
  type ReadNumber,
  readAirWaybill,
  readCmrNumber,
  readContainerNumber,
  readDeclarationNumber,
  readPlate,
  readSeal,
  readSmgsNumber,
  readTirCarnet,
  readWagonNumber,
} from "./document-numbers";

export type TypedEvidence = Partial<Readonly<Record<EvidenceField, string | undefined>>>;

export type EvidenceProblem =
  | NumberProblem
  | "weight_malformed"
  | "weight_ambiguous"
  | "too_many_seals"
  | "country_needed";

export const SEALS_MAX = 10;
export const WEIGHT_MAX_GRAMS = 10_000_000_000;
const GRAM_PLACES = 3;

const READERS = {
  containerNumber: readContainerNumber,
  wagonNumber: readWagonNumber,
  airWaybill: readAirWaybill,
  cmrNumber: readCmrNumber,
  roadWaybill: readCmrNumber,
  smgsNumber: readSmgsNumber,
  tirCarnet: readTirCarnet,
  tractorPlate: readPlate,
  trailerPlate: readPlate,
} as const satisfies Partial<Record<EvidenceField, (typed: string) => ReadNumber>>;

type Found = { evidence: Evidence; problems: Partial<Record<EvidenceField, EvidenceProblem>> };

/** A seal is cut with a space as often as without one, so a space parts two seals only where either side of it is a number by itself. */
function sealsIn(typed: string): string[] {
  const isWhole = (part: string) => /\d/.test(part) && readSeal(part).problem === null;
  return typed.split(/[\n,;，；、]+/).flatMap((one) => {
    const parts = one.split(/\s+/).filter((part) => part !== "");
    return parts.every(isWhole) ? parts : [parts.join(" ")];
  });
}

function readSeals(typed: string, found: Found): void {
  const read = sealsIn(typed).map(readSeal);
  const problem = read.length > SEALS_MAX ? "too_many_seals" : read.find((one) => one.problem !== null)?.problem;
  if (problem) found.problems.seals = problem;
  else found.evidence = { ...found.evidence, seals: [...new Set(read.flatMap(({ value }) => value ?? []))] };
}

/** `24.860` is twenty-four tonnes in Hanoi and twenty-four kilograms in Almaty. */
const IN_THOUSANDS_OR_PARTS = /^[1-9]\d{0,2}[.,]\d{3}$/;

function readWeight(typed: string, found: Found): void {
  const bare = typed.normalize("NFKC").replace(/kg|кг|公斤|千克/i, "");
  const grams = parseScaled(bare, GRAM_PLACES);
  if (IN_THOUSANDS_OR_PARTS.test(bare.replace(/\s/g, ""))) found.problems.grossWeight = "weight_ambiguous";
  else if (grams === null || grams < 1 || grams > WEIGHT_MAX_GRAMS) found.problems.grossWeight = "weight_malformed";
  else found.evidence = { ...found.evidence, grossWeightGrams: grams };
}

function readDeclaration(typed: string, typedCountry: string, found: Found): void {
  const country = DECLARED_IN.find((one) => one === typedCountry);
  if (!country) {
    found.problems.declarationCountry = "country_needed";
    return;
  }
  const { value, problem } = readDeclarationNumber(country, typed);
  if (problem) found.problems.declarationNumber = problem;
  else found.evidence = { ...found.evidence, declarations: [{ country, number: value }] };
}

/**
 * Reads what was typed of evidence; the same on a phone without a connection as on the server. Empty fields say nothing. Weights are typed in
 * kilograms, seals with a comma or a line between them; a country without a number says nothing either.
 */
export function readTypedEvidence(typed: TypedEvidence): Readonly<Found> {
  const found: Found = { evidence: {}, problems: {} };
  const given = (field: EvidenceField): string => typed[field]?.trim() ?? "";
  for (const [field, read] of Object.entries(READERS) as [keyof typeof READERS, (text: string) => ReadNumber][]) {
    if (given(field) === "") continue;
    const { value, problem } = read(given(field));
    if (problem) found.problems[field] = problem;
    else found.evidence = { ...found.evidence, [field]: value };
  }
  if (given("seals") !== "") readSeals(given("seals"), found);
  if (given("grossWeight") !== "") readWeight(given("grossWeight"), found);
  if (given("declarationNumber") !== "")
    readDeclaration(given("declarationNumber"), given("declarationCountry"), found);
  return found;
}

const GRAMS_OF_KG = 1_000;

/** Evidence as it would be typed into the fields that it was read from, so that it can be corrected. */
export function typedOf({ seals, grossWeightGrams, declarations = [], ...evidence }: Evidence): TypedEvidence {
  const [declared] = declarations;
  const numbers = Object.keys(READERS) as (keyof typeof READERS)[];
  return {
    ...Object.fromEntries(numbers.map((field) => [field, evidence[field]])),
    seals: seals?.join(", "),
    grossWeight: grossWeightGrams === undefined ? undefined : String(grossWeightGrams / GRAMS_OF_KG),
    declarationNumber: declared?.number,
    declarationCountry: declared?.country,
  };
}
