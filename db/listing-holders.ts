import { and, eq, sql } from "drizzle-orm";
import { isBorne } from "../domain/search/index-words";
import type { IndexQuestion } from "../domain/search/question";
import type { Service } from "../domain/shared/vocabulary";
import type { Reader } from "./database";
import { dialect } from "./dialect";
import { listings } from "./schema/catalogue";
import { fullTextOf, indexOf, vectorOf } from "./question-words";
import { askWords } from "./word-search";

/** Whose listings words hold. */
export type Holders = {
  /** The groups of what listings bear, each with its alternatives; who bears one of each holds the words. Empty where a group asks for text alone. */
  readonly bearing: readonly (readonly (readonly string[])[])[];
  /** Whose text or name holds them besides, by service. */
  readonly besides: ReadonlyMap<Service, readonly string[]>;
};

/** More that hold words by their text alone are not looked at. */
const BESIDES_MAX = 2_000;

const bornePart = (question: IndexQuestion): IndexQuestion =>
  question.map((group) => group.filter((together) => together.every(({ word, isBegun }) => isBorne(word) && !isBegun)));

/** The words as the engine is asked for them: those that hold the question, but not by what they bear. */
function asked(question: IndexQuestion, borne: IndexQuestion | null): string {
  if (dialect === "postgres") {
    const all = vectorOf(question).join(" & ");
    return borne ? `(${all}) & !(${vectorOf(borne).join(" & ")})` : all;
  }
  const all = fullTextOf(question);
  return borne ? `(${all}) NOT (${fullTextOf(borne)})` : all;
}

/** The rows that hold words by SQLite's index, or by PostgreSQL's, planned by itself: for a few rows its planner would walk, and hope to meet them soon. */
function rowsHolding(db: Reader, words: string) {
  const columns = { organisationId: listings.organisationId, service: listings.service };
  const isActive = eq(listings.isActive, true);
  if (dialect === "postgres") {
    const held = sql`(with held as materialized (select ${listings.id} as id from ${listings} where ${listings}.search_words @@ ${words}::tsquery limit ${BESIDES_MAX}) select id from held)`;
    return db
      .select(columns)
      .from(listings)
      .where(and(isActive, sql`${listings.id} in ${held}`));
  }
  const index = indexOf(listings);
  return db
    .select(columns)
    .from(sql`${index}`)
    .crossJoin(listings)
    .where(and(sql`${index} match ${words}`, sql`${listings.id} = ${index}.id`, isActive))
    .limit(BESIDES_MAX);
}

/**
 * Whose listings hold the words of a question; null where none are looked for. What listings bear is left to sets that the reader has of it, exactly and
 * however many there are; only who holds the words by text or name besides is looked up.
 */
export async function holdersOf(db: Reader, text: string): Promise<Holders | null> {
  const { question } = await askWords(db, listings, { text, isRead: true });
  if (question === undefined) return null;
  const borne = bornePart(question);
  const isBearing = borne.every((group) => group.length > 0);
  const words = asked(question, isBearing ? borne : null);
  const rows = await rowsHolding(db, words);
  const byService = Map.groupBy(rows, ({ service }) => service as Service);
  return {
    bearing: isBearing ? borne.map((group) => group.map((together) => together.map(({ word }) => word))) : [],
    besides: new Map([...byService].map(([service, found]) => [service, found.map((row) => row.organisationId)])),
  };
}
