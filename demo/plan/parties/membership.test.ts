import { describe, expect, test } from "vitest";
import { DAY_MS, instant } from "../../../domain/shared/time";
import { type DemoOrganisation, readMarketData } from "../market-data";
import { isMember, SETTLED_DAYS, withMembers, ZONE_OPENED_DAYS } from "./membership";
import { dealsIn } from "./plan-parties";

const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));
const { organisations, cargo } = withMembers(readMarketData(), NOW);
const daysAgo = ({ joinedAt = NOW }: DemoOrganisation): number => (NOW - joinedAt) / DAY_MS;
const isNew = ({ joinedDaysAgo }: DemoOrganisation) => joinedDaysAgo !== undefined;

describe("when companies registered", () => {
  test("most did before the year that is played, and none before the zone opened", () => {
    const settled = organisations.filter((one) => !isNew(one)).map(daysAgo);
    expect(Math.min(...settled)).toBeGreaterThan(SETTLED_DAYS - 2);
    expect(Math.max(...settled)).toBeLessThanOrEqual(ZONE_OPENED_DAYS);
    expect(new Set(settled.map((days) => Math.floor(days / 30))).size).toBeGreaterThan(18);
  });

  test("about one in ten came over the year, in most of its months", () => {
    const came = organisations.filter(isNew).map(daysAgo);
    expect(came.length / organisations.length).toBeGreaterThan(0.08);
    expect(came.length / organisations.length).toBeLessThan(0.15);
    expect(new Set(came.map((days) => Math.floor(days / 30))).size).toBeGreaterThanOrEqual(10);
    expect(Math.min(...came)).toBeGreaterThan(3);
    expect(Math.max(...came)).toBeLessThan(366);
  });

  test("nobody is a member before its day", () => {
    for (const one of organisations) {
      const joined = one.joinedAt ?? NOW;
      expect([isMember(one, instant(joined - 1)), isMember(one, joined)]).toEqual([false, true]);
    }
  });

  test("what newcomers trade in others have traded in before them", () => {
    const settled = organisations.filter((one) => !isNew(one));
    for (const { corridor, hsCode } of cargo)
      expect(
        settled.filter((one) => one.kind === "buyer" && one.corridors.includes(corridor) && dealsIn(one, hsCode)),
      ).not.toEqual([]);
  });
});
