import { accept, assert, checkAll, type Refusal, refusalsOf, refuse, type Result } from "../shared/result";
import type { BidContent, Offer } from "./bid";
import { isSameJson } from "../requests/canonical-json";
import { type Basis, CHARGE_LINES_MAX, isPercentBasis, type QuantityBasis } from "../services/charge";
import type { ChargeLine } from "../services/charge-schema";
import { instant } from "../shared/time";
import { isCurrency, money, parseAmount } from "../shared/money";
import { commercialTermsOf } from "./offer/commercial-terms";
import { appliedUnitPrice, type PricedLine } from "./price-charges";
import { z } from "zod";
import { namesPrice } from "./price-in-text";
import { contactFreeNote } from "../shared/contact-in-text";
import { PERCENT_PLACES, RATE_BPS_MAX, writeScaled } from "../shared/parse-scaled";
import { priceSchema, toWireMoney } from "../shared/wire-fields";
import { type FormTree, readRateBps } from "./offer/charge-lines-form";

/** How one offer of a bid is named where the bid alone is not enough: the bid's id for the main offer, `id.1` for its first alternative. */
export const choiceId = (bidId: string, alternative: number): string =>
  alternative === 0 ? bidId : `${bidId}.${alternative}`;

/** The counterpart of `choiceId`. */
export function choiceOf(id: string): { readonly bidId: string; readonly alternative: number } {
  const [bidId = "", place] = id.split(".");
  return { bidId, alternative: place === undefined ? 0 : Number(place) };
}

/** How many alternatives stand beside the main offer. */
export const alternativeCount = ({ alternatives }: Pick<BidContent, "alternatives">): number =>
  alternatives?.length ?? 0;

/**
 * The bid as if this alternative were all that it offers: its own lines, total, days and first day, with the validity, terms and
 * everything else of the bid. 0 is the main offer. Whether there is such an alternative, the caller has decided.
 */
export function contentOfAlternative(content: BidContent, alternative: number): BidContent {
  const { alternatives = [], ...main } = content;
  if (alternative === 0) return main;
  const chosen = alternatives[alternative - 1];
  assert(chosen, `the bid has its alternative ${alternative}`);
  const { lines, totalMinor, transitDays, startDate = null } = chosen;
  return { ...main, lines, totalMinor, transitDays, startDate };
}

const pricedPart = ({ lines, totalMinor, rates, alternatives = [] }: BidContent) => [
  lines,
  totalMinor,
  rates,
  alternatives,
];

/** Whether the same offer comes to the same for the amended request, line by line: then the version that stands is confirmed as it is. */
export const isPricedAlike = (one: BidContent, other: BidContent): boolean =>
  isSameJson(pricedPart(one), pricedPart(other));

/** Why the same offer comes to something else: the request's quantities changed, the exchange rates of the day differ, or both. */
export type RepriceCause = "quantities" | "rates" | "both";

const allLines = ({ lines, alternatives = [] }: BidContent) => [lines, ...alternatives.map((one) => one.lines)].flat();

const ratesIn = ({ rates }: BidContent) => rates.map(({ base, quote, rate }) => `${base}${quote}${rate}`).sort();

/** Why the offer that stands comes to what it is priced at now. An amount that a percentage is of counts as a quantity. */
export function repriceCause(standing: BidContent, now: BidContent): RepriceCause {
  const quantities = (content: BidContent) => allLines(content).map(({ quantityMilli }) => quantityMilli);
  if (isSameJson(ratesIn(standing), ratesIn(now))) return "quantities";
  return isSameJson(quantities(standing), quantities(now)) ? "rates" : "both";
}

/**
 * A bid as it stands in a comparison: amounts, days and structured terms, and of an alternative what it is called. What a bidder wrote in its own words is read with the bid
 * itself and never beside others, so that no condition of a price can hide there, in old bids neither.
 */
export const withoutFreeText = (content: BidContent): BidContent => ({
  ...content,
  remarks: "",
  quoteNumber: "",
  lines: content.lines.map((line) => ({ ...line, note: "" })),
  ...(content.alternatives
    ? {
        alternatives: content.alternatives.map((one) => ({
          ...one,
          note: "",
          lines: one.lines.map((line) => ({ ...line, note: "" })),
        })),
      }
    : {}),
  ...(content.relatedParty ? { relatedParty: { ...content.relatedParty, words: "" } } : {}),
});

function chargeOf(line: PricedLine, currency: Offer["currency"]): ChargeLine {
  const common = {
    code: line.code,
    ...(line.isPassThrough ? { isPassThrough: true } : {}),
    ...(line.note === "" ? {} : { note: line.note }),
  };
  if (isPercentBasis(line.basis)) {
    assert(line.rateBps !== null, "a percentage line has its rate");
    const least = line.minimumMinor;
    const minimum = least === undefined ? {} : { minimum: money(BigInt(least), currency) };
    return { ...common, basis: line.basis, rateBps: line.rateBps, ...minimum };
  }
  assert(line.unitPriceMinor !== null, "a line by quantity has its unit price");
  const tiers = line.tiers?.map(({ from, unitPriceMinor }) => ({
    from,
    unitPrice: money(BigInt(unitPriceMinor), currency),
  }));
  return {
    ...common,
    basis: line.basis as QuantityBasis,
    unitPrice: money(BigInt(line.unitPriceMinor), currency),
    ...(tiers ? { tiers } : {}),
  };
}

/** What the provider had written, read back from what was kept: unit prices and rates are kept as typed, line by line. */
export const offerOf = (content: BidContent): Offer => ({
  currency: content.currency,
  charges: content.lines.map((line) => chargeOf(line, content.currency)),
  transitDays: content.transitDays,
  startDate: content.startDate ?? null,
  validUntil: instant(content.validUntil),
  exclusions: content.exclusions,
  terms: content.terms,
  remarks: content.remarks,
  quoteNumber: content.quoteNumber ?? "",
  gateAnswers: content.gateAnswers ?? [],
  ...commercialTermsOf(content),
  packageDiscounts: content.packageDiscounts,
  alternatives: content.alternatives?.map(({ lines, totalMinor: _, ...alternative }) => ({
    ...alternative,
    charges: lines.map((line) => chargeOf(line, content.currency)),
  })),
});

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

type Read = { readonly input: Record<string, unknown>; readonly problem: string | null; readonly maximum?: number };

function readLine(typed: string, basis: string, currency: string): Read {
  if (typed === "") return { input: {}, problem: "required" };
  if (isPercentBasis(basis as Basis)) {
    const rateBps = readRateBps(typed);
    if (rateBps === null) return { input: {}, problem: "percent_malformed" };
    if (rateBps > RATE_BPS_MAX)
      return { input: {}, problem: "too_large", maximum: Number(writeScaled(RATE_BPS_MAX, PERCENT_PLACES)) };
    return { input: { rateBps }, problem: null };
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
    const { input, problem, ...limit } = readLine(text(price), text(basis), text(sent.currency));
    const at = { path: ["charges", line, "price"], input: undefined, ...limit };
    if (problem) issues.push({ code: "custom", message: problem, ...at });
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
