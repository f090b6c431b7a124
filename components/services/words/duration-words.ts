import { useTranslations } from "next-intl";

const MINUTES_PER_HOUR = 60;

/** Minutes in words: whole hours as hours. */
export function useDurationWords(): (minutes: number) => string {
  const t = useTranslations("services.duration");
  return (minutes) =>
    minutes > 0 && minutes % MINUTES_PER_HOUR === 0
      ? t("hours", { n: minutes / MINUTES_PER_HOUR })
      : t("minutes", { n: minutes });
}
