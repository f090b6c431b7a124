import type { BidContent } from "../bid";

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
