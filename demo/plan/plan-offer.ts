import { type Currency, minorDigits, type Money } from "../../domain/shared/money";
import { DAY_MS, dayOf, type Instant, instant, toIso } from "../../domain/shared/time";
import { isPortMode, type Mode } from "../../domain/hubs/place";
import { BASES, CHARGE_CODES, isPercentBasis } from "../../domain/services/charge";
import type { LocalPart, Quantities } from "../../domain/services/kind";
import { carriageTerms, customsTerms, namedDeclarants, paymentTerms, paysCustomsItself } from "./offer-terms";
import { type DutyQuantities, converted, distanceCharges, dutiesOn, estimatedOn, originPaperOf } from "./landed-cost";
import type { DemoCharge, DemoOrganisation, MarketData, DemoService } from "./market-data";
import type { PlannedRequest } from "./plan-deal";
import { anotherVisit, inspectionTerms, travelBand } from "./plan-inspection";
import type { Movement } from "./plan-movement";
import { between, type Random } from "./random";
import { transitCountryOf } from "./transits";

type Wire = Record<string, unknown>;

function bandsOf(market: MarketData, service: DemoService, movement: Movement, spec: Wire): readonly DemoCharge[] {
  const { prices } = market;
  if (service === "logistics") return movement.route?.chargeLines ?? distanceCharges(market, movement);
  if (service === "payment")
    return prices.payment.find((entry) => entry.corridor === movement.corridor)?.chargeLines ?? [];
  if (service === "inspection")
    return prices.inspection.find((entry) => entry.corridor === movement.corridor)?.chargeLines ?? [];
  const wanted = spec.side === "both" ? ["export", "import"] : [spec.side];
  return prices.customs
    .filter((entry) => entry.corridor === movement.corridor && wanted.includes(entry.side))
    .flatMap((entry) => entry.chargeLines);
}

type Parties = { readonly buyer: DemoOrganisation; readonly provider: DemoOrganisation };

/** In what a provider prices its work: of an inspection in yuan where both sides are Chinese, since that is settled at home. */
const bidCurrency = (service: DemoService, bands: readonly DemoCharge[], { buyer, provider }: Parties): Currency => {
  const main =
    bands.find((band) => band.currency !== null && (service !== "logistics" || band.code === "OFT"))?.currency ?? "CNY";
  const isInYuan = provider.country === "CN" && (service !== "inspection" || buyer.country === "CN");
  return service !== "logistics" && isInYuan ? "CNY" : main;
};

function toMinor(amount: number, from: Currency, to: Currency): number {
  const minor = converted(amount * 10 ** minorDigits(from), from, to);
  // People quote round figures.
  const step = minor > 100_000 ? 1000 : minor > 10_000 ? 100 : minor > 1_000 ? 10 : 1;
  return Math.max(1, Math.round(minor / step) * step);
}

/** What a bank or an agent keeps of an exchange: more than nothing, and less than a payer would go elsewhere for. Estimates. */
const SPREAD_BPS = { least: 20, most: 120 };

function rateBpsOf({ code, unit, typical, passThrough }: DemoCharge, level: number): number {
  const bps = Math.round((unit === "bps_of_amount" ? typical : typical * 100) * (passThrough ? 1 : level));
  return code === "FXS" ? Math.min(SPREAD_BPS.most, Math.max(SPREAD_BPS.least, bps)) : Math.max(1, bps);
}

function lineOf(band: DemoCharge, currency: Currency, level: number): Wire | null {
  if (!(CHARGE_CODES as readonly string[]).includes(band.code) || !(BASES as readonly string[]).includes(band.unit))
    return null;
  const head = {
    ...{ code: band.code, basis: band.unit },
    ...(band.passThrough ? { isPassThrough: true } : {}),
    ...(band.words ? { note: band.words } : {}),
  };
  if (isPercentBasis(band.unit as never)) return { ...head, rateBps: rateBpsOf(band, level) };
  const typical = Math.min(band.max * 1.2, Math.max(band.min * 0.8, band.typical * level));
  return { ...head, unitPrice: { minor: toMinor(typical, band.currency as Currency, currency), currency } };
}

/** Why a bid has no duty on goods whose common rate is one. */
const BY_PAPER = {
  origin_form_e: "关税按 Form E 协定税率 0% · Duty at the agreement's rate of 0 % by Form E",
  origin_rcep: "关税按 RCEP 协定税率 0% · Duty at RCEP's rate of 0 % by its certificate",
} as const;

