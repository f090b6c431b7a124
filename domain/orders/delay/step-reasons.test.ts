import { describe, expect, test } from "vitest";
import { HOUR_MS, instant } from "../../shared/time";
import type { LateReason } from "../../services/work-reasons";
import { reasonsAtSteps } from "./step-reasons";

const at = (hours: number) => instant(hours * HOUR_MS);
const step = (code: string, hour: number | null, reason: LateReason | null = "customs_hold") => ({
  code,
  occurredAt: hour === null ? null : at(hour),
  evidence: { late: { dueAt: at(0), reason, words: null } },
});
const WAIT = { place: "border", from: at(10), to: at(81) } as const;

describe("the reason of a late step", () => {
  test.each([
    ["stands beside a wait that it ended", step("crossed_border", 81), ["crossed_border"]],
    ["stands beside a wait in which the step came", step("export_released", 60), ["export_released"]],
    ["is no matter of a wait that began with it", step("arrived_hub", 10), []],
    ["is no matter of a wait before it", step("delivered", 90), []],
    ["is none where the step is to come", step("crossed_border", null), []],
    ["is none where none was said", step("crossed_border", 81, null), []],
    ["is none where the step was in time", { code: "crossed_border", occurredAt: at(81), evidence: {} }, []],
  ])("%s", (_, told, codes) => {
    expect(reasonsAtSteps([told], WAIT, []).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ["no more where a reason is given for hours of the wait", { place: "border", withdrawnAt: null }, 0],
    ["where that reason was taken back", { place: "border", withdrawnAt: at(82) }, 1],
    ["where it is of another wait", { place: "destination", withdrawnAt: null }, 1],
  ] as const)("stands %s", (_, given, count) => {
    expect(reasonsAtSteps([step("crossed_border", 81)], WAIT, [given])).toHaveLength(count);
  });
});
