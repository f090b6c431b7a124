import { type Currency, minorDigits } from "../../domain/shared/money";
import { type DemoCargo, type DemoCharge, type MarketData, codeIn } from "./market-data";
import { type Movement, SMALL_BOX_PART } from "./plan-movement";
import { ONE } from "../../domain/services/quantities";
import { legalQuantity } from "./customs-spec";
import type { TaxesInPrice } from "./delivery-terms";
import { digitsOf } from "./registered-numbers";
import type { IncotermRule } from "../../domain/tariff/incoterm";
import {
  type DutyCharge,
  type DutyRate,
  type DutyUnit,
  DUTY_CURRENCY,
  hasDutyRates,
} from "../../domain/tariff/duty-rate";
import { findFee, findRate } from "../../domain/tariff/find-rate";
import { addDays, type LocalDate } from "../../domain/shared/time";

/** Estimates by which the demo turns a price band of one currency into another; they price bids, they convert nothing. */
export const PER_CNY: Readonly<Record<Currency, number>> = {
  CNY: 1,
  USD: 1 / 7.12,
  EUR: 1 / 8.25,
  RUB: 11.3,
  VND: 3650,
  KZT: 74,
  UZS: 1700,
  KGS: 12.3,
  MNT: 500,
  THB: 4.55,
  LAK: 3030,
  MMK: 295,
};

const spread = (typical: number) => ({ min: typical * 0.85, typical, max: typical * 1.25 });

/** A truck between a door and a port: in China by the kilometre and not below what a truck costs at all, abroad flat. */
function trucking({ prices }: MarketData, { corridor, mode, aboard }: Movement): DemoCharge[] {
  const { unit, perKm, least, abroad } = prices.ports.trucking[mode === "air" ? "air" : "sea"];
  const inChina = (code: string, km: number): DemoCharge => ({
    ...{ code, unit, currency: perKm.currency },
    min: Math.max(least.min, perKm.min * km),
    typical: Math.max(least.typical, perKm.typical * km),
    max: Math.max(least.max, perKm.max * km),
  });
  const isOut = corridor.startsWith("CN-");
  const pickUp = isOut ? inChina("PUP", aboard?.beforeKm ?? 0) : { code: "PUP", unit, ...abroad };
  const delivery = isOut ? { code: "DLV", unit, ...abroad } : inChina("DLV", aboard?.afterKm ?? 0);
  return [pickUp, delivery];
}

/** Sea and air have no band of their own: USD a container and a kilogram by distance (estimates), with trucking and what is charged at the port of origin. */
export function distanceCharges(market: MarketData, movement: Movement): DemoCharge[] {
  const { mode, equipment, corridor, distanceKm } = movement;
  const isAir = mode === "air";
  const origin = market.prices.ports.origin.filter(
    (charge) => charge.mode === mode && charge.in === (corridor.startsWith("CN-") ? "CN" : "abroad"),
  );
  const beside = [...trucking(market, movement), ...origin];
  if (isAir)
    return [
      { code: "OFT", unit: "chargeable_kg", currency: "USD", ...spread(1.1 + 0.00035 * distanceKm) },
      { code: "FSC", unit: "percent_of_OFT", currency: null, min: 10, typical: 14, max: 18 },
      ...beside,
    ];
  const perBox = 650 + 0.11 * distanceKm;
  const units = { "40rf": "container_40rf", "20gp": "container" } as const;
  const parts = { "40rf": 1.8, "20gp": SMALL_BOX_PART } as const;
  const box = equipment === "40rf" || equipment === "20gp" ? equipment : null;
  return [
    {
      ...{ code: "OFT", unit: box ? units[box] : "container_40hc", currency: "USD" as const },
      ...spread(box ? perBox * parts[box] : perBox),
    },
    { code: "FSC", unit: "percent_of_OFT", currency: null, min: 2, typical: 4, max: 8 },
    ...beside,
    { code: "DMR", unit: "day_after_free", currency: "USD", ...spread(45) },
  ];
}

/** What so many minor units of one currency are in another, by the same estimates. */
export const converted = (minor: number, from: Currency, to: Currency): number =>
  (minor / 10 ** minorDigits(from) / PER_CNY[from]) * PER_CNY[to] * 10 ** minorDigits(to);

