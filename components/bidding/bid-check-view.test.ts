import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { typedTime } from "./bid-check-view";

// Times of the current year bear none.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse("2026-11-30"), toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

test.each([
  ["en", "2026-12-05T08:54", "Asia/Shanghai", "5 Dec 08:54 GMT+8"],
  ["zh-CN", "2026-12-05T08:54", "Asia/Almaty", "12月5日 08:54 GMT+5"],
  ["en", "2026-12-05T08:54", "", "5 Dec 08:54"],
  ["en", "soon", "Asia/Shanghai", "soon"],
])("in %s the time %s of the zone %s is written as times are elsewhere", (locale, typed, zone, said) => {
  expect(typedTime(typed, zone, locale)).toBe(said);
});
