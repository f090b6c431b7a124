import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/blocks";
import { formatDay } from "@/components/ui/time/format-time";
import { BALANCE_ITEMS } from "@/domain/exports/balance-items";
import type { KnowledgeDefinition } from "@/domain/exports/knowledge";
import { ORDERS_MIN, PROVIDERS_MIN } from "@/domain/exports/small-cells";
import { SERVICES } from "@/domain/shared/vocabulary";

const NAMED = ["export", "value", "counted", "balance"] as const;

type AboutProps = {
  readonly definition: KnowledgeDefinition;
  /** Whether figures that few have made are left out. */
  readonly isPublic: boolean;
};

/** What the figures mean, by which classification and definition, and what is not shown. */
export function ExportsAbout({ definition, isPublic }: AboutProps) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { id, asOf, source } = definition;
  const sources = [...SERVICES.map((service) => BALANCE_ITEMS[service].source), source];
  return (
    <Panel id="definitions" title={t("panel.about")}>
      <dl className="definitions">
        {NAMED.map((term) => (
          <div key={term}>
            <dt>{t(`about.name.${term}`)}</dt>
            <dd>{t(`about.${term}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("about.name.knowledge")}</dt>
          <dd>{t(`about.knowledge.${id}`, { day: formatDay(asOf, locale, true) })}</dd>
        </div>
        {isPublic && (
          <div>
            <dt>{t("about.name.small")}</dt>
            <dd>{t("about.small", { orders: ORDERS_MIN, providers: PROVIDERS_MIN })}</dd>
          </div>
        )}
        <div>
          <dt>{t("about.name.source")}</dt>
          {sources.map((one) => (
            <dd key={one} className="wrap-anywhere">
              {one}
            </dd>
          ))}
        </div>
      </dl>
    </Panel>
  );
}
