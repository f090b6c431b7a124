import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

export function TopNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="top-nav" aria-label={t("main")}>
      {items.map((item) => (
        <NavLink key={item.href} href={item.href} isCurrent={item.isCurrent}>
          {item.label}
          {item.count ? <Count count={item.count} words={t("waiting", { count: item.count })} /> : null}
        </NavLink>
      ))}
    </nav>
  );
}

export function Count({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <span className="count">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
