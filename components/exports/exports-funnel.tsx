import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/components/hubs/figure-table";
import { monthName } from "@/components/hubs/share-figures";
import { Panel } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { FUNNEL_STEPS, type FunnelCount } from "@/domain/exports/funnel";
import type { ExportsFunnel } from "@/views/exports";

/** How many of the providers that were listed in each month came to each step, and in how many days in the middle. */
export function FunnelPanel({ funnel }: { readonly funnel: ExportsFunnel }) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const [all] = funnel.funnels;
  const number = numberFormat(locale, {});
  const cell = ({ count, medianDays }: FunnelCount): string =>
    medianDays === null
      ? number.format(count)
      : t("funnel.cell", { count: number.format(count), days: t("funnel.days", { days: medianDays }) });
  return (
    <Panel
      id="funnel"
      title={t("panel.funnel")}
      aside={t("panel.funnelAside", { month: monthName(funnel.from, locale) })}
      isFlush
    >
      {!all || all.steps[0]?.count === 0 ? (
        <p className="panel-body">{t("funnel.none")}</p>
      ) : (
        <>
          <FigureTable
            caption={t("panel.funnel")}
            look="corridor-bars"
            nameHead={t("head.month")}
            columns={FUNNEL_STEPS.map((step) => [t(`funnel.${step}`), "num"] as const)}
            barOf={1}
            groups={[
              {
                rows: funnel.funnels.map(({ month, steps }) => ({
                  name: month === null ? t("funnel.all") : monthName(month, locale),
                  isStrong: month === null,
                  cells: steps.map(cell),
                })),
              },
            ]}
          />
          <p className="panel-foot">{t("funnel.how")}</p>
        </>
      )}
    </Panel>
  );
}
