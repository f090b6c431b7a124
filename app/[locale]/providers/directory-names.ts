import { getLocale, getTranslations } from "next-intl/server";
import { cityName, placeName } from "@/components/ui/words";
import { regionNames } from "@/components/ui/format";
import type { CardNames } from "@/components/catalogue/directory/provider-table";
import type { ReferenceData } from "@/server/hubs/queries/network";

/** What hubs, countries and cities are called on cards, in the reader's script. */
export async function cardNames({ hubs, places }: Pick<ReferenceData, "hubs" | "places">): Promise<CardNames> {
  const [locale, t, countries] = await Promise.all([
    getLocale(),
    getTranslations("catalogue"),
    getTranslations("services.country"),
  ]);
  const region = regionNames(locale);
  return {
    cityOf: (typed) => cityName(typed, places.values(), locale),
    hubName: (id) => {
      const known = hubs.get(id);
      return known ? placeName(known, locale) : id;
    },
    countryName: (code) =>
      countries.has(code)
        ? countries(code)
        : t.has(`country.${code}`)
          ? t(`country.${code}`)
          : (region.of(code) ?? code),
  };
}
