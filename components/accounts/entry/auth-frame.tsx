import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageTitle } from "../../ui/page/page-title";
import { GaugeArt } from "./gauge-art";

type AuthFrameProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The same page in each language. */
  readonly languages: readonly { readonly code: string; readonly name: string; readonly href: string }[];
  readonly children: ReactNode;
};

/** The pages before one is in: what the product is on one side, the form on the other. */
export function AuthFrame({ title, lead, languages, children }: AuthFrameProps) {
  const t = useTranslations("accounts.signIn");
  return (
    <div className="auth">
      <PageTitle>{title}</PageTitle>
      <section className="auth-side">
        <div className="auth-side-in">
          <p className="auth-say">{t("say")}</p>
          <GaugeArt hub={t("hub")} />
          <p className="auth-langs">
            {languages.map((language) => (
              <a key={language.code} href={language.href} lang={language.code} hrefLang={language.code}>
                {language.name}
              </a>
            ))}
          </p>
        </div>
      </section>
      <section className="auth-main">
        <div className="auth-form">
          <h1>{title}</h1>
          {lead && <p className="mb-4 text-ink-2">{lead}</p>}
          {children}
        </div>
      </section>
    </div>
  );
}
