import { Anchor } from "../actions/anchor";
import { type Column, columnClass } from "./column";

type TableRowProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: string | undefined;
  readonly isYours: boolean;
};

export function TableRow<Row>({ row, columns, href, isYours }: TableRowProps<Row>) {
  const [head, ...others] = columns;
  if (!head) return null;
  return (
    <tr className={isYours ? "is-yours" : undefined}>
      <th scope="row" className={columnClass(head)}>
        {href ? (
          <Anchor className="row-link" href={href} data-row-link>
            {head.cell(row)}
          </Anchor>
        ) : (
          <span className="row-link">{head.cell(row)}</span>
        )}
        {head.detail && <small>{head.detail(row)}</small>}
      </th>
      {others.map((column) => (
        <td key={column.key} className={columnClass(column)}>
          {column.cell(row)}
          {column.detail && <small>{column.detail(row)}</small>}
        </td>
      ))}
    </tr>
  );
}
