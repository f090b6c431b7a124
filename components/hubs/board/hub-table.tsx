import { useLocale, useTranslations } from "next-intl";
import { monthName } from "@/components/hubs/month-name";
import { Anchor } from "@/components/ui/actions/anchor";
import { listFormat, numberFormat } from "@/components/ui/figures/intl-cache";
import { HubName } from "@/components/ui/freight/hub-name";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { HubClocks } from "./hub-clocks";
import type { HubCardView } from "./hub-card-view";

type HubTableProps = {
  readonly caption: string;
  readonly hubs: readonly HubCardView[];
  /** `/en/hubs` and `/en/requests`. */
  readonly base: string;
  readonly requestsBase: string;
  readonly at: number;
  readonly month: string;
  /** Border hubs have queues; seaports and airports do not count them. */
  readonly hasWaits: boolean;
};

/** Hubs of one kind: where they lead, by which modes, how long the queue is expected to be, and what is open there. */
export function HubTable({ caption, hubs, base, requestsBase, at, month, hasWaits }: HubTableProps) {
  const t = useTranslations("hubs.board");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const list = (words: readonly string[]) => listFormat(locale).format(words);
  const countries = (hub: HubCardView) => list(hub.countries.map((code) => country.of(code) ?? code));
  const modeNames = (hub: HubCardView) => list(hub.modes.map((mode) => modes(mode)));
  const hours = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const waits = (hub: HubCardView) =>
    hub.waits.length === 0
      ? t("noWait")
      : list(hub.waits.map((wait) => t("waitBy", { mode: modes(wait.mode), hours: hours(wait.hours) })));
  const isEstimate = (hub: HubCardView) => hub.waits.some((wait) => wait.isEstimate);
  const requests = (hub: HubCardView) =>
    hub.openRequests === 0 ? (
      t("noRequests")
    ) : (
      <Anchor href={`${requestsBase}?hub=${encodeURIComponent(hub.id)}`}>{hours(hub.openRequests)}</Anchor>
    );
  const columns: Column<HubCardView>[] = [
    { key: "port", head: t("port"), cell: (hub) => <HubName {...hub} /> },
    { key: "neighbours", head: t("neighbours"), cell: countries },
    { key: "modes", head: t("modes"), cell: modeNames },
    ...(hasWaits
      ? [
          {
            key: "wait",
            head: t("wait", { month: monthName(month, locale) }),
            cell: waits,
            detail: (hub: HubCardView) => isEstimate(hub) && t("estimate"),
          },
        ]
      : []),
    { key: "clock", head: t("clock"), cell: (hub) => <HubClocks clocks={hub.clocks} at={at} /> },
    { key: "places", head: t("places"), isNumber: true, cell: (hub) => hub.places.length },
    { key: "requests", head: t("requests"), isNumber: true, cell: requests },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={hubs}
      rowKey={(hub) => hub.id}
      rowHref={(hub) => `${base}/${encodeURIComponent(hub.id)}`}
      card={(hub) => (
        <RowCard
          number={<HubName {...hub} />}
          end={`${t("requests")} ${hub.openRequests}`}
          title={countries(hub)}
          facts={
            <>
              <span>{modeNames(hub)}</span>
              {hasWaits && <span>{`${waits(hub)}${isEstimate(hub) ? ` (${t("estimate")})` : ""}`}</span>}
            </>
          }
        />
      )}
    />
  );
}
