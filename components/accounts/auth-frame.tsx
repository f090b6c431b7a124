import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageTitle } from "../ui/page-head";

type GaugeArtProps = { readonly hub: string };

const SLEEPERS = Array.from({ length: 27 }, (_, index) => 8 + index * 19.6);

/** How far a sleeper reaches from the middle of the track: the gauge narrows between the two frames. */
const reach = (x: number): number => (x <= 190 ? 40 : x >= 300 ? 26 : 40 - ((x - 190) / 110) * 14);

/** Rails enter the gate at one gauge and leave it at another. */
function GaugeArt({ hub }: GaugeArtProps) {
  return (
    <svg className="gauge-art" viewBox="0 0 520 250" aria-hidden="true">
      <path className="rail" d="M0 96H190L300 112H520M0 154H190L300 138H520" />
      {SLEEPERS.map((x) => (
        <path key={x} className="sleeper" d={`M${x.toFixed(1)} ${125 - reach(x)}V${125 + reach(x)}`} />
      ))}
      <path className="frame" d="M196 84V44H324V92M324 158V206H196V166" />
      <text x="0" y="232">
        1520 mm
      </text>
      <text x="520" y="232" textAnchor="end">
        1435 mm
      </text>
      <text x="260" y="232" textAnchor="middle">
        {hub}
      </text>
    </svg>
  );
}

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
