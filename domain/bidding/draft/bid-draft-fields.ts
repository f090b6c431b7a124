import { z } from "zod";
import type { FormValues } from "../../shared/form-state";
import { isBesideName } from "../offer/beside/beside-fields";

/** The names that a bid form types into. Others, such as its ids and buttons, are no part of a draft. */
const NAME =
  /^(?:currency|zone|transitDays\.(?:min|max)|startDate|validUntil|quoteNumber|exclusions|remarks|charges\[\d{1,3}\]\.\w{1,40}|gates\[\d{1,2}\]\.answer|terms\.\w{1,60}(?:\[\d{1,3}\]\.\w{1,60})?)$/;

/**
 * The most that a draft holds, in bytes of UTF-8: a full form with forty lines, each with its longest note in Chinese, and the longest
 * terms fit twice. Every draft is padded to this size before it is encrypted.
 */
export const BID_DRAFT_BYTES = 64 * 1024;
/** Room for what a draft says beside its fields. */
const BESIDE_BYTES = 512;

/** A list of the form beside the price has rows with names of their own; nothing else has brackets there. */
const BESIDE = /^\w{1,40}(?:\[\d{1,3}\]\.\w{1,40})?$/;

const isFormName = (name: string): boolean => NAME.test(name) || (BESIDE.test(name) && isBesideName(name));

const bytesOf = (fields: FormValues): number => new TextEncoder().encode(JSON.stringify(fields)).length;

const text = z.string().regex(/^[^\0]*$/u, "control_characters");

/** The fields of a bid form as typed: any text under a name that the form has, together at most `BID_DRAFT_BYTES`. */
export const bidDraftFieldsSchema = z
  .record(z.string().refine(isFormName), z.union([text, z.array(text).max(100)]))
  .refine((fields) => bytesOf(fields) <= BID_DRAFT_BYTES - BESIDE_BYTES, "draft_too_large");

/** What of a sent form belongs in a draft: its own fields, without those left empty. */
export const bidDraftFields = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => isFormName(name) && value.length > 0));

/** What a draft holds, to be told with the time of its saving. */
export function draftCounts(fields: FormValues): { readonly lines: number; readonly others: number } {
  const names = Object.keys(fields).filter((name) => name !== "zone");
  const lines = new Set(names.flatMap((name) => /^charges\[\d+\]/.exec(name)?.[0] ?? []));
  return { lines: lines.size, others: names.filter((name) => !name.startsWith("charges[")).length };
}
