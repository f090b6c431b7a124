import type { ChargeLine } from "../../services/charge";
import { assert } from "../../shared/assert";
import { instant } from "../../shared/instant";
import { money } from "../../shared/money";
import { isPercentBasis, type QuantityBasis } from "../../services/charge";
import { besidePriceOf } from "./beside/beside-price";
import type { BidContent, Offer } from "../bid";
import type { PricedLine } from "../price-charges";

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
  ...besidePriceOf(content),
  packageDiscounts: content.packageDiscounts,
  alternatives: content.alternatives?.map(({ lines, totalMinor: _, ...alternative }) => ({
    ...alternative,
    charges: lines.map((line) => chargeOf(line, content.currency)),
  })),
});
