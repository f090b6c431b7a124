"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ColumnLook } from "./column";

const Looks = createContext<readonly ColumnLook[]>([]);

type TableRowsProps = { readonly looks: readonly ColumnLook[]; readonly children: ReactNode };

/** The rows of a table, which share the looks of its columns: they are sent once. */
export const TableRows = ({ looks, children }: TableRowsProps) => <Looks value={looks}>{children}</Looks>;

type TableRowProps = {
  readonly href?: string;
  readonly isYours?: boolean;
  /** What stands in the cells, one after the other, each followed by its detail where its column has details. */
  readonly children?: ReactNode;
};

/** A row is sent as what stands in its cells; elements are made of it here. Its link is followed by `useRowLinks`, one listener for all. */
export function TableRow({ href, isYours, children }: TableRowProps) {
  const looks = useContext(Looks);
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
