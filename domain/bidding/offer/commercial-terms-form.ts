import type { z } from "zod";
import { readForm, writeForm } from "../../services/read-form";
import { readNumber } from "../../services/form-field";
import type { FormValues } from "../../shared/form-state";
import { isCurrency, parseAmount, toDecimal } from "../../shared/money";
import { moneySchema, toWireMoney } from "../../shared/wire-fields";
import type { BidContent } from "../bid";
import {
  COMMERCIAL_TERMS_FORM,
  CONDITION_TYPES,
  type Condition,
  type ConditionType,
  measureOf,
} from "./commercial-terms-fields";

/** What a form says in which nothing of it was filled in: that it says nothing, so that what an earlier version said goes. */
export const NOTHING_BESIDE = {
  alternatives: [],
  packageDiscounts: [],
  conditions: [],
  subcontractors: [],
  lateDelivery: null,
  liabilityCap: null,
  insuranceCover: null,
  closeOutDays: null,
  relatedParty: null,
} as const;

const isConditionType = (text: unknown): text is ConditionType => CONDITION_TYPES.some((type) => type === text);

/** The value of a condition as its unit has it typed; money is in the bid's currency. What cannot be read stays text, which its schema refuses. */
function readCondition({ type, value = "" }: { readonly type?: unknown; readonly value?: string }, currency: string) {
  if (!isConditionType(type)) return { type, value };
  const { unit } = measureOf(type);
  if (unit === "holds") return { type, value: true };
  if (unit === "date") return { type, value };
  if (unit !== "money") return { type, value: readNumber(value) };
  const amount = isCurrency(currency) ? parseAmount(value, currency) : null;
  return { type, value: amount?.ok ? toWireMoney(amount.value) : value };
}

type Reading = {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
  readonly fieldOf: (path: readonly PropertyKey[]) => string;
};

/** Reads them into members of the offer; every list is there, empty where nothing was typed, so that what was taken out of the form goes. */
export function readCommercialTermsForm(
  values: FormValues,
  of: { readonly currency: string; readonly zone: string },
): Reading {
  const { input, ...reading } = readForm(COMMERCIAL_TERMS_FORM, values, of.zone);
  const rows = (input.conditions ?? []) as { type?: unknown; value?: string }[];
  const related = input.relatedParty as { isRelated?: unknown } | undefined;
  return {
    ...reading,
    input: {
      ...NOTHING_BESIDE,
      ...input,
      // Words beside no answer are an answer: nobody explains what is not so.
      ...(related ? { relatedParty: { isRelated: true, ...related } } : {}),
      conditions: rows.map((row) => readCondition(row, of.currency)),
    },
  };
}

const conditionText = ({ value }: Condition): string => {
  if (value === true) return "";
  return typeof value === "object" ? toDecimal(moneySchema.parse(value)) : String(value);
};

/** The form's values for what a bid says beside its price; the counterpart of `readBesideForm`. */
export function commercialTermsValues(content: BidContent, zone: string): FormValues {
  const conditions = content.conditions?.map((one) => ({ type: one.type, value: conditionText(one) }));
  return writeForm(COMMERCIAL_TERMS_FORM, { ...content, conditions }, { zone });
}
