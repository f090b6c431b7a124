import { useTranslations } from "next-intl";

/** The market's word for a country; its code where the market has none. */
export function useCountryName(): (code: string) => string {
  const t = useTranslations("services.country");
  return (code) => (t.has(code) ? t(code) : code);
}