/** A broker estimates duty and tax by the tariff; what comes with its certificate from ASEAN or goes there is free of duty, and no duty is no line. */
function byTariff({ code, unit }: DemoCharge, { market, movement, request, goods, at }: OfferContext): Wire | null {
  const [, country = ""] = movement.corridor.split("-");
  const { cargo } = movement;
  const { dutyBps, vatBps } = dutiesOn(market, { country, cargo, ...goods, day: estimatedOn(dayOf(at)) });
  const paper = request.service === "customs" ? originPaperOf(movement) : null;
  const rateBps = code === "VAT" ? vatBps : paper ? 0 : dutyBps;
  const note = code === "VAT" && paper && dutyBps > 0 ? { note: BY_PAPER[paper] } : {};
  return rateBps === 0 ? null : { code, basis: unit, isPassThrough: true, rateBps, ...note };
}

const isOfState = ({ code, passThrough }: DemoCharge): boolean =>
  passThrough === true && (code === "DTY" || code === "VAT");

export type OfferContext = {
  readonly market: MarketData;
  readonly movement: Movement;
  readonly request: PlannedRequest;
  readonly buyer: DemoOrganisation;
  readonly provider: DemoOrganisation;
  readonly quantities: Quantities;
  readonly basisAmounts: Readonly<Partial<Record<string, Money>>>;
  readonly codes: readonly string[];
  readonly goods: {
    readonly quantities: DutyQuantities;
    readonly value: { readonly minor: number; readonly currency: Currency };
  };
  /** The parts of the work that are bound to a country. */
  readonly localParts: readonly LocalPart[];
  readonly at: Instant;
  /** Whether a payment agent charges the buyer for checking who it is. */
  readonly isCheckCharged: boolean;
  /** The name of the place where the goods go. */
  readonly hub: string;
  readonly destination: string;
  /** Kilometres from the provider's town to where the goods start; null where it is not known. */
  readonly siteKm: number | null;
};

const nameOf = (line: Wire): string => `${String(line.code)} ${String(line.basis)}`;

const isPriceable = (line: Wire, { quantities, basisAmounts, codes }: OfferContext): boolean => {
  const basis = line.basis as string;
  if (!codes.includes(line.code as string)) return false;
  if (basis === "percent_of_OFT") return true;
  const amounts =
    basis === "percent_of_customs_value_plus_duty" ? basisAmounts.percent_of_customs_value : basisAmounts[basis];
  return basis in quantities ? quantities[basis as keyof Quantities] !== null : amounts !== undefined;
};

/** The spread of a payment is that of its own pair: dollars against yuan, else the local currency's. */
function isSpreadOf({ pair = "" }: DemoCharge, { payerCurrency, payeeCurrency }: Wire): boolean {
  const currencies = [payerCurrency, payeeCurrency];
  return pair.includes("USD") === (currencies.includes("USD") && currencies.includes("CNY"));
}

/** Of a hundred new clients an agent charges so many for their check, and takes on the others for their trade. An estimate. */
const CHARGED_OF_HUNDRED = 20;

type Client = { readonly buyer: DemoOrganisation; readonly provider: DemoOrganisation };

