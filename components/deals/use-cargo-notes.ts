import { useLocale, useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/words/country-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { CargoLine } from "@/domain/deals/deal";

const GRAMS_PER_KG = 1000;

/** What a cargo line says beside its figures, in words: net weight, origin, dangerous goods, stacking, marks; what is not given is left out. */
export function useCargoNotes(): (line: CargoLine) => string[] {
  const t = useTranslations("deals.cargo.note");
  const countryName = useCountryName();
  const number = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  return ({ netWeightGrams, originCountry, dangerousGoods, isStackable, marks }) =>
    [
      dangerousGoods && t(dangerousGoods.packingGroup ? "dangerousOfGroup" : "dangerous", dangerousGoods),
      netWeightGrams !== null && t("net", { kg: number.format(netWeightGrams / GRAMS_PER_KG) }),
      originCountry !== null && t("origin", { country: countryName(originCountry) }),
      isStackable !== null && t(isStackable ? "stackable" : "notStackable"),
      marks !== null && t("marks", { marks }),
    ].filter((note) => typeof note === "string");
}
