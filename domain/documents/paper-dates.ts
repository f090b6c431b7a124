import { addDays } from "@/domain/shared/local-date";
import { type DocumentKind, shapeOf } from "../services/document-kind";
import type { CheckRule, Finding, Side } from "./check-findings";
import type { CheckedDocument } from "./deal-document";

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
