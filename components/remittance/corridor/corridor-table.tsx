import { useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { CountText } from "@/components/ui/figures/count-text";
import { ShareText } from "@/components/ui/figures/share-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { CorridorHealth } from "@/domain/remittance/corridor-health";
import { useChannelName, useCorridorName } from "./corridor-name";
import { SettleText } from "./settle-text";

type CorridorTableProps = {
  readonly corridors: readonly CorridorHealth[];
  readonly caption: string;
  /** Of one corridor: its channels are the rows. */
  readonly isOfOne?: boolean;
};

const BPS_MAX = 10_000;

const keyOf = ({ payerCountry, payeeCountry, currency, channel }: CorridorHealth): string =>
  [payerCountry, payeeCountry, currency, channel ?? ""].join(".");

/** How money fared: payments sent, what came back of them with its bar, how long the rest took, what was frozen. */
export function CorridorTable({ corridors, caption, isOfOne = false }: CorridorTableProps) {
  const t = useTranslations("remittance.corridor");
  const corridorName = useCorridorName();
  const channelName = useChannelName();
  const columns: Column<CorridorHealth>[] = [
    {
      key: "corridor",
      head: t(isOfOne ? "channel" : "corridor"),
      cell: (one) => (isOfOne ? channelName(one.channel) : corridorName(one)),
      ...(isOfOne ? {} : { detail: (one: CorridorHealth) => channelName(one.channel) }),
    },
    {
      key: "sent",
      head: t("sent"),
      isNumber: true,
      cell: (one) => (
        <>
          <CountText value={one.sendings} />
          <small>{t("ofOrders", { orders: one.orders })}</small>
        </>
      ),
    },
    {
      key: "returned",
      head: t("returned"),
      isNumber: true,
      cell: (one) => (
        <>
          <ShareText part={one.returned} whole={one.sendings} unit={t("unit")} />
          <BarRow value={one.returnRateBps} max={BPS_MAX} tone="c3" />
        </>
      ),
    },
    { key: "median", head: t("median"), isNumber: true, cell: (one) => <SettleText ms={one.medianSettleMs} /> },
    { key: "p90", head: t("p90"), isNumber: true, cell: (one) => <SettleText ms={one.p90SettleMs} /> },
    { key: "frozen", head: t("frozen"), isNumber: true, cell: (one) => <CountText value={one.frozen} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={corridors} rowKey={keyOf} height="tall" />;
}
