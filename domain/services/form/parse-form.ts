import type { z } from "zod";
import type { FormValues } from "@/domain/shared/form-state";
import type { FormField } from "./field";
import { readForm } from "./read-form";

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  /** Each issue's path is the full name of its field, or empty where it concerns the whole form. */
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

type SentForm = { readonly values: FormValues; readonly prefix: string; readonly zone?: string };

/** The fields whose names begin with `prefix`, without it. */
export const valuesUnder = (values: FormValues, prefix: string): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** Reads and validates the fields whose names begin with `prefix`; a text that could not be read is complained of once. */
export function parseForm<T>(schema: z.ZodType<T>, fields: readonly FormField[], form: SentForm): FormResult<T> {
  const reading = readForm(fields, valuesUnder(form.values, form.prefix), form.zone);
  const parsed = schema.safeParse(reading.input);
  if (parsed.success && reading.issues.length === 0) return { ok: true, value: parsed.data };
  const unread = new Set(reading.issues.map((issue) => reading.fieldOf(issue.path)));
  const others = (parsed.error?.issues ?? []).filter((issue) => !unread.has(reading.fieldOf(issue.path)));
  const issues = [...reading.issues, ...others].map((issue) => {
    const field = reading.fieldOf(issue.path);
    return { ...issue, path: field === "" ? [] : [form.prefix + field] };
  });
  return { ok: false, issues };
}
