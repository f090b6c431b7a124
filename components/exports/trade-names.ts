import { useLocale, useTranslations } from "next-intl";
import { amountText, percentOf } from "@/components/hubs/share-figures";
import { useCountryName } from "@/components/services/country-name";
import { useServiceName } from "@/components/services/service-name";
import { countriesOfPair } from "@/domain/exports/trade";
import { shownBps } from "@/domain/hubs/share-ratio";
import { isService } from "@/domain/shared/vocabulary";

/** How figures of services exports are called and written in the reader's language. */
export function useTradeNames() {
  const t = useTranslations("exports");
  const words = useTranslations("hubs.corridors");
  const locale = useLocale();
  const country = useCountryName();
  const service = useServiceName();
  return {
    country,
    kind: (key: string): string => (isService(key) ? service(key) : key),
    pair(key: string): string {
      const { exporter, importer } = countriesOfPair(key);
      return t("pair", { from: country(exporter), to: country(importer) });
    },
    corridor: (code: string): string => words("name", { from: country(code.slice(0, 2)), to: country(code.slice(3)) }),
    /** Whole yuan. */
    yuan: (minor: bigint): string => amountText(minor, "value", locale),
    share: (part: bigint, whole: bigint): string => percentOf(shownBps(part, whole), locale),
  };
}
