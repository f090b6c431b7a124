import type { FeeBasis, FeePayer } from "../../domain/about/fee";
import type { SiteTextKind } from "../../domain/about/site-text";
import type { FirstVisitNote } from "../../domain/accounts/first-visit";
import { index, instant, integer, minorUnits, primaryKey, table, text, uniqueIndex } from "../dialect";
import { users } from "./accounts";

/** What the operator says that it charges, each row from a day on; the latest of a payer and a basis holds. Never changed, and nothing here takes money. */
export const fees = table(
  "fees",
  {
    id: text().primaryKey(),
    payer: text().$type<FeePayer>().notNull(),
    basis: text().$type<FeeBasis>().notNull(),
    // One of the two, by the basis: a share in basis points, or an amount with its currency.
    shareBps: integer(),
    amountMinor: minorUnits(),
    currency: text(),
    // YYYY-MM-DD in the market's zone.
    validFrom: text().notNull(),
    noteEn: text().notNull(),
    noteZh: text().notNull(),
    noteRu: text().notNull().default(""),
    noteVi: text().notNull().default(""),
    noteKk: text().notNull().default(""),
    enteredByUserId: text(),
    enteredAt: instant().notNull(),
  },
  (fee) => [index("fees_by_payer").on(fee.payer, fee.basis, fee.validFrom)],
);

/** The operator's terms and its privacy notice, by version. A draft has no time of publication; the latest published one is shown. */
export const siteTexts = table(
  "site_texts",
  {
    id: text().primaryKey(),
    kind: text().$type<SiteTextKind>().notNull(),
    version: integer().notNull(),
    bodyEn: text().notNull(),
    bodyZh: text().notNull(),
    // Empty where the operator has no words in that language: its readers see the English ones.
    bodyRu: text().notNull().default(""),
    bodyVi: text().notNull().default(""),
    bodyKk: text().notNull().default(""),
    enteredByUserId: text(),
    enteredAt: instant().notNull(),
    publishedAt: instant(),
    publishedByUserId: text(),
  },
  (one) => [uniqueIndex("site_texts_by_version").on(one.kind, one.version)],
);

/** Who runs this: each entry is whole, and the latest holds. */
export const operatorDetails = table(
  "operator_details",
  {
    id: text().primaryKey(),
    nameEn: text().notNull(),
    nameZh: text().notNull(),
    registration: text().notNull(),
    addressEn: text().notNull(),
    addressZh: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    enteredByUserId: text(),
    enteredAt: instant().notNull(),
  },
  (one) => [index("operator_details_by_time").on(one.enteredAt)],
);

/** Which notes of a first visit a person has put away. */
export const seenNotes = table(
  "seen_notes",
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    note: text().$type<FirstVisitNote>().notNull(),
    seenAt: instant().notNull(),
  },
  (seen) => [primaryKey({ columns: [seen.userId, seen.note] })],
);
