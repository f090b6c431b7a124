import { type Currency, minorDigits } from "../../domain/shared/money";
import type { DemoCharge, MarketData } from "./market-data";
import type { Movement } from "./plan-movement";

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
  const isReefer = equipment === "40rf";
  return [
    {
      ...{ code: "OFT", unit: isReefer ? "container_40rf" : "container_40hc", currency: "USD" as const },
      ...spread(isReefer ? perBox * 1.8 : perBox),
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
 * of a currency: over land the rest of the haul, by sea and air the truck from a port of China to the consignee.
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
  const isDrivenOn = (movement.aboard?.afterKm ?? 0) > 0;
  const onward = isDrivenOn ? charges.find(({ code }) => code === "DLV") : undefined;
  return {
    toBorder: Math.max(1, costs(haul, near)),
    beyond: movement.aboard ? costs(onward, 1) : costs(haul, 1 - near),
  };
}
