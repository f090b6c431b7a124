import type { FileState, SubjectKind } from "../../domain/files/file";
import { bytes, index, instant, integer, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";

/**
 * What was attached. Written by uploads and the scanner's results; read by the pages of its subject. Neither name nor size stands
 * here in clear: `facts` is sealed with the file's own key.
 */
export const files = table(
  "files",
  {
    id: text().primaryKey(),
    // Whose it is; its people may always have it.
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    uploadedByUserId: text()
      .notNull()
      .references(() => users.id),
    // Null until a milestone names it. Those of a bid are named by its request.
    subjectKind: text().$type<SubjectKind>(),
    subjectId: text(),
    milestoneCode: text(),
    // The field link that it came by; null where its organisation's own people sent it.
    fieldLinkId: text(),
    state: text().$type<FileState>().notNull(),
    // Name, kind, size and hash in a block of one size.
    facts: bytes().notNull(),
    // The file's data key, wrapped to its organisation's key, and for a sealed bid to the request's key besides.
    keyForOwner: bytes().notNull(),
    keyForRequest: bytes(),
    // Where the storage keeps the content; it tells nothing.
    objectName: text().notNull(),
    createdAt: instant().notNull(),
    scannedAt: instant(),
    attempts: integer().notNull(),
    // When the scanner may be asked; another worker may take it again once this is past.
    nextScanAt: instant().notNull(),
    lastError: text(),
  },
  (file) => [
    uniqueIndex("files_by_object").on(file.objectName),
    index("files_by_subject").on(file.subjectKind, file.subjectId, file.id),
    index("files_by_organisation").on(file.organisationId, file.subjectKind, file.id),
    index("files_to_scan").on(file.state, file.nextScanAt),
  ],
);
