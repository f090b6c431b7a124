import { type Currency, type Money, money } from "../shared/money";
import { type DeclaredLine, type KeptAssessment, type KeptEstimate, LINE_CHARGES } from "./declaration";

/** One figure twice, and by how much the customs asked for more. What is not known on a side is null, and so is the difference then. */
type Compared = {
  readonly estimated: Money | null;
  readonly assessed: Money | null;
  readonly difference: Money | null;
};

type ComparedLine = {
  readonly line: number;
  readonly hsCode: string;
  readonly duty: Compared;
  readonly excise: Compared;
  readonly vat: Compared;
  readonly total: Compared;
};

type ComparedDuties = {
  readonly lines: readonly ComparedLine[];
  readonly fee: Compared;
  readonly duty: Compared;
  readonly excise: Compared;
  readonly vat: Compared;
  readonly total: Compared;
};

type Pair = { readonly estimated: bigint | null; readonly assessed: bigint | null };

/** A sum in which one part is not known is not known. */
const sumOf = (parts: readonly (bigint | null)[]): bigint | null =>
  parts.reduce<bigint | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0n);

const digits = (text: string | null | undefined): bigint | null => (text == null ? null : BigInt(text));

const sumPairs = (pairs: readonly Pair[]): Pair => ({
  estimated: sumOf(pairs.map(({ estimated }) => estimated)),
  assessed: sumOf(pairs.map(({ assessed }) => assessed)),
});

function shown({ estimated, assessed }: Pair, currency: Currency): Compared {
  const amount = (minor: bigint | null) => (minor === null ? null : money(minor, currency));
  const difference = estimated === null || assessed === null ? null : assessed - estimated;
  return { estimated: amount(estimated), assessed: amount(assessed), difference: amount(difference) };
}

type Sides = { readonly estimate: KeptEstimate | null; readonly assessment: KeptAssessment | null };

/**
 * What was estimated against what the customs assessed, line by line and charge by charge, in the declaration's currency. Every total is
 * the exact sum of its parts on both sides, and each difference that of the two totals; a total of which a part is not known is not known,
 * and never less than it is.
 */
export function compareDuties(
  { lines, currency }: { readonly lines: readonly DeclaredLine[]; readonly currency: Currency },
  { estimate, assessment }: Sides,
): ComparedDuties {
  const pairs = lines.map(({ line, hsCode }) => {
    const before = estimate?.lines.find((one) => one.line === line);
    const after = assessment?.lines.find((one) => one.line === line);
    const of = (charge: (typeof LINE_CHARGES)[number]): Pair => ({
      estimated: digits(before?.[charge]),
      assessed: digits(after?.[charge]),
    });
    const parts = { duty: of("duty"), excise: of("excise"), vat: of("vat") };
    return { line, hsCode, ...parts, total: sumPairs([parts.duty, parts.excise, parts.vat]) };
  });
  const fee: Pair = { estimated: digits(estimate?.fee), assessed: digits(assessment?.fee) };
  const column = (name: "duty" | "excise" | "vat") => shown(sumPairs(pairs.map((pair) => pair[name])), currency);
  return {
    lines: pairs.map(({ line, hsCode, duty, excise, vat, total }) => ({
      ...{ line, hsCode, duty: shown(duty, currency), excise: shown(excise, currency), vat: shown(vat, currency) },
      total: shown(total, currency),
    })),
    fee: shown(fee, currency),
    ...{ duty: column("duty"), excise: column("excise"), vat: column("vat") },
    total: shown(sumPairs([...pairs.map(({ total }) => total), fee]), currency),
  };
}
