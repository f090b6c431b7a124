import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";
import { type Find, FindOpener } from "./find-opener";
import { NavLinks, type WordedItem } from "./nav-links";
import type { ReactNode } from "react";
import { usePathname } from "next/navigation";
import { Anchor, ButtonLink } from "../ui/blocks";
import { Icon, type IconName } from "../ui/icons/icon";
import { type Language, LanguageSwitch } from "./language-switch";
import { Wordmark } from "./frame-parts";

/** Only a count is put into words: the plural of nothing would cost each page a set of formatters. */
const wordItems = (
  items: readonly NavItem[],
  t: ReturnType<typeof useTranslations<"ui.shell">>,
): readonly WordedItem[] =>
  items.map((item) => (item.count ? { ...item, waiting: t("waiting", { count: item.count }) } : item));

/** The same items as the bar, at the foot of a phone. */
export function PhoneTabs({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="phone-tabs" aria-label={t("main")}>
      <NavLinks
        items={wordItems(
          items.filter(({ isWide }) => !isWide),
          t,
        )}
        hasIcons
      />
    </nav>
  );
}

export type Account = {
  readonly name: string;
  readonly organisation: string;
  readonly links: readonly { readonly href: string; readonly label: ReactNode; readonly icon: IconName }[];
  /** Forms in the menu: theme, keys, another organisation. */
  readonly settings?: ReactNode;
  /** A form with one `menu-item` button. */
  readonly signOut: ReactNode;
};

function AccountMenu({ name, organisation, links, settings, signOut }: Account) {
  const t = useTranslations("ui.shell");
  return (
    <>
      <button type="button" className="top-button top-account" popoverTarget="account-menu">
        <span className="sr-only">{t("account")}</span>
        <b>{name}</b>
        <small>{organisation}</small>
        <Icon name="user" />
      </button>
      {/* The frame stays while pages change: on another one it is a menu anew, and closed. */}
      <div key={usePathname()} className="menu" id="account-menu" popover="auto">
        <p className="menu-head">
          <b>{name}</b>
          <small>{organisation}</small>
        </p>
        {links.map((link) => (
          <Anchor key={link.href} className="menu-item" href={link.href}>
            <Icon name={link.icon} />
            {link.label}
          </Anchor>
        ))}
        {settings && <div className="menu-group form-stack">{settings}</div>}
        <div className="menu-items">{signOut}</div>
      </div>
    </>
  );
}

function TopNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="top-nav" aria-label={t("main")}>
      <NavLinks items={wordItems(items, t)} />
    </nav>
  );
}

export type TopBarProps = {
  readonly homeHref: string;
  readonly nav: readonly NavItem[];
  readonly find?: Find;
  readonly languages: readonly Language[];
  readonly alerts?: { readonly href: string; readonly count: number };
  /** Either the signed-in reader, or a link to their account where no more is known of them, or where to sign in. */
  readonly account?: Account;
  readonly accountHref?: string;
  readonly signInHref?: string;
};

export function TopBar({ homeHref, nav, find, languages, alerts, account, accountHref, signInHref }: TopBarProps) {
  const t = useTranslations("ui.shell");
  const wayIn = accountHref ?? signInHref;
  return (
    <header className="top-bar">
      <div className="wrap">
        <Anchor className="top-home" href={homeHref}>
          <Wordmark label={t("home")} />
        </Anchor>
        <TopNav items={nav} />
        <div className="top-right">
          {find && <FindOpener {...find} />}
          <LanguageSwitch languages={languages} />
          {alerts && (
            <Anchor className="top-button" href={alerts.href} aria-label={t("alerts", { count: alerts.count })}>
              <Icon name="bell" />
              {alerts.count > 0 && <i className="dot" />}
            </Anchor>
          )}
          {account && <AccountMenu {...account} />}
          {!account && wayIn && (
            <ButtonLink variant="on-dark" href={wayIn}>
              {t(accountHref ? "account" : "signIn")}
            </ButtonLink>
          )}
        </div>
      </div>
    </header>
  );
}
