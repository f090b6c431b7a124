import { describe, expect, test, vi } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { formatDay, formatTime, zoneName, zonePlace } from "./format-time";

const DEADLINE = Date.parse("2026-11-24T10:00:00Z");

describe("a time", () => {
  test.each([
    ["en", "Asia/Shanghai", "24 Nov 18:00"],
    ["zh-CN", "Asia/Shanghai", "11月24日 18:00"],
    ["en", "Asia/Almaty", "24 Nov 15:00"],
  ])("in %s at %s is %s", (locale, zone, text) => {
    expect(formatTime(DEADLINE, { locale, zone, now: DEADLINE })).toBe(text);
  });

  test.each([
    ["en", "2026-11-30T08:00Z", "8 Dec 2025 13:22"],
    ["zh-CN", "2026-11-30T08:00Z", "2025年12月8日 13:22"],
    ["en", "2025-11-30T08:00Z", "8 Dec 13:22"],
    ["en", "2024-11-30T08:00Z", "8 Dec 2025 13:22"],
    // In Shanghai the year is new eight hours before it is in London.
    ["en", "2025-12-31T15:59Z", "8 Dec 13:22"],
    ["en", "2025-12-31T16:00Z", "8 Dec 2025 13:22"],
  ])("in %s bears its year where that is not the year of %s", (locale, now, text) => {
    const at = Date.parse("2025-12-08T05:22:00Z");
    expect(formatTime(at, { locale, zone: "Asia/Shanghai", now: Date.parse(now) })).toBe(text);
  });

  test("of the day alone bears its year too, and the clock alone never does", () => {
    const options = { locale: "en", zone: "UTC", now: Date.parse("2026-11-30") };
    expect(formatTime(Date.parse("2025-12-08T05:22Z"), { ...options, shape: "day" })).toBe("8 Dec 2025");
    expect(formatTime(Date.parse("2025-12-08T05:22Z"), { ...options, shape: "time" })).toBe("05:22");
  });

  test("carries the zone's name at that moment", () => {
    expect(zoneName(DEADLINE, "Asia/Shanghai", "en")).toBe("GMT+8");
    expect(zoneName(DEADLINE, "Asia/Almaty", "zh-CN")).toBe("GMT+5");
  });

  test.each([
    ["Asia/Shanghai", "China Time", "中国时间"],
    ["Asia/Almaty", "Almaty Time", "阿拉木图时间"],
    ["Asia/Ho_Chi_Minh", "Vietnam Time", "越南时间"],
    ["Europe/Moscow", "Moscow Time", "莫斯科时间"],
  ])("of %s is called in the reader's language", (zone, english, chinese) => {
    expect([zonePlace(DEADLINE, zone, "en"), zonePlace(DEADLINE, zone, "zh-CN")]).toEqual([english, chinese]);
  });

  test.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza"])(
    "no name is kept beyond the change of the clock in %s",
    (zone) => {
      const plain = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" });
      const nameAt = (atMs: number) => plain.formatToParts(atMs).find(({ type }) => type === "timeZoneName")?.value;
      const found = new Set<string>();
      const QUARTER_MS = 900_000;
      for (let at = Date.parse("2026-02-01T00:00Z"); at < Date.parse("2026-11-10T00:00Z"); at += QUARTER_MS) {
        found.add(zoneName(at, zone, "en"));
        if (zoneName(at + QUARTER_MS - 1, zone, "en") !== nameAt(at + QUARTER_MS - 1)) throw new Error(`${zone} ${at}`);
      }
      expect(found.size).toBe(2);
    },
  );

  test("midnight is 00:00, not 24:00", () => {
    expect(formatTime(Date.parse("2026-11-23T16:00:00Z"), { locale: "en", zone: "Asia/Shanghai", shape: "time" })).toBe(
      "00:00",
    );
  });

  test("a calendar day does not move with a zone", () => {
    expect(formatDay("2026-11-24" as LocalDate, "en", true)).toBe("24 Nov 2026");
    expect(formatDay("2026-11-24" as LocalDate, "zh-CN", false)).toBe("11月24日");
    expect(formatDay("2019-11-24" as LocalDate, "zh-CN")).toBe("2019年11月24日");
  });
});

test("a browser that knows no Kazakh writes its days and numbers like one that does", async () => {
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 4, 3));
  const now = Date.UTC(2026, 0, 1);
  const written = async () => {
    vi.resetModules();
    const { formatTime: inKazakh } = await import("./format-time");
    const { numberFormat } = await import("../format");
    return [
      ...days.map((at) => inKazakh(at, { locale: "kk", zone: "UTC", shape: "day", now })),
      inKazakh(days[8] as number, { locale: "kk", zone: "UTC", hasYear: true }),
      numberFormat("kk", { maximumFractionDigits: 2 }).format(51_234.56),
    ];
  };
  const known = await written();
  const unknown = vi.spyOn(Intl.DateTimeFormat, "supportedLocalesOf").mockReturnValue([]);
  const numbers = vi.spyOn(Intl.NumberFormat, "supportedLocalesOf").mockReturnValue([]);
  expect(await written()).toEqual(known);
  expect(known[11]).toBe("4 жел.");
  unknown.mockRestore();
  numbers.mockRestore();
});
