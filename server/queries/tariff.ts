import "server-only";
import type { Reader } from "../../db/database";
import { candidatesFor, childrenOf, entriesById, sharedEntries } from "../../db/repositories/hs-entries";
import { codesAbove, type HsEntry } from "../../domain/tariff/hs-entry";
import { readQuestion } from "../../domain/tariff/hs-question";
import { type RankedEntry, rankEntries } from "../../domain/tariff/rank-entries";

/** Entries that answer what was typed, the best first, each with the reason. Nothing that can be looked for answers nothing. */
export async function searchTariff(
  read: Reader,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<RankedEntry[]> {
  const question = readQuestion(q);
  if (!question) return [];
  const found = await candidatesFor(read, question);
  const parents = await sharedEntries(
    read,
    found.flatMap(({ parentCode }) => parentCode ?? []),
  );
  return rankEntries(question, found, parents).slice(0, limit);
}

export type TariffPage = {
  readonly entry: HsEntry;
  /** The widest first. */
  readonly parents: readonly HsEntry[];
  readonly children: readonly HsEntry[];
};

/** An entry with all that is above it and what is right below; null where no list has it. */
export async function tariffPage(read: Reader, id: string): Promise<TariffPage | null> {
  const entry = (await entriesById(read, [id])).get(id);
  if (!entry) return null;
  const above = await sharedEntries(read, codesAbove(entry.code));
  const chapter = entry.level === "chapter" ? entry : above.get(entry.code.slice(0, 2));
  const sections = await sharedEntries(read, chapter?.parentCode ? [chapter.parentCode] : []);
  const parents = [...sections.values(), ...codesAbove(entry.code).flatMap((code) => above.get(code) ?? [])];
  return { entry, parents, children: entry.country === null ? await childrenOf(read, entry) : [] };
}
