import { expect, test } from "vitest";
import { instant } from "../shared/time";
import {
  type Deliverables,
  deliverableRows,
  evidenceInDeclarations,
  evidenceInDeliverables,
  evidenceOfSendings,
  evidenceOfVisits,
  heldInPapers,
  heldInSteps,
  heldOfDuties,
  heldOfPayment,
  heldOfVisits,
  mergeHeld,
  missingDeliverables,
} from "./deliverables";
import { logistics } from "../services/logistics/kind";

const CUSTOMS: Deliverables = {
  codes: ["declaration_copy", "payment_order", "release_note", "spot_document"],
  steps: { declaration_copy: "filed", payment_order: "duties_paid", release_note: "released" },
  owed: ["declaration_copy", "payment_order", "release_note"],
};
const step = (code: string, evidence: object | null = null, occurredAt: number | null = 1) => ({
  ...{ code, evidence },
  occurredAt: occurredAt === null ? null : instant(occurredAt),
});
const file = (id: string, milestoneCode: string | null, deliverable: string | null = null) => ({
  ...{ id, name: `${id}.pdf`, isOwn: true, mayRead: true },
  ...{ milestoneCode, deliverable },
});
const states = (...of: Parameters<typeof deliverableRows>) =>
  Object.fromEntries(deliverableRows(...of).map(({ code, state }) => [code, state]));

test("a step with evidence ticks its deliverable: by a file that was put to it, or by the number of a declaration", () => {
  const steps = [
    step("filed", { declarations: [{ country: "CN", number: "5301" }] }),
    step("duties_paid"),
    step("released"),
  ];
  const rows = deliverableRows(CUSTOMS, { steps, files: [file("slip", "duties_paid")], isOver: false });
  expect(rows.map(({ code, state, shownBy, files }) => [code, state, shownBy, files.length])).toEqual([
    ["declaration_copy", "there", { step: "filed", numbers: [{ side: null, number: "CN 5301" }] }, 0],
    ["payment_order", "there", { step: "duties_paid", numbers: [] }, 1],
    ["release_note", "open", null, 0],
    ["spot_document", "open", null, 0],
  ]);
});

test("the number of a step stands with those of the order's other side, each named by its side", () => {
  const steps = [step("filed", { declarations: [{ country: "CN", number: "5301" }] }), step("duties_paid")];
  const declared = [
    { side: "export", country: "CN", number: "5301" },
    { side: "import", country: "KZ", number: "55302" },
  ] as const;
  const [copy, order] = deliverableRows(CUSTOMS, { steps, files: [], declared, isOver: false });
  expect(copy?.shownBy).toEqual({
    step: "filed",
    numbers: [
      { side: "export", number: "CN 5301" },
      { side: "import", number: "KZ 55302" },
    ],
  });
  expect(order?.state).toBe("open");
});

test("a file that was said to be one deliverable is shown as that alone, and comes before what the step says", () => {
  const files = [file("copy", null, "declaration_copy"), file("other", "released", "declaration_copy")];
  const steps = [step("filed", { registered: [{ country: "KZ", number: "1" }] }), step("released")];
  const [copy, , release] = deliverableRows(CUSTOMS, { steps, files, isOver: false });
  expect([copy?.files.map(({ id }) => id), copy?.shownBy]).toEqual([["copy", "other"], null]);
  expect(release?.state).toBe("open");
});

test("an order that is over says what it was closed without, of what it owed, and has nothing open", () => {
  const told = [step("filed"), step("released", null, null)];
  expect(states(CUSTOMS, { steps: told, files: [], isOver: true })).toEqual({
    declaration_copy: "closed_without",
    payment_order: "closed_without",
    release_note: "closed_without",
    spot_document: "not_owed",
  });
  expect(states({ ...CUSTOMS, owed: [] }, { steps: told, files: [], isOver: true })).toMatchObject({
    declaration_copy: "not_owed",
  });
});

test("a paper of the deal of its kind is the deliverable, and a file that was said to be it comes before", () => {
  const held = heldInPapers({ release_note: ["release_note"], payment_order: ["payment_order"] }, [
    { kind: "release_note", number: "R-1" },
    { kind: "bill_of_lading", number: "B-1" },
  ]);
  expect(held).toEqual([{ code: "release_note", room: "paper", numbers: ["R-1"] }]);
  const closed = { steps: [], held, isOver: true };
  expect(states(CUSTOMS, { ...closed, files: [] })).toMatchObject({
    release_note: "there",
    payment_order: "closed_without",
  });
  const shown = (files: Parameters<typeof deliverableRows>[1]["files"]) =>
    deliverableRows(CUSTOMS, { ...closed, files }).find(({ code }) => code === "release_note")?.shownBy;
  expect(shown([])).toEqual({ room: "paper", numbers: ["R-1"] });
  expect(shown([file("note", null, "release_note")])).toBeNull();
});

