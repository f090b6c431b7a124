import type { FormField } from "../form/field";
import { list, money, number, text, thousandths } from "../form/fields";
import { FORM_LINES, FORM_UNITS, quantityName } from "./form-lines";

const QUANTITY_FIELDS = FORM_LINES.flatMap((line) =>
  FORM_UNITS.map((unit) => thousandths(quantityName(unit, line), `lineQuantities.${line}.${unit}`)),
);

/** The fields of a request for customs, and the members of its spec that they fill. */
export const customsSpecForm: readonly FormField[] = [
  text("side"),
  text("supervisionMode"),
  text("exporterName", "exporterOfRecord.name"),
  text("exporterCountry", "exporterOfRecord.country"),
  text("exporterCode"),
  text("importerName", "importerOfRecord.name"),
  text("importerCountry", "importerOfRecord.country"),
  text("importerTaxId", "importerOfRecord.taxId"),
  text("importerKpp", "importerOfRecord.kpp"),
  number("residentsPersons", "borderResidents.persons"),
  number("residentsDays", "borderResidents.days"),
  text("importProcedure"),
  number("hsLines"),
  number("declarations"),
  text("classificationBy"),
  list("certificates"),
  money("freightToBorder"),
  money("insuranceToBorder"),
  money("includedAfterBorder"),
  text("remarks"),
  ...QUANTITY_FIELDS,
];
