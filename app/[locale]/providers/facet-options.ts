import { getLocale, getTranslations } from "next-intl/server";
import { serviceName } from "@/components/services/service-name";
import type { Option } from "@/components/ui/form/inputs";
import { type Facet, FIXED_VALUES } from "@/domain/catalogue/directory/facets";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { isService } from "@/domain/shared/vocabulary";
import type { ReferenceData } from "@/server/hubs/queries/network";
import { regionNames } from "@/components/ui/format";

const HUB_KINDS = ["border", "sea", "air"] as const;

/** The values of each facet in the reader's words, in the order in which they are shown. */
export async function facetOptions(
  { hubs, network }: Pick<ReferenceData, "hubs" | "network">,
  hubName: (id: string) => string,
): Promise<Readonly<Record<Facet, readonly Option[]>>> {
  const [t, words, countries, locale] = await Promise.all([
    getTranslations("catalogue"),
    getTranslations(),
    getTranslations("services.country"),
    getLocale(),
  ]);
  const region = regionNames(locale);
  const land = (code: string) => (countries.has(code) ? countries(code) : (region.of(code) ?? code));
  const corridorName = (corridor: string) => {
    const [from = "", to = ""] = corridor.split("-");
    return t("corridor", { from: land(from), to: land(to) });
  };
  const named = (values: readonly string[], label: (value: string) => string): Option[] =>
    values.map((value) => ({ value, label: label(value) }));
  return {
    service: named(FIXED_VALUES.service, (value) => (isService(value) ? serviceName(words, value) : value)),
    hub: named(
      HUB_KINDS.flatMap((kind) => [...hubs.values()].filter((hub) => hub.kind === kind)).map(({ id }) => id),
      hubName,
    ),
    corridor: named(servedCorridors(network), corridorName),
    equipment: named(FIXED_VALUES.equipment, (value) => words(`services.equipment.${value}`)),
    licence: named(FIXED_VALUES.licence, (value) => t(`licenceKind.${value}`)),
    language: named(FIXED_VALUES.language, (value) => t(`language.${value}`)),
    checked: named(FIXED_VALUES.checked, () => t("facet.isChecked")),
    quick: named(FIXED_VALUES.quick, () => t("facet.isQuick")),
  };
}
