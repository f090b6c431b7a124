import type { KnownPlace } from "../knowledge";
import { preparedKnowledge } from "../prepared-knowledge";
import type { Source, Span } from "../reading";
import { findAll } from "../text/find-all";

/** Where a text names a place; a Kazakh name may say by its ending that the way leads from it or to it. */
export type Mention = { readonly place: KnownPlace; readonly span: Span; readonly ending: "from" | "to" | null };

/** Every known place that the text names, by the longest of its names, in the order of the text. */
export function mentionsIn({ folded, knowledge }: Source): Mention[] {
  const { placeByName, placePattern } = preparedKnowledge(knowledge);
  if (!placePattern) return [];
  return findAll(folded, placePattern).flatMap(({ span, groups }) => {
    const place = placeByName.get(groups.han ?? groups.cyrillic ?? groups.latin ?? "");
    const ending = groups.from ? "from" : groups.to ? "to" : null;
    return place ? [{ place, span, ending } satisfies Mention] : [];
  });
}
