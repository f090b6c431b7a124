"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePanelFolds } from "../ui/panel-folds";
import { useRowLinks } from "../ui/table/use-row-links";
import { DemoBanner, Footer, type FooterProps, MAIN_ID, SkipLink } from "./frame-parts";
import { PhoneTabs, TopBar, type TopBarProps } from "./top-bar";

export type ShellProps = TopBarProps & {
  /** In the demo market only. */
  readonly demo?: { readonly mailboxHref?: string };
  readonly footer?: FooterProps;
  readonly children: ReactNode;
};

/** The frame of every page. A page that is full width, such as the landing page, brings its own `wrap`. */
export function Shell({ demo, footer, children, ...bar }: ShellProps) {
  // Whoever first asks for words waits for them a moment: here it is the frame, once, and not each of its parts on its own.
  const t = useTranslations("ui.shell");
  useRowLinks();
  usePanelFolds();
  const hasTabs = bar.nav.length > 0;
  return (
    <div className={hasTabs ? "shell has-tabs" : "shell"}>
      <SkipLink>{t("skip")}</SkipLink>
      {demo && <DemoBanner {...demo} />}
      <TopBar {...bar} />
      <main id={MAIN_ID} tabIndex={-1}>
        {children}
      </main>
      {footer && <Footer {...footer} />}
      {hasTabs && <PhoneTabs items={bar.nav} />}
    </div>
  );
}
