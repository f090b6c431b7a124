import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { HIDING_STATES, mayTellBidders, requestOfEvent } from "../../domain/notices/event-subjects";
import type { Reader } from "../database";
import { bidDrafts, bids, requests } from "../schema/requests";
import { files } from "../schema/files";
import { outbox } from "../schema/notices";
import { auditEntries } from "../schema/platform";

const isHiding = inArray(requests.state, [...HIDING_STATES]);
const { subjectId, command, at } = auditEntries;

const requestOfSubject = sql`coalesce(
  (select ${bids.requestId} from ${bids} where ${bids.id} = ${subjectId}),
  (select ${bidDrafts.requestId} from ${bidDrafts} where ${bidDrafts.id} = ${subjectId}),
  (select ${files.subjectId} from ${files} where ${files.id} = ${subjectId} and ${files.subjectKind} = 'bid'),
  (select ${bids.requestId} from ${files} inner join ${bids} on ${bids.id} = ${files.subjectId}
    where ${files.id} = ${subjectId} and ${files.subjectKind} = 'thread'))`;

const isOtherFile = sql`exists (select 1 from ${files} where ${files.id} = ${subjectId})`;

/**
 * Whether an entry of the audit log would tell who bids on a request that hides its bidders. An entry knows its bid, draft or file: then that
 * one's request counts. One that does not (what was refused, what is gone since) is withheld as long as any request that was open at its time
 * still hides its bidders: which of them it was about nobody can say.
 */
export const isWithheld: SQL<boolean> = sql<boolean>`(
  (${command} like 'bidding.%' or ${command} like 'files.%' or ${command} like 'threads.%') and case
    when ${requestOfSubject} is not null
      then exists (select 1 from ${requests} where ${requests.id} = ${requestOfSubject} and ${isHiding})
    when ${isOtherFile} then false
    else exists (select 1 from ${requests} where ${isHiding} and ${requests.publishedAt} <= ${at})
  end)`;

/** Of these events those that may tell who bids on a request that hides its bidders. */
export async function eventsThatTell(db: Reader, eventIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: outbox.id, event: outbox.event })
    .from(outbox)
    .where(inArray(outbox.id, [...eventIds]));
  const telling = new Set<string>();
  for (const { id, event } of rows)
    if (mayTellBidders(event) && (await isRequestHiding(db, requestOfEvent(event)))) telling.add(id);
  return telling;
}

/** Whether the request keeps its bidders to itself now. */
export async function isRequestHiding(db: Reader, requestId: string | null): Promise<boolean> {
  if (requestId === null) return false;
  const [row] = await db.select({ state: requests.state }).from(requests).where(eq(requests.id, requestId)).limit(1);
  return row !== undefined && HIDING_STATES.some((hiding) => hiding === row.state);
}
