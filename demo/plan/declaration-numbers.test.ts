import { expect, test } from "vitest";
import { declarationNumber } from "@/domain/clearance/declaration-number";
import { type Instant, parseIso } from "@/domain/shared/instant";
import { randomFrom } from "./random";
import { declarationNumberOf } from "./registered-numbers";

const at = parseIso("2026-07-06T04:00:00Z") as Instant;
const MOVEMENT = { hubId: "mohan", originId: "CNKMG", destinationId: "THBKK" };
const numberOf = (country: string, side: "export" | "import", movement = MOVEMENT) =>
  declarationNumberOf(randomFrom(3), country, { side, movement, at });

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

test.each([
  ["export", { hubId: "CNTAO", originId: "RUVYP", destinationId: "CNTAO" }, "10714040"],
  ["import", { hubId: "CNTAO", originId: "CNTAO", destinationId: "RUNVS" }, "10317120"],
  ["export", { hubId: "suifenhe", originId: "RUVVO", destinationId: "CNHRN" }, "10716050"],
] as const)("a Russian %s has the number of the port or the crossing that it goes by", (side, movement, office) => {
  expect(numberOf("RU", side, movement).split("/")[0]).toBe(office);
});

test("Thailand's number says whether goods leave or come in", () => {
  expect([numberOf("TH", "export")[4], numberOf("TH", "import")[4]]).toEqual(["1", "0"]);
});
