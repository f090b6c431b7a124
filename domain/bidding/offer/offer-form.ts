import { GATES_MAX } from "../../requests/request-choices";
import type { z } from "zod";
import { flattenFields } from "../../deals/posting/draft-fields";
import { fieldAt, filledRows, inUnitOfField, limitsAsTyped } from "../../services/form-field";
import { PERCENT_PLACES } from "../../shared/parse-scaled";
import { readForm } from "../../services/read-form";
import { hoursForDays, kindOf } from "../../services/registry";
import { isService } from "../../shared/vocabulary";
import type { FormValues } from "../../shared/form-state";
import { toIso } from "../../shared/time";
import { parseWallClock } from "../../shared/zones";
import { COMMERCIAL_TERMS_FORM } from "./commercial-terms-fields";
import { readCommercialTermsForm } from "./commercial-terms-form";
import { COMMERCIAL_TERMS_NAMES } from "./commercial-terms";
import { type FormTree, readLine, text } from "./charge-lines-form";
import { ALTERNATIVES_MAX } from "../bid-form-limits";

/** A line of the form in which something was typed: its place there, and the alternative that it is of as the form counts them; 0 is the main offer. */
type WrittenLine = { readonly place: number; readonly line: FormTree; readonly alternative: number };

const PARTS = ["price", "minimum", "note", "tiers"];

const treeOf = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};

/** A line without a price is no line: suggested ones that are not offered need not be taken away by hand. */
const isEmpty = (line: FormTree): boolean => PARTS.every((part) => text(line[part]) === "");

const alternativeOf = (line: FormTree): number => {
  const typed = text(line.alternative);
  return /^\d$/.test(typed) && Number(typed) <= ALTERNATIVES_MAX ? Number(typed) : 0;
};

/** The lines of all offers in the order of the form. */
const writtenLines = (charges: unknown): WrittenLine[] =>
  (Array.isArray(charges) ? charges : []).flatMap((each: unknown, place) => {
    const line = treeOf(each);
    return isEmpty(line) ? [] : [{ place, line, alternative: alternativeOf(line) }];
  });

export type OfferReading = {
  readonly input: Record<string, unknown>;
  /** What only the typed text can cause; paths are those of the form's fields. */
  readonly issues: readonly z.core.$ZodIssue[];
};

const tree = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string" && item !== "");

/** By the names that the fields have: `legs[0].place`. */
const fieldsIn = (value: unknown): FormValues => flattenFields(tree(value));

const wholeOf = (typed: string): unknown =>
  typed === "" ? undefined : /^\d{1,9}$/.test(typed) ? Number(typed) : typed;

const issue = (path: PropertyKey[], message: string): z.core.$ZodIssue => ({
  code: "custom",
  path,
  message,
  input: undefined,
});

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
    issues: issues.map((each) => ({ ...inUnitOfField(fields, each), path: ["terms", reading.fieldOf(each.path)] })),
  };
}

const HOURS_PER_DAY = 24;

/** The days of an offer: those that the hours of its terms come to where these count in place of days, else those typed. */
function readDays(sent: FormTree, terms: Record<string, unknown>) {
  const service = text(sent.service);
  const hours = isService(service) ? hoursForDays(service, terms) : null;
  const days = hours === null ? null : Math.ceil(hours / HOURS_PER_DAY);
  return <Typed>(typed: Typed) => (days === null ? typed : { min: days, max: days });
}

/** The lines of every offer, by the alternative as the form counts them; 0 is the main offer. */
function readCharges(sent: FormTree, currency: string) {
  const charges = new Map<number, Record<string, unknown>[]>();
  const issues: z.core.$ZodIssue[] = [];
  for (const { place, line, alternative } of writtenLines(sent.charges)) {
    const { input, problems } = readLine(line, currency);
    issues.push(...problems.map(({ part, code }) => issue(["charges", place, part], code)));
    charges.set(alternative, [...(charges.get(alternative) ?? []), input]);
  }
  if (!charges.has(0)) issues.push(issue(["charges", 0, "price"], "no_line_priced"));
  return { charges, issues };
}

/** What is said beside the price, and the alternatives with the lines that name them. */
function readCommercialTerms(
  sent: FormTree,
  charges: ReadonlyMap<number, unknown[]>,
  of: { currency: string; zone: string },
) {
  const values = fieldsIn(sent);
  const { input, issues, fieldOf } = readCommercialTermsForm(values, of);
  const rows = filledRows(values, "alternatives");
  const alternatives = (input.alternatives as Record<string, unknown>[]).map(
    (one, place): Record<string, unknown> => ({
      ...one,
      charges: charges.get((rows[place] ?? -1) + 1) ?? [],
    }),
  );
  const bare = rows.filter((row) => !charges.has(row + 1));
  const lost = writtenLines(sent.charges).filter((one) => one.alternative > 0 && !rows.includes(one.alternative - 1));
  return {
    input: { ...input, alternatives },
    issues: [
      ...issues.map((each) => ({ ...each, path: [fieldOf(each.path)] })),
      ...bare.map((row) => issue([`alternatives[${row}].title`], "alternative_without_lines")),
      ...lost.map(({ place }) => issue(["charges", place, "alternative"], "alternative_unknown")),
    ],
  };
}

