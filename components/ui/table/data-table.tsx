import { createElement, type ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "../blocks";
import { inOwnLanguage } from "../own-language";
import { AsMarkup } from "../written/as-markup";
import { type Column, columnLooks, hasCardsOf, headLook } from "./column";
import { type Head, TableHeads } from "./table-heads";
import { TableKeys } from "./table-keys";
import { TableRow, TableRows } from "./table-rows";

/** The heads as they are drawn; what one has not is not sent. */
function useHeads<Row>(columns: readonly Column<Row>[]): readonly Head[] {
  const t = useTranslations();
  const hasCards = hasCardsOf(columns);
  return columns.map((column, at) => ({
    words: column.head,
    ...headLook(column, hasCards && at > 0),
    ...(column.isHeadHidden && { isHidden: true }),
    ...(column.sortHref && { sort: [column.sortHref, t("ui.table.sortBy", { column: column.head })] as const }),
    ...(column.sorted && { sorted: column.sorted }),
  }));
}

/** What draws nothing is sent as nothing. */
const drawnOf = (node: ReactNode): ReactNode => (node === undefined || node === false || node === "" ? null : node);

/** What stands in the cells of a row, as `TableRow` takes it. */
const partsOf = <Row,>(columns: readonly Column<Row>[], row: Row, locale: string): readonly ReactNode[] =>
  columns.flatMap(({ cell, detail }) =>
    [cell(row), ...(detail ? [detail(row)] : [])].map((node) => inOwnLanguage(drawnOf(node), locale)),
  );

type DataTableProps<Row> = {
  /** What the rows are; read, not shown. */
  readonly caption: string;
  /** The first column is the row's head and holds its link. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  /** It is the reader's turn in this row. */
  readonly isYours?: (row: Row) => boolean;
  /** 53 px for two lines, 44, or 36 for figures. */
  readonly height?: "tall" | "regular" | "dense";
  /** Rows of a `tfoot`: totals. */
  readonly foot?: ReactNode;
  /** J, K, Enter, F, C and ? on this table; for one table a page. */
  readonly hasKeys?: boolean;
  readonly className?: string;
};

const rowProps = <Row,>({ rowKey, rowHref, isYours }: DataTableProps<Row>, row: Row) => ({
  key: rowKey(row),
  ...(rowHref && { href: rowHref(row) }),
  ...(isYours?.(row) && { isYours: true }),
});

/** Rows as the server sorted and cut them; sorting and paging are links, so a view can be sent to a colleague. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, height = "tall", className } = props;
  const hasCards = hasCardsOf(columns);
  const heads = useHeads(columns);
  const locale = useLocale();
  return (
    <div className="data-table-wrap" data-table>
      <AsMarkup>
        <ScrollBox label={caption}>
          <table
            className={["data-table", `rows-${height}`, hasCards && "has-cards", className].filter(Boolean).join(" ")}
          >
            <caption>{caption}</caption>
            <TableHeads heads={heads} />
            <tbody>
              <TableRows looks={columnLooks(columns)}>
                {rows.map((row) => createElement(TableRow, rowProps(props, row), ...partsOf(columns, row, locale)))}
              </TableRows>
            </tbody>
            {props.foot ? <tfoot>{props.foot}</tfoot> : null}
          </table>
        </ScrollBox>
      </AsMarkup>
      {props.hasKeys ? <TableKeys /> : null}
    </div>
  );
}
