import { type Chosen, type Facet, FACETS, FIXED_VALUES } from "@/domain/catalogue/directory/facets";
import type { Order } from "@/server/catalogue/directory/tally";

export const PAGE_SIZE = 25;
/** Nobody reads further, and what is sorted grows with it. */
const PAGES_MAX = 40;
const WORDS_MAX = 100;
const SORTS = ["name", "on_time", "first_response", "completed"] as const;
const ID = /^[\w.-]{1,64}$/;
const CORRIDOR = /^[A-Z]{2}-[A-Z]{2}$/;

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the directory asks; what it cannot ask is left out. */
export type Asked = {
  readonly q: string;
  readonly chosen: Chosen;
  /** Empty for the list's own order: by name, or by fit to the request that is named. */
  readonly sort: Exclude<Order, "fit"> | "";
  /** The reader's own request that providers are to fit; empty where none is named. */
  readonly requestId: string;
  readonly page: number;
};

const all = (given: string | string[] | undefined): readonly string[] =>
  given === undefined ? [] : [...new Set([given].flat())];
const one = (given: string | string[] | undefined): string => all(given)[0] ?? "";

const isKnown = (facet: Facet, value: string): boolean => {
  if (facet === "corridor") return CORRIDOR.test(value);
  if (facet === "hub") return ID.test(value);
  return (FIXED_VALUES[facet] as readonly string[]).includes(value);
};

export function askedIn(params: Params): Asked {
  const sort = one(params.sort);
  const page = Number(one(params.page));
  const requestId = one(params.for);
  return {
    q: one(params.q).trim().slice(0, WORDS_MAX),
    chosen: Object.fromEntries(
      FACETS.map((facet) => [facet, all(params[facet]).filter((value) => isKnown(facet, value))]),
    ) as unknown as Chosen,
    sort: SORTS.find((order) => order === sort) ?? "",
    requestId: ID.test(requestId) ? requestId : "",
    page: Number.isInteger(page) && page > 1 ? Math.min(page, PAGES_MAX) : 1,
  };
}

/** The address that asks so, with what is changed; a change begins at the first page unless it names one. */
export function addressOf(path: string, asked: Asked, change: Partial<Asked> = {}): string {
  const { q, chosen, sort, requestId, page } = { ...asked, page: 1, ...change };
  const query = new URLSearchParams([
    ...(q ? [["q", q]] : []),
    ...FACETS.flatMap((facet) => chosen[facet].map((value) => [facet, value])),
    ...(requestId ? [["for", requestId]] : []),
    ...(sort ? [["sort", sort]] : []),
    ...(page > 1 ? [["page", String(page)]] : []),
  ]);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same without one value of a facet. */
export const withoutValue = (asked: Asked, facet: Facet, value: string): Chosen => ({
  ...asked.chosen,
  [facet]: asked.chosen[facet].filter((own) => own !== value),
});
