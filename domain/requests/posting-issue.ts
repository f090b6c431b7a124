import type { z } from "zod";
import type { Service } from "../shared/vocabulary";

/** Whose messages word an issue. */
export type IssueRoom = "deals" | "requests" | `service-${Service}`;

/** Something to mend in a posting: the form's field that shows it, and either a schema's complaint or a rule's code. */
export type PostingIssue = { readonly field: string; readonly room: IssueRoom } & (
  | { readonly schema: z.core.$ZodIssue }
  | { readonly code: string; readonly values: Readonly<Record<string, string | number | boolean>> }
);

/** Before the names of the kind's own fields in a form of one request. */
export const SPEC_PREFIX = "spec.";

/** The numbered parts of the posting form. */
export const SECTIONS = ["route", "cargo", "services", "bidding"] as const;
export type Section = (typeof SECTIONS)[number];

const BIDDING_FIELDS: readonly string[] = [
  "bidMode",
  "closesAt",
  "decideBy",
  "comparisonCurrency",
  "mayCloseEarly",
  "twoPersonOpening",
  "visibility",
  "invited",
  "feedback",
  "negotiationRounds",
  "questionsUntil",
];

const TERMS_LIST = /^(?:criteria|gates)(?:$|\[)/;

/** The part of the form that a field stands in. */
export function sectionOf(field: string): Section {
  if (field.startsWith("cargo")) return "cargo";
  if (field === "wanted" || field.startsWith("services.")) return "services";
  return BIDDING_FIELDS.includes(field) || TERMS_LIST.test(field) ? "bidding" : "route";
}
