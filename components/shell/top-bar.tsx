import { useTranslations } from "next-intl";
import { Anchor } from "../ui/actions/anchor";
import { ButtonLink } from "../ui/actions/button-link";
import { Icon } from "../ui/icons/icon";
import { type Account, AccountMenu } from "./account-menu";
import type { NavItem } from "./nav/nav-item";
import { type Language, LanguageSwitch } from "./switches/language-switch";
import { Wordmark } from "./wordmark";
import { FindKey } from "./nav/find-key";
import { NavLinks } from "./nav/nav-links";
import { wordItems } from "./nav/word-items";

function TopNav({ items }: { readonly items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav className="top-nav" aria-label={t("main")}>
      <NavLinks items={wordItems(items, t)} />
    </nav>
  );
}

type Find = {
  /** The address that finds; the words go there as `q`. */
  readonly action: string;
  readonly label?: string;
};

function FindBox({ action, label }: Find) {
  const t = useTranslations("ui.shell");
  const words = label ?? t("findLabel");
  return (
    <form className="top-find" role="search" action={action} method="get">
      <Icon name="search" />
      <input id="find" type="search" name="q" aria-label={words} placeholder={words} autoComplete="off" />
      <kbd aria-hidden="true">/</kbd>
      <FindKey fieldId="find" />
    </form>
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
          {find && <FindBox {...find} />}
          {find && (
            <Anchor className="top-button top-phone" href={find.action} aria-label={find.label ?? t("findLabel")}>
              <Icon name="search" />
            </Anchor>
          )}
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
