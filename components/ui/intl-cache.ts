// Making an Intl formatter costs a hundred times its use, and a list shows the same few kinds in every row.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();

function kept<Format>(cache: Map<string, Format>, key: string, make: () => Format): Format {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

/** The market's English writes the day before the month and the hour from 0 to 23. */
export const intlTag = (locale: string): string => (locale === "en" ? "en-GB" : locale);

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(intlTag(locale), options));

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(intlTag(locale), options));

/** Names side by side: "Logistics, Customs", 物流、报关. */
export const listFormat = (locale: string): Intl.ListFormat =>
  kept(lists, locale, () => new Intl.ListFormat(intlTag(locale), { type: "conjunction", style: "narrow" }));
