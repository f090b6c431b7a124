import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "./format";
import { type Currency, minorDigits, toDecimal } from "@/domain/shared/money";

/** A plain number in the reader's digits: 1,286. */
export function CountText({ value }: { readonly value: bigint | number }) {
  return numberFormat(useLocale(), {}).format(value);
}

type MoneyFigure = { readonly minor: bigint | number | string; readonly currency: Currency };

/** `none` where the head of the column or the box already names the currency. */
type CurrencyDisplay = "symbol" | "code" | "none";

type MoneyOptions = {
  readonly display?: CurrencyDisplay;
  /** Without minor units, rounded half up: for lists to be scanned, never where something is owed. */
  readonly isRounded?: boolean;
};

/**
 * The exact amount in the reader's digits. Decimal places are ISO 4217's, not Intl's own, and the amount goes to
 * Intl as decimal text, so no unit is lost above 2^53.
 */
export function formatMoney(figure: MoneyFigure, locale: string, options: MoneyOptions = {}): string {
  const { display = "symbol", isRounded = false } = options;
  const { currency } = figure;
  const digits = isRounded ? 0 : minorDigits(currency);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  const decimal = toDecimal({ minor: BigInt(figure.minor), currency }) as `${number}`;
  if (display === "none") return numberFormat(locale, places).format(decimal);
  const currencyDisplay = display === "code" ? "code" : "narrowSymbol";
  const text = numberFormat(locale, { style: "currency", currency, currencyDisplay, ...places }).format(decimal);
  // Where there is no room for both, the code goes to the next line and is not taken apart.
  return text.replace(/\u00a0(?=[A-Z]{3}$)/, " ");
}

type MoneyTextProps = MoneyFigure & {
  readonly display?: CurrencyDisplay;
  /** Without minor units: for lists to be scanned, never where something is owed. */
  readonly isRounded?: boolean;
  /** Another locale than the page's. */
  readonly locale?: string;
};

/** Knows every currency, so it belongs on the server: a form on the client is given the finished text. */
export function MoneyText({ minor, currency, display, isRounded, locale }: MoneyTextProps) {
  const pageLocale = useLocale();
  const text = formatMoney({ minor, currency }, locale ?? pageLocale, { display, isRounded });
  return <span className="whitespace-nowrap">{text}</span>;
}

const GRAMS_PER_KILOGRAM = 1_000;
const KILOGRAMS_PER_TONNE = 1_000;
const CM3_PER_M3 = 1_000_000;

/** Small figures keep more places, so that 1.25 t and 118 t are both as exact as people say them. */
const places = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

const format = (value: number, locale: string): string =>
  numberFormat(locale, { maximumFractionDigits: places(value) }).format(value);

export type Measure = { readonly unit: "kilograms" | "tonnes" | "cubicMetres"; readonly value: string };

/** Kilograms below a tonne, tonnes from there on, as waybills have it. */
export function formatWeight(grams: number, locale: string): Measure {
  const kilograms = grams / GRAMS_PER_KILOGRAM;
  if (kilograms < KILOGRAMS_PER_TONNE) return { unit: "kilograms", value: format(kilograms, locale) };
  return { unit: "tonnes", value: format(kilograms / KILOGRAMS_PER_TONNE, locale) };
}

export const formatVolume = (cm3: number, locale: string): Measure => ({
  unit: "cubicMetres",
  value: format(cm3 / CM3_PER_M3, locale),
});

export function WeightText({ grams }: { readonly grams: number }) {
  const t = useTranslations("ui.measure");
  const { unit, value } = formatWeight(grams, useLocale());
  return <span className="whitespace-nowrap">{t(unit, { value })}</span>;
}

export function VolumeText({ cm3 }: { readonly cm3: number }) {
  const t = useTranslations("ui.measure");
  const { unit, value } = formatVolume(cm3, useLocale());
  return <span className="whitespace-nowrap">{t(unit, { value })}</span>;
}
