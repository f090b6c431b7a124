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

export const columnClass = <Row>(column: Column<Row>): string | undefined =>
  [column.isNumber && "num", column.className].filter(Boolean).join(" ") || undefined;
