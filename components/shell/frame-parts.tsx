import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Anchor } from "../ui/blocks";

export const MAIN_ID = "main";

export function SkipLink({ children }: { readonly children: ReactNode }) {
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      {children}
    </a>
  );
}

/** On every page of the demo market. Quiet: yellow is kept for whose turn it is. */
export function DemoBanner({ mailboxHref }: { readonly mailboxHref?: string }) {
  const t = useTranslations("ui.shell");
  return (
    <aside className="demo-banner" aria-label={t("demoLabel")}>
      <div className="wrap">
        <p>{t("demo")}</p>
        {mailboxHref && <Anchor href={mailboxHref}>{t("mailbox")}</Anchor>}
      </div>
    </aside>
  );
}

type WordmarkProps = { readonly label: string; readonly className?: string };

/** 口 as a gate, its rails entering at one gauge and leaving at another, then 岸 and Kouan. Drawn, so it needs no font. */
export function Wordmark({ label, className = "wordmark" }: WordmarkProps) {
  return (
    <svg className={className} viewBox="0 0 181 40" role="img" aria-label={label}>
      <path className="wordmark-rails" d="M0 13H12L28 16.6H40M0 27H12L28 23.4H40" strokeWidth="2.6" />
      <path d="M6 9.6V5H34V13.2M34 26.8V35H6V30.4" strokeWidth="4.2" />
      <path
        d="M53 7V13.5H76V7M64.5 4V13.5M50 18.5H77M53 18.5V25C53 30 51.5 34 49 37M59 24.5H76M57 30.5H78M67.5 24.5V38"
        strokeWidth="3.2"
      />
      <g strokeWidth="3">
        <path d="M88 7V34.6M105 7.5L89.5 23.5M94 18.8L106 34.4" />
        <path d="M109 20Q109 16.5 112.5 16.5H118.5Q122 16.5 122 20V30Q122 33.5 118.5 33.5H112.5Q109 33.5 109 30Z" />
        <path d="M128 15.5V30Q128 33.5 131.5 33.5H137.5Q141 33.5 141 30V15.5M141 28V34.6" />
        <path d="M160 15.5V34.6M160 20Q160 16.5 156.5 16.5H150.5Q147 16.5 147 20V30Q147 33.5 150.5 33.5H156.5Q160 33.5 160 30" />
        <path d="M166 34.6V20Q166 16.5 169.5 16.5H175.5Q179 16.5 179 20V34.6" />
      </g>
    </svg>
  );
}

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
