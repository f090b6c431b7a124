import type { FormField } from "../form/field";

/** The fields of a request for customs, and the members of its spec that they fill. */
export const customsSpecForm = [
  { name: "side", path: "side", as: "text" },
  { name: "supervisionMode", path: "supervisionMode", as: "text" },
  { name: "importerName", path: "importerOfRecord.name", as: "text" },
  { name: "importerCountry", path: "importerOfRecord.country", as: "text" },
  { name: "importerTaxId", path: "importerOfRecord.taxId", as: "text" },
  { name: "exporterCode", path: "exporterCode", as: "text" },
  { name: "importProcedure", path: "importProcedure", as: "text" },
  { name: "hsLines", path: "hsLines", as: "number" },
  { name: "declarations", path: "declarations", as: "number" },
  { name: "classificationBy", path: "classificationBy", as: "text" },
  { name: "certificates", path: "certificates", as: "list" },
  { name: "freightToBorder", path: "freightToBorder", as: "money", currencyName: "freightToBorderCurrency" },
  { name: "insuranceToBorder", path: "insuranceToBorder", as: "money", currencyName: "insuranceToBorderCurrency" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];
