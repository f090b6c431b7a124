import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { assert } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { delaySegments, orderExceptions } from "../schema/delay";

type SegmentRow = typeof delaySegments.$inferSelect;
type SegmentTimes = "to" | "objectedAt" | "withdrawnAt";
export type StoredSegment = Omit<SegmentRow, SegmentTimes | "from" | "at"> & {
  readonly from: Instant;
  readonly at: Instant;
} & { readonly [T in SegmentTimes]: Instant | null };

type ExceptionRow = typeof orderExceptions.$inferSelect;
export type StoredException = Omit<ExceptionRow, "raisedAt" | "endedAt"> & {
  readonly raisedAt: Instant;
  readonly endedAt: Instant | null;
};

const orNull = (value: number | null): Instant | null => (value === null ? null : instant(value));

const segmentOf = (row: SegmentRow): StoredSegment => ({
  ...row,
  from: instant(row.from),
  at: instant(row.at),
  to: orNull(row.to),
  objectedAt: orNull(row.objectedAt),
  withdrawnAt: orNull(row.withdrawnAt),
});

const ofOrder = prepared("delay_of_order", (db) =>
  db
    .select()
    .from(delaySegments)
    .where(eq(delaySegments.orderId, sql.placeholder("orderId")))
    .orderBy(asc(delaySegments.from), asc(delaySegments.id)),
);

/** All that was said of an order's waits, taken back or not, by when it begins. */
export async function segmentsOfOrder(db: Reader, orderId: string): Promise<StoredSegment[]> {
  return (await ofOrder(db, { orderId })).map(segmentOf);
}

export async function insertSegment(tx: Writer, row: typeof delaySegments.$inferInsert): Promise<void> {
  await tx.insert(delaySegments).values(row);
}

type SegmentChange = Partial<Pick<SegmentRow, "to" | "objection" | "objectedByUserId" | "objectedAt" | "withdrawnAt">>;

export async function saveSegment(tx: Writer, id: string, change: SegmentChange): Promise<void> {
  const saved = await tx
    .update(delaySegments)
    .set(change)
    .where(eq(delaySegments.id, id))
    .returning({ id: delaySegments.id });
  assert(saved.length === 1, `delay segment ${id} is there`);
}

/** Ends what still goes on of the reasons that were given for a wait at this place. */
export async function endOpenSegments(
  tx: Writer,
  { orderId, place, to }: Pick<StoredSegment, "orderId" | "place"> & { readonly to: Instant },
): Promise<void> {
  await tx
    .update(delaySegments)
    .set({ to })
    .where(
      and(
        eq(delaySegments.orderId, orderId),
        eq(delaySegments.place, place),
        isNull(delaySegments.to),
        isNull(delaySegments.withdrawnAt),
      ),
    );
}

const exceptionsByOrder = prepared("exceptions_of_order", (db) =>
  db
    .select()
    .from(orderExceptions)
    .where(eq(orderExceptions.orderId, sql.placeholder("orderId")))
    .orderBy(asc(orderExceptions.raisedAt), asc(orderExceptions.id)),
);

/** All exceptions of an order, the first first. */
export async function exceptionsOfOrder(db: Reader, orderId: string): Promise<StoredException[]> {
  const rows = await exceptionsByOrder(db, { orderId });
  return rows.map((row) => ({ ...row, raisedAt: instant(row.raisedAt), endedAt: orNull(row.endedAt) }));
}

/** What a party has said keeps the work of an order, as long as nobody has ended it: the last where several were left open. */
export async function openExceptionOf(db: Reader, orderId: string): Promise<StoredException | null> {
  return (await exceptionsOfOrder(db, orderId)).findLast(({ endedAt }) => endedAt === null) ?? null;
}

export async function insertException(tx: Writer, row: typeof orderExceptions.$inferInsert): Promise<void> {
  await tx.insert(orderExceptions).values(row);
}

type ExceptionEnd = Required<Pick<ExceptionRow, "endedAt" | "endedBy" | "endedByUserId" | "endWords">>;

/** Ends an exception; it is ended once. */
export async function endException(tx: Writer, id: string, end: ExceptionEnd): Promise<void> {
  const saved = await tx
    .update(orderExceptions)
    .set(end)
    .where(and(eq(orderExceptions.id, id), isNull(orderExceptions.endedAt)))
    .returning({ id: orderExceptions.id });
  assert(saved.length === 1, "an exception is ended once");
}
