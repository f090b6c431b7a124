import type { Reader } from "../../db/database";
import {
  type StoredMatch,
  type StoredPhoto,
  type StoredRound,
  matchesOfRounds,
  photosOfRounds,
  roundsOfOrder,
  visitorsOf,
} from "../../db/repositories/inspections";
import { ruleAt } from "../../db/repositories/market-rules";
import { findUser } from "../../db/repositories/users";
import { commitmentOf, drawCartons } from "../../domain/inspections/carton-draw";
import {
  type Pairing,
  type PhotoFlag,
  type Visit,
  type VisitFlag,
  photoFlags,
  repeatPairing,
  visitFlags,
} from "../../domain/inspections/photo-flags";
import type { Position } from "../../domain/shared/position";
import { judge } from "../../domain/inspections/judge";
import type { Instant } from "../../domain/shared/instant";
import { minutesOfVisit } from "../../domain/inspections/visit-times";
import { minuteOf } from "../../domain/orders/step-times";
import type { InspectionRound } from "../../views/inspections";
import { gapsOfFindings, gapsOfRound } from "./follow-step";
import { sha256 } from "./load-rounds";

/** A photo as it was kept, with its flags; who may have it, whoever shows it asks. */
export type KeptPhoto = StoredPhoto & { readonly flags: readonly PhotoFlag[] };

/** A round without what depends on who looks. */
export type KeptRound = Omit<InspectionRound, "photos" | "charge" | "flags"> & {
  readonly flags: readonly VisitFlag[];
  readonly photos: readonly KeptPhoto[];
  readonly charge: StoredRound["charge"];
};

function drawOf({ commitment, seed, cartons, drawn }: StoredRound): InspectionRound["draw"] {
  const told = { commitment, seed, cartons, drawn: drawn ?? [] };
  if (seed === null) return { ...told, check: null };
  const again = cartons === null ? [] : drawCartons({ seed, cartons, count: told.drawn.length }, sha256);
  return {
    ...told,
    check: {
      isSeedCommitted: commitmentOf(seed, sha256) === commitment,
      isSameDraw: again.length === told.drawn.length && again.every((carton, at) => carton === told.drawn[at]),
    },
  };
}

/** How often the inspector of a round was the one at its factory lately, by the rules of the day of the visit. */
async function pairingOf(db: Reader, round: StoredRound): Promise<Pairing | null> {
  const { checkedInAt, inspectorKey, factoryKey } = round;
  if (checkedInAt === null || inspectorKey === null) return null;
  const window = await ruleAt(db, "pairing_window", checkedInAt);
  const repeats = await ruleAt(db, "pairing_repeats", checkedInAt);
  const visits = await visitorsOf(db, factoryKey, { upTo: checkedInAt, limit: window });
  return repeatPairing(inspectorKey, { visits, repeats, window });
}

type Found = { readonly photos: readonly StoredPhoto[]; readonly matches: readonly StoredMatch[] };

function photosOf(round: StoredRound, place: Position | null, { photos, matches }: Found): KeptPhoto[] {
  const { orderId, checkedInAt, checkedOutAt, position } = round;
  const visit: Visit = { orderId, checkedInAt, checkedOutAt, place: place ?? position };
  return photos
    .filter(({ roundId }) => roundId === round.id)
    .map((photo) => {
      const same = matches
        .filter(({ fileId }) => fileId === photo.fileId)
        .map(({ otherFileId, otherOrderId, otherRoundId, distance, otherKeptAt }) => ({
          ...{ fileId: otherFileId, orderId: otherOrderId, roundId: otherRoundId },
          ...{ distance, keptAt: otherKeptAt },
        }));
      return { ...photo, flags: photoFlags({ ...photo, same }, visit) };
    });
}

type Fixed = Pick<InspectionRound, "lacks" | "judgement" | "isWrittenLater" | "report">;

function fixedOf(round: StoredRound, photos: readonly StoredPhoto[], now: Instant): Fixed {
  const { results, checkedOutAt, resultsAt, reportFileId: fileId, reportSha256 } = round;
  const lacks = round.checkedInAt === null || round.verdict !== null ? [] : gapsOfRound(round, photos, now);
  const preview = results !== null && gapsOfFindings(round).length === 0 ? judge(round.plan, results) : null;
  return {
    lacks,
    judgement: round.judgement ?? preview,
    isWrittenLater: checkedOutAt !== null && resultsAt !== null && minuteOf(resultsAt) > checkedOutAt,
    report: fileId !== null && reportSha256 !== null ? { fileId, sha256: reportSha256 } : null,
  };
}

async function decisionOf(db: Reader, round: StoredRound): Promise<InspectionRound["decision"]> {
  const { decision, decisionReason: reason, decidedAt: at, decidedByUserId } = round;
  if (decision === null || at === null) return null;
  const person = decidedByUserId === null ? undefined : await findUser(db, decidedByUserId);
  return { decision, reason, at, by: person?.name ?? null };
}

/**
 * The rounds of an order, each with its draw made anew, its photos' flags and what it comes to. `factory` is where the request says that it is, `zone` the
 * one that it keeps; where the request does not say where, later visits are held against the position of the first.
 */
export async function readRounds(
  db: Reader,
  orderId: string,
  of: { readonly factory: Position | null; readonly zone: string; readonly now: Instant },
): Promise<KeptRound[]> {
  const rounds = await roundsOfOrder(db, orderId);
  const ids = rounds.map(({ id }) => id);
  const found = { photos: await photosOfRounds(db, ids), matches: await matchesOfRounds(db, ids) };
  const place = of.factory ?? rounds[0]?.position ?? null;
  const read: KeptRound[] = [];
  for (const round of rounds) {
    const { id, number, state, version, plan, charge, plannedDay, inspectorName } = round;
    const { checkedInAt, checkedOutAt, position, results, resultsAt, issuedAt } = round;
    read.push({
      ...{ id, round: number, state, version, plan, charge, plannedDay, inspectorName },
      ...{ checkedInAt, checkedOutAt, position, results, resultsAt, issuedAt },
      ...fixedOf(
        round,
        found.photos.filter(({ roundId }) => roundId === id),
        of.now,
      ),
      minutesOnSite: minutesOfVisit(round),
      draw: drawOf(round),
      decision: await decisionOf(db, round),
      photos: photosOf(round, of.factory, found),
      flags: visitFlags(round, { place, zone: of.zone }),
      pairing: await pairingOf(db, round),
    });
  }
  return read;
}
