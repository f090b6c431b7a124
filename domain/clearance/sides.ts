import { DUTY_CURRENCY, hasDutyRates } from "../tariff/duties/duty-rate";
import type { CustomsSpec } from "../services/customs/spec";
import type { Currency } from "../shared/money";
import type { DeclarationSide } from "./declaration";

/** The sides that a customs order declares, in the order in which goods come to them. */
export const sidesOf = ({ side }: Pick<CustomsSpec, "side">): readonly DeclarationSide[] =>
  side === "both" ? ["export", "import"] : [side];

/** Declarations that the request asks for on each side: one where it does not say. */
export const declarationsAsked = ({ declarations }: Pick<CustomsSpec, "declarations">): number => declarations ?? 1;

/** The country whose customs a side is declared to: goods leave their origin and enter their destination; a transit says through which. */
export function countryOfSide(
  side: DeclarationSide,
  ends: { readonly origin: string; readonly destination: string },
): string | null {
  if (side === "transit") return null;
  return side === "export" ? ends.origin : ends.destination;
}

/** In which currency a country's customs reckon; that of the goods where the market does not keep its tariff. */
export const currencyOfCountry = (country: string, ofGoods: Currency): Currency =>
  hasDutyRates(country) ? DUTY_CURRENCY[country] : ofGoods;
