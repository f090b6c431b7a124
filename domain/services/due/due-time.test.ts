import { expect, test } from "vitest";
import { instant } from "@/domain/shared/instant";
import { withinDays } from "./due-time";

test("days are counted from the day at the origin to the end of the last one at the destination", () => {
  // One in the morning of the 25th in Shanghai is ten in the evening of the 24th in Almaty.
  const since = instant(Date.parse("2026-11-24T17:00:00Z"));
  const due = (from: string, to: string) => withinDays({ transitDays: { min: 1, max: 2 } }, since, { from, to })?.at;
  expect(due("Asia/Shanghai", "Asia/Almaty")).toBe(Date.parse("2026-11-27T18:59:59.999Z"));
  expect(due("Asia/Almaty", "Asia/Shanghai")).toBe(Date.parse("2026-11-26T15:59:59.999Z"));
});
