import { expect, test } from "vitest";
import { instant } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { clockText, followClock } from "./follow-clock";

const field = (value: string, badInput = false) => ({ value, validity: { badInput } });

test.each(["Asia/Shanghai", "Asia/Almaty", "Europe/Moscow", "America/New_York"])(
  "a device's clock is read in %s as the market reads it",
  (zone) => {
    for (const at of ["2026-11-26T16:05:59Z", "2026-12-31T23:59:00Z", "2026-07-01T04:00:00Z"].map(Date.parse))
      expect(clockText(at, zone)).toBe(wallClock(instant(at), zone));
  },
);

test("a field with the time of the page's copy is put right, and goes on with the clock", () => {
  const arrived = field("2026-11-26T07:30");
  const own = followClock(arrived, "2026-11-26T07:30", "2026-11-26T10:00");
  expect(arrived.value).toBe("2026-11-26T10:00");
  followClock(arrived, own, "2026-11-26T10:01");
  expect(arrived.value).toBe("2026-11-26T10:01");
});

test("what somebody has written stays, and so does what is being written", () => {
  const typed = field("2026-11-26T09:45");
  expect(followClock(typed, "2026-11-26T07:30", "2026-11-26T10:00")).toBe("2026-11-26T07:30");
  expect(typed.value).toBe("2026-11-26T09:45");
  const half = field("", true);
  followClock(half, "2026-11-26T07:30", "2026-11-26T10:00");
  expect(half.value).toBe("");
});

test("a time that was sent and came back stands as it was sent", () => {
  const sent = field("2026-11-26T07:30");
  followClock(sent, "", "2026-11-26T10:00");
  expect(sent.value).toBe("2026-11-26T07:30");
});

test("on a device that does not know the zone the market's time stays", () => {
  expect(clockText(0, "Asia/Nowhere")).toBeNull();
  const arrived = field("2026-11-26T07:30");
  followClock(arrived, "2026-11-26T07:30", null);
  expect(arrived.value).toBe("2026-11-26T07:30");
});
