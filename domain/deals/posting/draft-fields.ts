import type { FormValues } from "../../shared/form-state";
import { z } from "zod";

const OWN: readonly string[] = ["draftId", "intent", "idempotencyKey"];

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && Object.values(value).every((item) => typeof item === "string");

function* walk(value: unknown, name: string): Generator<readonly [string, string | readonly string[]]> {
  if (typeof value === "string") yield [name, value];
  else if (isTexts(value)) yield [name, Object.values(value)];
  else if (Array.isArray(value)) {
    // By its own keys: a hostile name such as cargo[999999999] makes a list of holes.
    for (const [at, item] of Object.entries(value)) yield* walk(item, `${name}[${at}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, name === "" ? key : `${name}.${key}`);
  }
}

/** A form that was read into a tree, by its fields' names again; the form's own hidden fields and the framework's are left out. */
export const flattenFields = (tree: unknown): FormValues =>
  Object.fromEntries([...walk(tree, "")].filter(([name]) => !OWN.includes(name) && !name.startsWith("$")));

// A full form of fifty lines has about 1,100 fields; the rest is room, and the whole stays far below what a form may send.
const FIELDS_MAX = 2_000;
const TEXT_MAX = 5_000;
const LETTERS_MAX = 300_000;

/** Drafts that one organisation may keep at a time. */
export const DRAFTS_MAX = 200;

const text = z
  .string()
  .max(TEXT_MAX, "too_long")
  .regex(/^[^\0]*$/u, "control_characters");

export const lettersOf = (fields: Readonly<Record<string, string | readonly string[]>>): number =>
  Object.entries(fields).reduce(
    (all, [name, value]) => all + name.length + (typeof value === "string" ? value : value.join("")).length,
    0,
  );

/** The fields of a posting as typed: any text under any name, within bounds that keep a draft storable. */
export const draftFieldsSchema = z
  .record(z.string().max(120), z.union([text, z.array(text).max(200)]))
  .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, "draft_too_large")
  .refine((fields) => lettersOf(fields) <= LETTERS_MAX, "draft_too_large");
