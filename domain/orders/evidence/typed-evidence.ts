import type { EvidenceField } from "../../services/evidence";
import { parseScaled } from "../../services/form/parse-scaled";
import type { Evidence } from "./evidence";
import { readAirWaybill } from "./numbers/air-waybill";
import { readContainerNumber } from "./numbers/container-number";
import { DECLARED_IN, readDeclarationNumber } from "./numbers/declaration-number";
import type { NumberProblem, ReadNumber } from "./numbers/number-problem";
import { readCmrNumber, readPlate, readSeal, readSmgsNumber, readTirCarnet } from "./numbers/plain-numbers";
import { readWagonNumber } from "./numbers/wagon-number";

export type TypedEvidence = Partial<Readonly<Record<EvidenceField, string | undefined>>>;

export type EvidenceProblem = NumberProblem | "weight_malformed" | "too_many_seals" | "country_needed";

export const SEALS_MAX = 10;
export const WEIGHT_MAX_GRAMS = 10_000_000_000;
const GRAM_PLACES = 3;

const READERS = {
  containerNumber: readContainerNumber,
  wagonNumber: readWagonNumber,
  airWaybill: readAirWaybill,
  cmrNumber: readCmrNumber,
  smgsNumber: readSmgsNumber,
  tirCarnet: readTirCarnet,
  tractorPlate: readPlate,
  trailerPlate: readPlate,
} as const satisfies Partial<Record<EvidenceField, (typed: string) => ReadNumber>>;

type Found = { evidence: Evidence; problems: Partial<Record<EvidenceField, EvidenceProblem>> };

function readSeals(typed: string, found: Found): void {
  const read = typed
    .split(/[\s,;，；、]+/)
    .filter((one) => one !== "")
    .map(readSeal);
  const problem = read.length > SEALS_MAX ? "too_many_seals" : read.find((one) => one.problem !== null)?.problem;
  if (problem) found.problems.seals = problem;
  else found.evidence = { ...found.evidence, seals: [...new Set(read.flatMap(({ value }) => value ?? []))] };
}

function readWeight(typed: string, found: Found): void {
  const grams = parseScaled(typed.replace(/kg|公斤|千克/i, ""), GRAM_PLACES);
  if (grams === null || grams < 1 || grams > WEIGHT_MAX_GRAMS) found.problems.grossWeight = "weight_malformed";
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
 * kilograms, seals with anything between them; a country without a number says nothing either.
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
