import type { BidContent } from "@/domain/bidding/bid";
import { type CommercialTerms, commercialTermsOf } from "@/domain/bidding/offer/commercial-terms";
import { type Currency, type Money, money } from "@/domain/shared/money";
import type { BidAlternative, Charge, SaidCommercialTerms } from "@/views/bids";

/** The lines of a bid as they are kept, with their amounts in its currency. */
export function chargesOf({ lines, currency }: Pick<BidContent, "lines" | "currency">): Charge[] {
  const amountOf = (minor: string | null): Money | null => (minor === null ? null : money(BigInt(minor), currency));
  return lines.map(({ unitPriceMinor, tiers = [], minimumMinor = null, amountMinor, ...line }) => ({
    ...line,
    unitPrice: amountOf(unitPriceMinor),
    tiers: tiers.map((tier) => ({ from: tier.from, unitPrice: money(BigInt(tier.unitPriceMinor), currency) })),
    minimum: amountOf(minimumMinor),
    amount: amountOf(amountMinor),
  }));
}

/** What a bid comes to in all, as it is kept. */
export const totalOf = ({ totalMinor, currency }: { readonly totalMinor: string; readonly currency: Currency }) =>
  money(BigInt(totalMinor), currency);

export const alternativesOf = ({ alternatives = [], currency }: BidContent): BidAlternative[] =>
  alternatives.map(({ lines, totalMinor, startDate = null, ...alternative }) => ({
    ...alternative,
    startDate,
    total: totalOf({ totalMinor, currency }),
    charges: chargesOf({ lines, currency }),
  }));

/** What is said beside a price; null where nothing is said of it, and all null where it may not be read. */
export function saidCommercialTerms(content: CommercialTerms | null): SaidCommercialTerms {
  const said = content ? commercialTermsOf(content) : {};
  return {
    conditions: said.conditions ?? null,
    subcontractors: said.subcontractors ?? null,
    lateDelivery: said.lateDelivery ?? null,
    liabilityCap: said.liabilityCap ?? null,
    insuranceCover: said.insuranceCover ?? null,
    closeOutDays: said.closeOutDays ?? null,
    relatedParty: said.relatedParty ?? null,
  };
}
