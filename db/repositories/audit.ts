import { and, desc, eq, gte, lt, not, or, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { organisations, users } from "../schema/accounts";
import { auditEntries } from "../schema/platform";
import { isWithheld } from "./hidden-bidders";

const p = sql.placeholder;

// Every command writes one, so the statement is built once per connection.
const addEntry = prepared("append_audit", (db) =>
  (db as Writer).insert(auditEntries).values({
    id: p("id"),
    at: p("at"),
    userId: p("userId"),
    organisationId: p("organisationId"),
    apiKeyId: p("apiKeyId"),
    command: p("command"),
    subjectId: p("subjectId"),
    outcome: p("outcome"),
    ip: p("ip"),
    requestId: p("requestId"),
  }),
);

export async function appendAudit(tx: Writer, entry: typeof auditEntries.$inferInsert): Promise<void> {
  await addEntry(tx, {
    subjectId: null,
    userId: null,
    organisationId: null,
    apiKeyId: null,
    ip: null,
    requestId: null,
    ...entry,
  });
}

export type AuditSearch = {
  readonly organisationId: string | null;
  readonly command: string | null;
  /** From and before, each where it is set. */
  readonly from: Instant | null;
  readonly before: Instant | null;
  readonly after: { readonly at: number; readonly id: string } | null;
  readonly limit: number;
};

/** The newest first, with the names of who acted; `isWithheld` where they would tell who bids. */
export async function listAudit(db: Reader, search: AuditSearch) {
  const { after } = search;
  return await db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      command: auditEntries.command,
      outcome: auditEntries.outcome,
      subjectId: auditEntries.subjectId,
      ip: auditEntries.ip,
      apiKeyId: auditEntries.apiKeyId,
      userName: users.name,
      organisationId: auditEntries.organisationId,
      organisationName: organisations.nameLatin,
      organisationNameOwn: organisations.nameOwn,
      isWithheld: isWithheld.mapWith(Boolean),
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.userId))
    .leftJoin(organisations, eq(organisations.id, auditEntries.organisationId))
    .where(
      and(
        // That an entry is among an organisation's would tell whose it is.
        search.organisationId
          ? and(eq(auditEntries.organisationId, search.organisationId), not(isWithheld))
          : undefined,
        search.command ? eq(auditEntries.command, search.command) : undefined,
        search.from === null ? undefined : gte(auditEntries.at, search.from),
        search.before === null ? undefined : lt(auditEntries.at, search.before),
        after
          ? or(lt(auditEntries.at, after.at), and(eq(auditEntries.at, after.at), lt(auditEntries.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(search.limit);
}
