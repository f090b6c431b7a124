import type { ReactNode } from "react";
import { Anchor } from "../actions/anchor";

type CardListProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  readonly isYours?: (row: Row) => boolean;
  readonly card: (row: Row) => ReactNode;
};

/** The rows of a table on a phone: each one link, so the whole item is the target. */
export function CardList<Row>({ caption, rows, rowKey, rowHref, isYours, card }: CardListProps<Row>) {
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
    </ul>
  );
}
