import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "./blocks";
import { Icon } from "./icons/icon";
import { inOwnLanguage } from "./own-language";
import { headElement } from "./written/head-element";
import { addToHead } from "./written/page-parts";

/** What the browser's tab and its history say of a page: the page's own heading, and whose page it is. */
export function PageTitle({ children }: { readonly children: string }) {
  const t = useTranslations("common");
  return <title>{`${children} · ${t("product")}`}</title>;
}

/** What a search engine says of the page below its title, and others where they show a link to it: written in the document's head alone, where there is one. */
export function PageDescription({ children }: { readonly children: string }) {
  const stands = addToHead(() => headElement("meta", { ...DESCRIPTION, content: children }));
  return stands ? null : <meta {...DESCRIPTION} content={children} />;
}

const DESCRIPTION = { name: "description", property: "og:description" };

/** A step without `href` is the page itself. */
export type CrumbStep = { readonly label: ReactNode; readonly href?: string };

function Crumb({ steps }: { readonly steps: readonly CrumbStep[] }) {
  const t = useTranslations("ui.page");
  const locale = useLocale();
  return (
    <nav aria-label={t("crumb")}>
      <ol className="crumb">
        {steps.map((step, index) => (
          <li key={step.href ?? "here"}>
            {index > 0 && <Icon name="chevron-right" />}
            {step.href ? (
              <Anchor href={step.href}>{inOwnLanguage(step.label, locale)}</Anchor>
            ) : (
              inOwnLanguage(step.label, locale)
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type PageHeadProps = {
  readonly title: string;
  /** What the heading shows where that is more than the title as text. */
  readonly heading?: ReactNode;
  readonly crumb?: readonly CrumbStep[];
  readonly sub?: ReactNode;
  /** What a search engine says of the page, where that is more than `sub`. */
  readonly description?: string;
  /** The chip of the state now. */
  readonly chip?: ReactNode;
  /** At most three. */
  readonly actions?: ReactNode;
  /** On a phone the actions stay beside the title; for one short button. */
  readonly isInline?: boolean;
};

export function PageHead({
  title,
  heading = title,
  crumb,
  sub,
  chip,
  actions,
  isInline = false,
  ...said
}: PageHeadProps) {
  const locale = useLocale();
  const description = said.description ?? (typeof sub === "string" ? sub : "");
  return (
    <div className={isInline ? "page-head is-inline" : "page-head"}>
      <PageTitle>{title}</PageTitle>
      {description && <PageDescription>{description}</PageDescription>}
      <div>
        {crumb && <Crumb steps={crumb} />}
        <h1>{inOwnLanguage(heading, locale)}</h1>
        {sub && <p className="page-sub">{inOwnLanguage(sub, locale)}</p>}
      </div>
      {(chip || actions) && (
        <div className="page-actions">
          {chip}
          {actions}
        </div>
      )}
    </div>
  );
}
