import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../ui/actions/anchor";

export type FooterProps = {
  readonly links: readonly { readonly href: string; readonly label: ReactNode }[];
  /** At the left: who runs the site, the version. */
  readonly children?: ReactNode;
};

export function Footer({ links, children }: FooterProps) {
  const t = useTranslations("ui.shell");
  return (
    <footer className="footer">
      <div className="wrap">
        {children && <p>{children}</p>}
        <nav className="contents" aria-label={t("footer")}>
          {links.map((link) => (
            <Anchor key={link.href} href={link.href}>
              {link.label}
            </Anchor>
          ))}
        </nav>
      </div>
    </footer>
  );
}
