import { describe, expect, test } from "vitest";
import { instant, type LocalDate } from "../shared/time";
import { checkEndOf, lastDaysOf, mayCheck, type OrganisationCheck, standingOf } from "./organisation-check";

const at = (iso: string) => instant(Date.parse(iso));
const day = (text: string) => text as LocalDate;
const check: OrganisationCheck = {
  outcome: "found",
  registrationNumber: "91350200",
  register: "gsxt.gov.cn",
  expiresOn: day("2026-12-31"),
  checkedAt: at("2026-06-01T00:00:00Z"),
};

describe("lesson 24: a check says what was looked up and until when it counts", () => {
  test("it holds to the end of its last day in the market's zone, and not a moment longer", () => {
    expect(standingOf(check, "91350200", at("2026-12-31T15:59:59.999Z"))).toBe("holds");
    expect(standingOf(check, "91350200", at("2026-12-31T16:00:00Z"))).toBe("expired");
  });

  test("it says nothing of another registration number than the one looked up", () => {
    expect(standingOf(check, "91350201", at("2026-07-01T00:00:00Z"))).toBe("number_changed");
  });

  test("what was taken back, or never made, does not hold", () => {
    const back = { ...check, outcome: "taken_back", expiresOn: null } as const;
    expect(standingOf(back, "91350200", at("2026-07-01T00:00:00Z"))).toBe("taken_back");
    expect(standingOf(undefined, "91350200", at("2026-07-01T00:00:00Z"))).toBe("none");
  });
});

describe("the end of a check", () => {
  const seen = (now: string, over: Partial<OrganisationCheck> = {}, number = "91350200") => {
    const look = { ...check, ...over };
    return checkEndOf(standingOf(look, number, at(now)), look.expiresOn, at(now));
  };

  test.each([
    ["2026-11-30T15:59:59.999Z", null],
    ["2026-11-30T16:00:00Z", "ending"],
    ["2026-12-31T15:59:59.999Z", "ending"],
    ["2026-12-31T16:00:00Z", "lapsed"],
  ] as const)("of 31 December is at %s by the day in the market's zone: %s", (now, end) => {
    expect(seen(now)).toBe(end);
  });

  test("is none of what was taken back or is of another number", () => {
    expect(seen("2026-12-31T16:00:00Z", { outcome: "taken_back", expiresOn: null })).toBeNull();
    expect(seen("2026-12-31T16:00:00Z", {}, "91350201")).toBeNull();
  });

  test("lies on the days that a list of them asks for", () => {
    const now = at("2026-11-30T16:00:00Z");
    expect(lastDaysOf("ending", now)).toEqual({ first: "2026-12-01", last: "2026-12-31" });
    expect(lastDaysOf("lapsed", now)).toEqual({ first: null, last: "2026-11-30" });
  });
});

describe("an administrator puts a check on record", () => {
  const now = at("2026-11-25T20:00:00Z");
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

  test("that ends after today in the market's zone, within two years", () => {
    const ends = (text: string) => codeOf(company, stranger, { expiresOn: day(text), now });
    expect([ends("2026-11-26"), ends("2026-11-27"), ends("2028-11-25"), ends("2028-11-26")]).toEqual([
      "expires_too_soon",
      "yes",
      "yes",
      "expires_too_late",
    ]);
  });
});
