import "server-only";
import type { Reader } from "@/db/database";
import { candidatesFor, childrenOf, entriesById, sectionsOf, sharedEntries } from "@/db/repositories/hs-entries";
import { lexicon } from "@/db/reference/read-lexicon";
import { readSubheadings } from "@/db/reference/read-tariff";
import { lineCount, lineField } from "@/domain/deals/posting/cargo-lines";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { CANDIDATES_ASKED, namesCode, offersFor, questionOfLine } from "@/domain/tariff/hs-candidate";
import { codesAbove, type HsEntry, unnamedSubheadings } from "@/domain/tariff/hs-entry";
import { corrected, rejoined } from "@/domain/search/corrections";
import { isWithin } from "@/domain/search/lexicon";
import { readQuery, wordsOfQuestion } from "@/domain/search/read-query";
import { type HsQuestion, readQuestion, tellingTokens } from "@/domain/tariff/hs-question";
import { rankEntries } from "@/domain/tariff/rank-entries";
import type { ChapterGroup, CodeFinder, HsCandidate, OfferedCode } from "@/views/tariff";

const HEADING_DIGITS = 4;

const subheadingsWhere = (isMeant: (code: string) => boolean): string[] => [...readSubheadings()].filter(isMeant);

/**
 * What was found, with subheadings that no list names: those of a heading whose digits were typed; of goods typed in words the only one of a heading
 * that is not divided (its code ends in two zeros), in place of the heading, since a cargo line takes no code of four digits.
 */
function withSubheadings(question: HsQuestion, found: readonly HsEntry[]): HsEntry[] {
  if (question.kind === "code") {
    const { digits } = question;
    if (digits.length < HEADING_DIGITS) return [...found];
    const codes = subheadingsWhere((code) => code.startsWith(digits) || digits.startsWith(code));
    return [...found, ...unnamedSubheadings(codes, found)];
  }
  return found.map((entry) => {
    const only = subheadingsWhere((code) => code === `${entry.code}00`);
    return unnamedSubheadings(only, found)[0] ?? entry;
  });
}

type Searched = { readonly q: string; readonly limit: number };

async function byItsWords(read: Reader, { q, limit }: Searched): Promise<HsCandidate[]> {
  const question = readQuestion(q);
  if (!question) return [];
  const found = withSubheadings(question, await candidatesFor(read, question));
  const parents = await sharedEntries(
    read,
    found.flatMap(({ parentCode }) => parentCode ?? []),
  );
  const ranked = rankEntries(question, found, parents).slice(0, limit);
  return ranked.map(({ entry, matches }) => ({ ...entry, matches }));
}

/** Whether one text says all that was asked, so that no other name of the goods need be looked for. */
const saysAll = ({ matches }: HsCandidate, q: string): boolean =>
  matches.length === 1 && tellingTokens(q).every((token) => matches[0]?.words.some((word) => word.includes(token)));

/** The headings of goods that a text names by any of their names; a word that is none is taken for a typing error of the nearest. */
function goodsMeant(q: string): { readonly q: string; readonly headings: readonly string[] } {
  const names = lexicon();
  const [reading, words] = [readQuery(q, names), wordsOfQuestion(q, names)];
  const right = corrected(words, reading.strange, { lexicon: names, others: () => [] }) ?? rejoined(words, names);
  const typed = words.map((word) => right?.instead.get(word) ?? word).join(" ");
  const goods = (right?.reading ?? reading).meant.map(({ concepts }) =>
    concepts.flatMap(({ kind, value }) => (kind === "goods" ? [value] : [])),
  );
  const [first = [], ...others] = goods.filter((headings) => headings.length > 0);
  return { q: typed, headings: first.filter((heading) => others.every((headings) => headings.includes(heading))) };
}

/**
 * Entries that answer what was typed, the best first, each with the reason. Nothing that can be looked for answers nothing. Where no text says all of it,
 * the goods are looked for by the other names that they have, and a typing error is put right.
 */
export async function searchTariff(read: Reader, { q, limit }: Searched): Promise<HsCandidate[]> {
  const written = lexicon().simplified(q);
  const found = await byItsWords(read, { q: written, limit });
  if ((found[0] && saysAll(found[0], written)) || readQuestion(written)?.kind !== "words") return found;
  const meant = goodsMeant(written);
  const right = meant.q === written ? found : await byItsWords(read, { q: meant.q, limit });
  if (right[0] && saysAll(right[0], meant.q)) return right;
  const isMeant = ({ code }: HsCandidate) =>
    code.length >= HEADING_DIGITS
      ? meant.headings.some((one) => isWithin(code, one))
      : meant.headings.some((one) => code.startsWith(one));
  const headings = [...new Set(meant.headings.map((code) => code.slice(0, HEADING_DIGITS)))];
  const below = await Promise.all(headings.map((code) => byItsWords(read, { q: code, limit })));
  const all = [...right.filter(isMeant), ...below.flat().filter(isMeant), ...right];
  return [...new Map(all.map((one) => [`${one.country ?? ""} ${one.code}`, one])).values()].slice(0, limit);
}

