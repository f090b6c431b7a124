import type { ReactNode } from "react";

/**
 * On a phone's card: beside the row's head, at the end of that line, or in one of the lines below, which stand in this order. Of `parts` each
 * element says its own place by its class, such as `at-end`.
 */
export type CardPlace = "top" | "end" | "title" | "route" | "facts" | "turn" | "parts";

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
  /**
   * Where the cell stands on the card that a row is on a phone; a column without it is not on the card, and a table none of whose columns has it
   * scrolls sideways. The first column is always there: its cell heads the card, its detail is the title.
   */
  readonly card?: CardPlace;
  /** Says the column's head before a value that does not speak for itself: "Bids 2". */
  readonly isNamedOnCard?: boolean;
};

/** How a table draws the cells of a column. */
export type ColumnLook = {
  readonly key: string;
  /** Which of a row's parts stands in it: its cell is one, and its detail the next. */
  readonly part: number;
  readonly className?: string;
  /** What is said before the value on a card. */
  readonly name?: string;
  readonly hasDetail?: boolean;
};

/** Whether each row is a card on a phone. */
export const hasCardsOf = <Row>(columns: readonly Column<Row>[]): boolean => columns.some(({ card }) => card);

const look = (...classes: readonly (string | false | undefined)[]): { readonly className?: string } => {
  const className = classes.filter(Boolean).join(" ");
  return className === "" ? {} : { className };
};

/** The looks of the cells: what is left out is not sent, and a page has many cells. */
export function columnLooks<Row>(columns: readonly Column<Row>[]): readonly ColumnLook[] {
  const hasCards = hasCardsOf(columns);
  return columns.map(({ key, isNumber, className, card, head, isNamedOnCard, detail }, at) => ({
    key,
    part: at + columns.slice(0, at).filter((before) => before.detail).length,
    ...look(isNumber && "num", className, hasCards && at > 0 && `at-${card ?? "none"}`),
    ...(isNamedOnCard && { name: head }),
    ...(detail && { hasDetail: true }),
  }));
}

/** The look of a head, which is read on a phone too: what is not on the card has none there. */
export const headLook = <Row>({ isNumber, className, card }: Column<Row>, isOnCard: boolean) =>
  look(isNumber && "num", className, isOnCard && !card && "at-none");
