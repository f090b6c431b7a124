import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { wordItems } from "./word-items";

export function TopNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="top-nav" aria-label={t("main")}>
      <NavLinks items={wordItems(items, t)} />
    </nav>
  );
}
