import { z } from "zod";

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

const lettersOf = (fields: Readonly<Record<string, string | readonly string[]>>): number =>
  Object.entries(fields).reduce(
    (all, [name, value]) => all + name.length + (typeof value === "string" ? value : value.join("")).length,
    0,
  );

/** The fields of a posting as typed: any text under any name, within bounds that keep a draft storable. */
export const draftFieldsSchema = z
  .record(z.string().max(120), z.union([text, z.array(text).max(200)]))
  .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, "draft_too_large")
  .refine((fields) => lettersOf(fields) <= LETTERS_MAX, "draft_too_large");
