import { expect, test } from "vitest";
import { instant } from "../shared/instant";
import { type Deliverables, deliverableRows } from "./deliverable-rows";

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
    ["declaration_copy", "there", { step: "filed", numbers: ["CN 5301"] }, 0],
    ["payment_order", "there", { step: "duties_paid", numbers: [] }, 1],
    ["release_note", "open", null, 0],
    ["spot_document", "open", null, 0],
  ]);
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
