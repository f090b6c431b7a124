"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DemoBanner, MAIN_ID, SkipLink, Wordmark } from "@/components/shell/frame-parts";
import { type Language, LanguageSwitch } from "@/components/shell/language-switch";

type FieldShellProps = {
  readonly languages: readonly Language[];
  readonly isDemo: boolean;
  readonly children: ReactNode;
};

/** The frame around pages of people without an account: whose page it is and in which language, and no way into the market. */
export function FieldShell({ languages, isDemo, children }: FieldShellProps) {
  const t = useTranslations("ui.shell");
  const product = useTranslations("common")("product");
  return (
    <div className="shell">
      <SkipLink>{t("skip")}</SkipLink>
      {isDemo && <DemoBanner />}
      <header className="top-bar">
        <div className="wrap">
          <span className="top-home">
            <Wordmark label={product} />
          </span>
          <div className="top-right">
            <LanguageSwitch languages={languages} />
          </div>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
