import type { IncotermRule } from "../../domain/tariff/incoterm";
import type { DutyCharge, DutyRate } from "../../domain/tariff/duties/duty-rate";
import { findRate } from "../../domain/tariff/duties/find-rate";
import { addDays, type LocalDate } from "../../domain/shared/local-date";
import type { Currency, Money } from "../../domain/shared/money";
import { converted } from "./freight";
import { codeIn, type DemoCargo, type MarketData } from "./market-data";

/** The market's tariff begins on a day; what came in before paid the same. */
const TARIFF_BEGINS = "2026-01-01" as LocalDate;
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
export const isByFormE = (corridor: string, { certificates }: Pick<DemoCargo, "certificates">): boolean =>
  corridor.split("-").some((country) => ASEAN.includes(country)) && certificates.includes("origin_form_e");

/** The number of a certificate of origin under that agreement: its year, the country that issues it and six digits. */
export const formENumber = (country: string, of: { readonly date: LocalDate; readonly serial: string }): string =>
  `E${of.date.slice(2, 4)}${country}${of.serial}`;

type Goods = {
  readonly country: string;
  readonly cargo: DemoCargo;
  readonly netKg: number;
  readonly value: { readonly minor: number; readonly currency: Currency };
  readonly day: LocalDate;
};

/** An amount for a kilogram as a share of the value; null of what is counted by another unit. */
function perKgBps({ unitPrice, unit }: { unitPrice: Money | null; unit: string | null }, { netKg, value }: Goods) {
  if (!unitPrice || unit !== "kg") return null;
  return (converted(Number(unitPrice.minor) * netKg, unitPrice.currency, value.currency) * 10_000) / value.minor;
}

function bpsBy(rate: DutyRate, goods: Goods): number | null {
  const share = rate.rateBps ?? 0;
  if (rate.method === "ad_valorem") return share;
  const each = perKgBps(rate, goods);
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
  const on = (charge: DutyCharge, of: LocalDate) => {
    const found = findRate(rates, { charge, hsCode: codeIn(cargo, country), day: of });
    return found && bpsBy(found, goods);
  };
  const duty = on("duty", day > TARIFF_BEGINS ? day : TARIFF_BEGINS) ?? usual.duty;
  return { dutyBps: Math.round(duty), vatBps: on("vat", day) ?? usual.vat };
}

type Line = { readonly netWeightGrams?: number; readonly grossWeightGrams: number };

/** The net weight of a deal's goods in kilograms. */
export const netKgOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.netWeightGrams ?? line.grossWeightGrams), 0) / 1_000;

/** By which day's rates a broker that bids on a day estimates. */
export const estimatedOn = (day: LocalDate): LocalDate => addDays(day, DAYS_TO_CUSTOMS);

/** What a price under a rule holds of the duty and tax of the country of arrival, in basis points: all of it duty paid, but no duty with a certificate of origin from or to ASEAN. */
export function taxesInPrice(
  market: Pick<MarketData, "dutyRates">,
  of: Omit<Goods, "country"> & { readonly corridor: string; readonly rule: IncotermRule },
): { readonly dutyBps: number; readonly vatBps: number } {
  if (of.rule !== "DDP") return { dutyBps: 0, vatBps: 0 };
  const [, country = ""] = of.corridor.split("-");
  const { dutyBps, vatBps } = dutiesOn(market, { ...of, country });
  return { dutyBps: isByFormE(of.corridor, of.cargo) ? 0 : dutyBps, vatBps };
}
