import { describe, expect, test } from "vitest";
import { type GoodsAct, type PaperState, actsOf, filedByHand, filedInRoom, readinessOf } from "./readiness";
import { BORDER_DAY, paperOf } from "@/test/deal-papers";
import { instant } from "@/domain/shared/time";
import type { Finding, Severity } from "./check-findings";
import type { DealDocument } from "./deal-document";
import type { DocumentKind } from "../services/document-kind";
import type { Requirement } from "./document-rule";

const kept = (side: "export" | "import" | "transit", state: "approved" | "filed" | "released" | "refused") => ({
  ...{ side, state, country: "CN" },
  registeredNumber: state === "approved" ? null : "530120261123456789",
});

test("what lies with the customs or was released is the paper of its side; a draft, a refused one and transit are none", () => {
  const kinds = (...all: ReturnType<typeof kept>[]) => filedInRoom(all).map(({ kind }) => kind);
  expect(kinds(kept("export", "filed"), kept("import", "released"))).toEqual([
    "export_declaration",
    "import_declaration",
  ]);
  expect(kinds(kept("export", "approved"), kept("export", "refused"), kept("transit", "filed"))).toEqual([]);
});

test.each([
  ["export", "CN", "export_declaration"],
  ["export", "KZ", "import_declaration"],
  ["import", "CN", "import_declaration"],
  ["import", "VN", "export_declaration"],
] as const)("on an %s deal a number told by hand of %s is the %s", (direction, country, kind) => {
  const evidence = [null, { declarations: [{ country, number: "1" }] }];
  expect(filedByHand(evidence, direction)).toEqual([{ kind, country, number: "1" }]);
});

const needed = (document: DocumentKind): Requirement => ({
  document,
  provider: "buyer",
  isOptional: false,
  reasons: [],
});
const entered = (kind: DocumentKind): DealDocument => ({
  ...paperOf(kind),
  version: 1,
  fileId: null,
  enteredByOrganisationId: "buyer",
  enteredAs: "buyer",
  enteredAt: instant(0),
});
const between = (severity: Severity, one: string, other: string | null): Finding => ({
  rule: "weight_equal",
  severity,
  left: { source: "deal", documentIds: [one], stated: { as: "day", day: BORDER_DAY } },
  right: other ? { source: "deal", documentIds: [other], stated: { as: "day", day: BORDER_DAY } } : null,
  toleranceBps: 0,
});

const NOTHING_DONE: ReadonlySet<GoodsAct> = new Set();
const BOTH = [needed("packing_list"), needed("cmr")];
const judged = (
  requirements: readonly Requirement[],
  documents: readonly DealDocument[],
  findings: readonly Finding[],
) => readinessOf(requirements, { documents, filed: [], acts: NOTHING_DONE }, findings);

const states = (...of: Parameters<typeof judged>) =>
  Object.fromEntries(judged(...of).rows.map(({ kind, state }) => [kind, state]));

describe("a deal's papers", () => {
  test("are ready where every required one is there and nothing contradicts", () => {
    const readiness = judged(BOTH, [entered("packing_list"), entered("cmr")], []);
    expect(readiness).toMatchObject({ state: "ready", missing: 0, blocked: 0 });
    expect(readiness.rows.map(({ state }) => state)).toEqual(["ready", "ready"]);
  });

  test("are ready without an optional one, and one that is there has to agree with the others", () => {
    const optional = { ...needed("origin_form_e"), isOptional: true };
    expect(judged([needed("cmr"), optional], [entered("cmr")], [])).toMatchObject({ state: "ready", missing: 0 });
    expect(states([needed("cmr"), optional], [entered("cmr")], [])).toEqual({
      cmr: "ready",
      origin_form_e: "optional",
    });
    const found = [between("blocked", "origin_form_e", null)];
    expect(states([optional], [entered("origin_form_e")], found)).toEqual({ origin_form_e: "blocked" });
  });

  test("are missing what nobody entered", () => {
    expect(judged(BOTH, [entered("cmr")], [])).toMatchObject({ state: "missing", missing: 1, blocked: 0 });
  });

  test("are blocked on both sides of a contradiction, and that comes before what is missing", () => {
    const papers = [entered("packing_list"), entered("cmr")];
    const found = [between("blocked", "packing_list", "cmr")];
    expect(judged([...BOTH, needed("msds")], papers, found)).toMatchObject({
      state: "blocked",
      missing: 1,
      blocked: 2,
    });
    expect(states(BOTH, papers, found)).toEqual({ packing_list: "blocked", cmr: "blocked" });
  });

  test("with a warning are there and not stopped by it", () => {
    const papers = [entered("packing_list"), entered("cmr")];
    const found = [between("warning", "cmr", null)];
    expect(judged(BOTH, papers, found).state).toBe("ready");
    expect(states(BOTH, papers, found)).toEqual({ packing_list: "ready", cmr: "entered" });
  });

  test("that nobody asked for stand in the list without a provider, and block it where they contradict", () => {
    const papers = [entered("packing_list"), entered("cmr"), entered("smgs")];
    const readiness = judged(BOTH, papers, [between("blocked", "smgs", null)]);
    expect(readiness).toMatchObject({ state: "blocked", blocked: 1 });
    expect(readiness.rows.at(-1)).toMatchObject({ kind: "smgs", provider: null, state: "blocked" });
  });

  test("are listed in the order of their kinds, whatever asks for them or was entered first, each with what asks for it", () => {
    const reasons = [{ ruleId: "r" }] as unknown as Requirement["reasons"];
    const asked = [needed("cmr"), { ...needed("commercial_invoice"), provider: "customs" as const, reasons }];
    const rows = judged(asked, [entered("packing_list"), entered("cmr")], []).rows;
    expect(rows.map(({ kind, provider, reasons: why }) => [kind, provider, why.length])).toEqual([
      ["commercial_invoice", "customs", 1],
      ["packing_list", null, 0],
      ["cmr", "buyer", 0],
    ]);
  });
});

