/** Lists that people arrange for themselves: the columns that may be chosen beside the first one, those that are shown to whoever has chosen none, and what their addresses ask. */
export const LISTS = {
  deals: {
    path: "/deals",
    columns: ["services", "route", "value", "ready", "posted", "next", "turn"],
    shown: ["services", "route", "value", "ready", "posted", "turn"],
    filters: ["q", "service", "state", "hub", "mode", "sort"],
  },
  orders: {
    path: "/orders",
    columns: ["service", "route", "party", "side", "price", "placed", "state", "turn"],
    shown: ["service", "route", "party", "price", "placed", "state", "turn"],
    filters: ["q", "side", "state", "service", "hub", "late", "sort"],
  },
  bids: {
    path: "/bids",
    columns: ["service", "hub", "state", "closes", "updated", "total"],
    shown: ["service", "hub", "state", "closes", "updated", "total"],
    filters: ["q", "state", "service", "hub", "sort"],
  },
  requests: {
    path: "/requests",
    columns: ["services", "route", "value", "bids", "closes", "state", "turn"],
    shown: ["services", "route", "value", "bids", "closes", "state", "turn"],
    filters: ["q", "service", "hub", "corridor", "closes", "state", "mine", "passed", "sort"],
  },
} as const satisfies Readonly<
  Record<string, { path: string; columns: readonly string[]; shown: readonly string[]; filters: readonly string[] }>
>;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as [ListName, ...ListName[]];
export const isListName = (text: string): text is ListName => LIST_NAMES.some((name) => name === text);

/** So many views a person keeps of a list. */
export const VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 60;
export const QUERY_MAX = 600;
const VALUE_MAX = 100;

/** What an address asks of a list: its filters and its order, each once and in one order, without the page that it stands on. Two addresses of one view are the same text. */
export function queryOf(list: ListName, asked: URLSearchParams): string {
  const known = LISTS[list].filters.flatMap((name): [string, string][] => {
    const value = (asked.get(name) ?? "").trim().slice(0, VALUE_MAX);
    return value === "" ? [] : [[name, value]];
  });
  return new URLSearchParams(known).toString().slice(0, QUERY_MAX);
}

export const isColumnOf = (list: ListName, column: string): boolean =>
  LISTS[list].columns.some((known) => known === column);

/** The columns of a list that a person has chosen, in the list's order; those that are shown to everybody where none was chosen, or none of these is left. */
export function columnsOf(list: ListName, chosen: readonly string[] | null): readonly string[] {
  const { columns, shown } = LISTS[list];
  const kept = columns.filter((column) => chosen?.includes(column));
  return kept.length > 0 ? kept : shown;
}
