import { expect, test } from "vitest";
import { documentRuleSchema, ruleForm } from "./document-rule-schema";

const TYPED = {
  ruleId: "spot_ru_road",
  document: "spot_document",
  provider: "buyer",
  fromDay: "2027-01-01",
  modes: "road",
  destinationCountries: "ru",
  transitCountries: "KZ，kg, by",
  hsPrefixes: "84, 8504",
  daysAhead: "3",
  source: "test",
  noteEn: "In time.",
  noteZh: "及时。",
};

test("lists are read whatever comma parts them, and countries in either case", () => {
  expect(documentRuleSchema.parse(ruleForm.parse(TYPED))).toMatchObject({
    modes: ["road"],
    destinationCountries: ["RU"],
    transitCountries: ["KZ", "KG", "BY"],
    hsPrefixes: ["84", "8504"],
    daysAhead: 3,
    toDay: null,
    weightToleranceBps: null,
    isForDangerousGoods: false,
  });
});

test("a check box, a tolerance and an end are read where they are given", () => {
  const more = { isForDangerousGoods: "on", weightToleranceBps: "50", toDay: "2027-02-01" };
  expect(documentRuleSchema.parse(ruleForm.parse({ ...TYPED, ...more }))).toMatchObject({
    isForDangerousGoods: true,
    weightToleranceBps: 50,
    toDay: "2027-02-01",
  });
});

test.each([
  ["daysAhead", "soon"],
  ["weightToleranceBps", "0.5%"],
  ["fromDay", ""],
  ["ruleId", ""],
])("what cannot be read is malformed at %s", (name, typed) => {
  const parsed = documentRuleSchema.safeParse(ruleForm.parse({ ...TYPED, [name]: typed }));
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[name]]);
});

test.each(["daysAhead", "weightToleranceBps"])("a whole number is asked for at %s, whatever else was typed", (name) => {
  for (const typed of ["12.5", "soon"]) {
    const parsed = documentRuleSchema.safeParse(ruleForm.parse({ ...TYPED, [name]: typed }));
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["whole_number_malformed"]);
  }
});
