import type { z } from "zod";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { MARKET_ZONE, toIso } from "@/domain/shared/time";
import { parseWallClock } from "@/domain/shared/zones";
import { isAmount, isCurrency, parseAmount, toDecimal } from "@/domain/shared/money";
import { moneySchema, toWireMoney } from "@/domain/shared/wire-fields";
import {
  fieldAt,
  fieldOfIssue,
  filledRows,
  inUnitOfField,
  type FormField,
  type FormReading,
  type PlainField,
  readNumber,
  rowField,
  type RowsField,
  rowValues,
} from "./form-field";
import {
  DEGREE_PLACES,
  parseDegrees,
  parseScaled,
  PERCENT_PLACES,
  QUANTITY_PLACES,
  writeScaled,
} from "../shared/parse-scaled";
import { Temporal } from "temporal-polyfill";

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["no", false],
]);

const filled = (values: FormValues, name: string): string[] => valuesOf(values, name).filter((value) => value !== "");

const textOf = (values: FormValues, name: string): string => valueOf(values, name).trim();

function readTime(text: string, zone: string): string {
  const at = parseWallClock(text, zone);
  return at === null ? text : toIso(at);
}

type Read = { readonly value: unknown } | { readonly code: string };

function readMoney(text: string, currency: string): Read {
  if (!isCurrency(currency)) return { code: isAmount(text) ? "currency_missing" : "amount_and_currency" };
  const amount = parseAmount(text, currency);
  return amount.ok ? { value: toWireMoney(amount.value) } : { code: amount.refusal.code };
}

function readPlain(field: PlainField, values: FormValues, zone: string): Read | null {
  if (field.as === "list") {
    const list = filled(values, field.name);
    return list.length > 0 ? { value: list } : null;
  }
  const text = textOf(values, field.name);
  if (text === "") return field.as === "flag" && field.mustBeTicked ? { code: "tick_missing" } : null;
  if (field.as === "number") return { value: readNumber(text) };
  if (field.as === "percent") return { value: parseScaled(text, PERCENT_PLACES) ?? text };
  if (field.as === "thousandths") return { value: parseScaled(text, QUANTITY_PLACES) ?? text };
  if (field.as === "degrees") return { value: parseDegrees(text) ?? text };
  if (field.as === "flag") return { value: true };
  if (field.as === "answer") return { value: ANSWERS.get(text) ?? text };
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

type Input = { readonly input: Record<string, unknown>; readonly issues: readonly z.core.$ZodIssue[] };

const complaint = (path: readonly PropertyKey[], message: string, input: unknown): z.core.$ZodIssue => ({
  code: "custom",
  path: [...path],
  message,
  input,
});

function readRows(field: RowsField, values: FormValues, zone: string): { rows: unknown[]; issues: z.core.$ZodIssue[] } {
  const read = filledRows(values, field.name).map((row) =>
    readFields(field.rowFields, rowValues(values, field.name, row), zone),
  );
  const issues = read.flatMap((row, position) =>
    row.issues.map((issue) => ({ ...issue, path: [...field.path.split("."), position, ...issue.path] })),
  );
  return { rows: read.map((row) => row.input), issues };
}

function readFields(fields: readonly FormField[], values: FormValues, zone: string): Input {
  const input: Record<string, unknown> = {};
  const issues: z.core.$ZodIssue[] = [];
  for (const field of fields) {
    if (field.as === "rows") {
      const { rows, issues: found } = readRows(field, values, zone);
      if (rows.length > 0) put(input, field.path, rows);
      issues.push(...found);
      continue;
    }
    const read = readPlain(field, values, zone);
    if (read === null) continue;
    if ("value" in read) put(input, field.path, read.value);
    else issues.push(complaint(field.path.split("."), read.code, values[field.name]));
  }
  return { input, issues };
}

/** Reads a form's strings by its table of fields; what is empty is left out. `zone` is the reader's, for clock times. */
export function readForm(fields: readonly FormField[], values: FormValues, zone: string = MARKET_ZONE): FormReading {
  return { ...readFields(fields, values, zone), fieldOf: (path) => fieldAt(fields, path, values) };
}

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  /** Each issue's path is the full name of its field, or empty where it concerns the whole form; `input` is the wire form, with texts where they cannot be read. */
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[]; readonly input: unknown };

