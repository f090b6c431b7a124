import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../actions/anchor";
import { Icon } from "../icons/icon";

/** A step without `href` is the page itself. */
export type CrumbStep = { readonly label: ReactNode; readonly href?: string };

export function Crumb({ steps }: { readonly steps: readonly CrumbStep[] }) {
  const t = useTranslations("ui.page");
  return (
    <nav aria-label={t("crumb")}>
      <ol className="crumb">
        {steps.map((step, index) => (
          <li key={step.href ?? "here"}>
            {index > 0 && <Icon name="chevron-right" />}
            {step.href ? <Anchor href={step.href}>{step.label}</Anchor> : step.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
