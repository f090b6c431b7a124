import { useTranslations } from "next-intl";
import type { TownWords } from "./place-field";

/** What the search over towns says. */
export function useTownWords(): TownWords {
  const t = useTranslations("hubs.town");
  const near = t("near", { place: "{place}", km: "{km}" });
  return { search: t("search"), offered: t("offered"), failed: t("failed"), source: t("source"), near };
}
