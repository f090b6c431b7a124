import type { ChargeCode } from "../../services/charge";
import { filledRows, type FormField, rowField, withoutRow } from "../../services/form-field";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";
import { chargeRows, withChargeRows } from "./charge-rows";

/** What of a template does not fit a request, for its bidder to read: a day or time, a charge, a basis, or a term that is not known here. */
export type LeftOut =
  | { readonly kind: "day"; readonly name: string }
  | { readonly kind: "charge" | "exclusion"; readonly code: string }
  | { readonly kind: "basis"; readonly code: string; readonly basis: string }
  | { readonly kind: "term"; readonly name: string };

/** What the form of a request has. */
export type TemplateContext = {
  readonly codes: readonly ChargeCode[];
  readonly bases: readonly string[];
  readonly termsForm: readonly FormField[];
};

const DAY = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

const isDay = (values: FormValues, name: string): boolean => valuesOf(values, name).some((value) => DAY.test(value));

/** A condition goes as a whole: its kind without its day would say something else. */
function withoutDays(fields: FormValues): { fields: FormValues; leftOut: LeftOut[] } {
  const dated = filledRows(fields, "conditions").filter((row) => isDay(fields, rowField("conditions", row, "value")));
  const kept = dated.reduceRight<FormValues>((values, row) => withoutRow(values, "conditions", row), fields);
  const names = Object.keys(kept).filter((name) => isDay(kept, name));
  return {
    fields: Object.fromEntries(Object.entries(kept).filter(([name]) => !names.includes(name))),
    leftOut: [
      ...names.map((name) => ({ kind: "day" as const, name })),
      ...dated.map((row) => ({ kind: "day" as const, name: rowField("conditions", row, "value") })),
    ],
  };
}

function withoutForeignLines(fields: FormValues, { codes, bases }: TemplateContext) {
  const rows = chargeRows(fields);
  const isKnown = (code: string) => code === "" || codes.some((one) => one === code);
  const isPossible = (basis: string) => basis === "" || bases.includes(basis);
  const leftOut = rows.flatMap(({ code, basis }): LeftOut[] => {
    if (!isKnown(code)) return [{ kind: "charge", code }];
    return isPossible(basis) ? [] : [{ kind: "basis", code, basis }];
  });
  const kept = rows.filter(({ code, basis }) => isKnown(code) && isPossible(basis));
  const left = valuesOf(fields, "exclusions");
  const exclusions = left.filter(isKnown);
  return {
    fields: {
      ...withChargeRows(fields, kept),
      ...(left.length > 0 ? { exclusions } : {}),
    },
    leftOut: [
      ...leftOut,
      ...left.filter((code) => !isKnown(code)).map((code): LeftOut => ({ kind: "exclusion", code })),
    ],
  };
}

function withoutForeignTerms(fields: FormValues, { termsForm }: TemplateContext) {
  const known = new Set(
    termsForm.flatMap((field) => [field.name, ...(field.as === "money" ? [field.currencyName] : [])]),
  );
  const listOf = (name: string) => /^terms\.(\w+)/.exec(name)?.[1];
  const foreign = Object.keys(fields).filter((name) => {
    const term = listOf(name);
    return term !== undefined && !known.has(term) && valueOf(fields, name) !== "";
  });
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !foreign.includes(name))),
    leftOut: foreign.map((name): LeftOut => ({ kind: "term", name })),
  };
}

/**
 * The fields with which a bid on a request begins from a template, and what of it is left out: days and times, which were of another bid,
 * charges that the request's service has not, bases for which the request gives no quantity, and terms that its form has not.
 */
export function fitTemplate(fields: FormValues, context: TemplateContext): { fields: FormValues; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let fitted = fields;
  for (const step of [withoutDays, withoutForeignLines, withoutForeignTerms]) {
    const done = step(fitted, context);
    fitted = done.fields;
    leftOut.push(...done.leftOut);
  }
  const { zone: _, ...rest } = fitted;
  return { fields: rest, leftOut };
}
