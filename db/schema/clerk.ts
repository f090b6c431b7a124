import type { Outcome } from "../../domain/deals/clerk/suggestions";
import type { ReadBy } from "../../domain/deals/clerk/reading";
import type { Locale } from "../../domain/shared/locale";
import { index, instant, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";

/**
 * What the clerk filled in or suggested, and what people made of it. Append-only by trigger; written with the draft, read in its order of time. It outlives
 * the draft, so it names it without a reference. Values are those of a posting, which has no sealed amounts.
 */
export const clerkEntries = table(
  "clerk_entries",
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    draftId: text().notNull(),
    // The field's name in the posting form.
    field: text().notNull(),
    // Who found the words that the value was read from.
    foundBy: text().$type<ReadBy>().notNull().default("rules"),
    suggestedValue: text().notNull(),
    // What was filled in by the clerk alone, or suggested beside its field; what a person made of either comes after it.
    outcome: text().$type<"filled" | "suggested" | Outcome>().notNull(),
    // What stands in the field instead, where it was corrected.
    takenValue: text(),
    byUserId: text()
      .notNull()
      .references(() => users.id),
  },
  (entry) => [index("clerk_entries_by_draft").on(entry.draftId, entry.at)],
);

/**
 * Translations of what members wrote, by a keyed hash of the text: the same text costs once, whoever wrote it, and the text itself stands where it was written
 * alone. Read for those who may read the text; forgotten a year after they were made.
 */
export const translations = table(
  "translations",
  {
    textHash: text().notNull(),
    language: text().$type<Locale>().notNull(),
    model: text().notNull(),
    translation: text().notNull(),
    madeAt: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.textHash, row.language, row.model] }),
    index("translations_by_time").on(row.madeAt),
  ],
);