test("the number of a waybill or carnet that was told with a step is the deliverable", () => {
  const held = heldInSteps([{ evidence: { smgsNumber: "00012345" } }, { evidence: null }]);
  expect(held).toEqual([{ code: "waybill", room: "number", numbers: ["00012345"] }]);
});

test("a visit's photos, position and report, a lock and a sending are what their deliverables and steps ask for", () => {
  const visit = { photoCount: 3, hasPosition: true, hasReport: true };
  expect(heldOfVisits([visit]).map(({ code }) => code)).toEqual(["inspection_report", "photographs"]);
  expect(heldOfPayment({ locks: [{ rate: "7.12" }], sendings: [{ reference: "u" }] })).toEqual([
    { code: "rate_confirmation", room: "lock", numbers: ["7.12"] },
    { code: "payment_order", room: "sending", numbers: ["u"] },
  ]);
  expect(evidenceOfVisits([visit])).toEqual({ on_site: ["photo", "position"], report_issued: ["document"] });
  expect(evidenceOfVisits([{ photoCount: 0, hasPosition: true, hasReport: false }])).toEqual({ on_site: ["position"] });
  expect(evidenceOfSendings([{ reference: "u" }])).toEqual({ sent: ["document"] });
  expect([heldOfVisits([]), heldOfPayment({ locks: [], sendings: [] })]).toEqual([[], []]);
  expect([evidenceOfVisits([]), evidenceOfSendings([])]).toEqual([{}, {}]);
});

test("the receipt of the duties is their payment order", () => {
  expect(heldOfDuties([])).toEqual([]);
  const held = heldOfDuties(["P-77"]);
  const [, order] = deliverableRows(CUSTOMS, { steps: [step("duties_paid")], files: [], held, isOver: true });
  expect(order).toMatchObject({ state: "there", shownBy: { room: "receipt", numbers: ["P-77"] } });
});

test("a TIR carnet comes with a haul by road under TIR, and with no other", () => {
  const spec = { equipment: "tilt_136", pickupFrom: "2026-03-01", pickupTo: "2026-03-02" } as const;
  const tir = logistics.specSchema.parse({ ...spec, transit: { regime: "tir" } });
  const national = logistics.specSchema.parse({ ...spec, transit: { regime: "national" } });
  const offers = (of: typeof tir, mode: "road" | "rail" | "sea") =>
    logistics.offers?.("tir_carnet", { spec: of, mode, destinationCountry: "KZ" });
  expect([offers(tir, "road"), offers(tir, "rail"), offers(tir, "sea"), offers(national, "road")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(logistics.offers?.("waybill", { spec: national, mode: "sea", destinationCountry: "KZ" })).toBe(true);
});

test("a paper that was handed over is missing at no step: at its own, and any of them where all are handed over", () => {
  expect(evidenceInDeliverables("logistics", ["proof_of_delivery"])).toEqual({
    delivered: ["proof"],
    documents_closed: ["document"],
  });
  expect(evidenceInDeliverables("payment", ["payment_order"])).toEqual({
    sent: ["document"],
    control_documents_delivered: ["document"],
  });
  expect(evidenceInDeliverables("customs", ["release_note"]).pack_archived).toEqual(["document"]);
  expect(evidenceInDeliverables("logistics", [])).toEqual({});
  expect(mergeHeld({ a: ["photo"] }, { a: ["document", "photo"], b: ["proof"] })).toEqual({
    a: ["photo", "document"],
    b: ["proof"],
  });
});

test("of what an order owes that is missing which no file, number or paper shows, whether or not the order is over", () => {
  const steps = [step("filed", { declarations: [{ country: "CN", number: "5301" }] })];
  const held = [{ code: "payment_order", room: "sending", numbers: [] }] as const;
  expect(missingDeliverables(CUSTOMS, { steps: [], files: [] })).toEqual([
    "declaration_copy",
    "payment_order",
    "release_note",
  ]);
  expect(missingDeliverables(CUSTOMS, { steps, files: [], held })).toEqual(["release_note"]);
  expect(missingDeliverables(CUSTOMS, { steps, files: [file("note", null, "release_note")], held })).toEqual([]);
});

test("a declaration's number that the deal knows is the evidence of the steps that bring one", () => {
  expect(evidenceInDeclarations(["530120261123456789"])).toEqual({
    filed: ["declaration"],
    export_released: ["declaration"],
    released: ["declaration"],
  });
  expect(evidenceInDeclarations([])).toEqual({});
});
