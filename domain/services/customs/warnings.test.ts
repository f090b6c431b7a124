import { expect, test } from "vitest";
import { shipmentExample, wireSpecExample } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";

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
