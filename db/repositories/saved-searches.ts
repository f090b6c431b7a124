import { and, asc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { keysOfSearch, type SearchKeys } from "../../domain/search/held-words";
import { facetsOf, filterOfQuery, findsNew } from "../../domain/notices/saved-search";
import type { Watched } from "../../domain/notices/watching";
import type { Instant } from "../../domain/shared/time";
import { type Database, prepared, preparedList, preparedRows, type Reader, type Writer } from "../database";
import { lexiconVersion } from "../reference/lexicon-version";
import { savedSearches, savedSearchKeys, watches } from "../schema/notices";
import { requests } from "../schema/requests";
import { requestReadings } from "../question-words";

export type SavedSearch = typeof savedSearches.$inferSelect;
type Owner = { readonly userId: string; readonly organisationId: string };

const p = sql.placeholder;

const byOwner = prepared("saved_searches_of_person", (db) =>
  db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.userId, p("userId")), eq(savedSearches.organisationId, p("organisationId"))))
    .orderBy(asc(savedSearches.id)),
);

/** The searches that a person keeps in an organisation, the oldest first. */
export const savedSearchesOf = (db: Reader, { userId, organisationId }: Owner): Promise<SavedSearch[]> =>
  byOwner(db, { userId, organisationId });

/** A search by its id, where it is this person's in this organisation. */
export async function findSavedSearch(
  db: Reader,
  { id, userId, organisationId }: Owner & { readonly id: string },
): Promise<SavedSearch | undefined> {
  const own = and(eq(savedSearches.userId, userId), eq(savedSearches.organisationId, organisationId));
  return (
    await db
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, id), own))
      .limit(1)
  )[0];
}

const insertKeys = preparedRows("insert_saved_search_keys", (db, rows: (typeof savedSearchKeys.$inferInsert)[]) =>
  db.insert(savedSearchKeys).values(rows).onConflictDoNothing(),
);

/** What a question is looked up by, and under what it is kept; under nothing where no request that is published can be found by it. */
export function readingOf(query: string) {
  const filter = filterOfQuery(query);
  const readings = requestReadings(filter.q ?? "");
  const keys: SearchKeys = findsNew(filter) ? keysOfSearch(facetsOf(filter), readings) : { facets: "", words: [] };
  // What may be read in several ways is read when it is asked.
  const question = readings?.length === 1 ? (readings[0] ?? null) : null;
  return { keys, read: { question, readWith: lexiconVersion() } };
}

async function writeKeys(tx: Writer, searchId: string, { facets, words }: SearchKeys): Promise<void> {
  await insertKeys(
    tx,
    words.map((word) => ({ searchId, facets, word })),
  );
}

/** Keeps a search with the words that find it. */
export async function insertSavedSearch(
  tx: Writer,
  search: Pick<SavedSearch, "id" | "userId" | "organisationId" | "name" | "query" | "mail"> & {
    readonly createdAt: Instant;
  },
): Promise<void> {
  const { keys, read } = readingOf(search.query);
  await tx.insert(savedSearches).values({ ...search, ...read });
  await writeKeys(tx, search.id, keys);
}

/** Changes how a search is called and told, or what of it is new. */
export async function changeSavedSearch(
  tx: Writer,
  id: string,
  change: Partial<Pick<SavedSearch, "name" | "mail" | "isMuted" | "newCount">>,
): Promise<void> {
  await tx.update(savedSearches).set(change).where(eq(savedSearches.id, id));
}

export async function deleteSavedSearch(tx: Writer, id: string): Promise<void> {
  await tx.delete(savedSearchKeys).where(eq(savedSearchKeys.searchId, id));
  await tx.delete(savedSearches).where(eq(savedSearches.id, id));
}

const published = prepared("request_to_match", (db) =>
  db
    .select({
      id: requests.id,
      searchText: requests.searchText,
      service: requests.service,
      hubId: requests.hubId,
      corridor: requests.corridor,
      state: requests.state,
      visibility: requests.visibility,
      publishedAt: requests.publishedAt,
      closesAt: requests.closesAt,
      buyerOrganisationId: requests.buyerOrganisationId,
    })
    .from(requests)
    .where(eq(requests.id, p("requestId")))
    .limit(1),
);

type Published = Awaited<ReturnType<typeof published>>[number];
export type RequestToMatch = Omit<Published, "publishedAt"> & { readonly publishedAt: Instant | null };

/** A request with all that searches find it by. */
export const findRequestToMatch = async (db: Reader, requestId: string): Promise<RequestToMatch | undefined> =>
  (await published(db, { requestId }))[0] as RequestToMatch | undefined;

/** Each choice of three filters. */
const FACET_SLOTS = Array.from({ length: 8 }, (_, at) => `facets${at}`);
const AT_ONCE = 256;

