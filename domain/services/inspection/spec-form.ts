import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";
import { CHECKLIST_MAX, PRODUCTS_MAX, SPECIAL_TESTS_MAX } from "./bounds";

/** The fields of a request for inspection, and the members of its spec that they fill. */
export const inspectionSpecForm = [
  { name: "type", path: "type", as: "text" },
  { name: "factoryAddress", path: "factoryAddress", as: "text" },
  { name: "date", path: "date", as: "text" },
  { name: "alternativeDate", path: "alternativeDate", as: "text" },
  { name: "loadingDate", path: "loadingDate", as: "text" },
  {
    name: "products",
    path: "products",
    as: "rows",
    rowsMax: PRODUCTS_MAX,
    rowFields: [
      { name: "name", path: "name", as: "text" },
      { name: "quantity", path: "quantity", as: "number" },
    ],
  },
  { name: "standard", path: "standard", as: "text" },
  { name: "level", path: "level", as: "text" },
  { name: "severity", path: "severity", as: "text" },
  { name: "aqlPreset", path: "aqlPreset", as: "text" },
  { name: "aqlCritical", path: "aql.critical", as: "number" },
  { name: "aqlMajor", path: "aql.major", as: "number" },
  { name: "aqlMinor", path: "aql.minor", as: "number" },
  { name: "lotSize", path: "lotSize", as: "number" },
  {
    name: "specialTests",
    path: "specialTests",
    as: "rows",
    rowsMax: SPECIAL_TESTS_MAX,
    rowFields: [
      { name: "test", path: "test", as: "text" },
      { name: "text", path: "text", as: "text" },
      { name: "level", path: "level", as: "text" },
    ],
  },
  {
    name: "checklist",
    path: "checklist",
    as: "rows",
    rowsMax: CHECKLIST_MAX,
    rowFields: [
      { name: "code", path: "code", as: "text" },
      { name: "text", path: "text", as: "text" },
      { name: "method", path: "method", as: "text" },
      { name: "tolerance", path: "tolerance", as: "text" },
      { name: "tool", path: "tool", as: "text" },
      { name: "level", path: "level", as: "text" },
      { name: "isCritical", path: "isCritical", as: "flag" },
    ],
  },
  { name: "checksPerUnit", path: "checksPerUnit", as: "number" },
  { name: "siteTests", path: "siteTests", as: "list" },
  { name: "labTests", path: "labTests", as: "number" },
  { name: "containers", path: "containers", as: "number" },
  { name: "madePercent", path: "madePercent", as: "number" },
  { name: "packedPercent", path: "packedPercent", as: "number" },
  { name: "packing", path: "packing", as: "text" },
  { name: "marks", path: "marks", as: "text" },
  { name: "hasGoldenSample", path: "hasGoldenSample", as: "flag" },
  { name: "photosWanted", path: "photosWanted", as: "list" },
  { name: "reportLanguage", path: "reportLanguage", as: "text" },
  { name: "secondReportLanguage", path: "secondReportLanguage", as: "text" },
  { name: "holdRule", path: "holdRule", as: "text" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(inspectionSpecForm, values);
