import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { degrees, flag, list, number, rows, text } from "../form/fields";
import { readForm } from "../form/read-form";
import { CHECKLIST_MAX, PRODUCTS_MAX, SPECIAL_TESTS_MAX } from "./bounds";

/** The fields of a request for inspection, and the members of its spec that they fill. */
export const inspectionSpecForm = [
  text("type"),
  text("factoryAddress"),
  degrees("factoryLat", "factoryPosition.latE6"),
  degrees("factoryLon", "factoryPosition.lonE6"),
  text("date"),
  text("alternativeDate"),
  text("loadingDate"),
  rows("products", PRODUCTS_MAX, [text("name"), number("quantity")]),
  text("standard"),
  text("level"),
  text("severity"),
  text("aqlPreset"),
  number("aqlCritical", "aql.critical"),
  number("aqlMajor", "aql.major"),
  number("aqlMinor", "aql.minor"),
  number("lotSize"),
  rows("specialTests", SPECIAL_TESTS_MAX, [text("test"), text("text"), text("level")]),
  rows("checklist", CHECKLIST_MAX, [
    text("code"),
    text("text"),
    text("method"),
    text("tolerance"),
    text("tool"),
    text("level"),
    flag("isCritical"),
  ]),
  number("checksPerUnit"),
  list("siteTests"),
  number("labTests"),
  number("containers"),
  number("madePercent"),
  number("packedPercent"),
  text("packing"),
  text("marks"),
  flag("hasGoldenSample"),
  list("photosWanted"),
  text("reportLanguage"),
  text("secondReportLanguage"),
  text("holdRule"),
  text("remarks"),
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(inspectionSpecForm, values);
