import type { FormField } from "../../../services/form/field";
import { CONDITION_TYPES } from "./condition-types";
import { ALTERNATIVES_MAX, PACKAGES_MAX, SUBCONTRACTORS_MAX } from "./limits";

/** The fields of what an offer says beside its price, and of its alternatives, whose charge lines stand among the others. */
export const BESIDE_FORM = [
  {
    name: "alternatives",
    path: "alternatives",
    as: "rows",
    rowsMax: ALTERNATIVES_MAX,
    rowFields: [
      { name: "title", path: "title", as: "text" },
      { name: "daysMin", path: "transitDays.min", as: "number" },
      { name: "daysMax", path: "transitDays.max", as: "number" },
      { name: "startDate", path: "startDate", as: "text" },
      { name: "note", path: "note", as: "text" },
    ],
  },
  {
    name: "packageDiscounts",
    path: "packageDiscounts",
    as: "rows",
    rowsMax: PACKAGES_MAX,
    rowFields: [
      { name: "discount", path: "discountBps", as: "percent" },
      { name: "services", path: "services", as: "list" },
    ],
  },
  {
    name: "conditions",
    path: "conditions",
    as: "rows",
    rowsMax: CONDITION_TYPES.length,
    rowFields: [
      { name: "type", path: "type", as: "text" },
      { name: "value", path: "value", as: "text" },
    ],
  },
  {
    name: "subcontractors",
    path: "subcontractors",
    as: "rows",
    rowsMax: SUBCONTRACTORS_MAX,
    rowFields: [
      { name: "name", path: "name", as: "text" },
      { name: "country", path: "country", as: "text" },
      { name: "registrationNumber", path: "registrationNumber", as: "text" },
      { name: "parts", path: "parts", as: "list" },
    ],
  },
  { name: "latePerDay", path: "lateDelivery.perDayBps", as: "percent" },
  { name: "lateCap", path: "lateDelivery.capBps", as: "percent" },
  { name: "lateGraceDays", path: "lateDelivery.graceDays", as: "number" },
  { name: "liabilityCap", path: "liabilityCap", as: "money", currencyName: "liabilityCapCurrency" },
  { name: "insuranceCover", path: "insuranceCover", as: "money", currencyName: "insuranceCoverCurrency" },
  { name: "closeOutDays", path: "closeOutDays", as: "number" },
  { name: "isRelatedParty", path: "relatedParty.isRelated", as: "answer" },
  { name: "relatedWords", path: "relatedParty.words", as: "text" },
] as const satisfies readonly FormField[];

/** Which of a form's names are theirs, rows of a list and the currency beside a sum included. */
export const isBesideName = (name: string): boolean =>
  BESIDE_FORM.some(
    (field) =>
      name === field.name ||
      name.startsWith(`${field.name}[`) ||
      ("currencyName" in field && name === field.currencyName),
  );
