import { and, asc, desc, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { inspectionPhotos, inspectionRounds, photoMatches, photoPrints } from "../schema/inspections";

type Row = typeof inspectionRounds.$inferSelect;
type Times = "openedAt" | "bookedAt" | "checkedInAt" | "resultsAt" | "checkedOutAt" | "issuedAt" | "decidedAt";

export type StoredRound = Omit<Row, Times> & { readonly openedAt: Instant } & {
  readonly [T in Exclude<Times, "openedAt">]: Instant | null;
};

type NewRow = typeof inspectionRounds.$inferInsert;
export type RoundChange = Partial<Omit<NewRow, "id" | "orderId" | "number" | "plan" | "version">>;

const byOrder = prepared("rounds_of_order", (db) =>
  db
    .select()
    .from(inspectionRounds)
    .where(eq(inspectionRounds.orderId, sql.placeholder("orderId")))
    .orderBy(asc(inspectionRounds.number)),
);

/** The visits of an order, the first first. */
export async function roundsOfOrder(db: Reader, orderId: string): Promise<StoredRound[]> {
  return (await byOrder(db, { orderId })) as StoredRound[];
}

const byId = prepared("round_by_id", (db) =>
  db
    .select()
    .from(inspectionRounds)
    .where(eq(inspectionRounds.id, sql.placeholder("id")))
    .limit(1),
);

export async function findRound(db: Reader, id: string): Promise<StoredRound | undefined> {
  return (await byId(db, { id }))[0] as StoredRound | undefined;
}

const judged = preparedList("judged_rounds_of_orders", (db, ids) => {
  const { orderId, number, state, openedAt, checkedOutAt, verdict, issuedAt, decision, decidedAt, plannedDay } =
    inspectionRounds;
  return db
    .select({ orderId, number, state, openedAt, checkedOutAt, verdict, issuedAt, decision, decidedAt, plannedDay })
    .from(inspectionRounds)
    .where(inArray(orderId, ids))
    .orderBy(asc(orderId), asc(number));
});

/** The visits of many orders, each order's in their order, with no more than what gates, turns and due times are judged by. */
export async function judgedRounds(db: Reader, orderIds: readonly string[]) {
  const rows = await judged(db, orderIds);
  return rows as Pick<
    StoredRound,
    | "orderId"
    | "number"
    | "state"
    | "openedAt"
    | "checkedOutAt"
    | "verdict"
    | "issuedAt"
    | "decision"
    | "decidedAt"
    | "plannedDay"
  >[];
}

/** Whether a site record is kept of the order. */
export async function hasRounds(db: Reader, orderId: string): Promise<boolean> {
  return (await byOrder(db, { orderId })).length > 0;
}

export async function insertRound(tx: Writer, row: Omit<NewRow, "version">): Promise<void> {
  await tx.insert(inspectionRounds).values({ ...row, version: 1 });
}

/** Saves a change over the version that was read; whoever holds its deal has nobody come between. */
export async function saveRound(
  tx: Writer,
  of: Pick<StoredRound, "id" | "version">,
  change: RoundChange,
): Promise<void> {
  const saved = await tx
    .update(inspectionRounds)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(inspectionRounds.id, of.id), eq(inspectionRounds.version, of.version)))
    .returning({ id: inspectionRounds.id });
  assert(saved.length === 1, "a round is saved at the version it was read");
}

/** Who was at a factory, the last visit first; `upTo` counts visits no later than the one that is asked about. */
export async function visitorsOf(
  db: Reader,
  factoryKey: string,
  of: { readonly upTo: Instant; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ inspectorKey: inspectionRounds.inspectorKey })
    .from(inspectionRounds)
    .where(
      and(
        eq(inspectionRounds.factoryKey, factoryKey),
        isNotNull(inspectionRounds.checkedInAt),
        sql`${inspectionRounds.checkedInAt} <= ${sql.param(of.upTo, inspectionRounds.checkedInAt)}`,
      ),
    )
    .orderBy(desc(inspectionRounds.checkedInAt), desc(inspectionRounds.id))
    .limit(of.limit);
  return rows.flatMap(({ inspectorKey }) => inspectorKey ?? []);
}

type PhotoRow = typeof inspectionPhotos.$inferSelect;
export type StoredPhoto = Omit<PhotoRow, "takenAt" | "keptAt"> & {
  readonly takenAt: Instant | null;
  readonly keptAt: Instant;
};
type PrintRow = typeof photoPrints.$inferSelect;
export type StoredPrint = Omit<PrintRow, "keptAt"> & { readonly keptAt: Instant };
type MatchRow = typeof photoMatches.$inferSelect;
export type StoredMatch = Omit<MatchRow, "otherKeptAt" | "foundAt"> & {
  readonly otherKeptAt: Instant;
  readonly foundAt: Instant;
};

export async function insertPhoto(tx: Writer, row: typeof inspectionPhotos.$inferInsert): Promise<void> {
  await tx.insert(inspectionPhotos).values(row);
}

export async function insertPrints(tx: Writer, rows: readonly (typeof photoPrints.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(photoPrints).values([...rows]);
}

/** Prints that have one of these keys: few of all there are, and every one that lies near enough among them. */
export async function printsUnder(
  db: Reader,
  keys: { readonly whole: readonly number[]; readonly parts: readonly number[] },
): Promise<StoredPrint[]> {
  const rows = await db
    .select()
    .from(photoPrints)
    .where(
      or(
        inArray(photoPrints.band, [...keys.whole]),
        and(inArray(photoPrints.band, [...keys.parts]), eq(photoPrints.part, 0)),
      ),
    );
  return rows as StoredPrint[];
}

export async function insertMatches(tx: Writer, rows: readonly (typeof photoMatches.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(photoMatches).values([...rows]);
}

export async function photosOfRounds(db: Reader, roundIds: readonly string[]): Promise<StoredPhoto[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .select()
    .from(inspectionPhotos)
    .where(inArray(inspectionPhotos.roundId, [...roundIds]))
    .orderBy(asc(inspectionPhotos.fileId));
  return rows as StoredPhoto[];
}

/** The pictures of rounds that are the same as others, the nearest first. */
export async function matchesOfRounds(db: Reader, roundIds: readonly string[]): Promise<StoredMatch[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .select()
    .from(photoMatches)
    .where(inArray(photoMatches.roundId, [...roundIds]))
    .orderBy(asc(photoMatches.distance), asc(photoMatches.otherFileId));
  return rows as StoredMatch[];
}

/** The last pairs of pictures that are the same, each once: told of the one that came later. */
export async function latestMatches(db: Reader, limit: number): Promise<StoredMatch[]> {
  const rows = await db
    .select()
    .from(photoMatches)
    .where(gt(photoMatches.fileId, photoMatches.otherFileId))
    .orderBy(desc(photoMatches.foundAt), desc(photoMatches.fileId))
    .limit(limit);
  return rows as StoredMatch[];
}

/** Whether the picture is the same as another one of a visit, whichever came first. */
export async function hasMatch(db: Reader, fileId: string): Promise<boolean> {
  const found = await db
    .select({ id: photoMatches.fileId })
    .from(photoMatches)
    .where(or(eq(photoMatches.fileId, fileId), eq(photoMatches.otherFileId, fileId)))
    .limit(1);
  return found.length > 0;
}
