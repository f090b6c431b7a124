import { useTranslations } from "next-intl";
import { Icon } from "../../ui/icons/icon";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";
import { Count } from "./top-nav";

/** The same items as the bar, at the foot of a phone. */
export function PhoneTabs({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="phone-tabs" aria-label={t("main")}>
      {items.map((item) => (
        <NavLink key={item.href} href={item.href} isCurrent={item.isCurrent}>
          <span className="tab-icon">
            <Icon name={item.icon} />
            {item.count ? <Count count={item.count} words={t("waiting", { count: item.count })} /> : null}
          </span>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}
