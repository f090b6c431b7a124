import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, DOCUMENT_PARTIES, type DocumentKind, mayEnterKind } from "../services/document-kind";
import { change, currentOf, DOCUMENTS_MAX, enter, latestOf, partyFor, revise, VERSIONS_MAX } from "./deal-document";

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

test("only who entered a document changes it, while it stands, and of the version that was seen", () => {
  const kept = { ...invoice(1), version: 3, enteredByOrganisationId: "own", isWithdrawn: false };
  const said = (more: object, organisationId: string | null = "own", version: number | undefined = 3) => {
    const may = change({ ...kept, ...more }, { organisationId, version });
    return may.ok ? "may" : may.refusal.code;
  };
  expect([said({}), said({}, "own", undefined)]).toEqual(["may", "may"]);
  expect([
    said({}, "other"),
    said({}, null),
    said({ isWithdrawn: true }),
    said({}, "own", 2),
    said({}, "own", 4),
  ]).toEqual([...["document_not_yours", "document_not_yours", "wrong_state", "stale_version", "stale_version"]]);
});

test("a revision keeps its own number or takes one that no other document of its kind has", () => {
  const kept = { ...invoice(1), version: 1, enteredByOrganisationId: "own", isWithdrawn: false };
  const said = (entry: Parameters<typeof revise>[1]) => {
    const may = revise(kept, entry, [...many(3), { id: "p", kind: "packing_list", number: "P-1" }]);
    return may.ok ? "may" : may.refusal.code;
  };
  const kind = "commercial_invoice";
  expect([said({ kind, number: "I-1" }), said({ kind, number: "I-9" }), said({ kind, number: "P-1" })]).toEqual([
    ...["may", "may", "may"],
  ]);
  expect([said({ kind, number: "i- 2" }), said({ kind: "packing_list", number: "I-1" })]).toEqual([
    ...["document_exists", "document_kind_fixed"],
  ]);
});

test("of each document its last version counts, and none of one whose last version takes it back", () => {
  const version = (id: string, at: number, isWithdrawn = false) => ({ id, version: at, isWithdrawn });
  const all = [version("a", 2), version("a", 1), version("b", 1), version("b", 2, true), version("c", 1)];
  expect(latestOf(all)).toEqual([version("a", 2), version("b", 2, true), version("c", 1)]);
  expect(currentOf(all)).toEqual([version("a", 2), version("c", 1)]);
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
