import { expect, test } from "vitest";
import { declarationNumber } from "@/domain/clearance/declaration-number";
import { type Instant, parseIso } from "@/domain/shared/instant";
import { randomFrom } from "./random";
import { declarationNumberOf } from "./registered-numbers";

const at = parseIso("2026-07-06T04:00:00Z") as Instant;
const numberOf = (country: string, side: "export" | "import") =>
  declarationNumberOf(randomFrom(3), country, { side, hubId: "mohan", at });

test.each([
  ["CN", /^86072026[01]\d{9}$/],
  ["TH", /^A021[01]6907\d{5}$/],
  ["VN", /^[13]0\d{10}$/],
  ["UZ", /^260706\d{6}$/],
])("a declaration of %s has a number of its customs, which begins with no country", (country, form) => {
  for (const side of ["export", "import"] as const) {
    const number = numberOf(country, side);
    expect(number).toMatch(form);
    expect(declarationNumber({ country, side, filedAt: at }, number)).toEqual({ ok: true, value: number });
  }
});

test("Thailand's number says whether goods leave or come in", () => {
  expect([numberOf("TH", "export")[4], numberOf("TH", "import")[4]]).toEqual(["1", "0"]);
});
