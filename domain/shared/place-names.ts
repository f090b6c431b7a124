/** What a place or hub is called: in English and Chinese always, in the other languages where it has a name there. */
export type PlaceNames = {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly nameRu?: string | undefined;
  readonly nameVi?: string | undefined;
  readonly nameKk?: string | undefined;
};

/** A place or hub in the reader's language; in English where it has no name there. */
export function placeName(place: PlaceNames, locale: string): string {
  if (locale.startsWith("zh")) return place.nameZh;
  const own =
    locale === "ru" ? place.nameRu : locale === "vi" ? place.nameVi : locale === "kk" ? place.nameKk : undefined;
  return own ?? place.nameEn;
}

/** The names of a place alone. */
export const placeNamesOf = ({ nameEn, nameZh, nameRu, nameVi, nameKk }: PlaceNames): PlaceNames => ({
  ...{ nameEn, nameZh },
  ...(nameRu !== undefined && { nameRu }),
  ...(nameVi !== undefined && { nameVi }),
  ...(nameKk !== undefined && { nameKk }),
});

/** A place with the names that readers of one language see, for pages that carry many of them. */
export function namedFor<Named extends PlaceNames>(place: Named, locale: string): Named {
  const { nameRu, nameVi, nameKk, ...named } = place;
  const own = {
    ...(locale === "ru" && nameRu !== undefined && { nameRu }),
    ...(locale === "vi" && nameVi !== undefined && { nameVi }),
    ...(locale === "kk" && nameKk !== undefined && { nameKk }),
  };
  return { ...named, ...own } as Named;
}
