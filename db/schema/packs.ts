import type { PackEntry } from "../../domain/documents/pack-manifest";
import { index, instant, json, primaryKey, table, text } from "../dialect";
import { users } from "./accounts";
import { files } from "./files";
import { orders } from "./orders";

/**
 * What was put together of an order at some time, with the hash of each part. Written by either party; read by both for the archive and,
 * without names, by whoever has its address. Kept for ever, never changed.
 */
export const packs = table(
  "packs",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    madeByUserId: text()
      .notNull()
      .references(() => users.id),
    madeAt: instant().notNull(),
    entries: json<readonly PackEntry[]>().notNull(),
    // Where each entry that is a file lies, by its name in the archive.
    fileIds: json<Readonly<Record<string, string>>>().notNull(),
    // What the market wrote for it, by its name in the archive, byte by byte.
    records: json<Readonly<Record<string, string>>>().notNull(),
    manifest: text().notNull(),
    // SHA-256 of the manifest, in hexadecimal.
    root: text().notNull(),
  },
  (pack) => [index("packs_by_order").on(pack.orderId, pack.madeAt)],
);

/** Which file of an order is which of the things that its provider hands over. Written by whoever attached it; read by both parties. */
export const deliverableFiles = table(
  "deliverable_files",
  {
    fileId: text()
      .notNull()
      .references(() => files.id),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    code: text().notNull(),
    namedByUserId: text()
      .notNull()
      .references(() => users.id),
    namedAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.fileId] }), index("deliverable_files_by_order").on(row.orderId, row.code)],
);
