import type { KnownPlace } from "../knowledge";
import type { Source, Span } from "../reading";
import { findAll, oneOf } from "../text/find-all";
import { foldText } from "../text/fold-text";

/** Where a text names a place; a Kazakh name may say by its ending that the way leads from it or to it. */
export type Mention = { readonly place: KnownPlace; readonly span: Span; readonly ending: "from" | "to" | null };

// Folded: дан and ден, тан and тен, нан and нен lead from; га, ге, ка, ке, на, не lead to; the rest only place or own.
const FROM = "дан|ден|тан|тен|нан|нен";
const TO = "га|ге|ка|ке|на|не";
const OTHER = "да|де|та|те|дагы|деги|нын|нин|дын|дин|тын|тин";
const ENDING = `(?:(?<from>${FROM})|(?<to>${TO})|${OTHER})?`;

function patternOf(names: readonly string[]): RegExp {
  const of = (script: RegExp) => oneOf(names.filter((name) => script.test(name)));
  const han = of(/\p{Script=Han}/u);
  const cyrillic = of(/\p{Script=Cyrillic}/u);
  const latin = of(/\p{Script=Latin}/u);
  const parts = [
    han && `(?<han>${han})`,
    cyrillic && String.raw`(?<!\p{L})(?<cyrillic>${cyrillic})${ENDING}(?!\p{L})`,
    latin && String.raw`(?<![a-z])(?<latin>${latin})(?![a-z])`,
  ];
  return new RegExp(parts.filter(Boolean).join("|"), "gu");
}

/** Every known place that the text names, by the longest of its names, in the order of the text. */
export function mentionsIn({ folded, knowledge }: Source): Mention[] {
  const byName = new Map<string, KnownPlace>();
  for (const place of knowledge.places)
    for (const name of place.names) {
      const folding = foldText(name);
      if (!byName.has(folding)) byName.set(folding, place);
    }
  if (byName.size === 0) return [];
  return findAll(folded, patternOf([...byName.keys()])).flatMap(({ span, groups }) => {
    const name = groups.han ?? groups.cyrillic ?? groups.latin ?? "";
    const place = byName.get(name);
    const ending = groups.from ? "from" : groups.to ? "to" : null;
    return place ? [{ place, span, ending } satisfies Mention] : [];
  });
}
