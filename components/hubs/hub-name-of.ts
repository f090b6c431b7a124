type Named = { readonly nameEn: string; readonly nameZh: string };

/** A hub's or place's name in the reader's script, for drawings and sentences. */
export const hubNameOf = (named: Named | undefined, locale: string, id = ""): string =>
  named ? (locale.startsWith("zh") ? named.nameZh : named.nameEn) : id;
