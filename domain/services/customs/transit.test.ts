import { expect, test } from "vitest";
import { shipmentExample, TRANSIT } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";

const issues = (spec: object) =>
  customs
    .checkSpec(customsSpecSchema.parse(spec), shipmentExample())
    .map(({ path, message }) => `${path.join(".")} ${message}`);

test.each<[string, object, readonly string[]]>([
  ["all that it needs", TRANSIT, []],
  ["no guarantor", { ...TRANSIT, guarantor: undefined }, ["transit.guarantor issue.guarantor_missing"]],
  ["an exempt operator alone", { ...TRANSIT, guarantee: "operator_exempt", guarantor: undefined }, []],
  [
    "an office in words",
    { ...TRANSIT, departureOffice: "Nur Zholy" },
    ["transit.departureOffice issue.office_malformed"],
  ],
  [
    "an office of two digits",
    { ...TRANSIT, destinationOffice: "58" },
    ["transit.destinationOffice issue.office_malformed"],
  ],
  [
    "an office that no list has",
    { ...TRANSIT, destinationOffice: "99999" },
    ["transit.destinationOffice issue.transit_office_unknown"],
  ],
  [
    "two of them",
    { ...TRANSIT, departureOffice: "11111", destinationOffice: "99999" },
    ["transit.departureOffice issue.transit_office_unknown", "transit.destinationOffice issue.transit_office_unknown"],
  ],
  ["an office that is in no list, and is right", { ...TRANSIT, destinationOffice: "99999", isOfficeRight: true }, []],
  [
    "an office in words that somebody calls right",
    { ...TRANSIT, departureOffice: "Nur Zholy", isOfficeRight: true },
    ["transit.departureOffice issue.office_malformed"],
  ],
])("a transit with %s is checked", (_, transit, refused) => {
  expect(issues({ side: "transit", transit })).toEqual(refused);
});

test("a transit that says nothing of its way is refused at its country", () => {
  expect(issues({ side: "transit" })).toEqual(["transit.country issue.transit_missing"]);
});

test("what leaves or enters has no transit beside it", () => {
  const spec = {
    side: "import",
    importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
  };
  expect(issues({ ...spec, transit: TRANSIT })).toEqual(["transit.country issue.transit_of_other_side"]);
});