type Load = { readonly grossKg: number; readonly cbm: number };

/** A cubic metre by air is charged as so many kilograms. */
const KG_PER_CBM_BY_AIR = 167;

/** How many of its unit a load is charged for: by weight, or as one truck or container. */
function unitsOf({ unit }: DemoCharge, { grossKg, cbm }: Load): number {
  if (unit === "kg") return grossKg;
  if (unit === "tonne") return grossKg / 1_000;
  return unit === "chargeable_kg" ? Math.max(grossKg, cbm * KG_PER_CBM_BY_AIR) : 1;
}

/** Of the main haul's price the part up to the border: by its kilometres over land; by sea and air all of it, which ends at the port of entry. */
const shareToBorder = ({ aboard, crossing, distanceKm }: Movement): number =>
  aboard || !crossing ? 1 : (distanceKm - crossing.beyondKm) / distanceKm;

/**
 * What carriage to the border of the country of arrival costs by the lane's own typical price, and what of the way lies beyond it, in minor units
 * of a currency: over land the rest of the haul, by sea and air the truck from the port to the consignee.
 */
export function freightByBorder(market: MarketData, movement: Movement, of: Load & { readonly currency: Currency }) {
  const charges = movement.route?.chargeLines ?? distanceCharges(market, movement);
  const costs = (charge: DemoCharge | undefined, share: number): number => {
    if (!charge?.currency || share === 0) return 0;
    const major = charge.typical * unitsOf(charge, of) * share;
    return Math.round(converted(major * 10 ** minorDigits(charge.currency), charge.currency, of.currency));
  };
  const haul = charges.find(({ code, currency }) => code === "OFT" && currency);
  if (!haul) return null;
  const near = shareToBorder(movement);
  const onward = charges.find(({ code }) => code === "DLV");
  return {
    toBorder: Math.max(1, costs(haul, near)),
    beyond: movement.aboard ? costs(onward, 1) : costs(haul, 1 - near),
  };
}

/** Goods come before the customs so many days after a broker bids on them: it estimates by the rates of then. */
const DAYS_TO_CUSTOMS = 16;

/** What a country's customs take where the market has no tariff of it, in basis points. Estimates. */
const COUNTRIES: Readonly<Record<string, { readonly duty: number; readonly vat: number }>> = {
  ...{ CN: { duty: 600, vat: 1_300 }, VN: { duty: 500, vat: 1_000 }, RU: { duty: 700, vat: 2_200 } },
  ...{ KZ: { duty: 600, vat: 1_600 }, KG: { duty: 600, vat: 1_200 }, UZ: { duty: 800, vat: 1_200 } },
  ...{ MN: { duty: 500, vat: 1_000 }, TH: { duty: 500, vat: 700 }, LA: { duty: 500, vat: 1_000 } },
};
const ELSEWHERE = { duty: 500, vat: 1_000 };

const ASEAN = ["VN", "TH", "LA"];

/** Whether goods come in free of duty by the agreement with ASEAN: between its countries and China, with their certificate of origin. */
export const isByAgreement = (corridor: string, { certificates }: Pick<DemoCargo, "certificates">): boolean =>
  corridor.split("-").some((country) => ASEAN.includes(country)) && certificates.includes("origin_form_e");

/** Of a hundred kinds of goods on a lane so many have the certificate of RCEP, where the exporter knows its rules better; the others have Form E. An estimate. */
const RCEP_OF_HUNDRED = 16;

/** The certificate that proves the origin of goods which come in free of duty by an agreement with ASEAN's countries; null of others. */
export function originPaperOf({
  corridor,
  cargo,
  originId,
  destinationId,
}: Pick<Movement, "corridor" | "cargo" | "originId" | "destinationId">): "origin_form_e" | "origin_rcep" | null {
  if (!isByAgreement(corridor, cargo)) return null;
  const lane = digitsOf(`${cargo.hsCode} ${originId} ${destinationId}`, 2);
  return Number(lane) < RCEP_OF_HUNDRED ? "origin_rcep" : "origin_form_e";
}

/** How much of a deal's goods there is: kilograms net, and what there is of the legal unit by which customs count them. */
export type DutyQuantities = Readonly<Partial<Record<DutyUnit, number>>>;

