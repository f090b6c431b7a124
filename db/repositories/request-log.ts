import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { DomainEvent } from "../../domain/notices/events";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedRows, type Reader, type Writer } from "../database";
import { requestLog, requests } from "../schema/requests";

/** An event that belongs to a request. */
export type RequestEvent = Extract<DomainEvent, { requestId: string }>;

export type LogEntry = { readonly seq: number; readonly at: Instant; readonly event: RequestEvent };

const p = sql.placeholder;

const count = prepared("count_request_log", (db) =>
  (db as Writer)
    .update(requests)
    .set({ logSeq: sql`${requests.logSeq} + ${p("count")}` })
    .where(eq(requests.id, p("requestId"))),
);

type NewEntry = Omit<LogEntry, "seq"> & { readonly requestId: string; readonly back: number };

const lastOf = (requestId: string) =>
  sql`(select ${requests.logSeq} from ${requests} where ${requests.id} = ${requestId})`;

const add = preparedRows("append_to_request_log", (db, rows: NewEntry[]) =>
  db
    .insert(requestLog)
    .values(rows.map(({ back, ...row }) => ({ ...row, seq: sql<number>`${lastOf(row.requestId)} - ${back}` }))),
);

/**
 * Writes what happened to requests, each event under the next number of its own. The number is counted on the request's own row, so that of
 * two transactions one waits for the other, and nobody who has read up to a number misses a lower one. Of a request that is not there the number is
 * missing, which the table refuses.
 */
export async function appendToLog(tx: Writer, events: readonly RequestEvent[], at: Instant): Promise<void> {
  for (const [requestId, own] of Map.groupBy(events, (event) => event.requestId)) {
    await count(tx, { requestId, count: own.length });
    await add(
      tx,
      own.map((event, position) => ({ requestId, back: own.length - position - 1, at, event })),
    );
  }
}

/** What happened to the request after the number that the reader knows last, in order. */
export async function logAfter(
  db: Reader,
  of: { readonly requestId: string; readonly seq: number; readonly limit: number },
): Promise<LogEntry[]> {
  const rows = await db
    .select({ seq: requestLog.seq, at: requestLog.at, event: requestLog.event })
    .from(requestLog)
    .where(and(eq(requestLog.requestId, of.requestId), gt(requestLog.seq, of.seq)))
    .orderBy(asc(requestLog.seq))
    .limit(of.limit);
  return rows as LogEntry[];
}
