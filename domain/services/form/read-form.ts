import type { z } from "zod";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { toIso } from "@/domain/shared/instant";
import { MARKET_ZONE, parseWallClock } from "@/domain/shared/local-date";
import { isCurrency } from "@/domain/shared/money";
import { toWireMoney } from "@/domain/shared/money-schema";
import { parseAmount } from "@/domain/shared/parse-amount";
import { PERCENT_PLACES, parseScaled, QUANTITY_PLACES } from "./parse-scaled";
import { type FormField, type FormReading, fieldAt } from "./field";

const GROUPING = /[\s\u00A0\u202F]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const ANSWERS: Readonly<Record<string, boolean>> = { yes: true, no: false };

const filled = (values: FormValues, name: string): string[] => valuesOf(values, name).filter((value) => value !== "");

const textOf = (values: FormValues, name: string): string => valueOf(values, name).trim();

/** What is no number stays text, so that the schema can say so. */
function readNumber(text: string): number | string {
  const bare = text.normalize("NFKC").replace(GROUPING, "");
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : text;
}

function readTime(text: string, zone: string): string {
  const at = parseWallClock(text, zone);
  return at === null ? text : toIso(at);
}

type Read = { readonly value: unknown } | { readonly code: string };

function readMoney(text: string, currency: string): Read {
  if (!isCurrency(currency)) return { code: "currency_missing" };
  const amount = parseAmount(text, currency);
  return amount.ok ? { value: toWireMoney(amount.value) } : { code: amount.refusal.code };
}

function readField(field: FormField, values: FormValues, zone: string): Read | null {
  if (field.as === "list") {
    const list = filled(values, field.name);
    return list.length > 0 ? { value: list } : null;
  }
  const text = textOf(values, field.name);
  if (text === "") return null;
  if (field.as === "number") return { value: readNumber(text) };
  if (field.as === "percent") return { value: parseScaled(text, PERCENT_PLACES) ?? text };
  if (field.as === "thousandths") return { value: parseScaled(text, QUANTITY_PLACES) ?? text };
  if (field.as === "flag") return { value: true };
  if (field.as === "answer") return { value: ANSWERS[text] ?? text };
  if (field.as === "time") return { value: readTime(text, zone) };
  if (field.as === "money") return readMoney(text, textOf(values, field.currencyName));
  return { value: text };
}

function put(input: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split(".");
  const last = parts.pop() as string;
  let at = input;
  for (const part of parts) {
    at[part] ??= {};
    at = at[part] as Record<string, unknown>;
  }
  at[last] = value;
}

/** Reads a form's strings by its table of fields; what is empty is left out. `zone` is the reader's, for clock times. */
export function readForm(fields: readonly FormField[], values: FormValues, zone: string = MARKET_ZONE): FormReading {
  const input: Record<string, unknown> = {};
  const issues: z.core.$ZodIssue[] = [];
  for (const field of fields) {
    const read = readField(field, values, zone);
    if (read === null) continue;
    if ("value" in read) put(input, field.path, read.value);
    else issues.push({ code: "custom", path: field.path.split("."), message: read.code, input: values[field.name] });
  }
  return { input, issues, fieldOf: (path) => fieldAt(fields, path) };
}
