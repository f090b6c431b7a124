import { sumOf, type TradeSum } from "./trade";

/** A figure is published from so many orders of so many providers on: fewer would tell how one of them does. */
export const ORDERS_MIN = 8;
export const PROVIDERS_MIN = 5;

/** A figure and what each provider has in it. */
export type Cell = TradeSum & { readonly byProvider: ReadonlyMap<string, number> };

/** A figure as it is published: who made it is said as a number. What is passed through and what is a margin are few providers' and stay out. */
export type ShownCell = Pick<TradeSum, "count" | "valueMinor"> & { readonly providers: number };

type OfProvider = TradeSum & { readonly providerId: string };

export function cellOf(rows: readonly OfProvider[]): Cell {
  const byProvider = new Map<string, number>();
  for (const { providerId, count } of rows) byProvider.set(providerId, (byProvider.get(providerId) ?? 0) + count);
  return { ...sumOf(rows), byProvider };
}

/**
 * Whether a figure may be published: at least eight orders of at least five providers, and still so without any one of its providers (the k+1 rule), so
 * that nobody's leaving, nor anybody who takes their own part off, leaves a figure that may not be shown. Figures without a provider's worth are none.
 */
export function isPublic({ count, byProvider }: Pick<Cell, "count" | "byProvider">): boolean {
  const most = Math.max(0, ...byProvider.values());
  return byProvider.size - 1 >= PROVIDERS_MIN && count - most >= ORDERS_MIN;
}

const shownOf = ({ byProvider, count, valueMinor }: Cell): ShownCell => ({
  count,
  valueMinor,
  providers: byProvider.size,
});

/** The figure of these orders as it is published; null where it may not be. */
export function cellPublicly(rows: readonly OfProvider[]): ShownCell | null {
  const cell = cellOf(rows);
  return isPublic(cell) ? shownOf(cell) : null;
}

/** A whole in its parts, as far as they may be published: the rest is one figure, and together they are the whole. */
export type Split = {
  readonly shown: readonly (ShownCell & { readonly key: string })[];
  /** What may not be shown by itself, together; null where everything is shown. */
  readonly rest: (ShownCell & { readonly keys: readonly string[] }) | null;
};

type Part = { readonly key: string; readonly cell: Cell };

/** The larger value first, of equal ones by the key. */
const largestFirst = (a: Part, b: Part): number =>
  a.cell.valueMinor === b.cell.valueMinor ? (a.key < b.key ? -1 : 1) : a.cell.valueMinor > b.cell.valueMinor ? -1 : 1;

/**
 * The parts of a whole that is published. A part that may not be shown joins the rest; the rest, too, has to be a figure that may be shown, or who takes
 * the shown parts off the whole would read it: until it is one, the smallest part that is shown joins it. Null where the whole itself may not be shown.
 */
export function splitPublicly<Row extends OfProvider>(rows: readonly Row[], keyOf: (row: Row) => string): Split | null {
  if (!isPublic(cellOf(rows))) return null;
  const parts = [...Map.groupBy(rows, keyOf)]
    .map(([key, some]) => ({ key, some, cell: cellOf(some) }))
    .sort(largestFirst);
  const shown = parts.filter(({ cell }) => isPublic(cell));
  const rest = parts.filter(({ cell }) => !isPublic(cell));
  while (rest.length > 0 && !isPublic(cellOf(rest.flatMap(({ some }) => some)))) {
    const smallest = shown.pop();
    if (!smallest) break;
    rest.push(smallest);
  }
  const left = cellOf(rest.flatMap(({ some }) => some));
  return {
    shown: shown.map(({ key, cell }) => ({ key, ...shownOf(cell) })),
    rest: rest.length === 0 ? null : { ...shownOf(left), keys: rest.map(({ key }) => key).sort() },
  };
}

/** Whether orders that are told nowhere else may be read from a sum over them: there are none, or they are a figure that may be shown. */
export const mayBeRead = (rows: readonly OfProvider[]): boolean => rows.length === 0 || isPublic(cellOf(rows));

/** One part of a whole and what is beside it, where both may be shown; null where either would tell too much. */
export function partPublicly<Row extends OfProvider>(
  rows: readonly Row[],
  isPart: (row: Row) => boolean,
): { readonly part: ShownCell; readonly whole: ShownCell } | null {
  const [part, beside] = [rows.filter(isPart), rows.filter((row) => !isPart(row))];
  if (rows.length === 0 || !mayBeRead(part) || !mayBeRead(beside)) return null;
  return { part: shownOf(cellOf(part)), whole: shownOf(cellOf(rows)) };
}
