/** What lists filter requests by and no time changes: it stands in the index of words, so that words and filters are one look-up. */
export type Facet = "service" | "hub" | "corridor";

/** A facet as the index holds it: no word of a text begins so, since words are letters and digits. */
export const facetWord = (name: Facet, value: string): string => `:${name}:${value}`;

/** What the index holds whole; a filter by anything else is left to its column, which holds no such value either. */
const isIndexed = (value: string | null | undefined): value is string => /^[\w.-]+$/.test(value ?? "");

/** The facets that are asked for, as the index holds them. */
export const facetWords = (asked: Readonly<Partial<Record<Facet, string | null | undefined>>>): Map<Facet, string> =>
  new Map(
    (["service", "hub", "corridor"] as const).flatMap((name): [Facet, string][] => {
      const value = asked[name];
      return isIndexed(value) ? [[name, facetWord(name, value)]] : [];
    }),
  );
