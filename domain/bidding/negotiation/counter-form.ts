import type { z } from "zod";
import { type FormTree, readRateBps } from "../offer/lines/read-line";
import { isPercentBasis, type Basis } from "../../services/charge";
import { isCurrency } from "../../shared/money";
import { toWireMoney } from "../../shared/money-schema";
import { parseAmount } from "../../shared/parse-amount";

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const tree = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};

const wholeOf = (typed: string): unknown =>
  /^\d{1,9}$/.test(typed) ? Number(typed) : typed === "" ? undefined : typed;

type Read = { readonly input: Record<string, unknown>; readonly problem: string | null };

function readLine(typed: string, basis: string, currency: string): Read {
  if (typed === "") return { input: {}, problem: "required" };
  if (isPercentBasis(basis as Basis)) {
    const rateBps = readRateBps(typed);
    return rateBps === null ? { input: {}, problem: "percent_malformed" } : { input: { rateBps }, problem: null };
  }
  if (!isCurrency(currency)) return { input: {}, problem: "unknown_choice" };
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { unitPrice: toWireMoney(amount.value) }, problem: null }
    : { input: {}, problem: amount.refusal.code };
}

/** Reads the form of an offer across the table: a price a line as people write it in the bid's currency, days, words. */
export function readCounterForm(sent: FormTree): {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
} {
  const issues: z.core.$ZodIssue[] = [];
  const charges: Record<string, unknown>[] = [];
  for (const [line, each] of (Array.isArray(sent.charges) ? sent.charges : []).entries()) {
    const { price, basis } = tree(each);
    const { input, problem } = readLine(text(price), text(basis), text(sent.currency));
    if (problem) issues.push({ code: "custom", path: ["charges", line, "price"], message: problem, input: undefined });
    charges.push({ line, ...input });
  }
  const days = tree(sent.transitDays);
  return {
    input: {
      charges,
      transitDays: { min: wholeOf(text(days.min)), max: wholeOf(text(days.max)) },
      note: text(sent.note),
    },
    issues,
  };
}
