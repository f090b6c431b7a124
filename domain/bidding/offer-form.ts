import type { z } from "zod";
import { flattenFields } from "../deals/posting/flatten-fields";
import { GATES_MAX } from "../requests/terms";
import { PERCENT_BASES, type PercentBasis } from "../services/charge";
import { fieldAt } from "../services/form/field";
import { readForm } from "../services/form/read-form";
import { kindOf } from "../services/registry";
import { isService } from "../services/service";
import type { FormValues } from "../shared/form-state";
import { toIso } from "../shared/instant";
import { parseWallClock } from "../shared/local-date";
import { isCurrency } from "../shared/money";
import { toWireMoney } from "../shared/money-schema";
import { parseAmount } from "../shared/parse-amount";
import { PERCENT_PLACES, parseScaled, writeScaled } from "../services/form/parse-scaled";

/** A form's names with their dots and brackets already turned into a tree; every leaf is text as it was typed. */
export type FormTree = Readonly<Record<string, unknown>>;

export type OfferReading = {
  readonly input: Record<string, unknown>;
  /** What only the typed text can cause; paths are those of the form's fields. */
  readonly issues: readonly z.core.$ZodIssue[];
};

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const tree = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string" && item !== "");

/** By the names that the fields have: `legs[0].place`. */
const fieldsIn = (value: unknown): FormValues => flattenFields(tree(value));

const wholeOf = (typed: string): unknown =>
  typed === "" ? undefined : /^\d{1,9}$/.test(typed) ? Number(typed) : typed;

/** Percent as typed (`0.35`, `0,35`) in hundredths; basis points are typed as such. Null when it is neither, or finer. */
export const readRateBps = (typed: string, basis: PercentBasis): number | null =>
  parseScaled(typed, basis === "bps_of_amount" ? 0 : PERCENT_PLACES);

/** A percentage's minimum in the bid's currency; what is typed beside a unit price says so, since it would not be counted. */
function readMinimum(typed: string, basis: string, currency: string): Line {
  if (typed === "") return { input: {}, problem: null };
  if (!isBasisOfPercent(basis)) return { input: {}, problem: "minimum_without_percent" };
  if (!isCurrency(currency)) return { input: {}, problem: null };
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { minimum: toWireMoney(amount.value) }, problem: null }
    : { input: {}, problem: amount.refusal.code };
}

type Line = { readonly input: Record<string, unknown>; readonly problem: string | null };

const isBasisOfPercent = (basis: string): basis is PercentBasis => (PERCENT_BASES as readonly string[]).includes(basis);

function readLine(line: FormTree, currency: string): Line {
  const basis = text(line.basis);
  const typed = text(line.price);
  const note = text(line.note);
  const common = {
    code: text(line.code),
    basis,
    ...(note === "" ? {} : { note }),
    ...(text(line.isPassThrough) === "" ? {} : { isPassThrough: true }),
  };
  if (typed === "") return { input: common, problem: "required" };
  if (isBasisOfPercent(basis)) {
    const rateBps = readRateBps(typed, basis);
    return rateBps === null
      ? { input: common, problem: "percent_malformed" }
      : { input: { ...common, rateBps }, problem: null };
  }
  if (!isCurrency(currency)) return { input: common, problem: null };
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { ...common, unitPrice: toWireMoney(amount.value) }, problem: null }
    : { input: common, problem: amount.refusal.code };
}

const issue = (path: PropertyKey[], message: string): z.core.$ZodIssue => ({
  code: "custom",
  path,
  message,
  input: undefined,
});

/** A line without a price is no line: suggested ones that are not offered need not be taken away by hand. */
const isEmpty = (line: FormTree): boolean => ["price", "minimum", "note"].every((part) => text(line[part]) === "");

