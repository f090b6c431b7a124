import type { ReactNode } from "react";

export type Column<Row> = {
  readonly key: string;
  /** With the unit, so that cells carry none: "Goods, CNY". */
  readonly head: string;
  /** Keeps the head for assistive technology only. */
  readonly isHeadHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The second line of the first column, below the link. */
  readonly detail?: (row: Row) => ReactNode;
  /** Figures: right aligned. */
  readonly isNumber?: boolean;
  /** Where this head leads: the same view sorted by it, or turned round. */
  readonly sortHref?: string;
  readonly sorted?: "ascending" | "descending";
  /** Utilities for width, or `max-desk:hidden`. */
  readonly className?: string;
};

/** The class of a column's cells, where it has one: what is left out is not sent, and a page has many cells. */
export function columnLook<Row>({ isNumber, className }: Column<Row>): { readonly className?: string } {
  const classes = [isNumber && "num", className].filter(Boolean).join(" ");
  return classes === "" ? {} : { className: classes };
}
