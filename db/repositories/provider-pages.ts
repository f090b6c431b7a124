import { and, asc, eq, sql } from "drizzle-orm";
import type { PageTexts, WorkingHours } from "../../domain/catalogue/provider-page";
import type { Locale } from "../../domain/shared/locale";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { providerAnswers, providerPages } from "../schema/catalogue";

export type StoredPage = { readonly texts: PageTexts; readonly hours: WorkingHours | null };

const NOTHING: StoredPage = { texts: {}, hours: null };

const pageOf = prepared("provider_page_of", (db) =>
  db
    .select({ texts: providerPages.texts, hours: providerPages.hours })
    .from(providerPages)
    .where(eq(providerPages.organisationId, sql.placeholder("organisationId")))
    .limit(1),
);

/** What a provider has written for its page; nothing where it never has. */
export async function findPage(db: Reader, organisationId: string): Promise<StoredPage> {
  const [row] = await pageOf(db, { organisationId });
  return (row as StoredPage | undefined) ?? NOTHING;
}

/** Writes the texts and hours of a provider's page, a first time or anew. */
export async function savePage(
  tx: Writer,
  { organisationId, at, ...page }: StoredPage & { readonly organisationId: string; readonly at: Instant },
): Promise<void> {
  const row = { ...page, updatedAt: at };
  await tx
    .insert(providerPages)
    .values({ organisationId, ...row })
    .onConflictDoUpdate({ target: providerPages.organisationId, set: row });
}

export type StoredAnswer = {
  readonly id: string;
  readonly organisationId: string;
  readonly language: Locale;
  readonly place: number;
  readonly question: string;
  readonly answer: string;
};

const answers = prepared("provider_answers_of", (db) =>
  db
    .select()
    .from(providerAnswers)
    .where(eq(providerAnswers.organisationId, sql.placeholder("organisationId")))
    .orderBy(asc(providerAnswers.language), asc(providerAnswers.place), asc(providerAnswers.id)),
);

/** The questions that a provider answers, by language and in its own order. */
export const answersOf = async (db: Reader, organisationId: string): Promise<StoredAnswer[]> =>
  (await answers(db, { organisationId })) as StoredAnswer[];

const isOwn = ({ id, organisationId }: Pick<StoredAnswer, "id" | "organisationId">) =>
  and(eq(providerAnswers.id, id), eq(providerAnswers.organisationId, organisationId));

/** Writes a question with its answer, a first time or anew. */
export async function saveAnswer(tx: Writer, { id, ...row }: StoredAnswer & { readonly at: Instant }): Promise<void> {
  const { at, ...said } = row;
  await tx
    .insert(providerAnswers)
    .values({ id, ...said, updatedAt: at })
    .onConflictDoUpdate({ target: providerAnswers.id, set: { ...said, updatedAt: at } });
}

/** Puts an answer at another place among those of its language. */
export async function placeAnswer(
  tx: Writer,
  of: Pick<StoredAnswer, "id" | "organisationId">,
  place: number,
): Promise<void> {
  await tx.update(providerAnswers).set({ place }).where(isOwn(of));
}

export async function deleteAnswer(tx: Writer, of: Pick<StoredAnswer, "id" | "organisationId">): Promise<void> {
  await tx.delete(providerAnswers).where(isOwn(of));
}
