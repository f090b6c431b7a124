import type { FieldRole } from "../../domain/access/field-role";
import type { Locale } from "../../domain/shared/locale";
import type { KeptEvidence } from "../../domain/orders/evidence";
import { boolean, index, instant, integer, json, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";
import { orders } from "./orders";

/**
 * Links by which somebody without an account reports on one order. Written by the party that makes or revokes them; read by every call that
 * comes by one. What opens them is signed and stands nowhere: it follows from the id, the end and a key outside of the database.
 */
export const fieldLinks = table(
  "field_links",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // Whose people made it: its photos are theirs, and only the provider's reports move the order.
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    madeByUserId: text()
      .notNull()
      .references(() => users.id),
    role: text().$type<FieldRole>().notNull(),
    person: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedByUserId: text().references(() => users.id),
  },
  (link) => [index("field_links_by_order").on(link.orderId, link.organisationId, link.id)],
);

/** What came by a link, each once. Written by reports; the id was made on the phone, so that a repeat is known. Read by the order's page. */
export const fieldReports = table(
  "field_reports",
  {
    linkId: text()
      .notNull()
      .references(() => fieldLinks.id),
    id: text().notNull(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    code: text().notNull(),
    // How many the phone had made before, and when by its own clock it made and sent this one.
    seq: integer().notNull(),
    madeAt: instant().notNull(),
    sentAt: instant().notNull(),
    receivedAt: instant().notNull(),
    // As told by the phone, and as it stands with the step where the phone's clock was wrong.
    toldAt: instant().notNull(),
    occurredAt: instant().notNull(),
    // Whether it filled the step; else it stands beside what somebody else has reported.
    isStep: boolean().notNull(),
    note: text(),
    evidence: json<KeptEvidence>().notNull(),
  },
  (report) => [
    primaryKey({ columns: [report.linkId, report.id] }),
    index("field_reports_by_order").on(report.orderId, report.receivedAt),
  ],
);

/** What is known of a picture that came by a link, read before it was drawn anew. Written with its file; read by the report that names it. */
export const fieldPhotos = table(
  "field_photos",
  {
    linkId: text()
      .notNull()
      .references(() => fieldLinks.id),
    id: text().notNull(),
    fileId: text().notNull(),
    originalSha256: text().notNull(),
    takenAt: instant(),
    takenLatE6: integer(),
    takenLonE6: integer(),
    receivedAt: instant().notNull(),
    // The report that has named it; null until one has.
    reportId: text(),
  },
  (photo) => [primaryKey({ columns: [photo.linkId, photo.id] })],
);
