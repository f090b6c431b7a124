import { useTranslations } from "next-intl";

/** Words for a corridor such as `CN-KZ`: "China to Kazakhstan". */
export function useCorridorName(): (corridor: string) => string {
  const t = useTranslations("catalogue");
  const country = useTranslations("services.country");
  const word = (code: string) =>
    country.has(code) ? country(code) : t.has(`country.${code}`) ? t(`country.${code}`) : code;
  return (corridor) => {
    const [from = "", to = ""] = corridor.split("-");
    return t("corridor", { from: word(from), to: word(to) });
  };
}
