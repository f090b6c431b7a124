import { expect, test } from "vitest";
import { kindOf } from "../services/registry";
import { instant } from "../shared/time";
import { passedFirst, readPassedReason } from "./expected-evidence";

const orderWith = (...told: readonly string[]) => ({
  service: "customs" as const,
  milestones: kindOf("customs").milestones.map((one) => ({
    ...one,
    occurredAt: told.includes(one.code) ? instant(0) : null,
  })),
});

test.each([
  ["documents_complete", [], []],
  ["filed", [], ["documents_complete"]],
  ["filed", ["documents_complete"], []],
  ["export_released", [], ["documents_complete"]],
  ["released", [], ["documents_complete", "duties_paid"]],
  ["released", ["filed"], ["duties_paid"]],
  ["released", ["duties_paid"], []],
  ["pack_archived", ["released"], []],
  ["no_such_step", [], []],
] as const)("a report of %s after %j is the first to pass over %j", (code, told, expected) => {
  expect(passedFirst(orderWith("documents_requested", ...told), code).map((one) => one.code)).toEqual(expected);
});

test("steps are passed over with a reason, and a reason where none is passed over is not kept", () => {
  const passed = { service: "customs", steps: ["documents_complete", "duties_paid"] } as const;
  expect(readPassedReason(passed, "")).toEqual({
    ok: false,
    refusal: { code: "step_passed_over", details: { service: "customs", steps: "documents_complete, duties_paid" } },
  });
  expect(readPassedReason(passed, "On paper")).toEqual({ ok: true, value: "On paper" });
  expect(readPassedReason({ ...passed, steps: [] }, "On paper")).toEqual({ ok: true, value: null });
});
