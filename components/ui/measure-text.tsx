import { numberFormat } from "./intl-cache";
import { useLocale, useTranslations } from "next-intl";

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
