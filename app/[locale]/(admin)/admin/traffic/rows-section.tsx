import { useTranslations } from "next-intl";
import { RowsBar, RowsTable, type RowsTableProps } from "@/components/admin/traffic/counted-rows";
import { Anchor, EmptyState } from "@/components/ui/blocks";
import { Pager } from "@/components/ui/table/pager";
import { type RowKey, rowKeysOf, type RowSort } from "@/domain/hubs/traffic-rows";
import type { RowsTotal } from "@/views/traffic";
import { EXPORT_ROWS_MAX } from "@/server/hubs/queries/traffic-rows";
import { keptSort, type RowsAddress } from "./rows-address";
import { addressWith, type TrafficAddress } from "./traffic-address";

type RowsSectionProps = Pick<RowsTableProps, "rows" | "hubs" | "places" | "zone"> & {
  readonly base: string;
  readonly exportPath: string;
  readonly address: TrafficAddress;
  readonly asked: RowsAddress;
  readonly counted: "orders" | "deals";
  /** The group of hubs as the address of this page says it; nothing on a hub's own page. */
  readonly group: Readonly<Record<string, string>>;
  /** The group or hub as the export's address says it. */
  readonly exported: string;
  readonly total: RowsTotal;
  readonly nextCursor: string | null;
};

/** The rows behind a figure with what all of them come to, in the order that is asked for, page by page and as a file. */
export function RowsSection(props: RowsSectionProps) {
  const { base, address, asked, counted, group, total, rows, nextCursor } = props;
  const t = useTranslations("admin.traffic.rows");
  const { q, sort, cursor } = asked;
  const search: Record<string, string> = q === "" ? {} : { q };
  const here = (more: Readonly<Record<string, string>>) => base + addressWith(address, { more: { ...group, ...more } });
  const sortHref = (change: RowSort) => here({ ...search, ...keptSort(change) });
  // The order that a list has is turned round; any other one starts with the largest or the latest.
  const turned = (key: RowKey): RowSort => ({ key, isAscending: key === sort.key && !sort.isAscending });
  const sorts = rowKeysOf(counted).map((key) => ({ key, href: sortHref(turned(key)) }));
  const file = addressWith(address, { more: { hub: props.exported, ...search, ...keptSort(sort) } });
  return (
    <>
      <RowsBar
        counted={counted}
        total={total}
        sort={sort}
        sorts={sorts}
        exportHref={total.count > 0 && total.count <= EXPORT_ROWS_MAX ? props.exportPath + file : null}
        exportMax={EXPORT_ROWS_MAX}
      />
      {rows.length === 0 ? (
        <EmptyState reason={t("empty")}>
          <Anchor href={q === "" ? base : here({})}>{t("showAll")}</Anchor>
        </EmptyState>
      ) : (
        <RowsTable rows={rows} hubs={props.hubs} places={props.places} zone={props.zone} sort={sort} sorts={sorts} />
      )}
      <Pager
        previousHref={cursor ? sortHref(sort) : undefined}
        nextHref={nextCursor ? here({ ...search, ...keptSort(sort), cursor: nextCursor }) : undefined}
      />
    </>
  );
}
