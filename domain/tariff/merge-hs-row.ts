import { HS_LANGUAGES, type HsEntry, OWN_SOURCE, hsId, parentCodeOf } from "./hs-entry";
import type { ListRow } from "./hs-list";

/** Which list a row came from. */
export type ListOrigin = { readonly source: string; readonly edition: string };

/**
 * What an entry becomes when a list brings this row; null where nothing changes, so that a list can be brought again at any time.
 * Languages that the list has not keep their labels. The short names that the product came with stay as keywords: people type those, not
 * the wording of the law.
 */
export function mergeRow(known: HsEntry | undefined, row: ListRow, { source, edition }: ListOrigin): HsEntry | null {
  const { code, country, level } = row;
  if (!known) {
    const labels = { ...row.labels };
    return {
      id: hsId(code, country),
      code,
      country,
      level,
      parentCode: parentCodeOf(code),
      labels,
      keywords: [],
      source,
      edition,
    };
  }
  const changed = HS_LANGUAGES.filter(
    (language) => row.labels[language] && row.labels[language] !== known.labels[language],
  );
  if (changed.length === 0 && known.edition === edition) return null;
  const replaced = known.source === OWN_SOURCE ? changed.flatMap((language) => known.labels[language] ?? []) : [];
  return {
    ...known,
    labels: { ...known.labels, ...row.labels },
    keywords: [...new Set([...known.keywords, ...replaced])],
    source,
    edition,
  };
}
