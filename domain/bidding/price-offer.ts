import type { ExchangeRate } from "../shared/exchange-rate";
import type { Instant } from "../shared/instant";
import { dayOf } from "../shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { ChargeCode, PercentBasis } from "../services/charge";
import type { Quantities, ServiceKind, TermsRefusal } from "../services/kind";
import type { Shipment } from "../services/shipment";
import type { Money } from "../shared/money";
import type { BidContent, Offer } from "./bid";
import { type Priced, type PriceRefusal, priceCharges } from "./price-charges";

/** What of a request prices its bids; it changes only when the request does. */
export type PriceBasis = {
  readonly kind: ServiceKind;
  /** As the kind's schema reads it. */
  readonly spec: unknown;
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly basisAmounts: Partial<Record<PercentBasis, Money>>;
};

/** Reads the request's own spec; a stored spec that its schema no longer reads is our fault and throws. */
export function priceBasisOf(kind: ServiceKind, wireSpec: unknown, shipment: Shipment): PriceBasis {
  const spec = kind.specSchema.parse(wireSpec);
  return {
    kind,
    spec,
    codes: kind.chargeCodes,
    quantities: kind.quantities(spec, shipment),
    basisAmounts: kind.basisAmounts(spec, shipment),
  };
}

export type OfferRefusal = PriceRefusal | TermsRefusal | Refusal<"terms_invalid" | "starts_in_past">;

type TermsBasis = Pick<PriceBasis, "kind" | "spec">;

/**
 * Whether the terms are what this kind of service knows and what this request allows. Refuses `terms_invalid` naming the
 * member, and what the kind's own `checkTerms` refuses.
 */
export function checkTerms(
  { kind, spec }: TermsBasis,
  terms: unknown,
  now: Instant,
): Result<void, TermsRefusal | Refusal<"terms_invalid">> {
  const read = kind.termsSchema.safeParse(terms);
  if (read.success) return kind.checkTerms?.(read.data, { spec, now }) ?? accept(undefined);
  const issue = read.error.issues[0];
  const member =
    issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : (issue?.path.map(String).join(".") ?? "");
  return refuse("terms_invalid", { member });
}

/** Whether the first day of the work is still to come: `starts_in_past` where it is before today in the market's zone. */
const checkStart = ({ startDate }: Offer, now: Instant): Result<void, Refusal<"starts_in_past">> =>
  startDate && startDate < dayOf(now) ? refuse("starts_in_past", { day: startDate }) : accept(undefined);

/**
 * Prices an offer by what its request asks for, at the rates of the day of `now` in the market's zone, and makes the content that is
 * kept: the terms stay as they travel, amounts are digits. Refuses terms of another kind, a first day that is past, and what
 * `priceCharges` refuses.
 */
export function priceOffer(
  offer: Offer,
  basis: PriceBasis,
  at: { readonly rates: readonly ExchangeRate[]; readonly now: Instant },
): Result<{ content: BidContent; priced: Priced }, OfferRefusal> {
  const terms = checkTerms(basis, offer.terms, at.now);
  if (!terms.ok) return terms;
  const start = checkStart(offer, at.now);
  if (!start.ok) return start;
  const priced = priceCharges(offer.charges, offer.currency, { ...basis, rates: at.rates, day: dayOf(at.now) });
  if (!priced.ok) return priced;
  const { charges: _, ...rest } = offer;
  const content: BidContent = {
    ...rest,
    lines: priced.value.lines,
    totalMinor: priced.value.total.minor.toString(),
    rates: priced.value.rates,
  };
  return accept({ content, priced: priced.value });
}

/** Whether pricing these lines may need a rate: a percentage of an amount of the request. */
export const needsRates = (offer: Pick<Offer, "charges">): boolean =>
  offer.charges.some((line) => "rateBps" in line && line.basis !== "percent_of_OFT");
