// Making an Intl formatter costs a hundred times its use, and a list shows the same few kinds in every row.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const collators = new Map<string, Intl.Collator>();
const regions = new Map<string, Intl.DisplayNames>();

function kept<Format>(cache: Map<string, Format>, key: string, make: () => Format): Format {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

/** The market's English writes the day before the month and the hour from 0 to 23. */
export const intlTag = (locale: string): string => (locale === "en" ? "en-GB" : locale);

/** Browsers that know no Kazakh would write its numbers and countries in a language of their own; Russian numbers look the same. */
const knownTag = (locale: string): string =>
  Intl.NumberFormat.supportedLocalesOf(intlTag(locale)).length > 0 ? intlTag(locale) : "ru";

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(knownTag(locale), options));

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(intlTag(locale), options));

/** Names side by side: "Logistics, Customs", 物流、报关. Kazakh ones as Russian ones, which every browser knows. */
export const listFormat = (locale: string): Intl.ListFormat => {
  const tag = locale === "kk" ? "ru" : intlTag(locale);
  return kept(lists, tag, () => new Intl.ListFormat(tag, { type: "conjunction", style: "narrow" }));
};

/** Kazakh letters that Russian order puts elsewhere: behind `у` and `ы`. */
const KAZAKH_LETTERS: Readonly<Record<string, string>> = { ұ: "уя", ү: "уяя", і: "ыя" };
const asSorted = (name: string): string =>
  name.toLowerCase().replace(/[ұүі]/g, (letter) => KAZAKH_LETTERS[letter] as string);

/** How two names stand in the reader's alphabet, the same on a server and in a browser that knows no Kazakh. */
export function nameOrder(locale: string): (one: string, other: string) => number {
  const isKazakh = locale === "kk";
  const { compare } = kept(collators, locale, () => new Intl.Collator(isKazakh ? "ru" : locale));
  return isKazakh ? (one, other) => compare(asSorted(one), asSorted(other)) : compare;
}

/** What a country calls itself in a language, and its papers say, where CLDR has an older name. */
const OWN_REGIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: { KG: "Кыргызстан", MM: "Мьянма" },
  vi: { MM: "Myanmar" },
};

/** Countries and territories by their two letters. */
export const regionNames = (locale: string): Pick<Intl.DisplayNames, "of"> => {
  const names = kept(regions, locale, () => new Intl.DisplayNames(knownTag(locale), { type: "region" }));
  return { of: (code) => OWN_REGIONS[locale]?.[code] ?? names.of(code) };
};

/** More than Intl shows, so that cutting here never changes a shown digit. */
const SCALE = 1_000_000_000n;

/**
 * `part` of `whole` in percent, in the reader's writing; null when there is nothing to share. Rounded half up to
 * `digits` places, but never up to a full 100% and never down to nothing: "100.0%" means all, "0.0%" means none.
 */
export function formatShare(part: bigint | number, whole: bigint | number, locale: string, digits = 1): string | null {
  const [top, bottom] = [BigInt(part), BigInt(whole)];
  if (bottom <= 0n) return null;
  const step = 10 ** -(digits + 2);
  const exact = Number((top * SCALE) / bottom) / Number(SCALE);
  const isInside = top > 0n && top < bottom;
  const shown = isInside ? Math.min(Math.max(exact, step), 1 - step) : exact;
  return numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(shown);
}
