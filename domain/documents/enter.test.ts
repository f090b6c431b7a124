import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, DOCUMENT_PARTIES, type DocumentKind, mayEnterKind } from "./document-kind";
import { change, DOCUMENTS_MAX, enter, partyFor, VERSIONS_MAX } from "./enter";

const invoice = (number: number) => ({
  id: String(number),
  kind: "commercial_invoice" as const,
  number: `I-${number}`,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => invoice(at));

test("a deal takes so many documents and not one more", () => {
  const next = { kind: "packing_list", number: "P" } as const;
  expect(enter(next, ["buyer"], many(DOCUMENTS_MAX - 1))).toMatchObject({ ok: true });
  expect(enter(next, ["buyer"], many(DOCUMENTS_MAX))).toMatchObject({ refusal: { code: "too_many_documents" } });
});

test("the same number may stand on documents of two kinds", () => {
  expect(enter({ kind: "packing_list", number: "I-0" }, ["buyer"], many(1))).toMatchObject({ ok: true });
  expect(enter({ kind: "commercial_invoice", number: " i-0" }, ["buyer"], many(1))).toMatchObject({
    refusal: { code: "document_exists" },
  });
});

test("a document takes so many versions and not one more", () => {
  const kept = { ...invoice(1), enteredByOrganisationId: "own", isWithdrawn: false };
  const by = { organisationId: "own", version: undefined };
  expect(change({ ...kept, version: VERSIONS_MAX - 1 }, by)).toMatchObject({ ok: true });
  expect(change({ ...kept, version: VERSIONS_MAX }, by)).toMatchObject({ refusal: { code: "too_many_versions" } });
});

describe("who enters what", () => {
  test("the buyer enters every kind", () => {
    expect(DOCUMENT_KINDS.filter((kind) => !mayEnterKind("buyer", kind))).toEqual([]);
  });

  test.each<[DocumentKind, boolean, boolean]>([
    ["commercial_invoice", true, false],
    ["export_declaration", true, false],
    ["phytosanitary", true, false],
    ["packing_list", true, true],
    ["dg_declaration", true, true],
    ["cmr", false, true],
    ["smgs", false, true],
    ["tir_carnet", false, true],
  ])("%s by the broker: %s, by the carrier: %s", (kind, broker, carrier) => {
    expect([mayEnterKind("customs", kind), mayEnterKind("logistics", kind)]).toEqual([broker, carrier]);
  });

  test("who is broker and carrier of one deal enters as the one that may", () => {
    expect(partyFor(["customs", "logistics"], "cmr")).toBe("logistics");
    expect(partyFor(["customs", "logistics"], "import_declaration")).toBe("customs");
    expect(partyFor(["customs"], "cmr")).toBeNull();
    expect(DOCUMENT_PARTIES).toHaveLength(3);
  });
});
