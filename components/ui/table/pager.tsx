import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../blocks";

type PagerProps = {
  /** "1 to 25 of 31" */
  readonly summary?: ReactNode;
  readonly previousHref?: string;
  readonly nextHref?: string;
};

/** By cursor, so there are no page numbers that shift while rows come in. */
export function Pager({ summary, previousHref, nextHref }: PagerProps) {
  const t = useTranslations("ui.pager");
  return (
    <nav className="pager" aria-label={t("label")}>
      {summary}
      {previousHref && (
        <Anchor href={previousHref} rel="prev">
          {t("previous")}
        </Anchor>
      )}
      {nextHref && (
        <Anchor href={nextHref} rel="next">
          {t("next")}
        </Anchor>
      )}
    </nav>
  );
}