/** A list in parts that one statement takes each. */
const inParts = (all: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

const idsUnder = preparedList("searches_under_words", (db, words) =>
  db
    .select({ id: savedSearchKeys.searchId })
    .from(savedSearchKeys)
    .where(
      and(
        inArray(
          savedSearchKeys.facets,
          FACET_SLOTS.map((slot) => p(slot)),
        ),
        inArray(savedSearchKeys.word, words),
      ),
    ),
);

const byIds = preparedList("saved_searches_by_id", (db, ids) =>
  db
    .select({
      id: savedSearches.id,
      userId: savedSearches.userId,
      organisationId: savedSearches.organisationId,
      name: savedSearches.name,
      query: savedSearches.query,
      mail: savedSearches.mail,
      isMuted: savedSearches.isMuted,
      question: savedSearches.question,
    })
    .from(savedSearches)
    .where(inArray(savedSearches.id, ids)),
);

export type Candidate = Pick<
  SavedSearch,
  "id" | "userId" | "organisationId" | "name" | "query" | "mail" | "isMuted" | "question"
>;

/**
 * The searches that are kept under any of these filters and words, each once. Their ids are asked of the index first: joined, PostgreSQL expects many and
 * walks over all searches.
 */
export async function searchesUnder(
  db: Reader,
  { facets, words }: { readonly facets: readonly string[]; readonly words: readonly string[] },
): Promise<Candidate[]> {
  const slots = Object.fromEntries(FACET_SLOTS.map((slot, at) => [slot, facets[Math.min(at, facets.length - 1)]]));
  const ids = new Set<string>();
  for (const some of inParts(words)) for (const { id } of await idsUnder(db, some, slots)) ids.add(id);
  const found: Candidate[] = [];
  for (const some of inParts([...ids])) found.push(...(await byIds(db, some)));
  return found;
}

const countFound = preparedList("count_found_by_searches", (db, ids) =>
  (db as Writer)
    .update(savedSearches)
    .set({ newCount: sql`${savedSearches.newCount} + 1` })
    .where(inArray(savedSearches.id, ids)),
);

/** Counts something new with each of these searches. */
export async function countFoundBy(tx: Writer, ids: readonly string[]): Promise<void> {
  for (const some of inParts(ids)) await countFound(tx, some);
}

const SEARCHES_AT_ONCE = 400;

/** Reads kept searches of another version of names as this one does, some hundred to a transaction; a second start finds none. */
export async function bringSavedSearches(database: Database): Promise<void> {
  const version = lexiconVersion();
  const bring = async (tx: Writer): Promise<number> => {
    const rows = await tx
      .select({ id: savedSearches.id, query: savedSearches.query })
      .from(savedSearches)
      .where(or(lt(savedSearches.readWith, version), gt(savedSearches.readWith, version)))
      .limit(SEARCHES_AT_ONCE);
    for (const { id, query } of rows) {
      const { keys, read } = readingOf(query);
      await tx.delete(savedSearchKeys).where(eq(savedSearchKeys.searchId, id));
      await writeKeys(tx, id, keys);
      await tx.update(savedSearches).set(read).where(eq(savedSearches.id, id));
    }
    return rows.length;
  };
  while ((await database.write(bring)) === SEARCHES_AT_ONCE);
}

const watchedByOwner = prepared("watches_of_person", (db) =>
  db
    .select({ what: watches.what, subject: watches.subject })
    .from(watches)
    .where(and(eq(watches.userId, p("userId")), eq(watches.organisationId, p("organisationId"))))
    .orderBy(asc(watches.what), asc(watches.subject)),
);

/** What a person watches in an organisation. */
export const watchesOf = (db: Reader, { userId, organisationId }: Owner): Promise<Watched[]> =>
  watchedByOwner(db, { userId, organisationId });

export async function insertWatch(tx: Writer, { userId, organisationId }: Owner, watched: Watched & { now: Instant }) {
  const { what, subject, now } = watched;
  await tx.insert(watches).values({ userId, organisationId, what, subject, createdAt: now }).onConflictDoNothing();
}

export async function deleteWatch(tx: Writer, { userId, organisationId }: Owner, { what, subject }: Watched) {
  const own = and(eq(watches.userId, userId), eq(watches.organisationId, organisationId));
  await tx.delete(watches).where(and(own, eq(watches.what, what), eq(watches.subject, subject)));
}

/** Who watches any of these, each person of an organisation once. */
export async function watchersOf(db: Reader, watched: readonly Watched[]): Promise<Owner[]> {
  const isWatched = watched.map(({ what, subject }) => and(eq(watches.what, what), eq(watches.subject, subject)));
  return await db
    .selectDistinct({ userId: watches.userId, organisationId: watches.organisationId })
    .from(watches)
    .where(or(...isWatched))
    .orderBy(asc(watches.userId), asc(watches.organisationId));
}
