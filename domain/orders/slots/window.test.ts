import { describe, expect, test } from "vitest";
import type { OpeningHours } from "../../hubs/board/opening-hours";
import { instant } from "../../shared/time";
import { checkMarkTime, checkWindow, suggestedWindow } from "./window";

const NOW = instant(Date.parse("2026-11-30T02:00:00Z"));
const at = (text: string) => instant(Date.parse(text));
const YOUYIGUAN: OpeningHours = { opensAt: "08:00", shutsAt: "20:00", zone: "Asia/Shanghai" };
const OVER_MIDNIGHT: OpeningHours = { opensAt: "20:00", shutsAt: "02:00", zone: "Asia/Shanghai" };

describe("a window at a crossing that is open from 8:00 to 20:00 in Beijing", () => {
  test.each([
    ["at night", "2026-12-01T23:00+08:00", "2026-12-02T00:30+08:00", "slot_window_shut"],
    ["at night on the far side's clock", "2026-12-01T23:00+07:00", "2026-12-02T00:30+07:00", "slot_window_shut"],
    ["from before it opens", "2026-12-01T07:59+08:00", "2026-12-01T10:00+08:00", "slot_window_shut"],
    ["until after it shuts", "2026-12-01T18:00+08:00", "2026-12-01T20:01+08:00", "slot_window_shut"],
    ["from when it shuts", "2026-12-01T20:00+08:00", "2026-12-02T10:00+08:00", "slot_window_shut"],
    ["of all its hours", "2026-12-01T08:00+08:00", "2026-12-01T20:00+08:00", "ok"],
    ["over a night from day to day", "2026-12-01T18:00+08:00", "2026-12-02T10:00+08:00", "ok"],
  ])("%s: %s to %s is answered %s", (_, from, to, code) => {
    const answer = checkWindow(
      "cuakhauso",
      { from: at(from), to: at(to) },
      { now: NOW, zone: "Asia/Ho_Chi_Minh", hours: YOUYIGUAN },
    );
    expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
  });

  test.each([
    ["Asia/Shanghai", "08:00", "20:00"],
    ["Asia/Ho_Chi_Minh", "07:00", "19:00"],
  ])("is refused with the hours on the clock of %s", (zone, opensAt, shutsAt) => {
    const window = { from: at("2026-12-01T23:00+08:00"), to: at("2026-12-02T00:30+08:00") };
    expect(checkWindow("cn_port_booking", window, { now: NOW, zone, hours: YOUYIGUAN })).toEqual({
      ok: false,
      refusal: { code: "slot_window_shut", details: { opensAt, shutsAt } },
    });
  });
});

test.each([
  ["a crossing that never shuts", null, "2026-11-30T02:20Z", "2026-12-01T02:00Z"],
  ["one that is open then", YOUYIGUAN, "2026-11-30T02:20Z", "2026-12-01T02:00Z"],
  ["one that is shut then", YOUYIGUAN, "2026-11-30T15:20Z", "2026-12-02T00:00Z"],
  ["one that shuts within the two hours", YOUYIGUAN, "2026-11-30T11:00Z", "2026-12-02T00:00Z"],
  ["one that is open over midnight", OVER_MIDNIGHT, "2026-11-30T15:20Z", "2026-12-01T15:00Z"],
])("The window that is suggested at %s can be booked there.", (_, hours, now, from) => {
  const window = suggestedWindow(at(now), hours);
  expect(new Date(window.from).toISOString().slice(0, 16)).toBe(from.slice(0, 16));
  expect(checkWindow("none", window, { now: at(now), zone: "Asia/Shanghai", hours }).ok).toBe(true);
});

describe("a mark at a crossing that is open from 8:00 to 20:00 in Beijing, for a window from 17:00", () => {
  const window = { from: at("2026-12-03T17:00+08:00"), to: at("2026-12-03T20:00+08:00") };
  test.each([
    ["two days before", "2026-12-01T10:00+08:00", false, "slot_mark_early"],
    ["three hours before and a minute", "2026-12-03T13:59+08:00", true, "slot_mark_early"],
    ["three hours before", "2026-12-03T14:00+08:00", false, "ok"],
    ["within the window", "2026-12-03T18:00+08:00", false, "ok"],
    ["days after", "2026-12-05T08:00+08:00", false, "ok"],
    ["a day after", "2026-12-04T20:00+08:00", true, "slot_mark_shut"],
    ["a day after and a minute", "2026-12-04T20:01+08:00", true, "slot_mark_late"],
    ["days after", "2026-12-05T08:00+08:00", true, "slot_mark_late"],
    ["when it has shut", "2026-12-03T20:00+08:00", false, "slot_mark_shut"],
    ["at night", "2026-12-04T01:13+08:00", true, "slot_mark_shut"],
    ["an hour before it opens, of a call", "2026-12-04T07:00+08:00", true, "ok"],
    ["an hour before it opens, of a crossing", "2026-12-04T07:00+08:00", false, "slot_mark_shut"],
  ])("%s (%s, call: %s) is answered %s", (_, time, isCall, code) => {
    const answer = checkMarkTime(window, { at: at(time), isCall }, { zone: "Asia/Shanghai", hours: YOUYIGUAN });
    expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
  });

  test("is asked about with how early it is, and with the hours on the crossing's clock", () => {
    const vietnam = { zone: "Asia/Ho_Chi_Minh", hours: YOUYIGUAN };
    const early = checkMarkTime(window, { at: at("2026-12-01T01:13+08:00"), isCall: true }, vietnam);
    expect(early).toMatchObject({ refusal: { details: { hours: 63 } } });
    const night = checkMarkTime(window, { at: at("2026-12-03T23:00+08:00"), isCall: false }, vietnam);
    expect(night).toMatchObject({ refusal: { details: { opensAt: "07:00", shutsAt: "19:00" } } });
  });
});
