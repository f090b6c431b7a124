import { expect, test } from "vitest";
import { missingBeforeFiling, readPapersReason } from "./missing-papers";
import type { DocumentKind, DocumentParty } from "../services/document-kind";
import type { PaperState, ReadinessRow } from "./readiness";

const row = (kind: DocumentKind, state: PaperState, provider: DocumentParty | null = "buyer"): ReadinessRow => ({
  ...{ kind, state, provider, doneBy: null },
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

const before = (...kinds: DocumentKind[]) => ({ of: "before_filing", kinds }) as const;
const ofHaul = (...codes: string[]) => ({ of: "handed_over", service: "logistics", codes }) as const;

test("papers are complete without a word where none is missing, and with a reason where one is", () => {
  for (const missing of [before(), ofHaul()])
    for (const reason of ["", "not kept"]) expect(readPapersReason(missing, reason)).toEqual({ ok: true, value: null });
  expect(readPapersReason(before("packing_list", "msds"), "")).toEqual({
    ok: false,
    refusal: { code: "papers_missing", details: { papers: "packing_list, msds" } },
  });
  expect(readPapersReason(ofHaul("waybill", "seal_photos"), "")).toEqual({
    ok: false,
    refusal: {
      code: "deliverables_missing",
      details: { service: "logistics", deliverables: "waybill, seal_photos" },
    },
  });
  for (const missing of [before("packing_list"), ofHaul("packing_list")])
    expect(readPapersReason(missing, "One crate, on the invoice")).toEqual({
      ok: true,
      value: "One crate, on the invoice",
    });
});
