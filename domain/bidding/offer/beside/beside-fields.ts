import type { FormField } from "../../../services/form/field";
import { answer, list, money, number, percent, rows, text } from "../../../services/form/fields";
import { CONDITION_TYPES } from "./condition-types";
import { ALTERNATIVES_MAX, PACKAGES_MAX, SUBCONTRACTORS_MAX } from "./limits";

/** The fields of what an offer says beside its price, and of its alternatives, whose charge lines stand among the others. */
export const BESIDE_FORM = [
  rows("alternatives", ALTERNATIVES_MAX, [
    text("title"),
    number("daysMin", "transitDays.min"),
    number("daysMax", "transitDays.max"),
    text("startDate"),
    text("note"),
  ]),
  rows("packageDiscounts", PACKAGES_MAX, [percent("discount", "discountBps"), list("services")]),
  rows("conditions", CONDITION_TYPES.length, [text("type"), text("value")]),
  rows("subcontractors", SUBCONTRACTORS_MAX, [
    text("name"),
    text("country"),
    text("registrationNumber"),
    list("parts"),
  ]),
  percent("latePerDay", "lateDelivery.perDayBps"),
  percent("lateCap", "lateDelivery.capBps"),
  number("lateGraceDays", "lateDelivery.graceDays"),
  money("liabilityCap"),
  money("insuranceCover"),
  number("closeOutDays"),
  answer("isRelatedParty", "relatedParty.isRelated"),
  text("relatedWords", "relatedParty.words"),
] as const satisfies readonly FormField[];

/** Which of a form's names are theirs, rows of a list and the currency beside a sum included. */
export const isBesideName = (name: string): boolean =>
  BESIDE_FORM.some(
    (field) =>
      name === field.name ||
      name.startsWith(`${field.name}[`) ||
      ("currencyName" in field && name === field.currencyName),
  );
