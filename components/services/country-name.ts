import { regionNames } from "@/components/ui/format";
import { isOwnEstimate } from "@/domain/hubs/position-source";
import { DEMO_ESTIMATE } from "@/domain/shared/exchange-rate";
import { useLocale, useTranslations } from "next-intl";

/** The market's word for a country, else the one of the reader's language: any country may stand on a way or in a rule. */
export function useCountryName(): (code: string) => string {
  const t = useTranslations("services.country");
  const locale = useLocale();
  return (code) => {
    if (t.has(code)) return t(code);
    return /^[A-Z]{2}$/.test(code) ? (regionNames(locale).of(code) ?? code) : code;
  };
}

/** Where a rate or a rule can be read, by its name in the reader's language where the market knows one; else as it was entered. */
export function useSourceName(room: "documents" | "duties"): (source: string) => string {
  const t = useTranslations(`${room}.sources`);
  return (source) => {
    const key = sourceKey(source);
    return t.has(key) ? t(key) : source;
  };
}

/**
 * Where a figure of the market comes from: the demo's and the market's own estimates in the reader's language, everything else as it was typed.
 * `words` is a translator of `services`.
 */
export function figureSource(source: string, words: (key: "demoEstimate" | "ourEstimate") => string): string {
  if (source === DEMO_ESTIMATE) return words("demoEstimate");
  return isOwnEstimate(source) ? words("ourEstimate") : source;
}

/** The same for components, which also know what the sources of distances are called. */
export function useFigureSource(): (source: string) => string {
  const t = useTranslations("services");
  return (source) => {
    const key = `sources.${sourceKey(source)}`;
    return t.has(key) ? t(key) : figureSource(source, (word) => t(word));
  };
}

/** The key of a source among the words: its letters and digits. */
export const sourceKey = (source: string): string =>
  source
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
