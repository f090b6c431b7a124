import type { ExchangeRate } from "../../shared/exchange-rate";
import { dayOf, type Instant } from "../../shared/time";
import { accept, assert, checkAll, everyRefusal, type Refusal, refuse, type Result } from "../../shared/result";
import { CHARGE_LINES_MAX, type ChargeCode, type PercentBasis } from "../../services/charge";
import type { ChargeLine } from "../../services/charge-schema";
import type { DaysRefusal, LocalPart, Quantities, ServiceKind, Shipment, TermsRefusal } from "../../services/kind";
import type { Service } from "../../shared/vocabulary";
import type { Money } from "../../shared/money";
import type { PricedAlternative } from "./offer-schema";
import { commercialTermsOf, withoutCommercialTerms } from "./commercial-terms";
import type { BidContent, Offer } from "../bid";
import { type Priced, type PriceRefusal, priceCharges } from "../price-charges";

/** What of a request prices its bids; it changes only when the request does. */
export type PriceBasis = {
  readonly kind: ServiceKind;
  /** As the kind's schema reads it. */
  readonly spec: unknown;
  readonly shipment: Shipment;
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly basisAmounts: Partial<Record<PercentBasis, Money>>;
  /** The parts of the work that are bound to a country. */
  readonly localParts: readonly LocalPart[];
};

/** Reads the request's own spec; a stored spec that its schema no longer reads is our fault and throws. */
export function priceBasisOf(kind: ServiceKind, wireSpec: unknown, shipment: Shipment): PriceBasis {
  const spec = kind.specSchema.parse(wireSpec);
  return {
    kind,
    ...{ spec, shipment },
    codes: kind.chargeCodes,
    quantities: kind.quantities(spec, shipment),
    basisAmounts: kind.basisAmounts(spec, shipment),
    localParts: kind.localParts?.(spec, shipment) ?? [],
  };
}

export type OfferRefusal =
  | PriceRefusal
  | TermsRefusal
  | Refusal<"terms_invalid" | "starts_in_past" | "too_many_lines" | "package_of_own_service">;

type TermsBasis = Pick<PriceBasis, "kind" | "spec" | "shipment">;

/**
 * Whether the terms are what this kind of service knows and what this request allows. Refuses `terms_invalid` for each member that is not,
 * and what the kind's own `checkTerms` refuses.
 */
export function checkTerms(
  { kind, spec, shipment }: TermsBasis,
  terms: unknown,
  now: Instant,
): Result<void, TermsRefusal | Refusal<"terms_invalid">> {
  const read = kind.termsSchema.safeParse(terms);
  if (read.success) return kind.checkTerms?.(read.data, { spec, shipment, now }) ?? accept(undefined);
  return checkAll(
    read.error.issues.map((issue) => {
      const path = issue.path.map(String);
      const member = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : path.join(".");
      return refuse("terms_invalid", { field: ["terms", ...path].join("."), member });
    }),
  );
}

/** Whether the days of an offer hold by its own terms; of terms that cannot be read `checkTerms` says so. */
export function checkDays(
  kind: Pick<ServiceKind, "termsSchema" | "checkDays">,
  { terms, transitDays }: Pick<Offer, "terms" | "transitDays">,
): Result<void, DaysRefusal> {
  const read = kind.termsSchema.safeParse(terms);
  return (read.success && kind.checkDays?.(read.data, transitDays)) || accept(undefined);
}

/** A member of the main offer, which is 0, or of an alternative. */
const memberOf = (alternative: number, member: string): string =>
  alternative === 0 ? member : `alternatives[${alternative - 1}].${member}`;

/** Whether the first day of the work is still to come: `starts_in_past` where it is before today in the market's zone; 0 is the main offer. */
function checkStart({ startDate, alternatives = [] }: Offer, now: Instant): Result<void, Refusal<"starts_in_past">> {
  const days = [startDate, ...alternatives.map((one) => one.startDate)];
  return checkAll(
    days.map((day, alternative) =>
      day && day < dayOf(now)
        ? refuse("starts_in_past", { field: memberOf(alternative, "startDate"), day: String(day), alternative })
        : accept(undefined),
    ),
  );
}

