import type { Outcome } from "../../domain/deals/clerk/suggestions";
import type { ReadBy } from "../../domain/deals/clerk/reading";
import { index, instant, table, text } from "../dialect";
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
