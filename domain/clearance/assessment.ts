import { isStorable, type Money, money } from "../shared/money";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { type Declaration, type KeptAssessment, LINE_CHARGES } from "./declaration";

/** Everything that an assessment asks for, in minor units. */
export const assessedMinor = ({ lines, fee }: KeptAssessment): bigint =>
  lines.reduce((all, line) => LINE_CHARGES.reduce((sum, charge) => sum + BigInt(line[charge]), all), BigInt(fee));

/** What is still to be paid of an assessment; nothing before there is one, and nothing where a later one asks for less. */
export function dueMinor({ assessment, paidMinor }: Pick<Declaration, "assessment" | "paidMinor">): bigint {
  const left = assessment ? assessedMinor(assessment) - paidMinor : 0n;
  return left > 0n ? left : 0n;
}

export type AssessedLine = {
  readonly line: number;
  readonly duty: Money;
  readonly excise: Money;
  readonly vat: Money;
};

export type AssessRefusal = Refusal<"assessment_lines_differ" | "currency_not_of_declaration" | "amount_too_large">;

/**
 * What the customs have assessed, as it is kept. Refuses where it is not of exactly the declared lines, not in the declaration's currency,
 * or beyond what can be kept.
 */
export function keepAssessment(
  declaration: Pick<Declaration, "lines" | "currency">,
  assessed: { readonly lines: readonly AssessedLine[]; readonly fee: Money },
): Result<KeptAssessment, AssessRefusal> {
  const { currency } = declaration;
  const declared = declaration.lines.map(({ line }) => line);
  const named = assessed.lines.map(({ line }) => line);
  const isSame =
    named.length === declared.length &&
    new Set(named).size === named.length &&
    named.every((n) => declared.includes(n));
  if (!isSame) return refuse("assessment_lines_differ", { lines: declared.join(", ") });
  const all = [assessed.fee, ...assessed.lines.flatMap(({ duty, excise, vat }) => [duty, excise, vat])];
  if (all.some((amount) => amount.currency !== currency)) return refuse("currency_not_of_declaration", { currency });
  if (!isStorable(all.reduce((sum, { minor }) => sum + minor, 0n))) return refuse("amount_too_large");
  const lines = [...assessed.lines]
    .sort((a, b) => a.line - b.line)
    .map(({ line, duty, excise, vat }) => ({
      ...{ line, duty: `${duty.minor}`, excise: `${excise.minor}`, vat: `${vat.minor}` },
    }));
  return accept({ lines, fee: `${assessed.fee.minor}` });
}

/** What is still to be paid, as money. */
export const due = (declaration: Pick<Declaration, "assessment" | "paidMinor" | "currency">): Money =>
  money(dueMinor(declaration), declaration.currency);
