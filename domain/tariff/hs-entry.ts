import { searchText } from "../shared/search-text";

/** Languages that goods are named in: those on both sides of the border, whether the screens speak them or not. */
export const HS_LANGUAGES = ["en", "zh-CN", "ru", "vi", "kk"] as const;
export type HsLanguage = (typeof HS_LANGUAGES)[number];

/** From the widest to the narrowest; what is finer than six digits, or a country's own wording of them, is national. */
export const HS_LEVELS = ["section", "chapter", "heading", "subheading", "national"] as const;
export type HsLevel = (typeof HS_LEVELS)[number];

export type HsLabels = Readonly<Partial<Record<HsLanguage, string>>>;

/** A place in the tariff with what it is called. */
export type HsEntry = {
  /** The code; of a national list with its country before it: `KZ-8504409000`. */
  readonly id: string;
  /** The section's Roman number, or 2 to 10 digits. */
  readonly code: string;
  /** ISO 3166-1 alpha-2; null for what every country shares. */
  readonly country: string | null;
  readonly level: HsLevel;
  readonly parentCode: string | null;
  readonly labels: HsLabels;
  /** Other words for the same goods, in any language. */
  readonly keywords: readonly string[];
  readonly source: string;
  readonly edition: string;
};

export const hsId = (code: string, country: string | null): string => (country === null ? code : `${country}-${code}`);

/**
 * The code right above one of more than two digits: a heading's chapter, a subheading's heading, and for whatever is longer
 * the six digits that every country shares. A chapter's section follows from no rule, so chapters answer null.
 */
export function parentCodeOf(code: string): string | null {
  if (!/^\d{3,10}$/.test(code)) return null;
  if (code.length > 6) return code.slice(0, 6);
  return code.slice(0, code.length > 4 ? 4 : 2);
}

/**
 * Those of the subheadings that no list of what every country shares names, each called what the nearest place above it is called: where a
 * heading is not divided, as 9617, its only one (961700) is the same goods.
 */
export function unnamedSubheadings(codes: readonly string[], entries: readonly HsEntry[]): HsEntry[] {
  const shared = entries.filter(({ country }) => country === null);
  return codes.flatMap((code): HsEntry[] => {
    const above = shared.filter((entry) => code.startsWith(entry.code));
    const nearest = above.sort((a, b) => b.code.length - a.code.length)[0];
    if (!nearest || nearest.code === code) return [];
    return [{ ...nearest, id: hsId(code, null), code, level: "subheading", parentCode: parentCodeOf(code) }];
  });
}

/** Everything above a code, the widest first; the section of a chapter is known to its entry only. */
export function codesAbove(code: string): string[] {
  const parent = parentCodeOf(code);
  return parent === null ? [] : [...codesAbove(parent), parent];
}

/** What an entry is found by, as both databases search it. */
export const wordsOfEntry = ({ labels, keywords }: Pick<HsEntry, "labels" | "keywords">): string =>
  searchText(...HS_LANGUAGES.map((language) => labels[language]), ...keywords);

/** A label in the reader's language; where the list that an entry came from has none, the first that it has. */
export function labelIn(
  labels: HsLabels,
  language: string,
): { readonly text: string; readonly language: HsLanguage } | null {
  const order = [...HS_LANGUAGES].sort((a, b) => Number(b === language) - Number(a === language));
  const found = order.find((one) => labels[one]);
  return found ? { text: labels[found] as string, language: found } : null;
}

/** The source of the rows that come with the product. Their labels are short names to search by, no legal texts. */
export const OWN_SOURCE = "kouan";
