import { describe, expect, test } from "vitest";
import type { LateReason, StopReason } from "../../services/work-reasons";
import { HOUR_MS, instant } from "../../shared/time";
import { lateReasonsOf } from "../late-reasons";
import { announcedLate, offeredDelay } from "./announced-reason";
import { reasonsBy } from "./reasons";

const at = (hours: number) => instant(hours * HOUR_MS);
const ORDER = {
  milestones: [{ occurredAt: at(10) }, { occurredAt: null }],
  reasons: lateReasonsOf("logistics", "road"),
};
const said = (reason: StopReason, more: object = {}) => ({
  ...({ reason, words: "", by: "provider", from: at(11), to: null } as const),
  ...more,
});

describe("a late step is offered what was announced of it:", () => {
  test.each([
    ["queue", "border_queue"],
    ["customs_inspection", "customs_hold"],
    ["documents", "papers_incomplete"],
    ["vehicle", "vehicle_breakdown"],
    ["driver", "own_fault"],
    ["goods_not_ready", "goods_not_ready"],
    ["force_majeure", undefined],
    ["slot_missed", undefined],
  ] as const)("%s is %s", (reason, late) => {
    expect(announcedLate([said(reason)], ORDER)?.reason).toBe(late);
  });

  test.each([
    ["nothing where nobody announced a delay", [], null],
    ["nothing of what the buyer said", [said("queue", { by: "buyer" })], null],
    ["nothing of what was over before the last step", [said("queue", { from: at(5), to: at(9) })], null],
    ["what ended after the last step", [said("queue", { from: at(5), to: at(12) })], "border_queue"],
    ["the last of several", [said("queue", { from: at(14) }), said("vehicle")], "border_queue"],
    ["in words what has no word of its own", [said("force_majeure", { words: "Sandstorm" })], "other"],
  ])("%s", (_, announced, reason) => {
    expect(announcedLate(announced, ORDER)?.reason ?? null).toBe(reason);
  });

  test("a reason that a haul by this mode cannot have is not offered", () => {
    const bySea = { ...ORDER, reasons: lateReasonsOf("logistics", "sea") };
    expect(announcedLate([said("queue")], bySea)).toBeNull();
    expect(announcedLate([said("queue", { words: "Roads full" })], bySea)).toEqual({
      reason: "other",
      words: "Roads full",
    });
  });
});

describe("the delay clock is offered", () => {
  const late = (reason: LateReason | null, words: string | null = null) => ({ late: { reason, words } });

  test.each([
    ["the reason of a late step", [late("customs_hold", "X-ray")], { reason: "customs_inspection", words: "X-ray" }],
    ["the last that it has a word for", [late("border_queue"), late("own_fault")], { reason: "queue", words: "" }],
    ["no missed slot where there was none", [late("no_slot")], null],
    ["nothing where nothing was said", [late(null)], null],
  ])("%s", (_, steps, offered) => {
    expect(offeredDelay(steps, reasonsBy("road"))).toEqual(offered);
  });

  test("no queue at the border for what goes by sea", () => {
    expect(offeredDelay([late("border_queue")], reasonsBy("sea"))).toBeNull();
  });
});
