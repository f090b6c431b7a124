import { Children, type ReactElement, type ReactNode } from "react";
import type { ColumnLook } from "../table/column";

export type TableRowProps = {
  readonly href?: string;
  readonly isYours?: boolean;
  /** What stands in the cells, one after the other, each followed by its detail where its column has details. */
  readonly children?: ReactNode;
};

type Looked = TableRowProps & { readonly looks: readonly ColumnLook[] };

/** A row as its cells. Its link is followed by `useRowLinks`, one listener for all. */
export function LookedRow({ looks, href, isYours, children }: Looked) {
  const parts = (Array.isArray(children) ? children : [children]) as readonly ReactNode[];
  return (
    <tr {...(isYours && { className: "is-yours" })}>
      {looks.map(({ key, part, className, name, hasDetail }, at) => {
        const said = parts[part];
        const detail = hasDetail && parts[part + 1];
        const below = detail ? <small>{detail}</small> : null;
        if (at > 0)
          return (
            <td key={key} className={className} data-name={name}>
              {said}
              {below}
            </td>
          );
        return (
          <th key={key} scope="row" className={className}>
            {href ? (
              <a className="row-link" href={href}>
                {said}
              </a>
            ) : (
              <span className="row-link">{said}</span>
            )}
            {below}
          </th>
        );
      })}
    </tr>
  );
}

export type TableRowsProps = { readonly looks: readonly ColumnLook[]; readonly children: ReactNode };

/** The rows of a table, each told the looks of its columns. */
export const TableRows = ({ looks, children }: TableRowsProps) =>
  Children.toArray(children).map((row) => {
    const { key, props } = row as ReactElement<TableRowProps>;
    return <LookedRow key={key} looks={looks} {...props} />;
  });
