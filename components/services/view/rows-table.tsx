import type { ReactNode } from "react";
import { ScrollBox } from "@/components/ui/page/scroll-box";
import { type Column, columnLook } from "@/components/ui/table/column";

type RowsTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
};

/** The rows of a list within a spec or terms. It says no words of its own, since forms take it into the browser with their views. */
export function RowsTable<Row>({ caption, columns, rows }: RowsTableProps<Row>) {
  const [head, ...others] = columns;
  const cells = rows.map((row, place) => ({
    key: `row-${place.toString()}`,
    head: head.cell(row),
    others: others.map((column): { column: Column<Row>; cell: ReactNode } => ({ column, cell: column.cell(row) })),
  }));
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" {...columnLook(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row) => (
            <tr key={row.key}>
              <th scope="row" {...columnLook(head)}>
                {row.head}
              </th>
              {row.others.map(({ column, cell }) => (
                <td key={column.key} {...columnLook(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
