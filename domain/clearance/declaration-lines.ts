import { parseHsCode } from "../tariff/hs-code";
import { type Currency, isStorable, type Money } from "../shared/money";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { Declaration, DeclaredContent, DeclaredLine } from "./declaration";

export type TypedLine = {
  readonly line: number;
  readonly hsCode: string;
  readonly customsValue: Money;
  /** The goods' name as it is declared; that of the deal where none is given. */
  readonly name?: string | undefined;
};

export type LinesRefusal = Refusal<
  "line_not_in_cargo" | "line_declared_twice" | "hs_code_malformed" | "currency_not_of_declaration" | "amount_too_large"
>;

type OfDeal = {
  readonly cargo: readonly { readonly description: string }[];
  readonly currency: Currency;
  /** Whose customs it is declared to. */
  readonly country: string;
};

/**
 * How many digits a code has in a country's declarations: ten in China and by the common nomenclature of the Eurasian Economic Union (ТН ВЭД), eight in Viet Nam
 * (AHTN). Elsewhere any extension of the six that all countries share is taken.
 */
const CODE_DIGITS: Readonly<Record<string, number>> = { CN: 10, RU: 10, KZ: 10, KG: 10, BY: 10, AM: 10, VN: 8 };

/**
 * The lines of a draft as they are kept, in the order of the cargo. Refuses a line that the cargo does not have or that is named twice, a
 * code that is none or has not as many digits as the country's customs ask for, and values in another currency than the country's customs reckon in.
 */
export function declareLines(
  typed: readonly TypedLine[],
  { cargo, currency, country }: OfDeal,
): Result<readonly DeclaredLine[], LinesRefusal> {
  const kept: DeclaredLine[] = [];
  const digits = CODE_DIGITS[country];
  for (const { line, hsCode, customsValue, name = "" } of typed) {
    const goods = cargo[line - 1];
    if (!goods) return refuse("line_not_in_cargo", { line, lines: cargo.length });
    if (kept.some((one) => one.line === line)) return refuse("line_declared_twice", { line });
    const code = parseHsCode(hsCode);
    if (!code || (digits !== undefined && code.length !== digits))
      return refuse("hs_code_malformed", { line, digits: digits === undefined ? "any" : `${digits}` });
    if (customsValue.currency !== currency) return refuse("currency_not_of_declaration", { currency });
    const named = name === "" || name === goods.description ? {} : { name };
    kept.push({ line, hsCode: code, valueMinor: `${customsValue.minor}`, ...named });
  }
  if (!isStorable(kept.reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n)))
    return refuse("amount_too_large");
  return accept(kept.sort((a, b) => a.line - b.line));
}

const contentOf = ({ hsCode, valueMinor, name }: DeclaredContent): DeclaredContent => ({
  ...{ hsCode, valueMinor },
  ...(name === undefined ? {} : { name }),
});

const isAlike = (one: DeclaredContent, other: DeclaredContent): boolean =>
  one.hsCode === other.hsCode && one.valueMinor === other.valueMinor && one.name === other.name;

/**
 * The lines of a revision, each with what the buyer had read of it where that was something else: as it was when the buyer last sent the draft
 * back or approved it, however often it was changed since. Values of another currency are compared with nothing.
 */
export function markChanged(
  lines: readonly DeclaredLine[],
  revised: Pick<Declaration, "state" | "lines" | "currency">,
  currency: Currency,
): readonly DeclaredLine[] {
  if (revised.currency !== currency) return lines;
  return lines.map((line) => {
    const earlier = revised.lines.find((one) => one.line === line.line);
    const read = earlier && ((revised.state === "drafted" ? earlier.before : undefined) ?? earlier);
    return read && !isAlike(read, line) ? { ...line, before: contentOf(read) } : line;
  });
}
