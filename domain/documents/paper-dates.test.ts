import { describe, expect, test } from "vitest";
import { BORDER_DAY, dealOf, GOODS, paperOf } from "@/test/deal-papers";
import type { LocalDate } from "@/domain/shared/time";
import type { DocumentKind } from "../services/document-kind";
import { crossCheck } from "./cross-check";
import type { CheckedDocument } from "./deal-document";

const check = (documents: readonly CheckedDocument[]) =>
  crossCheck(documents, { deal: dealOf(), borderDay: BORDER_DAY, requirements: [] });

describe("dates that the customs ask about are a remark, with both papers and their days:", () => {
  const dated = (kind: DocumentKind, date: string, id: string = kind) => ({
    ...paperOf(kind, GOODS, id),
    date: date as LocalDate,
  });
  const found = (...documents: readonly CheckedDocument[]) => check(documents).map(({ rule }) => rule);

  test("an invoice before its contract", () => {
    const [contract, invoice] = [dated("sales_contract", "2026-11-18"), dated("commercial_invoice", "2026-11-17")];
    expect(check([contract, invoice])).toEqual([
      {
        ...{ rule: "invoice_after_contract", severity: "warning", toleranceBps: 0 },
        left: { source: "commercial_invoice", documentIds: [invoice.id], stated: { as: "day", day: "2026-11-17" } },
        right: { source: "sales_contract", documentIds: [contract.id], stated: { as: "day", day: "2026-11-18" } },
      },
    ]);
    expect(found(contract, dated("commercial_invoice", "2026-11-18"))).toEqual([]);
    expect(found(contract, dated("proforma_invoice", "2026-11-01"))).toEqual([]);
  });

  test.each([
    ["2026-11-18", []],
    ["2026-11-15", []],
    ["2026-11-14", ["waybill_after_invoice"]],
  ])("a waybill of %s, whatever its kind, for an invoice of the 18th: %j", (date, expected) => {
    const invoice = dated("commercial_invoice", "2026-11-18");
    for (const kind of ["cmr", "smgs", "bill_of_lading", "air_waybill"] as const)
      expect(found(invoice, dated(kind, date))).toEqual(expected);
  });

  test("of several contracts and invoices the first one counts", () => {
    const contracts = [dated("sales_contract", "2026-11-10", "b"), dated("sales_contract", "2026-11-20", "a")];
    const invoices = [dated("commercial_invoice", "2026-11-12", "i"), dated("commercial_invoice", "2026-11-25", "h")];
    expect(found(...contracts, ...invoices, dated("cmr", "2026-11-13"))).not.toContain("waybill_after_invoice");
    expect(found(...contracts, ...invoices)).not.toContain("invoice_after_contract");
  });
});
