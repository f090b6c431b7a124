import { and, eq, inArray, lt } from "drizzle-orm";
import type { Locale } from "../../domain/shared/locale";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { translations } from "../schema/clerk";

type Asked = { readonly textHashes: readonly string[]; readonly language: Locale; readonly model: string };

/** Those of the texts that this model has translated into the language. */
export async function translationsOf(db: Reader, { textHashes, language, model }: Asked) {
  if (textHashes.length === 0) return [];
  return await db
    .select({ textHash: translations.textHash, translation: translations.translation })
    .from(translations)
    .where(
      and(
        inArray(translations.textHash, [...textHashes]),
        eq(translations.language, language),
        eq(translations.model, model),
      ),
    );
}

/** Keeps a translation; of two that were made at once the first stays. */
export async function saveTranslation(tx: Writer, row: typeof translations.$inferInsert): Promise<void> {
  await tx.insert(translations).values(row).onConflictDoNothing();
}

/** Forgets translations made before; a text that is still read is translated anew. */
export async function pruneTranslations(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(translations).where(lt(translations.madeAt, before));
}
