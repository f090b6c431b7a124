import "server-only";
import type { Reader } from "@/db/database";
import { lexicon } from "@/db/reference/read-lexicon";
import { listings } from "@/db/schema/catalogue";
import { requests } from "@/db/schema/requests";
import { toldOfQuestion } from "@/db/word-search";
import { readQuery } from "@/domain/search/read-query";
import { LEFT_OUT_COUNTED, type SearchHelp } from "@/views/find";

const SEARCHED = { providers: listings, requests } as const;

/** So many words are left out one by one, and what is found without one is counted so far. */
const LEFT_OUT_MAX = 4;

type Asked = {
  readonly q: string;
  readonly of: keyof typeof SEARCHED;
  readonly isFound: boolean;
  /** How many the same list finds for another question, counted up to a number. */
  readonly count: (q: string, max: number) => Promise<number>;
};

/** The question without each of its names in turn, where it has more than one. */
function shorterOf(q: string): readonly { readonly q: string; readonly left: string }[] {
  const pieces = readQuery(q, lexicon()).meant.map(({ words }) => words.join(" "));
  if (pieces.length < 2) return [];
  return pieces.slice(0, LEFT_OUT_MAX).map((left, at) => ({
    left,
    q: pieces.filter((_, other) => other !== at).join(" "),
  }));
}

/** What a list says of the words that were looked for: what was put right in them, which goods do not narrow it, and where nothing has them all, what would be found without one of them. */
export async function searchHelp(read: Reader, { q, of, isFound, count }: Asked): Promise<SearchHelp | null> {
  if (q === "") return null;
  const { shown, notAsked } = await toldOfQuestion(read, SEARCHED[of], q);
  const leftOut: SearchHelp["leftOut"][number][] = [];
  for (const shorter of isFound ? [] : shorterOf(shown ?? q)) {
    const found = await count(shorter.q, LEFT_OUT_COUNTED + 1);
    if (found > 0) leftOut.push({ ...shorter, count: found });
  }
  return shown === null && notAsked === null && leftOut.length === 0 ? null : { typed: q, shown, notAsked, leftOut };
}
