import { describe, expect, test } from "vitest";
import { dayOf, type Instant, type LocalDate, MARKET_ZONE } from "../../domain/shared/time";
import { parseWallClock, wallClock } from "../../domain/shared/zones";
import { atDesk, byBank, inBank } from "./calendar";
import { addOpenDays, afterRest, besideHolidays, isAtRest, isHoliday } from "./holidays";

const at = (text: string): Instant => parseWallClock(text, MARKET_ZONE) as Instant;
const clock = (one: Instant): string => wallClock(one, MARKET_ZONE);

describe("China's banks", () => {
  test.each([
    ["2026-11-27T10:30", "2026-11-27", "an hour of theirs"],
    ["2026-11-28T10:30", "2026-11-30", "a Saturday"],
    ["2026-11-29T10:30", "2026-11-30", "a Sunday"],
    ["2026-11-27T20:30", "2026-11-30", "a Friday evening"],
    ["2026-05-01T10:30", "2026-05-06", "the holidays of May"],
    ["2026-10-01T10:30", "2026-10-08", "the holidays of October"],
    ["2026-01-02T10:30", "2026-01-05", "New Year's bridge day, and a worked Sunday after it"],
    ["2026-02-14T10:30", "2026-02-24", "a worked Saturday before the Spring Festival"],
    ["2026-02-23T10:30", "2026-02-24", "the last day of the Spring Festival"],
    ["2026-04-06T10:30", "2026-04-07", "Qingming"],
    ["2026-06-19T10:30", "2026-06-22", "the Dragon Boat Festival"],
    ["2026-09-25T10:30", "2026-09-28", "the Mid-Autumn Festival"],
    ["2025-10-08T10:30", "2025-10-09", "the eighth day of October 2025"],
    ["2027-06-09T10:30", "2027-06-10", "the Dragon Boat Festival of a year without a notice"],
    ["2027-02-05T10:30", "2027-02-12", "the eve of the Spring Festival"],
    ["2027-01-01T10:30", "2027-01-04", "New Year on a Friday"],
  ])("that are asked at %s act on %s: %s", (asked, day) => {
    const done = inBank(at(asked));
    expect(dayOf(done)).toBe(day);
    expect(done).toBeGreaterThanOrEqual(at(asked));
    expect(Number(clock(done).slice(11, 13))).toBeGreaterThanOrEqual(8);
    expect(Number(clock(done).slice(11, 13))).toBeLessThan(18);
  });

  test.each([
    ["RU", "2025-12-31T11:00", "2026-01-12", "New Year in Russia, on both sides of China's"],
    ["RU", "2026-03-09T11:00", "2026-03-10", "a day off that Russia moved"],
    ["RU", "2026-05-11T11:00", "2026-05-12", "Victory Day, moved from a Saturday"],
    ["KZ", "2026-03-23T11:00", "2026-03-26", "Nauryz"],
    ["KZ", "2026-12-16T11:00", "2026-12-17", "Independence Day"],
    ["RU", "2027-02-22T11:00", "2027-02-24", "a Monday that Russia took from a Saturday"],
    ["RU", "2027-11-04T11:00", "2027-11-08", "Unity Day and a day of January's that was moved behind it"],
    ["KZ", "2026-08-31T11:00", "2026-08-31", "a year without Constitution Day"],
    ["KZ", "2027-03-15T11:00", "2027-03-16", "Constitution Day where it has stood since"],
    ["KZ", "2027-03-22T11:00", "2027-03-25", "Nauryz, a day of it at a weekend"],
    ["VN", "2026-04-27T11:00", "2026-04-28", "the Kings' day off in place of a Sunday"],
    ["VN", "2026-08-31T11:00", "2026-09-03", "National Day with the Monday before it"],
    ["VN", "2026-11-24T11:00", "2026-11-25", "Culture Day"],
    ["VN", "2027-02-04T11:00", "2027-02-12", "Tết, which begins before China's Spring Festival"],
    ["MN", "2026-07-13T11:00", "2026-07-13", "a country without a list"],
  ])("pay to %s at %s on %s: %s", (country, asked, day) => {
    expect(dayOf(inBank(at(asked), country))).toBe(day);
    expect(dayOf(byBank(at(asked), country)) <= asked.slice(0, 10)).toBe(true);
  });

  test("have acted by their last hours before a weekend and a holiday", () => {
    expect(dayOf(byBank(at("2026-11-29T10:30")))).toBe("2026-11-27");
    expect(dayOf(byBank(at("2026-10-05T10:30")))).toBe("2026-09-30");
    expect(byBank(at("2026-11-27T10:30"))).toBe(at("2026-11-27T10:30"));
  });
});

describe("people of trade", () => {
  test("keep four Sundays in five, and the holidays", () => {
    const sunday = at("2026-11-29T10:30");
    const resting = Array.from({ length: 100 }, (_, minute) => isAtRest((sunday + minute * 60_000) as Instant));
    expect(resting.filter(Boolean)).toHaveLength(80);
    for (const day of ["2027-02-06", "2027-02-08", "2027-02-11"])
      expect(dayOf(afterRest(at(`${day}T11:00`)))).toBe("2027-02-12");
    expect(dayOf(afterRest(at("2026-10-05T11:00")))).toBe("2026-10-08");
    expect(afterRest(at("2026-11-30T10:30"))).toBe(at("2026-11-30T10:30"));
  });

  test("post what they want of a holiday in the weeks around it", () => {
    const posted = Array.from({ length: 40 }, (_, minute) =>
      dayOf(besideHolidays((at("2026-10-03T10:00") + minute * 60_000) as Instant)),
    );
    expect(new Set(posted)).toEqual(new Set(["2026-09-19", "2026-10-10"]));
    expect(besideHolidays(at("2026-09-30T10:00"))).toBe(at("2026-09-30T10:00"));
  });

  test("have goods ready on no holiday", () => {
    expect(addOpenDays("2026-09-28" as LocalDate, 3)).toBe("2026-10-08");
    expect(addOpenDays("2026-11-02" as LocalDate, 9)).toBe("2026-11-11");
    expect(isHoliday("2026-10-07" as LocalDate)).toBe(true);
  });

  test("rest at their desks in China in its holidays, and abroad they do not", () => {
    expect(dayOf(atDesk(at("2026-05-02T10:30")))).toBe("2026-05-06");
    expect(atDesk(at("2026-05-09T10:30"))).toBe(at("2026-05-09T10:30"));
    expect(dayOf(atDesk(at("2026-05-02T15:30"), "Asia/Almaty"))).toBe("2026-05-02");
  });
});
