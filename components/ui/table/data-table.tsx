import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { useTranslations } from "next-intl";
import { Anchor, ScrollBox } from "../blocks";
import { type Column, columnLook } from "./column";
import { TableKeys } from "./table-keys";

type RowCardProps = {
  readonly number: ReactNode;
  readonly chip?: ReactNode;
  /** Right in the first line: the time left. */
  readonly end?: ReactNode;
  readonly title: ReactNode;
  readonly route?: ReactNode;
  /** Services, value, number of bids. */
  readonly facts?: ReactNode;
  /** A `TurnMark`. */
  readonly turn?: ReactNode;
};

/** One row on a phone in the fixed order of lines, for a table's `card`. */
export function RowCard({ number, chip, end, title, route, facts, turn }: RowCardProps) {
  return (
    <>
      <div className="card-top">
        <b>{number}</b>
        {chip}
        {end && <span>{end}</span>}
      </div>
      <div className="card-line">{title}</div>
      {route && <div className="card-quiet">{route}</div>}
      {facts && <div className="card-facts">{facts}</div>}
      {turn && (
        <div className="card-turn">
          {turn}
          <Icon name="chevron-right" />
        </div>
      )}
    </>
  );
}

/** A sortable head is a link, so that it works without a script and the order is in the address. */
function TableHead<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            {...(column.sorted && { "aria-sort": column.sorted })}
            {...columnLook(column)}
          >
            {headWords(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function headWords<Row>({ head, isHeadHidden, sortHref, sorted }: Column<Row>): ReactNode {
  if (isHeadHidden) return <span className="sr-only">{head}</span>;
  return sortHref ? <SortLink head={head} href={sortHref} isDescending={sorted === "descending"} /> : head;
}

type SortLinkProps = { readonly head: string; readonly href: string; readonly isDescending: boolean };

function SortLink({ head, href, isDescending }: SortLinkProps) {
  const t = useTranslations("ui.table");
  return (
    <Anchor href={href} title={t("sortBy", { column: head })}>
      {head}
      <Icon name={isDescending ? "arrow-down" : "arrow-up"} />
    </Anchor>
  );
}

type TableRowProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: string | undefined;
  readonly isYours: boolean;
};

function TableRow<Row>({ row, columns, href, isYours }: TableRowProps<Row>) {
  const [head, ...others] = columns;
  if (!head) return null;
  return (
    <tr {...(isYours && { className: "is-yours" })}>
      <th scope="row" {...columnLook(head)}>
        {href ? (
          <Anchor className="row-link" href={href} data-row-link>
            {head.cell(row)}
          </Anchor>
        ) : (
          <span className="row-link">{head.cell(row)}</span>
        )}
        {head.detail ? <small>{head.detail(row)}</small> : null}
      </th>
      {others.map((column) => (
        <td key={column.key} {...columnLook(column)}>
          {column.cell(row)}
          {column.detail ? <small>{column.detail(row)}</small> : null}
        </td>
      ))}
    </tr>
  );
}

type CardListProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  readonly isYours?: (row: Row) => boolean;
  readonly card: (row: Row) => ReactNode;
  readonly cardFoot?: ReactNode;
};

/** The rows of a table on a phone: each one link, so the whole item is the target. */
function CardList<Row>({ caption, rows, rowKey, rowHref, isYours, card, cardFoot }: CardListProps<Row>) {
  return (
    <ul className="card-list" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={isYours?.(row) ? "is-yours" : undefined}>
          {rowHref ? (
            <Anchor href={rowHref(row)} data-row-link>
              {card(row)}
            </Anchor>
          ) : (
            <div>{card(row)}</div>
          )}
        </li>
      ))}
      {cardFoot ? (
        <li>
          <div>{cardFoot}</div>
        </li>
      ) : null}
    </ul>
  );
}

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
  /** What the foot says, as the last item of that list. */
  readonly cardFoot?: ReactNode;
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
      {props.card ? (
        <CardList {...{ caption, rows, rowKey, rowHref, isYours, cardFoot: props.cardFoot }} card={props.card} />
      ) : null}
      {props.hasKeys ? <TableKeys /> : null}
    </div>
  );
}
