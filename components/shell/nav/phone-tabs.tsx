import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { wordItems } from "./word-items";

/** The same items as the bar, at the foot of a phone. */
export function PhoneTabs({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="phone-tabs" aria-label={t("main")}>
      <NavLinks items={wordItems(items, t)} hasIcons />
    </nav>
  );
}
