/** By what the rows behind a figure are sorted. */
export const ROW_KEYS = ["contracted", "value", "weight"] as const;
export type RowKey = (typeof ROW_KEYS)[number];

export type RowSort = { readonly key: RowKey; readonly isAscending: boolean };

export const LATEST_FIRST: RowSort = { key: "contracted", isAscending: false };

/** The goods of deals are worth so much in currencies of their own, which no order compares; orders have one value in CNY. */
export const rowKeysOf = (counted: "orders" | "deals"): readonly RowKey[] =>
  counted === "deals" ? ["contracted", "weight"] : ROW_KEYS;

/** As an address says it: `-value` has the largest first. */
export const writeRowSort = ({ key, isAscending }: RowSort): string => (isAscending ? key : `-${key}`);

/** Reads what an address says; the latest come first where it says nothing that these rows can be sorted by. */
export function readRowSort(text: string, counted: "orders" | "deals"): RowSort {
  const key = rowKeysOf(counted).find((one) => one === text.replace(/^-/, ""));
  return key ? { key, isAscending: !text.startsWith("-") } : LATEST_FIRST;
}

/** The last row of a page: what it is sorted by, and its id, which decides among equals. */
export type RowPlace = { readonly figure: number; readonly id: string };

/** The cursor says its sort, so that it cannot be taken for a place in another one. */
export const writeRowCursor = (sort: RowSort, { figure, id }: RowPlace): string =>
  [writeRowSort(sort), figure, id].join(".");

/** The place that a cursor says; null where it says none of this sort: such a list starts from the top. */
export function readRowCursor(text: string | null, sort: RowSort): RowPlace | null {
  const [, said, figure, id] = /^(-?[a-z]+)\.(-?\d{1,16})\.([\w-]{1,64})$/.exec(text ?? "") ?? [];
  const isPlace = said === writeRowSort(sort) && id !== undefined && Number.isSafeInteger(Number(figure));
  return isPlace ? { figure: Number(figure), id } : null;
}
