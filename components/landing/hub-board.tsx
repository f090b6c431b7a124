import { useTranslations } from "next-intl";
import { HubName } from "@/components/ui/freight/hub-name";
import { CountText } from "@/components/ui/figures/count-text";
import { BarRow } from "@/components/ui/charts/bar-row";
import { Anchor } from "@/components/ui/actions/anchor";
import { Panel } from "@/components/ui/page/panel";
import { DataTable } from "@/components/ui/table/data-table";
import type { Hub } from "@/domain/hubs/hub";

type Row = { readonly hub: Hub; readonly open: number };
type HubBoardProps = { readonly rows: readonly Row[]; readonly hubsHref: string; readonly requestsHref: string };

/** Which ports the open requests go through. */
export function HubBoard({ rows, hubsHref, requestsHref }: HubBoardProps) {
  const t = useTranslations("landing.board");
  const most = Math.max(1, ...rows.map((row) => row.open));
  return (
    <Panel title={t("title")} tools={<Anchor href={hubsHref}>{t("all")}</Anchor>} isFlush>
      <DataTable<Row>
        caption={t("title")}
        rows={[...rows]}
        rowKey={(row) => row.hub.id}
        rowHref={(row) => `${hubsHref}/${row.hub.id}`}
        height="regular"
        columns={[
          {
            key: "hub",
            head: t("hub"),
            cell: ({ hub }) => <HubName nameEn={hub.nameEn} nameZh={hub.nameZh} isBorderHub={hub.isBorderHub} />,
          },
          { key: "kind", head: t("kind"), cell: ({ hub }) => t(`kinds.${hub.kind}`) },
          { key: "bar", head: t("bar"), isHeadHidden: true, cell: ({ open }) => <BarRow value={open} max={most} /> },
          {
            key: "open",
            head: t("open"),
            isNumber: true,
            cell: ({ hub, open }) => (
              <Anchor href={`${requestsHref}?hub=${hub.id}`}>
                <CountText value={open} />
              </Anchor>
            ),
          },
        ]}
      />
    </Panel>
  );
}
