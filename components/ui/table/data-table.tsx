import type { ReactNode } from "react";
import { CardList } from "./card-list";
import type { Column } from "./column";
import { TableHead } from "./table-head";
import { TableKeys } from "./table-keys";
import { TableRow } from "./table-row";
import { ScrollBox } from "../page/scroll-box";

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
  /** The row as an item of a phone's list, all of it one link; without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode;
  /** 53 px for two lines, 44, or 36 for figures. */
  readonly height?: "tall" | "regular" | "dense";
  /** Rows of a `tfoot`: totals. */
  readonly foot?: ReactNode;
  /** J, K, Enter, F, C and ? on this table; for one table a page. */
  readonly hasKeys?: boolean;
  readonly className?: string;
};

/** Rows as the server sorted and cut them; sorting and paging are links, so a view can be sent to a colleague. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, isYours, height = "tall", className = "" } = props;
  return (
    <div className="data-table-wrap" data-table>
      <ScrollBox label={caption}>
        <table className={`data-table rows-${height} ${className}`.trimEnd()}>
          <caption>{caption}</caption>
          <TableHead columns={columns} />
          <tbody>
            {rows.map((row) => (
              <TableRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                href={rowHref?.(row)}
                isYours={isYours?.(row) ?? false}
              />
            ))}
          </tbody>
          {props.foot ? <tfoot>{props.foot}</tfoot> : null}
        </table>
      </ScrollBox>
      {props.card ? <CardList {...{ caption, rows, rowKey, rowHref, isYours }} card={props.card} /> : null}
      {props.hasKeys ? <TableKeys /> : null}
    </div>
  );
}
