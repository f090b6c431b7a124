import type { DocumentKind, DocumentParty } from "../../domain/services/document-kind";
import type { WireDocumentFields } from "../../domain/documents/document-fields";
import type { RuleConditions } from "../../domain/documents/document-rule";
import type { LocalDate } from "../../domain/shared/time";
import { boolean, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";
import { deals } from "./deals";

/**
 * Which documents deals need, row by row with its days. Filled from db/reference, then by administrators; never changed, only
 * followed by a later row of the same rule. Read whole into the readiness of a deal.
 */
export const documentRules = table(
  "document_rules",
  {
    id: text().primaryKey(),
    ruleId: text().notNull(),
    document: text().$type<DocumentKind>().notNull(),
    provider: text().$type<DocumentParty>().notNull(),
    fromDay: text().$type<LocalDate>().notNull(),
    toDay: text().$type<LocalDate>(),
    conditions: json<RuleConditions>().notNull(),
    daysAhead: integer().notNull(),
    weightToleranceBps: integer(),
    source: text().notNull(),
    noteEn: text().notNull(),
    noteZh: text().notNull(),
    noteRu: text().notNull().default(""),
    noteVi: text().notNull().default(""),
    noteKk: text().notNull().default(""),
    // Both null where the row came with a release.
    enteredByUserId: text(),
    enteredAt: instant(),
  },
  (rule) => [uniqueIndex("document_rules_by_rule_and_day").on(rule.ruleId, rule.fromDay)],
);

/**
 * Papers of a deal as they were typed in, a row a version; the last version counts. Written by the buyer and by the customs and
 * logistics providers of the deal's orders, read by the same.
 */
export const dealDocuments = table(
  "deal_documents",
  {
    id: text().notNull(),
    version: integer().notNull(),
    dealId: text()
      .notNull()
      .references(() => deals.id),
    kind: text().$type<DocumentKind>().notNull(),
    number: text().notNull(),
    date: text().$type<LocalDate>().notNull(),
    // In the wire form of the kind's schema.
    fields: json<WireDocumentFields>().notNull(),
    // The file of the paper, once one is kept.
    fileId: text(),
    // The version that took the paper back; the ones before stay readable.
    isWithdrawn: boolean().notNull(),
    enteredByOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    enteredByUserId: text().references(() => users.id),
    enteredAs: text().$type<DocumentParty>().notNull(),
    enteredAt: instant().notNull(),
  },
  (document) => [
    primaryKey({ columns: [document.id, document.version] }),
    index("deal_documents_by_deal").on(document.dealId, document.id, document.version),
  ],
);
