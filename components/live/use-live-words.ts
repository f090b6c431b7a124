import { useTranslations } from "next-intl";
import type { LivePageWords } from "./live-page";

/** What a live page says of its line. */
export function useLiveWords(): LivePageWords {
  const t = useTranslations("ui.live");
  return { connecting: t("connecting"), live: t("live"), lost: t("lost"), reload: t("reload"), news: t("news") };
}
