import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures/format-money";
import { Panel } from "@/components/ui/page/panel";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { RerouteView } from "@/domain/orders/reroute/reroute-view";
import { usePlanWords } from "./use-plan-words";

type RerouteHistoryProps = { readonly reroutes: readonly RerouteView[]; readonly zone: string };

/** Every other way that was asked for in the deal, with what became of it. */
export function RerouteHistory({ reroutes, zone }: RerouteHistoryProps) {
  const t = useTranslations("reroute.history");
  const locale = useLocale();
  const words = usePlanWords();
  if (reroutes.length === 0) return null;
  const columns: Column<RerouteView>[] = [
    {
      key: "way",
      head: t("way"),
      cell: (one) => t("fromTo", words.hubs(one)),
      detail: ({ extra }) => (extra ? formatMoney(extra, locale) : null),
    },
    { key: "when", head: t("when"), cell: ({ askedAt }) => <TimeText at={askedAt} zone={zone} /> },
    { key: "state", head: t("state"), cell: ({ state }) => t(`states.${state}`) },
    {
      key: "why",
      head: t("why"),
      className: "max-desk:hidden",
      cell: ({ reason }) => reason,
      detail: ({ answerWords }) => answerWords,
    },
  ];
  return (
    <Panel title={t("title")} isFlush>
      <DataTable caption={t("title")} columns={columns} rows={reroutes} rowKey={({ number }) => String(number)} />
    </Panel>
  );
}
