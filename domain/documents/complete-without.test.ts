import { expect, test } from "vitest";
import { missingBeforeFiling, readPapersReason } from "./complete-without";
import type { DocumentKind, DocumentParty } from "./document-kind";
import type { PaperState, ReadinessRow } from "./readiness";

const row = (kind: DocumentKind, state: PaperState, provider: DocumentParty | null = "buyer"): ReadinessRow => ({
  ...{ kind, state, provider },
  ...{ reasons: [], documents: [], filed: [], findings: [] },
});

test("before the filing the required papers of buyer and broker have to be there, not those of the carrier or of the filing itself", () => {
  const rows = [
    row("commercial_invoice", "ready"),
    row("packing_list", "missing"),
    row("origin_form_e", "optional"),
    row("phytosanitary", "missing", "customs"),
    row("cmr", "missing", "logistics"),
    row("export_declaration", "missing", "customs"),
    row("release_note", "missing", "customs"),
    row("health", "blocked"),
  ];
  expect(missingBeforeFiling({ rows })).toEqual(["packing_list", "phytosanitary"]);
});

test("papers are complete without a word where none is missing, and with a reason where one is", () => {
  expect(readPapersReason([], "")).toEqual({ ok: true, value: null });
  expect(readPapersReason([], "not kept")).toEqual({ ok: true, value: null });
  expect(readPapersReason(["packing_list", "msds"], "")).toEqual({
    ok: false,
    refusal: { code: "papers_missing", details: { papers: "packing_list, msds" } },
  });
  expect(readPapersReason(["packing_list"], "One crate, on the invoice")).toEqual({
    ok: true,
    value: "One crate, on the invoice",
  });
});
