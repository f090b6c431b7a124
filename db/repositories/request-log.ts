import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { DomainEvent } from "../../domain/notices/events";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { requestLog, requests } from "../schema/requests";

/** An event that belongs to a request. */
export type RequestEvent = Extract<DomainEvent, { requestId: string }>;

export type LogEntry = { readonly seq: number; readonly at: Instant; readonly event: RequestEvent };

const p = sql.placeholder;

const count = prepared("next_of_request_log", (db) =>
  (db as Writer)
    .update(requests)
    .set({ logSeq: sql`${requests.logSeq} + 1` })
    .where(eq(requests.id, p("requestId")))
    .returning({ seq: requests.logSeq }),
);

const add = prepared("append_to_request_log", (db) =>
  (db as Writer)
    .insert(requestLog)
    .values({ requestId: p("requestId"), seq: p("seq"), at: p("at"), event: p("event") }),
);

/**
 * Writes what happened to a request under its next number. The number is counted on the request's own row, so that of two
 * transactions one waits for the other, and nobody who has read up to a number misses a lower one.
 */
export async function appendToLog(tx: Writer, { event, at }: Omit<LogEntry, "seq">): Promise<void> {
  const { requestId } = event;
  const [row] = await count(tx, { requestId });
  assert(row, `request ${requestId} is there`);
  await add(tx, { requestId, seq: row.seq, at, event });
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
