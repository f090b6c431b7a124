const HAN = /\p{Script=Han}/u;

type Named = { readonly nameOwn: string; readonly nameLatin: string };

/** A company in the reader's script: its Chinese name for readers of Chinese where it has one, else its Latin one. */
export const partyName = ({ nameOwn, nameLatin }: Named, locale: string): string =>
  locale.startsWith("zh") && HAN.test(nameOwn) ? nameOwn : nameLatin;

/** A place or hub in the reader's script. */
export const placeName = (place: { readonly nameEn: string; readonly nameZh: string }, locale: string): string =>
  locale.startsWith("zh") ? place.nameZh : place.nameEn;
