import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";

/** The fields of a request for inspection, and the members of its spec that they fill. */
export const inspectionSpecForm = [
  { name: "type", path: "type", as: "text" },
  { name: "factoryAddress", path: "factoryAddress", as: "text" },
  { name: "date", path: "date", as: "text" },
  { name: "alternativeDate", path: "alternativeDate", as: "text" },
  { name: "standard", path: "standard", as: "text" },
  { name: "level", path: "level", as: "text" },
  { name: "severity", path: "severity", as: "text" },
  { name: "aqlCritical", path: "aql.critical", as: "number" },
  { name: "aqlMajor", path: "aql.major", as: "number" },
  { name: "aqlMinor", path: "aql.minor", as: "number" },
  { name: "lotSize", path: "lotSize", as: "number" },
  { name: "checksPerUnit", path: "checksPerUnit", as: "number" },
  { name: "labTests", path: "labTests", as: "number" },
  { name: "containers", path: "containers", as: "number" },
  { name: "packedPercent", path: "packedPercent", as: "number" },
  { name: "hasGoldenSample", path: "hasGoldenSample", as: "flag" },
  { name: "reportLanguage", path: "reportLanguage", as: "text" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(inspectionSpecForm, values);
