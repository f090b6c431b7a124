import type { WireMoney } from "../../shared/wire-fields";
import {
  answer,
  filledRows,
  type FormField,
  list,
  money,
  number,
  percent,
  rowField,
  rows,
  rowValues,
  text,
} from "../../services/form-field";
import { ALTERNATIVES_MAX, PACKAGES_MAX, SUBCONTRACTORS_MAX } from "../bid-form-limits";
import type { LocalPart } from "../../services/kind";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";

type Limits = { readonly min: number; readonly max: number };

/** What the value of a condition is: a whole number of its unit within limits, a day, money, or nothing beside that it holds. */
type Measure =
  | ({ readonly unit: "percent" | "days" | "hours" } & Limits)
  | { readonly unit: "date" | "money" | "holds" };

/**
 * The conditions under which a bid holds, as brokers and carriers state them. Each has its own unit, so that none is written as free
 * text, where buyers disregard it; what costs money by itself is no condition but a charge line.
 */
export const CONDITIONS = {
  prepayment_percent: { unit: "percent", min: 1, max: 100 },
  payment_days_after_delivery: { unit: "days", min: 0, max: 180 },
  documents_days_before: { unit: "days", min: 0, max: 30 },
  free_loading_hours: { unit: "hours", min: 0, max: 72 },
  free_unloading_hours: { unit: "hours", min: 0, max: 72 },
  goods_ready_by: { unit: "date" },
  min_goods_value: { unit: "money" },
  insurance_by_buyer: { unit: "holds" },
  slot_by_buyer: { unit: "holds" },
  waiting_excluded_closures: { unit: "holds" },
  cargo_not_stackable_surcharge: { unit: "percent", min: 1, max: 100 },
  cancellation_hours_before: { unit: "hours", min: 1, max: 240 },
} as const satisfies Readonly<Record<string, Measure>>;

export type ConditionType = keyof typeof CONDITIONS;
export const CONDITION_TYPES = Object.keys(CONDITIONS) as [ConditionType, ...ConditionType[]];

/** As it travels and as it is kept. */
export type Condition = { readonly type: ConditionType; readonly value: number | string | WireMoney | true };

export const measureOf = (type: ConditionType): Measure => CONDITIONS[type];

/** The fields of what an offer says beside its price, and of its alternatives, whose charge lines stand among the others. */
export const COMMERCIAL_TERMS_FORM = [
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
export const isCommercialTermsName = (name: string): boolean =>
  COMMERCIAL_TERMS_FORM.some(
    (field) =>
      name === field.name ||
      name.startsWith(`${field.name}[`) ||
      ("currencyName" in field && name === field.currencyName),
  );

const LIST = "subcontractors";

/**
 * The form's values with a row for each country in which the bidder has to name who declares, its country and parts filled in: without its
 * name and registration number the bid is refused. A part that a row already names stays there.
 */
export function withDeclarantRows(values: FormValues, parts: readonly LocalPart[]): FormValues {
  const filled = filledRows(values, LIST);
  const named = filled.flatMap((row) => valuesOf(values, rowField(LIST, row, "parts")));
  const missing = parts.filter(({ code }) => !named.includes(code));
  const countries = [...new Set(missing.map(({ country }) => country))];
  const first = Math.max(-1, ...filled) + 1;
  const rows = countries.slice(0, Math.max(0, SUBCONTRACTORS_MAX - first)).map((country, place) => ({
    [rowField(LIST, first + place, "name")]: "",
    [rowField(LIST, first + place, "country")]: country,
    [rowField(LIST, first + place, "parts")]: missing.filter((one) => one.country === country).map(({ code }) => code),
  }));
  return Object.assign({}, values, ...rows);
}

/**
 * Whether a row of the form has to be whole: one in which something stands, and the first while somebody still has to be named. Any other
 * that is left empty is no row.
 */
export function isRowDue(values: FormValues, row: number, parts: readonly LocalPart[]): boolean {
  const typed = rowValues(values, LIST, row);
  const isFilled = Object.keys(typed).some((name) => valueOf(typed, name).trim() !== "");
  return isFilled || (row === 0 && parts.length > 0);
}
