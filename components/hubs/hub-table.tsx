import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { listFormat, numberFormat, regionNames } from "@/components/ui/format";
import { HubName } from "@/components/ui/words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { HubClocks, HubNow } from "./outlook-panel";
import type { HubCard } from "@/views/hubs";

type HubTableProps = {
  readonly caption: string;
  readonly hubs: readonly HubCard[];
  /** `/en/hubs` and `/en/requests`. */
  readonly base: string;
  readonly requestsBase: string;
  readonly at: number;
  /** The reader's, or the market's. */
  readonly zone: string;
};

/** Hubs of one kind: where they lead, by which modes, how long the queue is expected to be, and what is open there. */
export function HubTable({ caption, hubs, base, requestsBase, at, zone }: HubTableProps) {
  const t = useTranslations("hubs.board");
  const board = useTranslations("hub-board.list");
  const modes = useTranslations("hubs.mode");
  const locale = useLocale();
  const country = regionNames(locale);
  const list = (words: readonly string[]) => listFormat(locale).format(words);
  const countries = (hub: HubCard) => list(hub.countries.map((code) => country.of(code) ?? code));
  const modeNames = (hub: HubCard) => list(hub.modes.map((mode) => modes(mode)));
  const hours = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  // Seaports and airports count no queue, but they may be closed.
  const hasWaits = hubs.some((hub) => hub.now.some(({ wait }) => wait !== null));
  const waits = (hub: HubCard) => <HubNow now={hub.now} zone={zone} />;
  const requests = (hub: HubCard) =>
    hub.openRequests === 0 ? (
      t("noRequests")
    ) : (
      <Anchor href={`${requestsBase}?hub=${encodeURIComponent(hub.id)}`}>{hours(hub.openRequests)}</Anchor>
    );
  const columns: Column<HubCard>[] = [
    { key: "port", head: t("port"), cell: (hub) => <HubName {...hub} /> },
    { key: "neighbours", card: "title", head: t("neighbours"), cell: countries },
    { key: "modes", card: "facts", head: t("modes"), cell: modeNames },
    ...(hasWaits
      ? [
          {
            key: "wait",
            card: "facts" as const,
            head: board("now"),
            cell: waits,
          },
        ]
      : []),
    { key: "clock", head: t("clock"), cell: (hub) => <HubClocks clocks={hub.clocks} at={at} /> },
    { key: "places", head: t("places"), isNumber: true, cell: (hub) => hub.places.length },
    { key: "requests", card: "end", isNamedOnCard: true, head: t("requests"), isNumber: true, cell: requests },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={hubs}
      rowKey={(hub) => hub.id}
      rowHref={(hub) => `${base}/${encodeURIComponent(hub.id)}`}
    />
  );
}