/**
 * Reads the bid form: amounts as people write them in the bid's currency, percentages, a clock time in the zone that the form names,
 * and the terms by the service's table of fields and its schema. Hours that count in place of days say the days as well. The offer's schema
 * judges the rest.
 */
export function readOfferForm(sent: FormTree): OfferReading {
  const currency = text(sent.currency);
  const zone = text(sent.zone);
  const { charges, issues } = readCharges(sent, currency);
  const transit = tree(sent.transitDays);
  const [typedStart, typedUntil] = [text(sent.startDate), text(sent.validUntil)];
  const until = parseWallClock(typedUntil, zone);
  const terms = readTerms(sent, zone);
  const beside = readCommercialTerms(sent, charges, { currency, zone });
  const daysOr = readDays(sent, terms.input);
  return {
    input: {
      currency,
      charges: charges.get(0) ?? [],
      // One number is both ends.
      transitDays: daysOr({ min: wholeOf(text(transit.min)), max: wholeOf(text(transit.max) || text(transit.min)) }),
      startDate: typedStart === "" ? null : typedStart,
      validUntil: until === null ? (typedUntil === "" ? undefined : typedUntil) : toIso(until),
      exclusions: texts(sent.exclusions),
      terms: terms.input,
      remarks: text(sent.remarks),
      quoteNumber: text(sent.quoteNumber),
      gateAnswers: answeredGates(sent),
      ...beside.input,
      alternatives: beside.input.alternatives.map((one) => ({ ...one, transitDays: daysOr(one.transitDays) })),
    },
    issues: [...issues, ...terms.issues, ...beside.issues],
  };
}

/** The gates that were answered, by their places on the form. */
const answeredGates = (sent: FormTree): { gate: number; answer: string }[] =>
  (Array.isArray(sent.gates) ? sent.gates : []).slice(0, GATES_MAX).flatMap((row: unknown, gate) => {
    const answer = text(tree(row).answer);
    return answer === "" ? [] : [{ gate, answer }];
  });

/** The form's field for a line of one offer: unit price and rate are typed into one field, and empty lines are no lines. */
function lineField(path: readonly PropertyKey[], sent: FormTree, alternative: number): PropertyKey[] {
  const [position, member] = path;
  if (typeof position !== "number") return ["charges", 0, "price"];
  const written = writtenLines(sent.charges).filter((one) => one.alternative === alternative);
  const shown = written[position]?.place ?? position;
  if (member === undefined || member === "unitPrice" || member === "rateBps") return ["charges", shown, "price"];
  return ["charges", shown, member];
}

const COMMERCIAL_TERMS_ROOTS: ReadonlySet<PropertyKey> = new Set([
  ...COMMERCIAL_TERMS_NAMES,
  "alternatives",
  "packageDiscounts",
]);

/** The form's field for a path of the wire form. */
export function fieldPathOf(path: readonly PropertyKey[], sent: FormTree): PropertyKey[] {
  const [root = "", position, member, ...rest] = path;
  if (root === "terms" && isService(text(sent.service))) {
    const { termsForm } = kindOf(text(sent.service) as Parameters<typeof kindOf>[0]);
    const name = fieldAt(termsForm, path.slice(1), fieldsIn(sent.terms));
    return name === "" ? [] : ["terms", name];
  }
  if (root === "gateAnswers") {
    const answered = typeof position === "number" ? answeredGates(sent)[position] : undefined;
    return ["gates", answered?.gate ?? 0, "answer"];
  }
  if (root === "charges") return lineField(path.slice(1), sent, 0);
  if (!COMMERCIAL_TERMS_ROOTS.has(root)) return [...path];
  const values = fieldsIn(sent);
  if (root === "alternatives" && member === "charges" && rest.length > 0)
    return lineField(rest, sent, (filledRows(values, "alternatives")[Number(position)] ?? 0) + 1);
  return [fieldAt(COMMERCIAL_TERMS_FORM, path, values)];
}

/** An issue of the offer's schema at the form's field, with its limits as they are typed there. */
export function issueInForm(issue: z.core.$ZodIssue, sent: FormTree): z.core.$ZodIssue {
  const path = fieldPathOf(issue.path, sent);
  const isRate = issue.path.at(-1) === "rateBps";
  const typed = isRate ? limitsAsTyped(issue, PERCENT_PLACES) : inUnitOfField(COMMERCIAL_TERMS_FORM, issue);
  return { ...typed, path };
}
