import { and, asc, desc, eq, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { codesAbove, type HsEntry, wordsOfEntry } from "../../domain/tariff/hs-entry";
import { type HsQuestion, type QuestionWord, wholeFormsOf } from "../../domain/tariff/hs-question";
import type { Reader, Writer } from "../database";
import { holdsBeginning, holdsWord } from "../word-search";
import { hsEntries } from "../schema/tariff";

// So many answer the question best; where more answer it equally well, the widest and first codes are ranked.
const FOUND_MAX = 120;
// Of a statement: eleven values a row stay below what either engine takes.
const ROWS_PER_STATEMENT = 200;

const entryOf = ({ words: _, ...row }: typeof hsEntries.$inferSelect): HsEntry => row;

/** An entry as it is kept, with the words that it is found by. */
export const entryRow = (entry: HsEntry): typeof hsEntries.$inferInsert => ({
  ...entry,
  keywords: [...entry.keywords],
  words: wordsOfEntry(entry),
});

const widestFirst = [
  asc(sql`length(${hsEntries.code})`),
  asc(hsEntries.code),
  asc(sql`coalesce(${hsEntries.country}, '')`),
];

/** Everything that begins with the digits, and what is above them. */
async function entriesByCode(db: Reader, digits: string): Promise<HsEntry[]> {
  const rows = await db
    .select()
    .from(hsEntries)
    .where(or(like(hsEntries.code, `${digits}%`), inArray(hsEntries.code, [...codesAbove(digits), digits])))
    .orderBy(...widestFirst)
    .limit(FOUND_MAX);
  return rows.map(entryOf);
}

/** How many of the conditions hold. */
const countOf = (conditions: readonly (SQL | undefined)[]): SQL =>
  sql.join(
    conditions.map((condition) => sql`case when ${condition} then 1 else 0 end`),
    sql` + `,
  );

/** Entries that hold any of the words, those with most of them first, and of those the ones with most whole words. */
async function entriesByWords(db: Reader, words: readonly QuestionWord[]): Promise<HsEntry[]> {
  const held = words.map(({ stem }) => holdsBeginning(hsEntries.words, stem));
  const whole = words.map(({ word }) => or(...wholeFormsOf(word).map((form) => holdsWord(hsEntries.words, form))));
  const rows = await db
    .select()
    .from(hsEntries)
    .where(or(...held))
    .orderBy(desc(countOf(held)), desc(countOf(whole)), ...widestFirst)
    .limit(FOUND_MAX);
  return rows.map(entryOf);
}

/** What stands right below any of these codes, as far as one look goes. */
async function entriesBelow(db: Reader, codes: readonly string[]): Promise<HsEntry[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select()
    .from(hsEntries)
    .where(inArray(hsEntries.parentCode, [...codes]))
    .orderBy(...widestFirst)
    .limit(FOUND_MAX);
  return rows.map(entryOf);
}

/** The entries that may answer a question, unranked: found by their own words, or standing right below such a one. */
export async function candidatesFor(db: Reader, question: HsQuestion): Promise<HsEntry[]> {
  if (question.kind === "code") return entriesByCode(db, question.digits);
  const found = await entriesByWords(db, question.words);
  const below = await entriesBelow(
    db,
    found.map(({ code }) => code),
  );
  return [...new Map([...found, ...below].map((entry) => [entry.id, entry])).values()];
}

/** Entries that every country shares, by code. */
export async function sharedEntries(db: Reader, codes: readonly string[]): Promise<Map<string, HsEntry>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select()
    .from(hsEntries)
    .where(and(inArray(hsEntries.code, [...new Set(codes)]), isNull(hsEntries.country)));
  return new Map(rows.map((row) => [row.code, entryOf(row)]));
}

export async function entriesById(db: Reader, ids: readonly string[]): Promise<Map<string, HsEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(hsEntries)
    .where(inArray(hsEntries.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, entryOf(row)]));
}

/** What the page of a code lists below it: of a country's own code nothing, of a chapter also subheadings whose heading is in no list. */
export async function childrenOf(db: Reader, { code, level }: HsEntry): Promise<HsEntry[]> {
  const rows = await db
    .select()
    .from(hsEntries)
    .where(level === "chapter" ? like(hsEntries.code, `${code}%`) : eq(hsEntries.parentCode, code))
    .orderBy(asc(hsEntries.code), asc(sql`coalesce(${hsEntries.country}, '')`));
  const known = new Set(rows.map((row) => row.code));
  return rows.map(entryOf).filter((entry) => {
    if (level !== "chapter" || entry.level === "heading") return true;
    return entry.level === "subheading" && !known.has(entry.parentCode ?? "");
  });
}

/** Writes entries as they are now, whether they were there or not. */
export async function saveEntries(tx: Writer, entries: readonly HsEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += ROWS_PER_STATEMENT)
    await tx
      .insert(hsEntries)
      .values(entries.slice(at, at + ROWS_PER_STATEMENT).map(entryRow))
      .onConflictDoUpdate({
        target: hsEntries.id,
        set: {
          level: sql`excluded.level`,
          parentCode: sql`excluded.parent_code`,
          labels: sql`excluded.labels`,
          keywords: sql`excluded.keywords`,
          words: sql`excluded.words`,
          source: sql`excluded.source`,
          edition: sql`excluded.edition`,
        },
      });
}

/** The sections, in the order of their chapters. */
export async function sectionsOf(db: Reader): Promise<HsEntry[]> {
  const [sections, chapters] = [
    await db.select().from(hsEntries).where(eq(hsEntries.level, "section")),
    await db.select().from(hsEntries).where(eq(hsEntries.level, "chapter")).orderBy(asc(hsEntries.code)),
  ];
  const order = chapters.map(({ parentCode }) => parentCode);
  return sections.map(entryOf).sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}
