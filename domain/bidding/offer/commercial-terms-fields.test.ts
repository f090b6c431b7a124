import { describe, expect, test } from "vitest";
import type { LocalPart } from "../../services/kind";
import { isRowDue, withDeclarantRows } from "./commercial-terms-fields";

const OUT: LocalPart = { code: "EXD", country: "CN" };
const ACROSS: LocalPart = { code: "IMD", country: "VN" };

const row = (place: number, country: string, ...parts: string[]) => ({
  [`subcontractors[${place}].name`]: "",
  [`subcontractors[${place}].country`]: country,
  [`subcontractors[${place}].parts`]: parts,
});
const partner = {
  "subcontractors[0].name": "Hanoi Brokers",
  "subcontractors[0].country": "VN",
  "subcontractors[0].registrationNumber": "0101",
  "subcontractors[0].parts": ["IMD"],
};

describe("a form of a bid begins with a row for who declares abroad", () => {
  test.each<[string, object, LocalPart[], object]>([
    ["none where the bidder may do all itself", {}, [], {}],
    ["one with country and part", {}, [ACROSS], row(0, "VN", "IMD")],
    ["one for each country", {}, [OUT, ACROSS], { ...row(0, "CN", "EXD"), ...row(1, "VN", "IMD") }],
    ["one for both parts of a country", {}, [OUT, { ...ACROSS, country: "CN" }], row(0, "CN", "EXD", "IMD")],
    ["none for a part that is named", partner, [ACROSS], partner],
    ["one more for the part that is not", partner, [OUT, ACROSS], { ...partner, ...row(1, "CN", "EXD") }],
    ["in the place of an empty row", { "subcontractors[0].name": " " }, [ACROSS], row(0, "VN", "IMD")],
  ])("%s", (_, values, parts, expected) => {
    expect(withDeclarantRows(values as never, parts)).toEqual(expected);
  });

  test("and keeps what else was typed", () => {
    expect(withDeclarantRows({ remarks: "x" }, [ACROSS])).toEqual({ remarks: "x", ...row(0, "VN", "IMD") });
  });
});

test.each<[string, object, number, LocalPart[], boolean]>([
  ["an empty row of a bid that has to name nobody is optional", {}, 0, [], false],
  ["a row that was begun is required", { "subcontractors[0].registrationNumber": "1" }, 0, [], true],
  ["a row with nothing but ticks was begun too", { "subcontractors[1].parts": ["IMD"] }, 1, [], true],
  ["the first row is required where somebody has to be named", {}, 0, [ACROSS], true],
  ["an empty one after it is not", partner, 1, [ACROSS], false],
])("%s", (_, values, place, parts, isDue) => {
  expect(isRowDue(values as never, place, parts)).toBe(isDue);
});
