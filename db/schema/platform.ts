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
    index("audit_entries_by_command").on(entry.command, entry.at, entry.id),
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

/**
 * What each secret of this installation answers to a question of ours: by it a start knows that it has the secret with which this database was
 * written. Made at the first start and when a secret is rotated; read by every start and by the readiness check. No secret follows from it.
 */
export const keyChecks = table("key_checks", {
  // As in the name of its file, such as `kouan-master-key`.
  name: text().primaryKey(),
  value: text().notNull(),
  since: instant().notNull(),
});

/** Rows that the health check writes and takes out again, a few at any time: whether a row can be kept is known only by keeping one. */
export const writeProbes = table("write_probes", {
  id: text().primaryKey(),
  at: instant().notNull(),
  filler: text().notNull(),
});
