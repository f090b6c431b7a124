import type { LocalDate } from "@/domain/shared/time";
import type { Money } from "@/domain/shared/money";
import type { DocumentKind } from "../services/document-kind";

/** What a check compares. Blocked findings stand in the way at the border; warnings want a look. */
export const CHECK_RULES = {
  /** Equal to the gram, or within the tolerance that a rule of one of the two documents gives. */
  weight_equal: "weight",
  packages_equal: "packages",
  /** By the six digits that all countries share. */
  hs_equal: "hs",
  value_equal: "value",
  currency_equal: "currency",
  incoterm_equal: "incoterm",
  supervision_equal: "supervision",
  lines_add_up: "lines",
  certificate_covers: "hs",
  valid_at_border: "validity",
  dated_in_time: "date",
  invoice_after_contract: "date",
  waybill_after_invoice: "date",
  description_clear: "description",
} as const satisfies Record<string, string>;

export type CheckRule = keyof typeof CHECK_RULES;
export type Severity = "blocked" | "warning";

/** A value as a document states it. */
export type Stated =
  | { readonly as: "weight"; readonly grams: number }
  | { readonly as: "count"; readonly count: number }
  | { readonly as: "codes"; readonly codes: readonly string[] }
  | { readonly as: "money"; readonly money: Money }
  | { readonly as: "day"; readonly day: LocalDate }
  | { readonly as: "text"; readonly text: string };

/** One side of a finding: which document, or the deal itself, and what it says. Several documents of one kind speak together. */
export type Side = {
  readonly source: DocumentKind | "deal" | "lines" | "border";
  readonly documentIds: readonly string[];
  readonly stated: Stated;
};

export type Finding = {
  readonly rule: CheckRule;
  readonly severity: Severity;
  readonly left: Side;
  /** Null where a document is at fault by itself. */
  readonly right: Side | null;
  /** The tolerance that was allowed for, in basis points of the larger weight. */
  readonly toleranceBps: number;
};
