import { describe, expect, test } from "vitest";
import { dayOf, instant, type LocalDate } from "../shared/time";
import {
  lastDaysOf,
  mayAskAgain,
  mayCheck,
  type OrganisationCheck,
  reminderDue,
  standingOf,
} from "./organisation-check";

const at = (iso: string) => instant(Date.parse(iso));
const day = (text: string) => text as LocalDate;
const check: OrganisationCheck = {
  outcome: "found",
  registrationNumber: "91350200",
  register: "gsxt.gov.cn",
  expiresOn: day("2026-12-31"),
  checkedAt: at("2026-06-01T00:00:00Z"),
};

const numbered = (registrationNumber: string, country = "CN") => ({ registrationNumber, country });

describe("lesson 24: a check says what was looked up and until when it counts", () => {
  test("it holds to the end of its last day in the organisation's country, and not a moment longer", () => {
    for (const [country, end] of [
      ["CN", "2026-12-31T16:00:00Z"],
      ["KZ", "2026-12-31T19:00:00Z"],
      ["RU", "2026-12-31T21:00:00Z"],
      ["VN", "2026-12-31T17:00:00Z"],
      ["NP", "2026-12-31T18:15:00Z"],
    ] as const) {
      const of = numbered("91350200", country);
      expect([country, standingOf(check, of, instant(at(end) - 1))]).toEqual([country, "holds"]);
      expect([country, standingOf(check, of, at(end))]).toEqual([country, "expired"]);
    }
  });

  test("it says nothing of another registration number than the one looked up", () => {
    expect(standingOf(check, numbered("91350201"), at("2026-07-01T00:00:00Z"))).toBe("number_changed");
  });

  test("what was taken back, or never made, does not hold", () => {
    const back = { ...check, outcome: "taken_back", expiresOn: null } as const;
    expect(standingOf(back, numbered("91350200"), at("2026-07-01T00:00:00Z"))).toBe("taken_back");
    expect(standingOf(undefined, numbered("91350200"), at("2026-07-01T00:00:00Z"))).toBe("none");
  });
});

describe("the end of a check", () => {
  const seen = (now: string, over: Partial<OrganisationCheck> = {}, number = "91350200") => {
    const look = { ...check, ...over };
    return reminderDue(standingOf(look, numbered(number), at(now)), look.expiresOn, dayOf(at(now)));
  };

  test.each([
    ["2026-11-30T15:59:59.999Z", null],
    ["2026-11-30T16:00:00Z", "ending"],
    ["2026-12-23T15:59:59.999Z", "ending"],
    ["2026-12-23T16:00:00Z", "week"],
    ["2026-12-29T15:59:59.999Z", "week"],
    ["2026-12-29T16:00:00Z", "day"],
    ["2026-12-31T15:59:59.999Z", "day"],
    ["2026-12-31T16:00:00Z", "lapsed"],
  ] as const)("of 31 December is at %s by the organisation's day: %s", (now, end) => {
    expect(seen(now)).toBe(end);
  });

  test("is none of what was taken back or is of another number", () => {
    expect(seen("2026-12-31T16:00:00Z", { outcome: "taken_back", expiresOn: null })).toBeNull();
    expect(seen("2026-12-31T16:00:00Z", {}, "91350201")).toBeNull();
  });

  test("lies on the days that a list of them asks for", () => {
    const today = day("2026-12-01");
    expect(lastDaysOf("ending", today)).toEqual({ first: "2026-12-01", last: "2026-12-31" });
    expect(lastDaysOf("lapsed", today)).toEqual({ first: null, last: "2026-11-30" });
  });

  test("may be asked beyond in the last thirty days of a check, and at any time where none holds", () => {
    expect(mayAskAgain("holds", check.expiresOn, day("2026-11-30"))).toBe(false);
    expect(mayAskAgain("holds", check.expiresOn, day("2026-12-01"))).toBe(true);
    for (const standing of ["none", "expired", "taken_back", "number_changed"] as const)
      expect(mayAskAgain(standing, check.expiresOn, day("2026-01-01"))).toBe(true);
  });
});

describe("an administrator puts a check on record", () => {
  const company = { organisationId: "o", kind: "trader" };
  const stranger = { organisationId: "platform", isMember: false };
  const codeOf = (...asked: Parameters<typeof mayCheck>) => {
    const allowed = mayCheck(...asked);
    return allowed.ok ? "yes" : allowed.refusal.code;
  };

  test("never of an organisation that it works for, by either of its hats, nor of the market itself", () => {
    expect(codeOf(company, { organisationId: "o", isMember: false }, null)).toBe("own_organisation");
    expect(codeOf(company, { organisationId: "platform", isMember: true }, null)).toBe("own_organisation");
    expect(codeOf({ ...company, kind: "platform" }, stranger, null)).toBe("platform_is_not_checked");
    expect(codeOf(company, stranger, null)).toBe("yes");
  });

  test("that ends after the organisation's today, within two years, and no later than the first of its papers", () => {
    const ends = (text: string, papersEndOn: LocalDate | null = null) =>
      codeOf(company, stranger, { expiresOn: day(text), papersEndOn, today: day("2026-11-26") });
    expect([ends("2026-11-26"), ends("2026-11-27"), ends("2028-11-25"), ends("2028-11-26")]).toEqual([
      "expires_too_soon",
      "yes",
      "yes",
      "expires_too_late",
    ]);
    expect(ends("2027-05-01", day("2027-05-01"))).toBe("yes");
    expect(ends("2027-05-02", day("2027-05-01"))).toBe("expires_after_paper");
  });
});