export type TariffPage = {
  readonly entry: HsEntry;
  /** The widest first. */
  readonly parents: readonly HsEntry[];
  readonly children: readonly HsEntry[];
};

/** A subheading that no list names. */
async function unnamedEntry(read: Reader, code: string): Promise<HsEntry | undefined> {
  const above = await sharedEntries(read, codesAbove(code));
  return unnamedSubheadings(
    subheadingsWhere((one) => one === code),
    [...above.values()],
  )[0];
}

/** What is right below an entry; of a heading every subheading, named in a list or not. */
async function belowOf(read: Reader, entry: HsEntry): Promise<HsEntry[]> {
  if (entry.country !== null) return [];
  const children = await childrenOf(read, entry);
  if (entry.level !== "heading") return children;
  const codes = subheadingsWhere((code) => code.startsWith(entry.code));
  const unnamed = unnamedSubheadings(codes, [entry, ...children]);
  return [...children, ...unnamed].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/** An entry with all that is above it and what is right below; null where neither a list nor the Harmonized System has it. */
export async function tariffPage(read: Reader, id: string): Promise<TariffPage | null> {
  const entry = (await entriesById(read, [id])).get(id) ?? (await unnamedEntry(read, id));
  if (!entry) return null;
  const above = await sharedEntries(read, codesAbove(entry.code));
  const chapter = entry.level === "chapter" ? entry : above.get(entry.code.slice(0, 2));
  const sections = await sharedEntries(read, chapter?.parentCode ? [chapter.parentCode] : []);
  const parents = [...sections.values(), ...codesAbove(entry.code).flatMap((code) => above.get(code) ?? [])];
  return { entry, parents, children: await belowOf(read, entry) };
}

/** What answers a search by the chapter it stands in, the chapter of the best answer first; sections stand in none. */
export async function searchByChapter(
  read: Reader,
  asked: { readonly q: string; readonly limit: number },
): Promise<ChapterGroup[]> {
  const found = await searchTariff(read, asked);
  const chapterOf = ({ code }: HsCandidate) => (/^\d/.test(code) ? code.slice(0, 2) : "");
  const codes = [...new Set(found.map(chapterOf))];
  const chapters = await sharedEntries(read, codes);
  return codes.map((code) => ({
    chapter: chapters.get(code) ?? null,
    found: found.filter((one) => chapterOf(one) === code),
  }));
}

const offered = ({ code, country, labels, matches }: OfferedCode): OfferedCode => ({ code, country, labels, matches });

/** Candidates that lead on from what was typed or read as a name of goods, the best first, each with the reason. */
export async function offersOf(read: Reader, q: string): Promise<OfferedCode[]> {
  const found = await searchTariff(read, { q, limit: CANDIDATES_ASKED });
  return offersFor(q, found.map(offered));
}

/** The cargo line whose code was asked for, and the heading below which it is looked for; null where it is looked for by what is typed. */
export type AskedCodes = { readonly line: number; readonly heading: string | null };

/** What the codes of a posting are called, and for the line whose code was asked for, candidates by what is typed in it or below a heading. */
export async function codesOfPosting(read: Reader, values: FormValues, asked: AskedCodes | null): Promise<CodeFinder> {
  const lines = Array.from({ length: lineCount(values) }, (_, line) => line);
  const typed = [...new Set(lines.map((line) => valueOf(values, lineField(line, "hsCode"))).filter(Boolean))];
  const digitsOf = (text: string) => text.replace(/[.\s]/g, "");
  const entries = await sharedEntries(
    read,
    typed.flatMap((text) => [...codesAbove(digitsOf(text)), digitsOf(text)]),
  );
  const offers = [...entries.values()].map((entry) => offered({ ...entry, matches: [] }));
  const known = Object.fromEntries(
    typed.flatMap((text) => {
      const named = namesCode(text, offers);
      return named ? [[text, named]] : [];
    }),
  );
  if (asked === null || asked.line >= lines.length) return { known, found: null };
  const { line, heading } = asked;
  const of = (name: string) => valueOf(values, lineField(line, name));
  const q = heading ?? questionOfLine(of("hsCode"), of("description"));
  return { known, found: { line, q, candidates: await offersOf(read, q) } };
}

/** The widest places of the tariff, from which everything can be reached by its pages. */
export const tariffSections = (read: Reader): Promise<HsEntry[]> => sectionsOf(read);
