import { useTranslations } from "next-intl";

const TENTH_HOUR_MS = 360_000;

/** A time to settle in hours, to the tenth; a dash in words where none was settled. */
export function SettleText({ ms }: { readonly ms: number | null }) {
  const t = useTranslations("remittance.corridor");
  return <>{ms === null ? t("noneSettled") : t("hours", { hours: Math.round(ms / TENTH_HOUR_MS) / 10 })}</>;
}