/** With a bid padded to one size, all offers of it share the lines that one may have. */
function checkLines({ charges, alternatives = [] }: Offer): Result<void, Refusal<"too_many_lines">> {
  const count = alternatives.reduce((all, one) => all + one.charges.length, charges.length);
  return count <= CHARGE_LINES_MAX
    ? accept(undefined)
    : refuse("too_many_lines", { field: "charges", max: CHARGE_LINES_MAX });
}

/** A package is of other services beside this one: winning the request itself is no condition. */
const checkPackages = (
  { packageDiscounts = [] }: Offer,
  service: Service,
): Result<void, Refusal<"package_of_own_service">> =>
  packageDiscounts.some(({ services }) => services.includes(service))
    ? refuse("package_of_own_service", { field: "packageDiscounts", service })
    : accept(undefined);

type Rates = { readonly rates: readonly ExchangeRate[]; readonly now: Instant };

type PricedOffers = {
  readonly main: Priced;
  readonly alternatives: readonly PricedAlternative[];
  readonly rates: readonly ExchangeRate[];
};

const ofAlternative = (refusal: PriceRefusal, alternative: number): Result<never, PriceRefusal> =>
  checkAll(
    everyRefusal(refusal).map(({ code, details }) =>
      refuse(code as PriceRefusal["code"], {
        ...details,
        field: memberOf(alternative, String(details?.field)),
        alternative,
      }),
    ),
  ) as Result<never, PriceRefusal>;

/** The main offer and its alternatives, each by the same rules; a refusal names which one it is of, where it is an alternative. */
function priceAll(offer: Offer, basis: PriceBasis, { rates, now }: Rates): Result<PricedOffers, PriceRefusal> {
  const price = (charges: readonly ChargeLine[]) =>
    priceCharges(charges, offer.currency, { ...basis, rates, day: dayOf(now) });
  const main = price(offer.charges);
  const others = (offer.alternatives ?? []).map(({ charges, ...alternative }, place) => {
    const priced = price(charges);
    return priced.ok ? accept({ alternative, ...priced.value }) : ofAlternative(priced.refusal, place + 1);
  });
  const all = checkAll([main, ...others]);
  if (!all.ok) return all;
  assert(main.ok, "the main offer was priced");
  const used = [...main.value.rates];
  const alternatives: PricedAlternative[] = [];
  for (const other of others) {
    if (!other.ok) continue;
    const { alternative, lines, total, rates: ofOther } = other.value;
    alternatives.push({ ...alternative, lines, totalMinor: total.minor.toString() });
    used.push(...ofOther);
  }
  const each = new Map(used.map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate]));
  return accept({ main: main.value, alternatives, rates: [...each.values()] });
}

/**
 * Prices an offer by what its request asks for, at the rates of the day of `now` in the market's zone, and makes the content that is
 * kept: the terms stay as they travel, amounts are digits, and its alternatives are priced like itself. Refuses terms of another kind, a
 * first day that is past, more lines than one bid may have, a package of the request's own service, and what `priceCharges` refuses: all of
 * it at once, each with the member that it is of.
 */
export function priceOffer(
  offer: Offer,
  basis: PriceBasis,
  at: Rates,
): Result<{ content: BidContent; priced: Priced }, OfferRefusal> {
  const priced = priceAll(offer, basis, at);
  const all = checkAll<OfferRefusal>([
    checkTerms(basis, offer.terms, at.now),
    checkStart(offer, at.now),
    checkLines(offer),
    checkPackages(offer, basis.kind.service),
    priced,
  ]);
  if (!all.ok) return all;
  assert(priced.ok, "what is not refused is priced");
  const { main, alternatives, rates } = priced.value;
  const { charges: _, alternatives: __, packageDiscounts = [], ...rest } = offer;
  const content: BidContent = {
    ...withoutCommercialTerms(rest),
    ...commercialTermsOf(rest),
    ...(packageDiscounts.length > 0 ? { packageDiscounts } : {}),
    lines: main.lines,
    totalMinor: main.total.minor.toString(),
    rates,
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
  return accept({ content, priced: main });
}

/** Whether pricing these lines may need a rate: a percentage of an amount of the request. */
export const needsRates = ({ charges, alternatives = [] }: Pick<Offer, "charges" | "alternatives">): boolean =>
  [charges, ...alternatives.map((one) => one.charges)]
    .flat()
    .some((line) => "rateBps" in line && line.basis !== "percent_of_OFT");
