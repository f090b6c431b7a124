import { parseHsCode } from "../deals/hs-code";
import { type Currency, isStorable, type Money } from "../shared/money";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { DeclaredLine } from "./declaration";

export type TypedLine = { readonly line: number; readonly hsCode: string; readonly customsValue: Money };

export type LinesRefusal = Refusal<
  "line_not_in_cargo" | "line_declared_twice" | "hs_code_malformed" | "currency_not_of_declaration" | "amount_too_large"
>;

/**
 * The lines of a draft as they are kept, in the order of the cargo. Refuses a line that the cargo does not have or that is named twice, a
 * code that is none, and values in another currency than the country's customs reckon in.
 */
export function declareLines(
  typed: readonly TypedLine[],
  of: { readonly cargoLines: number; readonly currency: Currency },
): Result<readonly DeclaredLine[], LinesRefusal> {
  const kept: DeclaredLine[] = [];
  for (const { line, hsCode, customsValue } of typed) {
    if (line > of.cargoLines) return refuse("line_not_in_cargo", { line, lines: of.cargoLines });
    if (kept.some((one) => one.line === line)) return refuse("line_declared_twice", { line });
    const code = parseHsCode(hsCode);
    if (!code) return refuse("hs_code_malformed", { line });
    if (customsValue.currency !== of.currency) return refuse("currency_not_of_declaration", { currency: of.currency });
    kept.push({ line, hsCode: code, valueMinor: `${customsValue.minor}` });
  }
  if (!isStorable(kept.reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n)))
    return refuse("amount_too_large");
  return accept(kept.sort((a, b) => a.line - b.line));
}