function readTerms(sent: FormTree, zone: string): OfferReading {
  const service = text(sent.service);
  if (!isService(service)) return { input: {}, issues: [] };
  const { termsForm: fields, termsSchema } = kindOf(service);
  const reading = readForm(fields, fieldsIn(sent.terms), zone);
  const unread = new Set(reading.issues.map((each) => reading.fieldOf(each.path)));
  const judged = termsSchema.safeParse(reading.input).error?.issues ?? [];
  const issues = [...reading.issues, ...judged.filter((each) => !unread.has(reading.fieldOf(each.path)))];
  return {
    input: reading.input,
    issues: issues.map((each) => ({ ...each, path: ["terms", reading.fieldOf(each.path)] })),
  };
}

/** The gates that were answered, by their places on the form. */
const answeredGates = (sent: FormTree): { gate: number; answer: string }[] =>
  list(sent.gates)
    .slice(0, GATES_MAX)
    .flatMap((row, gate) => {
      const answer = text(tree(row).answer);
      return answer === "" ? [] : [{ gate, answer }];
    });

/**
 * Reads the bid form: amounts as people write them in the bid's currency, percentages, a clock time in the zone that the form names,
 * and the terms by the service's table of fields and its schema. The offer's schema judges the rest.
 */
export function readOfferForm(sent: FormTree): OfferReading {
  const currency = text(sent.currency);
  const zone = text(sent.zone);
  const issues: z.core.$ZodIssue[] = [];
  const charges: Record<string, unknown>[] = [];
  for (const [position, each] of list(sent.charges).entries()) {
    const line = tree(each);
    if (isEmpty(line)) continue;
    const { input, problem } = readLine(line, currency);
    const minimum = readMinimum(text(line.minimum), text(line.basis), currency);
    if (problem) issues.push(issue(["charges", position, "price"], problem));
    if (minimum.problem) issues.push(issue(["charges", position, "minimum"], minimum.problem));
    charges.push({ ...input, ...minimum.input });
  }
  if (charges.length === 0) issues.push(issue(["charges", 0, "price"], "no_line_priced"));
  const transit = tree(sent.transitDays);
  const [typedStart, typedUntil] = [text(sent.startDate), text(sent.validUntil)];
  const until = parseWallClock(typedUntil, zone);
  const terms = readTerms(sent, zone);
  return {
    input: {
      currency,
      charges,
      transitDays: { min: wholeOf(text(transit.min)), max: wholeOf(text(transit.max)) },
      startDate: typedStart === "" ? null : typedStart,
      validUntil: until === null ? (typedUntil === "" ? undefined : typedUntil) : toIso(until),
      exclusions: texts(sent.exclusions),
      terms: terms.input,
      remarks: text(sent.remarks),
      quoteNumber: text(sent.quoteNumber),
      gateAnswers: answeredGates(sent),
    },
    issues: [...issues, ...terms.issues],
  };
}

/** The form's field for a path of the wire form: unit price and rate are typed into one field, and empty lines are no lines. */
export function fieldPathOf(path: readonly PropertyKey[], sent: FormTree): PropertyKey[] {
  const [root, position, member, ...rest] = path;
  if (root === "terms" && isService(text(sent.service))) {
    const { termsForm } = kindOf(text(sent.service) as Parameters<typeof kindOf>[0]);
    const name = fieldAt(termsForm, path.slice(1), fieldsIn(sent.terms));
    return name === "" ? [] : ["terms", name];
  }
  if (root === "gateAnswers") {
    const answered = typeof position === "number" ? answeredGates(sent)[position] : undefined;
    return ["gates", answered?.gate ?? 0, "answer"];
  }
  if (root !== "charges") return [...path];
  if (typeof position !== "number") return ["charges", 0, "price"];
  const written = list(sent.charges).flatMap((line, index) => (isEmpty(tree(line)) ? [] : [index]));
  const shown = written[position] ?? position;
  if (member === undefined || member === "unitPrice" || member === "rateBps") return ["charges", shown, "price"];
  return ["charges", shown, member, ...rest];
}

/** How a rate is typed: percent with two places, or whole basis points. */
export const writeRateBps = (rateBps: number, basis: PercentBasis): string =>
  writeScaled(rateBps, basis === "bps_of_amount" ? 0 : PERCENT_PLACES);
