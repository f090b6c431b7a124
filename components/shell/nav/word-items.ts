import type { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import type { WordedItem } from "./nav-links";

/** Only a count is put into words: the plural of nothing would cost each page a set of formatters. */
export const wordItems = (
  items: readonly NavItem[],
  t: ReturnType<typeof useTranslations<"ui.shell">>,
): readonly WordedItem[] =>
  items.map((item) => (item.count ? { ...item, waiting: t("waiting", { count: item.count }) } : item));
