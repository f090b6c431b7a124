import { index, instant, integer, json, primaryKey, table, text } from "../dialect";

/** Who did what, also what was refused. Append-only by trigger; holds ids and outcomes, never amounts. */
export const auditEntries = table(
  "audit_entries",
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    userId: text(),
    organisationId: text(),
    apiKeyId: text(),
    command: text().notNull(),
    subjectId: text(),
    // `done`, or the refusal's code.
    outcome: text().notNull(),
    ip: text(),
    requestId: text(),
  },
  (entry) => [
    index("audit_entries_by_time").on(entry.at, entry.id),
    index("audit_entries_by_organisation").on(entry.organisationId, entry.at),
  ],
);

/** One effect per key: written in the transaction of the effect, so there is no half-done state to recover. */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    // Organisation, or user before there is one, and the caller's key.
    scope: text().notNull(),
    key: text().notNull(),
    // Keyed hash of command and body: it tells nothing of an amount.
    requestHash: text().notNull(),
    status: integer().notNull(),
    response: json<unknown>().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.scope, row.key] }), index("idempotency_keys_by_age").on(row.createdAt)],
);
