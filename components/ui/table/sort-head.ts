import type { Column } from "./column";

type Sorting = {
  /** What the list is sorted by now: "placed", or "-placed" with the largest first. */
  readonly current: string;
  /** The address of the same list in another order. */
  readonly hrefOf: (sort: string) => string;
};

/** The head of a column by which a list can be sorted: where a press on it leads, and how the list is sorted by it now. The first press on another column has the largest first where `isLargestFirst` says so. */
export function sortHead<Row>(
  name: string,
  { current, hrefOf }: Sorting,
  isLargestFirst = false,
): Pick<Column<Row>, "sortHref" | "sorted"> {
  const down = `-${name}`;
  if (current === name) return { sortHref: hrefOf(down), sorted: "ascending" };
  if (current === down) return { sortHref: hrefOf(name), sorted: "descending" };
  return { sortHref: hrefOf(isLargestFirst ? down : name) };
}

/** The columns that are shown, in the order of the list: its first one always, which holds the link. */
export const shownColumns = <Row>(columns: readonly Column<Row>[], shown: readonly string[]): readonly Column<Row>[] =>
  columns.filter(({ key }, at) => at === 0 || shown.includes(key));
