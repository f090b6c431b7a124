import { assert } from "../shared/assert";
import type { BidContent, Offer } from "./bid";
import { isSameJson } from "../requests/canonical-json";
import { type ChargeLine, type QuantityBasis, isPercentBasis } from "../services/charge";
import { instant } from "../shared/instant";
import { money } from "../shared/money";
import { commercialTermsOf } from "./offer/commercial-terms";
import type { PricedLine } from "./price-charges";

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
