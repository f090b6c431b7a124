const HAN = /\p{Script=Han}/u;

type Named = { readonly nameOwn: string; readonly nameLatin: string };

/** A company in the reader's script: its Chinese name for readers of Chinese where it has one, else its Latin one. */
export const partyName = ({ nameOwn, nameLatin }: Named, locale: string): string =>
  locale.startsWith("zh") && HAN.test(nameOwn) ? nameOwn : nameLatin;

/** A place or hub in the reader's script. */
export const placeName = (place: { readonly nameEn: string; readonly nameZh: string }, locale: string): string =>
  locale.startsWith("zh") ? place.nameZh : place.nameEn;

type Place = Parameters<typeof placeName>[0];

/** A city as a company typed it, mostly twice, in its own script and in Latin: the reader's name where the market knows the place, else as typed. */
export function cityName(typed: string, places: Iterable<Place>, locale: string): string {
  for (const place of places)
    if ([place.nameEn, place.nameZh].some((name) => ` ${typed} `.includes(` ${name} `)))
      return placeName(place, locale);
  return typed;
}
