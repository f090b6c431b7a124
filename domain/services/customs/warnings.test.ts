import { expect, test } from "vitest";
import { shipmentExample, TRANSIT, wireSpecExample } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";

test.each([
  ["57505", "58207", []],
  ["9402", "57505", []],
  ["57505", "99999", ["99999"]],
])(
  "of a transit from office %s to %s these are warned of as unknown: %j",
  (departureOffice, destinationOffice, codes) => {
    const transit = { ...TRANSIT, departureOffice, destinationOffice };
    const spec = customsSpecSchema.parse({ side: "transit", transit });
    const warnings = customs.warnings?.(spec, shipmentExample()) ?? [];
    expect(warnings).toEqual(codes.map((code) => ({ key: "transit_office_unknown", values: { code } })));
  },
);

test.each([
  ["import", "RU", "KZ", ["importer_from_elsewhere"]],
  ["both", "CN", "RU", ["importer_from_elsewhere"]],
  ["import", "KZ", "KZ", []],
  ["export", "RU", "KZ", []],
  ["transit", "RU", "KZ", []],
])("for side %s with an importer of %s into %s is warned of: %j", (side, country, destinationCountry, keys) => {
  const importerOfRecord = { name: "Importer", country, taxId: "1" };
  const spec = customsSpecSchema.parse({ ...wireSpecExample, side, importerOfRecord });
  const warnings = customs.warnings?.(spec, shipmentExample({ destinationCountry })) ?? [];
  expect(warnings.map(({ key }) => key)).toEqual(keys);
  for (const { values } of warnings) expect(values).toEqual({ country, destination: destinationCountry });
});
