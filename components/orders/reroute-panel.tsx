import { useLocale, useTranslations } from "next-intl";
import { partyName, placeName } from "@/components/ui/words";
import { numberFormat } from "@/components/ui/format";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import type { ReactNode } from "react";
import { formatMoney } from "@/components/ui/figures";
import { Panel } from "@/components/ui/blocks";
import type { DealChain, Reroute } from "@/views/chain";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";

type Compared = { readonly laterHours: number; readonly furtherKm: number };

/** What the sentences on another way are filled in with: the hubs by name, and how it compares in whole hours and kilometres. */
export function usePlanWords() {
  const locale = useLocale();
  const whole = numberFormat(locale, { maximumFractionDigits: 0 });
  return {
    hubs: ({ from, to }: { readonly from: NamedPlace; readonly to: NamedPlace }) => ({
      from: placeName(from, locale),
      hub: placeName(to, locale),
    }),
    plan: ({ laterHours, furtherKm }: Compared) => ({
      hours: whole.format(Math.abs(laterHours)),
      isSooner: String(laterHours < 0),
      km: whole.format(Math.abs(furtherKm)),
      isShorter: String(furtherKm < 0),
    }),
  };
}

type ReroutePanelProps = {
  readonly view: DealChain;
  readonly reroute: Reroute;
  /** What the reader can do: answer it, or take it back. */
  readonly children?: ReactNode;
};

/** Another way that one side has asked for and the other has not answered yet: what it changes, and whose turn it is. */
export function ReroutePanel({ view, reroute, children }: ReroutePanelProps) {
  const t = useTranslations("reroute.panel");
  const locale = useLocale();
  const words = usePlanWords();
  const { askedBy, extra, reason } = reroute;
  const hubs = words.hubs(reroute);
  const carrier = view.orders.find(({ service }) => service === "logistics")?.provider ?? view.deal.buyer;
  const other = partyName(askedBy === "buyer" ? carrier : view.deal.buyer, locale);
  return (
    <Panel title={t("title")} id="reroute">
      <div className="form-stack">
        <p>
          <b>{t(`ask.${askedBy}`, hubs)}</b> {t("plan", words.plan(reroute))}{" "}
          {view.carriageCurrency && (extra ? t("extra", { amount: formatMoney(extra, locale) }) : t("noExtra"))}
        </p>
        <p>{t("declared", hubs)}</p>
        {view.deal.mode === "road" && <p>{t("slots", hubs)}</p>}
        {reason && <blockquote>{reason}</blockquote>}
        <p className="text-ink-2">{reroute.isViewersTurn ? t("yours", hubs) : t("waits", { ...hubs, other })}</p>
        {children}
      </div>
    </Panel>
  );
}

type RerouteHistoryProps = { readonly reroutes: readonly Reroute[]; readonly zone: string };

/** Every other way that was asked for in the deal, with what became of it. */
export function RerouteHistory({ reroutes, zone }: RerouteHistoryProps) {
  const t = useTranslations("reroute.history");
  const locale = useLocale();
  const words = usePlanWords();
  if (reroutes.length === 0) return null;
  const columns: Column<Reroute>[] = [
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
      detail: ({ answer }) => answer,
    },
  ];
  return (
    <Panel title={t("title")} isFlush>
      <DataTable caption={t("title")} columns={columns} rows={reroutes} rowKey={({ number }) => String(number)} />
    </Panel>
  );
}