type Goods = {
  readonly country: string;
  readonly cargo: DemoCargo;
  readonly quantities: DutyQuantities;
  readonly value: { readonly minor: number; readonly currency: Currency };
  readonly day: LocalDate;
};

/** An amount for a unit as a share of the value; null where nobody counts the goods by it. */
function perUnitBps({ unitPrice, unit }: DutyRate, { quantities, value }: Goods): number | null {
  const quantity = unit && quantities[unit];
  if (!unitPrice || !quantity) return null;
  return (converted(Number(unitPrice.minor) * quantity, unitPrice.currency, value.currency) * 10_000) / value.minor;
}

function bpsBy(rate: DutyRate, goods: Goods): number | null {
  const share = rate.rateBps ?? 0;
  if (rate.method === "ad_valorem") return share;
  const each = perUnitBps(rate, goods);
  if (each === null) return null;
  if (rate.method === "larger") return Math.max(share, each);
  return rate.method === "sum" ? share + each : each;
}

/**
 * What a country takes of goods that come in by its common tariff, in basis points: duty of the customs value, and tax of the value with the
 * duty. Where the market has no rate of it, by what is usual there.
 */
export function dutiesOn(
  { dutyRates }: Pick<MarketData, "dutyRates">,
  goods: Goods,
): { readonly dutyBps: number; readonly vatBps: number } {
  const { country, cargo, day } = goods;
  const usual = COUNTRIES[country] ?? ELSEWHERE;
  const rates = dutyRates.filter((rate) => rate.country === country);
  const bpsOf = (charge: DutyCharge) => {
    const found = findRate(rates, { charge, hsCode: codeIn(cargo, country), day });
    return found && bpsBy(found, goods);
  };
  return { dutyBps: Math.round(bpsOf("duty") ?? usual.duty), vatBps: bpsOf("vat") ?? usual.vat };
}

/** How much of a deal's goods duties count. */
export function dutyQuantitiesOf(lines: readonly Readonly<Record<string, unknown>>[]): DutyQuantities {
  const sums: Partial<Record<DutyUnit, number>> = {};
  for (const line of lines) {
    const counted = { kg: Number(line.netWeightGrams), ...legalQuantity(line) };
    for (const [unit, milli] of Object.entries(counted) as [DutyUnit, number][])
      sums[unit] = (sums[unit] ?? 0) + milli / ONE;
  }
  return sums;
}

/** By which day's rates a broker that bids on a day estimates. */
export const estimatedOn = (day: LocalDate): LocalDate => addDays(day, DAYS_TO_CUSTOMS);

/** What a country's customs charge for a declaration of goods of this value at the most, in minor units of the value's currency. */
function feeOn(
  { dutyRates }: Pick<MarketData, "dutyRates">,
  { country, value, day }: Omit<Goods, "cargo" | "quantities">,
) {
  const rates = dutyRates.filter((rate) => rate.country === country);
  const local = hasDutyRates(country) ? DUTY_CURRENCY[country] : value.currency;
  const valueMinor = BigInt(Math.round(converted(value.minor, value.currency, local)));
  const fee = findFee(rates, { valueMinor, day });
  if (fee?.unitPrice) return converted(Number(fee.unitPrice.minor), fee.unitPrice.currency, value.currency);
  return (value.minor * (fee?.rateBps ?? 0)) / 10_000;
}

/** What a price under a rule holds of the duty, tax and fee of the country of arrival: all of it duty paid, but no duty with a certificate of origin from or to ASEAN. */
export function taxesInPrice(
  market: Pick<MarketData, "dutyRates">,
  of: Omit<Goods, "country"> & { readonly corridor: string; readonly rule: IncotermRule },
): TaxesInPrice {
  if (of.rule !== "DDP") return { dutyBps: 0, vatBps: 0, fee: 0 };
  const [, country = ""] = of.corridor.split("-");
  const { dutyBps, vatBps } = dutiesOn(market, { ...of, country });
  const fee = feeOn(market, { ...of, country });
  return { dutyBps: isByAgreement(of.corridor, of.cargo) ? 0 : dutyBps, vatBps, fee };
}
