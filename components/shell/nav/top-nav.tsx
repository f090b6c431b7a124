import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";

export function TopNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="top-nav" aria-label={t("main")}>
      <NavLinks items={items.map((item) => ({ ...item, waiting: t("waiting", { count: item.count ?? 0 }) }))} />
    </nav>
  );
}
