import { z } from "zod";
import type { BidContent, Offer } from "./bid";
import { offerOf } from "./bid-content";
import { type PricedLine, appliedUnitPrice } from "./price-charges";
import { namesPrice } from "./price-in-text";
import { contactFreeNote } from "../shared/contact-in-text";
import { type Basis, CHARGE_LINES_MAX, type ChargeLine, isPercentBasis } from "../services/charge";
import { RATE_BPS_MAX } from "../shared/parse-scaled";
import { priceSchema, toWireMoney } from "../shared/money-schema";
import { type Refusal, type Result, accept, checkAll, refusalsOf, refuse } from "../shared/result";
import { type FormTree, readRateBps } from "./offer/charge-lines-form";
import { isCurrency } from "../shared/money";
import { parseAmount } from "../shared/parse-amount";

export const COUNTER_NOTE_MAX = 500;
const DAYS_MAX = 365;

const days = z.int().min(0).max(DAYS_MAX);

const lineChangeSchema = z.strictObject({
  line: z
    .int()
    .min(0)
    .max(CHARGE_LINES_MAX - 1)
    .meta({ description: "Which line of the bid, from 0" }),
  unitPrice: priceSchema.optional(),
  rateBps: z.int().min(0).max(RATE_BPS_MAX).optional(),
});

/** What an offer across the table changes of the one before it. Lines are neither added nor taken away: who wants another scope asks anew. */
export const counterTermsSchema = z.strictObject({
  charges: z
    .array(lineChangeSchema)
    .max(CHARGE_LINES_MAX)
    .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, "named_twice")
    .default([]),
  transitDays: z
    .strictObject({ min: days, max: days })
    .refine(({ min, max }) => min <= max, { message: "days_run_backwards", path: ["max"] })
    .optional(),
  // Prices stand in lines, where they are summed and binding; contacts are exchanged with the award.
  note: contactFreeNote(COUNTER_NOTE_MAX)
    .refine((text) => !namesPrice(text), "price_in_remarks")
    .default(""),
});
export type CounterTerms = z.output<typeof counterTermsSchema>;

export type CounterTermsRefusal = Refusal<
  "line_unknown" | "line_priced_otherwise" | "currency_mixed" | "changes_nothing"
>;

/**
 * What is negotiated of a bid: its offer at the request's own quantities. A price by quantity stands as the one that applies, since a new
 * price beside others that still applied would change nothing.
 */
export function offerAtTable(content: BidContent): Offer {
  const lines = content.lines.map(({ tiers: _, ...line }, at) => ({
    ...line,
    unitPriceMinor: appliedUnitPrice(content.lines[at] as PricedLine),
  }));
  return offerOf({ ...content, lines });
}

type LineChange = CounterTerms["charges"][number];

function changedLine(
  { charges, currency }: Offer,
  { change, field }: { readonly change: LineChange; readonly field: string },
): Result<{ readonly line: number; readonly charge: ChargeLine }, CounterTermsRefusal> {
  const { line, unitPrice, rateBps } = change;
  const charge = charges[line];
  if (!charge) return refuse("line_unknown", { field, line: line + 1 });
  const isOfUnit = "unitPrice" in charge;
  if (isOfUnit ? rateBps !== undefined || unitPrice === undefined : unitPrice !== undefined || rateBps === undefined)
    return refuse("line_priced_otherwise", { field, line: line + 1 });
  if (unitPrice && unitPrice.currency !== currency) return refuse("currency_mixed", { field, code: charge.code });
  return accept({ line, charge: { ...charge, ...(unitPrice ? { unitPrice } : { rateBps }) } as ChargeLine });
}

/**
 * What is refused of the lines of an offer across the table of which not all can be read: those that can are held to the offer before it, each at
 * its place.
 */
export function refusedLines(offer: Offer, charges: unknown): readonly Refusal[] {
  const lines = Array.isArray(charges) ? charges : [];
  return lines.flatMap((line: unknown, at) => {
    const change = lineChangeSchema.safeParse(line);
    return change.success ? refusalsOf(changedLine(offer, { change: change.data, field: `charges[${at}]` })) : [];
  });
}

const isSameLine = (a: ChargeLine | undefined, b: ChargeLine): boolean =>
  a !== undefined && "unitPrice" in a && "unitPrice" in b
    ? a.unitPrice.minor === b.unitPrice.minor
    : a !== undefined && "rateBps" in a && "rateBps" in b && a.rateBps === b.rateBps;

/**
 * The offer with its changes, all else as it stood. Refuses each line that is not there, a unit price for a percentage and the other way
 * round, another currency, and `changes_nothing` where price and days stay as they are.
 */
export function withCounterTerms(offer: Offer, terms: CounterTerms): Result<Offer, CounterTermsRefusal> {
  const charges = [...offer.charges];
  const changes = terms.charges.map((change, at) => changedLine(offer, { change, field: `charges[${at}]` }));
  const all = checkAll(changes);
  if (!all.ok) return all;
  for (const changed of changes) if (changed.ok) charges[changed.value.line] = changed.value.charge;
  const transitDays = terms.transitDays ?? offer.transitDays;
  const isSame =
    charges.every((charge, at) => isSameLine(offer.charges[at], charge)) &&
    transitDays.min === offer.transitDays.min &&
    transitDays.max === offer.transitDays.max;
  return isSame ? refuse("changes_nothing") : accept({ ...offer, charges, transitDays });
}

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const tree = (value: unknown): FormTree =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as FormTree) : {};

const wholeOf = (typed: string): unknown =>
  /^\d{1,9}$/.test(typed) ? Number(typed) : typed === "" ? undefined : typed;

type Read = { readonly input: Record<string, unknown>; readonly problem: string | null };

function readLine(typed: string, basis: string, currency: string): Read {
  if (typed === "") return { input: {}, problem: "required" };
  if (isPercentBasis(basis as Basis)) {
    const rateBps = readRateBps(typed);
    return rateBps === null ? { input: {}, problem: "percent_malformed" } : { input: { rateBps }, problem: null };
  }
  if (!isCurrency(currency)) return { input: {}, problem: "unknown_choice" };
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { unitPrice: toWireMoney(amount.value) }, problem: null }
    : { input: {}, problem: amount.refusal.code };
}

/** Reads the form of an offer across the table: a price a line as people write it in the bid's currency, days, words. */
export function readCounterForm(sent: FormTree): {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
} {
  const issues: z.core.$ZodIssue[] = [];
  const charges: Record<string, unknown>[] = [];
  for (const [line, each] of (Array.isArray(sent.charges) ? sent.charges : []).entries()) {
    const { price, basis } = tree(each);
    const { input, problem } = readLine(text(price), text(basis), text(sent.currency));
    if (problem) issues.push({ code: "custom", path: ["charges", line, "price"], message: problem, input: undefined });
    charges.push({ line, ...input });
  }
  const days = tree(sent.transitDays);
  return {
    input: {
      charges,
      transitDays: { min: wholeOf(text(days.min)), max: wholeOf(text(days.max)) },
      note: text(sent.note),
    },
    issues,
  };
}
