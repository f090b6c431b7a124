import { Anchor } from "../actions/anchor";
import { type Column, columnLook } from "./column";

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
