import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { inspectionPhotos, photoMatches, photoPrints } from "../schema/inspections";

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
