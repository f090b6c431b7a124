import type { FormField } from "../form/field";
import { FORM_LINES, FORM_UNITS, quantityName } from "./form-lines";

const QUANTITY_FIELDS = FORM_LINES.flatMap((line) =>
  FORM_UNITS.map(
    (unit): FormField => ({
      name: quantityName(unit, line),
      path: `lineQuantities.${line}.${unit}`,
      as: "thousandths",
    }),
  ),
);

/** The fields of a request for customs, and the members of its spec that they fill. */
export const customsSpecForm: readonly FormField[] = [
  { name: "side", path: "side", as: "text" },
  { name: "supervisionMode", path: "supervisionMode", as: "text" },
  { name: "importerName", path: "importerOfRecord.name", as: "text" },
  { name: "importerCountry", path: "importerOfRecord.country", as: "text" },
  { name: "importerTaxId", path: "importerOfRecord.taxId", as: "text" },
  { name: "importerKpp", path: "importerOfRecord.kpp", as: "text" },
  { name: "residentsPersons", path: "borderResidents.persons", as: "number" },
  { name: "residentsDays", path: "borderResidents.days", as: "number" },
  { name: "exporterCode", path: "exporterCode", as: "text" },
  { name: "importProcedure", path: "importProcedure", as: "text" },
  { name: "hsLines", path: "hsLines", as: "number" },
  { name: "declarations", path: "declarations", as: "number" },
  { name: "classificationBy", path: "classificationBy", as: "text" },
  { name: "certificates", path: "certificates", as: "list" },
  { name: "freightToBorder", path: "freightToBorder", as: "money", currencyName: "freightToBorderCurrency" },
  { name: "insuranceToBorder", path: "insuranceToBorder", as: "money", currencyName: "insuranceToBorderCurrency" },
  { name: "remarks", path: "remarks", as: "text" },
  ...QUANTITY_FIELDS,
];