type SentForm = { readonly values: FormValues; readonly prefix: string; readonly zone?: string };

/** The fields whose names begin with `prefix`, without it. */
export const valuesUnder = (values: FormValues, prefix: string): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** The wire form with the text of what cannot be read in its place, so that nobody takes it for missing. */
function withTyped({ input, issues }: FormReading): unknown {
  const typed = structuredClone(input);
  for (const { path, input: text } of issues)
    if (path.every((part) => typeof part === "string")) put(typed, path.join("."), text);
  return typed;
}

/** Reads and validates the fields whose names begin with `prefix`; a text that could not be read is complained of once. */
export function parseForm<T>(schema: z.ZodType<T>, fields: readonly FormField[], form: SentForm): FormResult<T> {
  const reading = readForm(fields, valuesUnder(form.values, form.prefix), form.zone);
  const parsed = schema.safeParse(reading.input);
  if (parsed.success && reading.issues.length === 0) return { ok: true, value: parsed.data };
  const unread = new Set(reading.issues.map((issue) => reading.fieldOf(issue.path)));
  const others = (parsed.error?.issues ?? []).filter((issue) => !unread.has(reading.fieldOf(issue.path)));
  const issues = [...reading.issues, ...others].map((issue) => {
    const field = fieldOfIssue(fields, issue, valuesUnder(form.values, form.prefix));
    return { ...inUnitOfField(fields, issue), path: field === "" ? [] : [form.prefix + field] };
  });
  return { ok: false, issues, input: withTyped(reading) };
}

const memberAt = (wire: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], wire);

const wallClock = (iso: string, zone: string): string =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });

const valuesOfRows = ({ name, rowFields }: RowsField, rows: readonly unknown[], zone: string): FormValues =>
  Object.fromEntries(
    rows.flatMap((row, position) =>
      Object.entries(writeForm(rowFields, row, { zone })).map(([part, value]) => [
        rowField(name, position, part),
        value,
      ]),
    ),
  );

function valuesOfField(field: FormField, value: unknown, zone: string): FormValues {
  if (value === undefined || value === null) return {};
  if (field.as === "rows") return valuesOfRows(field, value as readonly unknown[], zone);
  if (field.as === "list") return { [field.name]: value as readonly string[] };
  if (field.as === "flag") return value === true ? { [field.name]: "on" } : {};
  if (field.as === "answer") return { [field.name]: value === true ? "yes" : "no" };
  if (field.as === "percent") return { [field.name]: writeScaled(value as number, PERCENT_PLACES) };
  if (field.as === "thousandths") return { [field.name]: writeScaled(value as number, QUANTITY_PLACES) };
  if (field.as === "degrees") return { [field.name]: writeScaled(value as number, DEGREE_PLACES) };
  if (field.as === "time") return { [field.name]: wallClock(value as string, zone) };
  if (field.as === "money") {
    const money = moneySchema.parse(value);
    return { [field.name]: toDecimal(money), [field.currencyName]: money.currency };
  }
  return { [field.name]: String(value) };
}

/** The strings with which a form shows a stored wire form again; the counterpart of `readForm`. */
export function writeForm(
  fields: readonly FormField[],
  wire: unknown,
  { prefix = "", zone = MARKET_ZONE }: { readonly prefix?: string; readonly zone?: string } = {},
): FormValues {
  const values = fields.map((field) => valuesOfField(field, memberAt(wire, field.path), zone));
  const entries = values.flatMap((some) => Object.entries(some));
  return Object.fromEntries(entries.map(([name, value]) => [prefix + name, value]));
}