/** Whether an agent charges a new client for checking who it is: the same answer each time for one client. */
export function chargesForCheck({ buyer, provider }: Client): boolean {
  const own = [...`${buyer.id} ${provider.id}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
  return own % 100 < CHARGED_OF_HUNDRED;
}

/** What the state charges, which a broker passes through where it advances it: duty, tax and the customs' own fee. */
const STATE_CHARGES: readonly string[] = ["DTY", "VAT", "CUF"];

/** Whether a charge is asked for at all: that of a letter of credit only with one, that of a check of the client where it is checked, that of delivery to a door alone. */
const isAsked = (
  random: Random,
  { code, optional }: DemoCharge,
  { request, isCheckCharged }: OfferContext,
): boolean => {
  if (code === "LCO" || code === "LCA") return request.spec.need === "letter_of_credit";
  if (code === "KYC") return isCheckCharged;
  if (code === "DLV") return request.spec.deliverAt === "door";
  if (STATE_CHARGES.includes(code)) return !paysCustomsItself(request.spec);
  return !optional || random() < 0.3;
};

/** Days that a carrier adds to its promise for a queue that is longer than planned, and for nights at a crossing. An estimate. */
const SPARE_DAYS_AT_CROSSING = 1;

/** Days of a clearance from complete papers, with the goods before the customs: what comes in is examined more often than what leaves. Estimates. */
const CLEARANCE_DAYS = { leaving: [1, 2], entering: [1, 3] } as const;
const CLEARANCE_DAYS_MOST = 3;
/** A transit ends where the goods leave the country that they pass: days of the border and of the way. Estimates. */
const TRANSIT_DAYS = { KZ: { min: 4, max: 9 }, CN: { min: 7, max: 13 } } as const;

/** Days from a payer's money to the payee by the country on the far side of the corridor: a bank in Russia and its correspondents look longest. Estimates. */
const PAYMENT_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ VN: [1, 3], TH: [1, 3], KZ: [2, 5], KG: [2, 5], UZ: [2, 5], MN: [2, 5], RU: [3, 8] },
};

/** Days from a payer's money to the payee, and from the day of a visit to its report. Estimates. */
const DAYS: Readonly<Record<Exclude<DemoService, "logistics" | "customs">, readonly [number, number]>> = {
  payment: [1, 4],
  inspection: [1, 3],
};

/** Who adds days to a sailing adds no more than this part of them. */
const SLOWEST_BY_SEA = 1.2;

/** Whoever books it, a container goes with the same ships: none promises fewer days than are planned for them, and few many more. */
function daysBySea(planned: { readonly min: number; readonly max: number }, speed: number) {
  const most = (days: number) => Math.round(Math.min(days * SLOWEST_BY_SEA, days / speed));
  const min = Math.max(Math.ceil(planned.min), most(planned.min));
  return { min, max: Math.max(min, most(planned.max)) };
}

/** The fewest and most days of work that a provider promises of a service, by its speed. */
export function promisedDays(
  service: DemoService,
  { movement, provider, spec }: Pick<OfferContext, "movement" | "provider"> & { readonly spec: Wire },
): { readonly min: number; readonly max: number } {
  const speed = provider.speedLevel ?? 1;
  const whole = (days: number) => Math.max(1, Math.round(days / speed));
  if (service === "logistics") {
    if (movement.mode === "sea") return daysBySea(movement.days, speed);
    const isOverLand = movement.mode === "road" || movement.mode === "rail";
    const most = Math.round(movement.days.max / speed) + (isOverLand ? SPARE_DAYS_AT_CROSSING : 0);
    return { min: whole(movement.days.min), max: Math.max(whole(movement.days.min), most) };
  }
  if (service === "customs") {
    if (spec.side === "transit") return TRANSIT_DAYS[transitCountryOf(movement)];
    const [min, max] = CLEARANCE_DAYS[["both", "import"].includes(String(spec.side)) ? "entering" : "leaving"];
    return { min, max: Math.min(CLEARANCE_DAYS_MOST, whole(max)) };
  }
  const abroad = movement.corridor.split("-").find((country) => country !== "CN") ?? "";
  const [min, max] = (service === "payment" ? PAYMENT_DAYS[abroad] : undefined) ?? DAYS[service];
  return { min: whole(min), max: whole(max) };
}

/** Forwarders buy sea and air freight from the same lines: their prices differ by such a part of what they do over land. An estimate. */
const SAME_LINES_PART = 0.1;

/** What a provider asks beside the typical price: 1 of who asks just that. */
export const levelOf = (service: DemoService, { priceLevel = 1 }: Pick<DemoOrganisation, "priceLevel">, mode: Mode) =>
  service === "logistics" && isPortMode(mode) ? 1 + (priceLevel - 1) * SAME_LINES_PART : priceLevel;

/** A provider's offer: the band of its lane at its own price level, its days at its own speed; null where it has no price. */
export function planOffer(random: Random, context: OfferContext): Wire | null {
  const { market, movement, request, provider, at } = context;
  const bands = bandsOf(market, request.service, movement, request.spec)
    .filter((band) => isAsked(random, band, context))
    .map((band) => (band.code === "TRV" ? { ...band, ...travelBand(context.siteKm) } : band));
  const currency = bidCurrency(request.service, bands, context);
  const level = levelOf(request.service, provider, movement.mode) * between(random, 0.93, 1.07);
  const seen = new Set<string>();
  const charges = bands
    .filter((band) => band.code !== "FXS" || isSpreadOf(band, request.spec))
    .map((band) => (isOfState(band) ? byTariff(band, context) : lineOf(band, currency, level)))
    .filter((line) => line !== null)
    .filter((line) => isPriceable(line, context) && !seen.has(nameOf(line)) && seen.add(nameOf(line)));
  if (charges.length === 0) return null;
  const days = promisedDays(request.service, { movement, provider, spec: request.spec });
  const declarants = namedDeclarants(context.localParts, { market, corridor: movement.corridor, provider });
  const promised = { prices: market.prices, movement, request, provider };
  const termsOf: Readonly<Record<DemoService, () => Wire>> = {
    logistics: () => {
      const isTransshipped = charges.some(({ code }) => code === "TRS");
      return carriageTerms(movement, { ...context, days: days.max, isTransshipped });
    },
    payment: () => paymentTerms(promised, days),
    customs: () => customsTerms(promised),
    inspection: () => inspectionTerms(request.spec, provider),
  };
  return {
    currency,
    charges: request.service === "inspection" ? [...charges, ...anotherVisit(charges, request.spec)] : charges,
    transitDays: days,
    validUntil: toIso(instant(Math.max(request.decideBy, at) + Math.ceil(between(random, 2, 12)) * DAY_MS)),
    exclusions: [],
    terms: termsOf[request.service](),
    remarks: "",
    ...(declarants.length > 0 ? { subcontractors: declarants } : {}),
  };
}