test("a filed declaration is the paper of its side, though nobody has typed it in; what contradicts one that was typed in still stands", () => {
  const asked = [needed("export_declaration"), needed("import_declaration")];
  const filed = [{ kind: "export_declaration", country: "CN", number: "530120261123456789" }] as const;
  const readiness = readinessOf(asked, { documents: [], filed, acts: NOTHING_DONE }, []);
  expect(readiness.rows.map(({ kind, state, filed: own }) => [kind, state, own.length])).toEqual([
    ["export_declaration", "ready", 1],
    ["import_declaration", "missing", 0],
  ]);
  expect(readiness).toMatchObject({ state: "missing", missing: 1 });
  const found = [between("blocked", "export_declaration", null)];
  const both = readinessOf(asked, { documents: [entered("export_declaration")], filed, acts: NOTHING_DONE }, found);
  expect(both.rows[0]?.state).toBe("blocked");
});

type Acted = Parameters<typeof actsOf>[0][number];

const order = (service: Acted["service"], told: readonly string[], changes: Partial<Acted> = {}): Acted => ({
  ...{ service, state: "in_progress", side: null, told: new Set(told), releasedSides: [] },
  ...changes,
});
const clearance = (told: readonly string[], changes: Partial<Acted> = {}) =>
  order("customs", told, { side: "both", ...changes });

describe("what has been done with the goods", () => {
  test.each<[string, Acted[], GoodsAct[]]>([
    ["nothing, while they wait at the hub", [order("logistics", ["arrived_hub"])], []],
    [
      "left by the crossing, and not cleared before the import's release",
      [order("logistics", ["crossed_border"])],
      ["left"],
    ],
    [
      "crossed, and not cleared while the customs order of the import has no release",
      [order("logistics", ["crossed_border"]), clearance(["filed"], { side: "import" })],
      ["left"],
    ],
    [
      "left by the export release that their haul tells, where nobody is asked to clear them",
      [order("logistics", ["arrived_hub", "export_released"])],
      ["left"],
    ],
    [
      "left, and not cleared while the customs order of the import has no release",
      [order("logistics", ["export_released"]), clearance(["filed"], { side: "import" })],
      ["left"],
    ],
    [
      "left, and not cleared at sea by the release of exports alone",
      [order("logistics", ["export_released", "loaded"]), clearance(["released"], { side: "export" })],
      ["left"],
    ],
    [
      "entered by the import release that their haul tells",
      [order("logistics", ["crossed_border", "import_released"])],
      ["left", "entered", "cleared"],
    ],
    ["left with the export declaration's release", [clearance(["filed"], { releasedSides: ["export"] })], ["left"]],
    ["left with the export's release, told by hand", [clearance(["filed", "export_released"])], ["left"]],
    ["left, entered and cleared with the release of both", [clearance(["released"])], ["left", "entered", "cleared"]],
    [
      "left and cleared with the release of exports",
      [clearance(["released"], { side: "export" })],
      ["left", "cleared"],
    ],
    [
      "everything once all orders are completed, whatever was called off",
      [order("payment", [], { state: "completed" }), clearance([], { state: "cancelled" })],
      ["over"],
    ],
    ["nothing where all was called off", [clearance(["released"], { state: "cancelled" })], []],
  ])("is %s", (_, orders, acts) => {
    expect([...actsOf(orders)]).toEqual(acts);
  });

  test("makes of a paper that nobody entered one that is missing no more, once its act has happened", () => {
    const asked = [
      needed("commercial_invoice"),
      { ...needed("cmr"), provider: "logistics" as const },
      needed("export_declaration"),
      needed("import_declaration"),
      needed("delivery_proof"),
      { ...needed("origin_form_e"), isOptional: true },
    ];
    const after = (acts: readonly GoodsAct[]) => {
      const readiness = readinessOf(asked, { documents: [], filed: [], acts: new Set(acts) }, []);
      return [
        readiness.state,
        ...readiness.rows.filter(({ state }) => state === "not_entered").map(({ kind }) => kind),
      ];
    };
    expect(after([])).toEqual(["missing"]);
    expect(after(["left"])).toEqual(["missing", "export_declaration"]);
    expect(after(["left", "entered", "cleared"])).toEqual([
      ...["missing", "commercial_invoice", "cmr", "export_declaration", "import_declaration"],
    ]);
    expect(after(["over"])).toEqual([
      ...["past", "commercial_invoice", "cmr", "export_declaration", "import_declaration", "delivery_proof"],
    ]);
  });

  test.each<[GoodsAct[], PaperState, GoodsAct | null]>([
    [["left"], "missing", null],
    [["left", "entered"], "missing", null],
    [["left", "entered", "cleared"], "not_entered", "cleared"],
    [["left", "delivered"], "not_entered", "delivered"],
    [["over"], "not_entered", "over"],
  ])("of a bill of lading that nobody entered, after %o, is said to be %s, done with by %s", (acts, state, doneBy) => {
    const asked = [{ ...needed("bill_of_lading"), provider: "logistics" as const }];
    const { rows } = readinessOf(asked, { documents: [], filed: [], acts: new Set(acts) }, []);
    expect(rows).toMatchObject([{ state, doneBy, provider: "logistics" }]);
  });
});
