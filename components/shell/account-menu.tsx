import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../ui/actions/anchor";
import { Icon } from "../ui/icons/icon";
import type { IconName } from "../ui/icons/icon-paths";

export type Account = {
  readonly name: string;
  readonly organisation: string;
  readonly links: readonly { readonly href: string; readonly label: ReactNode; readonly icon: IconName }[];
  /** Forms in the menu: theme, keys, another organisation. */
  readonly settings?: ReactNode;
  /** A form with one `menu-item` button. */
  readonly signOut: ReactNode;
};

export function AccountMenu({ name, organisation, links, settings, signOut }: Account) {
  const t = useTranslations("ui.shell");
  return (
    <>
      <button type="button" className="top-button top-account" popoverTarget="account-menu">
        <span className="sr-only">{t("account")}</span>
        <b>{name}</b>
        <small>{organisation}</small>
        <Icon name="user" />
      </button>
      <div className="menu" id="account-menu" popover="auto">
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
