import { useCountryName } from "@/components/services/country-name";
import { useTranslations } from "next-intl";

/** Words for a corridor such as `CN-KZ`: "China to Kazakhstan". */
export function useCorridorName(): (corridor: string) => string {
  const t = useTranslations("catalogue");
  const countryOf = useCountryName();
  return (corridor) => {
    const [from = "", to = ""] = corridor.split("-");
    return t("corridor", { from: countryOf(from), to: countryOf(to) });
  };
}
