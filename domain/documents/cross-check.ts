import { addDays, type LocalDate } from "@/domain/shared/time";
import { type DocumentKind, kindPosition, shapeOf } from "../services/document-kind";
import type { CheckRule, Finding, Side } from "./check-findings";
import { type CheckedDocument, fieldsIf } from "./deal-document";
import { type HsCode, subheadingOf } from "@/domain/tariff/hs-code";
import type { Requirement } from "./document-rule";
import { checkOne, isVague } from "./check-document";
import {
  type CheckedDeal,
  compareStatements,
  type Statement,
  statementOf,
  statementOfDeal,
} from "./document-statements";

/** Goods may be loaded so many days before their invoice is made out, and no more. Our choice: an invoice waits for the weights of the loading over a weekend at the most. */
const LOADED_BEFORE_INVOICE_DAYS = 3;

/** Papers that are dated before the first one which they follow from, by more than some days. */
function datedBefore(
  rule: CheckRule,
  followers: readonly CheckedDocument[],
  { firsts, days }: { readonly firsts: readonly CheckedDocument[]; readonly days: number },
): Finding[] {
  const first = [...firsts].sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  if (!first) return [];
  const sideOf = ({ kind, id, date }: CheckedDocument): Side => ({
    ...{ source: kind, documentIds: [id], stated: { as: "day", day: date } },
  });
  return followers
    .filter(({ date }) => date < addDays(first.date, -days))
    .map((one) => ({ rule, severity: "warning", left: sideOf(one), right: sideOf(first), toleranceBps: 0 }));
}

/** An invoice is made out under its contract, and goods are carried once they are invoiced: dates the other way round make the customs ask. */
export function datesFollow(documents: readonly CheckedDocument[]): Finding[] {
  const ofKind = (kind: DocumentKind) => documents.filter((document) => document.kind === kind);
  const waybills = documents.filter(({ kind }) => shapeOf(kind) === "waybill");
  const invoices = ofKind("commercial_invoice");
  return [
    ...datedBefore("invoice_after_contract", invoices, { firsts: ofKind("sales_contract"), days: 0 }),
    ...datedBefore("waybill_after_invoice", waybills, { firsts: invoices, days: LOADED_BEFORE_INVOICE_DAYS }),
  ];
}

type Against = {
  readonly deal: CheckedDeal;
  readonly borderDay: LocalDate;
  /** What the rules ask of each document: tolerances of weight, and days ahead. */
  readonly requirements: readonly Requirement[];
};

const mostOf = (requirements: readonly Requirement[], kind: string, of: "weightToleranceBps" | "daysAhead"): number =>
  Math.max(
    0,
    ...requirements
      .filter(({ document }) => document === kind)
      .flatMap(({ reasons }) => reasons.map((reason) => reason[of] ?? 0)),
  );

/** Documents of one kind that are parts of a whole agree on currency and Incoterm. */
function withinKind(kind: DocumentKind, documents: readonly CheckedDocument[]): Finding[] {
  const parts = documents.map((document) => statementOf(kind, [document]));
  return parts
    .slice(1)
    .flatMap((part) => compareStatements(parts[0] as Statement, part, 0))
    .filter(({ rule }) => rule === "currency_equal" || rule === "incoterm_equal");
}

/** A certificate for goods that are not in the deal is another one's. */
function certificateCovers(document: CheckedDocument, known: readonly string[]): Finding[] {
  const codes = (fieldsIf(document, "certificate")?.hsCodes ?? []).map((code) => subheadingOf(code as HsCode));
  if (codes.length === 0 || codes.every((code) => known.includes(code))) return [];
  const left: Side = { source: document.kind, documentIds: [document.id], stated: { as: "codes", codes } };
  const right: Side = { source: "deal", documentIds: [], stated: { as: "codes", codes: known } };
  return [{ rule: "certificate_covers", severity: "warning", left, right, toleranceBps: 0 }];
}

/** A declaration moves under the mode that the deal's customs order names. */
function supervisionAgrees(document: CheckedDocument, { supervisionModes }: CheckedDeal): Finding[] {
  const mode = fieldsIf(document, "declaration")?.supervisionMode;
  if (mode === undefined || supervisionModes.length === 0 || supervisionModes.includes(mode)) return [];
  const left: Side = { source: document.kind, documentIds: [document.id], stated: { as: "text", text: mode } };
  const stated = { as: "text", text: [...supervisionModes].sort().join(", ") } as const;
  const right: Side = { source: "deal", documentIds: [], stated };
  return [{ rule: "supervision_equal", severity: "blocked", left, right, toleranceBps: 0 }];
}

const vagueCargo = ({ cargo }: CheckedDeal): Finding[] =>
  cargo
    .filter(({ description }) => isVague(description))
    .map(({ description }) => ({
      rule: "description_clear",
      severity: "warning",
      left: { source: "deal", documentIds: [], stated: { as: "text", text: description } },
      right: null,
      toleranceBps: 0,
    }));

const inOrder = (a: CheckedDocument, b: CheckedDocument): number =>
  kindPosition(a.kind) - kindPosition(b.kind) || (a.id < b.id ? -1 : 1);

const bySeverity = (a: Finding, b: Finding): number =>
  Number(a.severity === "warning") - Number(b.severity === "warning");

/**
 * The documents of a deal held against each other, their dates too, against the deal's own cargo and against the border day. In whatever order they
 * come the findings are the same, blocked ones first; documents that agree have none. Weights are equal to the gram
 * unless a rule of one of the two documents gives a tolerance.
 */
export function crossCheck(documents: readonly CheckedDocument[], against: Against): Finding[] {
  const { deal, borderDay, requirements } = against;
  const sorted = [...documents].sort(inOrder);
  const kinds = [...new Set(sorted.map(({ kind }) => kind))];
  const ofKind = (kind: DocumentKind) => sorted.filter((document) => document.kind === kind);
  const statements = [statementOfDeal(deal), ...kinds.map((kind) => statementOf(kind, ofKind(kind)))];
  const toleranceOf = ({ source }: Statement) => mostOf(requirements, source, "weightToleranceBps");
  const known = [...new Set(deal.cargo.map(({ hsCode }) => subheadingOf(hsCode as HsCode)))].sort();
  return [
    ...statements.flatMap((one, at) =>
      statements
        .slice(at + 1)
        .flatMap((other) => compareStatements(one, other, Math.max(toleranceOf(one), toleranceOf(other)))),
    ),
    ...kinds.flatMap((kind) => withinKind(kind, ofKind(kind))),
    ...sorted.flatMap((document) => [
      ...supervisionAgrees(document, deal),
      ...certificateCovers(document, known),
      ...checkOne(document, { borderDay, daysAhead: mostOf(requirements, document.kind, "daysAhead") }),
    ]),
    ...datesFollow(sorted),
    ...vagueCargo(deal),
  ].sort(bySeverity);
}
