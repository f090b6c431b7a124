import { expect, test } from "vitest";
import { EFFECTS, isBarred, ORGANISATION_STANDINGS, organisationStanding } from "./organisation-standing";

const free = { suspendedAt: null, restrictedAt: null };

test("an organisation stands where its check says, under a restriction, under a suspension", () => {
  const stands = (check: Parameters<typeof organisationStanding>[0]["check"], isAsked: boolean) =>
    organisationStanding({ ...free, check, isAsked });
  expect(
    (["none", "taken_back", "number_changed", "expired", "holds"] as const).map((check) => [
      ...[stands(check, false), stands(check, true)],
    ]),
  ).toEqual([
    ["unchecked", "pending"],
    ["unchecked", "pending"],
    ["unchecked", "pending"],
    ["expired", "expired"],
    ["verified", "verified"],
  ]);
  for (const check of ["none", "expired", "holds"] as const) {
    expect(organisationStanding({ suspendedAt: null, restrictedAt: 1, check, isAsked: true })).toBe("restricted");
    for (const restrictedAt of [null, 1])
      expect(organisationStanding({ suspendedAt: 1, restrictedAt, check, isAsked: true })).toBe("suspended");
  }
});

test("of each standing its effect: a badge and the requests for checked ones with a check alone, nothing while shut out", () => {
  const those = (effect: keyof (typeof EFFECTS)["verified"]) =>
    ORGANISATION_STANDINGS.filter((standing) => EFFECTS[standing][effect]);
  expect(those("hasBadge")).toEqual(["verified"]);
  expect(those("mayBidAsChecked")).toEqual(["verified"]);
  for (const effect of ["isListed", "mayBid", "mayBeAwarded"] as const)
    expect(those(effect)).toEqual(["unchecked", "pending", "verified", "expired"]);
  expect(those("maySignIn")).not.toContain("suspended");
  expect([isBarred(free), isBarred({ ...free, restrictedAt: 1 }), isBarred({ ...free, suspendedAt: 1 })]).toEqual([
    ...[false, true, true],
  ]);
});
